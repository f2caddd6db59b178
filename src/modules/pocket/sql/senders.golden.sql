-- What each function of senders.ts sends. Written by npm run sql:golden.

-- listPasses
select
  m.id as member_id,
  m.given_name || ' ' || m.family_name as name,
  c.email,
  p.link_sent_at,
  p.calendar_since,
  coalesce(p.invitations, false) as invitations,
  p.revoked_at,
  coalesce(s.link_is_open, false) as link_is_open,
  coalesce(s.device_count, 0) as device_count,
  s.seen_at
from delegations.pub_member m
left join delegations.pub_contact c on c.member_id = m.id
left join pocket.pass p on p.member_id = m.id
left join lateral (
  select
    bool_or(kind = 'link') as link_is_open,
    count(*) filter (where kind = 'device')::int as device_count,
    max(seen_at) filter (where kind = 'device') as seen_at
  from pocket.secret
  where pass_id = p.id and ended_at is null and (expires_at is null or expires_at > $1)
) s on true
where m.mission_id = $2 and m.organisation_id = $3 and ($4::uuid is null or m.id = $5)
order by app.fold(m.family_name), app.fold(m.given_name), m.id;

-- openPass
insert into pocket.pass (mission_id, member_id) values ($1, $2) on conflict (member_id) do nothing;
select id from pocket.pass where member_id = $1 for update;

-- changePass
update pocket.pass set link_sent_at = $1, invitations = $2, revoked_at = $3 where id = $4;

-- endSecrets, its link
update pocket.secret set ended_at = $1 where pass_id = $2 and ended_at is null and kind = $3;

-- endSecrets, everything
update pocket.secret set ended_at = $1 where pass_id = $2 and ended_at is null;

-- insertLink
insert into pocket.secret (pass_id, member_id, mission_id, organisation_id, kind, digest, made_at, expires_at)
values ($1, $2, $3, $4, 'link', $5, $6, pocket.lasting($7, $8));

-- catchUp
select pocket.catch_up($1);

-- listContacts
select c.id, c.name, c.duty, c.phone, c.is_shared, c.organisation_id, o.name as organisation_name
from pocket.contact c
join directory.pub_organisation o on o.id = c.organisation_id
where c.mission_id = $1
order by c.organisation_id = app.actor_organisation() desc, c.created_at, c.id;

-- listReceiptsOf
select r.id, r.label, r.taken_at, r.state, r.mission_id, m.title as mission_title
from pocket.receipt r
join missions.pub_mission m on m.id = r.mission_id
where r.member_id = any ($1::uuid[]) and r.organisation_id = app.actor_organisation()
order by r.taken_at desc, r.id
limit 200;

-- insertContact
insert into pocket.contact (mission_id, name, duty, phone, is_shared) values ($1, $2, $3, $4, $5);

-- deleteContact
delete from pocket.contact
where id = $1 and mission_id = $2 and organisation_id = app.actor_organisation()
returning id;

-- listReceipts
select r.id, r.file_id, r.label, m.given_name || ' ' || m.family_name as name, r.taken_at, r.state, r.reason
from pocket.receipt r
join delegations.pub_member m on m.id = r.member_id
where r.mission_id = $1 and r.organisation_id = app.actor_organisation()
order by r.state = 'handed_in' desc, r.taken_at desc, r.id;

-- answerReceipt
update pocket.receipt
set state = $1, reason = $2, answered_at = $3
where id = $4 and mission_id = $5 and organisation_id = app.actor_organisation() and state = $6
returning id;
