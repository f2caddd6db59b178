-- What each function of invitations.ts sends. Written by npm run sql:golden.

-- listInvitations
select
  id,
  organisation_name,
  invited_organisation_id,
  email,
  language,
  role,
  workstream,
  message,
  invited_at,
  expires_at,
  state,
  answered_at,
  reason
from missions.partner_invitation
where mission_id = $1
order by invited_at desc, id;

-- lockOpenInvitation
select
  id,
  organisation_name,
  invited_organisation_id,
  email,
  language,
  role,
  workstream,
  message,
  invited_at,
  expires_at,
  state,
  answered_at,
  reason
from missions.partner_invitation
where mission_id = $1 and id = $2 and state = $3
for update;

-- addInvitation
insert into missions.partner_invitation (
  mission_id, invited_organisation_id, seat_id, organisation_name, email, language, role, workstream, message,
  token_digest, invited_at, expires_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
returning id;

-- renewInvitation
update missions.partner_invitation set token_digest = $1, invited_at = $2, expires_at = $3 where id = $4;

-- revokeInvitation
update missions.partner_invitation set state = $1, answered_at = $2, answered_by = $3 where id = $4;

-- listReceived
select * from missions.received_invitation where expires_at > $1 order by invited_at;

-- openOffer
select * from missions.partner_invitation_of($1, $2);

-- takeSeat, by the link
select missions.take_seat(null, $1, $2) as mission_id;

-- takeSeat, by the organisation that was asked
select missions.take_seat($1, null, $2) as mission_id;

-- foundAndTakeSeat
select missions.found_and_take_seat($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as mission_id;

-- decline
select missions.decline_invitation(null, $1, $2, $3) as is_declined;

-- loadToldInvitation
select
  i.mission_id as "missionId",
  i.organisation_id as "organisationId",
  i.invited_organisation_id as "invitedOrganisationId",
  i.invited_by as "invitedBy",
  i.organisation_name as "organisationName",
  a.name as "acceptedName",
  o.name as "inviterOrganisation",
  m.title,
  i.state,
  i.reason,
  i.language
from missions.partner_invitation i
join missions.mission m on m.id = i.mission_id
join directory.pub_organisation o on o.id = i.organisation_id
left join directory.pub_organisation a on a.id = i.accepted_organisation_id
where i.id = $1;
