-- What each function of passports.ts sends. Written by npm run sql:golden.

-- readOwnPassport
select * from registration.own_passport($1);

-- writeOwnPassport
select registration.write_passport($1, $2, $3, $4, $5) as is_written;

-- eraseOwnPassport
select registration.erase_own_passport($1) as is_erased;

-- listAsks
select country from registration.passport_ask where mission_id = $1 order by country;

-- changeAsks
insert into registration.passport_ask (mission_id, country)
values ($1, $2)
on conflict on constraint a_destination_is_asked_once do nothing;
delete from registration.passport_ask where mission_id = $1 and country in ($2, …);

-- listReaders
select r.rank, r.account_id, r.organisation_id, o.name as organisation_name, r.name
from registration.passport_reader as r
inner join directory.pub_organisation as o on o.id = r.organisation_id
where r.mission_id = $1
order by r.rank;

-- listNamedReaders
select r.account_id, r.name, m.id as mission_id, m.title as mission_title
from registration.passport_reader as r
inner join missions.pub_mission as m on m.id = r.mission_id
where r.organisation_id = app.actor_organisation() and coalesce(m.ends_on >= $1, true)
order by r.name, m.id;

-- nameReader
select registration.name_passport_reader($1, $2::smallint, $3) as outcome;

-- removeReader
delete from registration.passport_reader where mission_id = $1 and rank = $2;

-- listToldPassports
select *
from registration.passports_told($1)
order by app.fold(family_name), app.fold(given_name), application_id;

-- readSealedPassports
select * from registration.read_passports($1, $2::uuid[], $3, $4);

-- listReadings
select
  d.id,
  d.read_at,
  d.reader_name as name,
  d.reader_organisation as organisation,
  d.purpose,
  a.given_name,
  a.family_name
from registration.passport_reading as d
inner join registration.application as a on a.id = d.application_id
where d.mission_id = $1
order by d.read_at desc, d.id desc
limit $2;

-- lockSealedOtherwise
select application_id as "applicationId", key_id as "keyId", sealed
from registration.passport
where key_id <> $1
order by id
limit $2
for update skip locked;

-- sealedPerKey
select distinct
  on (key_id) key_id as "keyId",
  sealed,
  application_id as "applicationId",
  count(*) over (partition by key_id)::int as count
from registration.passport
order by key_id, written_at desc;

-- sealAgain
update registration.passport set key_id = $1, sealed = $2 where application_id = $3;
