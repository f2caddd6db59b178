-- What each function of partners.ts sends. Written by npm run sql:golden.

-- insertPartner
insert into missions.partner (organisation_id, role, workstream, mission_id, joined_at)
values ($1, $2, $3, $4, $5);

-- updatePartner
update missions.partner set workstream = $1 where id = $2;

-- replacePartnerLegs
delete from missions.partner_leg where mission_id = $1 and partner_id in ($2, …);
