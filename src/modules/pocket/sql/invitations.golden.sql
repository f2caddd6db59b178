-- What each function of invitations.ts sends. Written by npm run sql:golden.

-- takeWaiting
select
  i.id,
  i.member_id as "memberId",
  m.organisation_id as "organisationId",
  m.given_name || ' ' || m.family_name as name,
  c.email,
  case w.locale when 'en' then 'en' else 'fr' end as locale,
  i.sequence,
  i.method,
  i.content,
  r.released_at as "changedAt",
  mission.title,
  o.name as "organiserName"
from pocket.invitation i
join delegations.pub_member m on m.id = i.member_id
join pocket.pass p on p.member_id = i.member_id and p.revoked_at is null
left join delegations.pub_contact c on c.member_id = i.member_id
left join identity.pub_workspace w on w.organisation_id = m.organisation_id
join missions.pub_mission mission on mission.id = i.mission_id
join directory.pub_organisation o on o.id = mission.lead_organisation_id
join programme.pub_release r on r.mission_id = i.mission_id and r.number = i.sequence
where i.mission_id = $1 and i.queued_at is null
order by i.sequence, i.id
limit $2
for update of i skip locked;

-- noteQueued
update pocket.invitation set queued_at = $1 where id = any ($2::uuid[]);
