-- What each function of participants.ts sends. Written by npm run sql:golden.

-- listParticipants
select
  p.id,
  p.organisation_id,
  o.name as organisation_name,
  p.circle_id,
  p.name,
  p.city,
  p.country,
  p.sectors,
  p.offers,
  p.needs,
  p.languages,
  p.target,
  p.meeting_quota,
  p.request_quota,
  p.external_key,
  p.version
from meetings.participant p
join directory.pub_organisation o on o.id = p.organisation_id
where p.event_id = $1 and ($2::uuid is null or p.id = $3)
order by app.fold(p.name), p.id;

-- loadParticipant
-- as listParticipants

-- insertParticipants
insert into meetings.participant (
  id, mission_id, event_id, circle_id, name, city, country, sectors, offers, needs, languages, target,
  meeting_quota, request_quota, external_key
)
select
  d.id,
  $1::uuid,
  $2::uuid,
  d."circleId",
  d.name,
  d.city,
  d.country,
  d.sectors,
  d.offers,
  d.needs,
  d.languages,
  d.target,
  d."meetingQuota",
  d."requestQuota",
  d."externalKey"
from jsonb_to_recordset($3::jsonb) as d (
  id uuid, "circleId" uuid, name text, city text, country text, sectors text[], offers text[], needs text[],
  languages text[], target int, "meetingQuota" int, "requestQuota" int, "externalKey" text
);

-- updateParticipant
update meetings.participant
set
  circle_id = $1,
  name = $2,
  city = $3,
  country = $4,
  external_key = $5,
  target = $6,
  meeting_quota = $7,
  request_quota = $8,
  sectors = $9,
  offers = $10,
  needs = $11,
  languages = $12
where id = $13;

-- deleteParticipant
delete from meetings.participant where id = $1;

-- listRepresentatives
select
  r.id,
  r.participant_id,
  r.given_name,
  r.family_name,
  r.job,
  r.consents,
  r.member_id,
  r.version,
  c.email,
  c.phone
from meetings.representative r
left join meetings.representative_contact c on c.id = r.id
where r.event_id = $1 and ($2::uuid is null or r.participant_id = $3)
order by app.fold(r.family_name), app.fold(r.given_name), r.id;

-- insertRepresentatives
insert into meetings.representative (
  id, mission_id, event_id, participant_id, given_name, family_name, job, consents
)
select d.id, $1::uuid, $2::uuid, d."participantId", d."givenName", d."familyName", d.job, d.consents
from jsonb_to_recordset($3::jsonb) as d (
  id uuid, "participantId" uuid, "givenName" text, "familyName" text, job text, consents text[]
);
insert into meetings.representative_contact (id, mission_id, event_id, participant_id, email, phone)
select d.id, $1::uuid, $2::uuid, d."participantId", d.email, d.phone
from jsonb_to_recordset($3::jsonb) as d (id uuid, "participantId" uuid, email text, phone text)
where d.email is not null or d.phone is not null;

-- updateRepresentative
update meetings.representative
set given_name = $1, family_name = $2, job = $3, consents = $4
where id = $5 and version = $6;

-- replaceContact, that there is
insert into meetings.representative_contact (id, mission_id, event_id, participant_id, email, phone)
values ($1, $2, $3, $4, $5, $6)
on conflict (id) do update
set email = $7, phone = $8;

-- replaceContact, of nobody any more
delete from meetings.representative_contact where id = $1;

-- deleteRepresentative
delete from meetings.representative where id = $1 and participant_id = $2;

-- listAbsences
select coalesce(representative_id, resource_id, spot_id) as who_id, slot_id
from meetings.absence
where event_id = $1;

-- insertAbsences
insert into meetings.absence (mission_id, event_id, slot_id, representative_id)
select $1::uuid, $2::uuid, d."slotId", d."representativeId"
from jsonb_to_recordset($3::jsonb) as d ("representativeId" uuid, "slotId" uuid);

-- replaceAbsences, of somebody
delete from meetings.absence where event_id = $1 and representative_id = $2 and slot_id <> all ($3::uuid[]);
insert into meetings.absence (mission_id, event_id, slot_id, representative_id)
select $1::uuid, $2::uuid, s, $3::uuid
from unnest($4::uuid[]) s
on conflict do nothing;

-- replaceAbsences, of something
delete from meetings.absence where event_id = $1 and resource_id = $2 and slot_id <> all ($3::uuid[]);
insert into meetings.absence (mission_id, event_id, slot_id, resource_id)
select $1::uuid, $2::uuid, s, $3::uuid
from unnest($4::uuid[]) s
on conflict do nothing;
