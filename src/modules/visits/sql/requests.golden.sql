-- What each function of requests.ts sends. Written by npm run sql:golden.

-- listRequests
select
  id,
  number,
  source,
  received_at,
  asker,
  asker_kind,
  country,
  city,
  head_name,
  head_capacity,
  people_count,
  wished_from,
  wished_to,
  topics,
  purpose,
  state,
  decided_at,
  mission_id,
  redirected_to
from visits.request
where state in ($1, …)
order by received_at desc, number desc
limit $2;

-- countRequests
select state, count(*)::int as count from visits.request group by state;

-- loadRequest
select
  id,
  number,
  source,
  received_at,
  language,
  asker,
  asker_kind,
  country,
  city,
  contact_name,
  contact_email,
  contact_phone,
  head_name,
  head_capacity,
  people_count,
  wished_from,
  wished_to,
  topics,
  purpose,
  original,
  state,
  decided_at,
  decided_by_name,
  reason,
  redirected_to,
  duplicate_of,
  mission_id,
  version
from visits.request
where id = $1;

-- findRequestOfMission
select id, number from visits.request where mission_id = $1;

-- lockRequest
select from visits.request where id = $1 for no key update;
-- as loadRequest

-- addRequest
select visits.next_number(app.actor_organisation()) as number;
insert into visits.request (
  language, asker, asker_kind, country, city, contact_name, contact_email, contact_phone, head_name,
  head_capacity, people_count, wished_from, wished_to, topics, purpose, source, received_at, original, number
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
returning id;

-- saveDecision
update visits.request set state = $1, decided_at = $2, decided_by_name = $3, reason = $4 where id = $5;

-- openDeskAt
select organisation_name, is_open, welcome from visits.desk_at($1);

-- receiveRequest
select number, refusal from visits.receive($1, $2, $3, $4, $5::jsonb);

-- loadToldRequest
select organisation_id as "organisationId", number, asker, city, language from visits.request where id = $1;
