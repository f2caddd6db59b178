-- What each function of wishes.ts sends. Written by npm run sql:golden.

-- listWishes
select id, participant_id, about_id, degree, state, motive, asked_at, expires_at, answered_at, reason
from meetings.wish
where event_id = $1 and ($2::uuid is null or participant_id = $3)
order by asked_at, id;

-- listReceivedRequests
select
  id,
  about_id,
  participant_id,
  name,
  city,
  country,
  sectors,
  offers,
  needs,
  state,
  motive,
  expires_at,
  reason
from meetings.received_request
where event_id = $1 and about_id = $2
order by asked_at, id;

-- putWishes
select coalesce(
  bool_and(meetings.put_wish($1, (d.value ->> 'aboutId')::uuid, d.value ->> 'degree', d.value ->> 'motive', $2)),
  true
) as are_put
from jsonb_array_elements($3::jsonb) with ordinality as d;

-- answerRequests
select coalesce(
  bool_and(meetings.answer_request(
    (d.value ->> 'wishId')::uuid, (d.value ->> 'accepts')::boolean, d.value ->> 'reason', $1
  )),
  true
) as are_answered
from jsonb_array_elements($2::jsonb) with ordinality as d;

-- expireRequests
select meetings.expire_requests($1, $2);

-- listAllowances
select a.participant_id, a.request_quota, a.meeting_quota, a.requested, a.accepted
from meetings.allowance a
join meetings.participant p on p.id = a.participant_id
where p.event_id = $1
order by app.fold(p.name), p.id;

-- replaceLink
update meetings.answer_link set revoked_at = $1 where participant_id = $2 and revoked_at is null;
insert into meetings.answer_link (
  event_id, mission_id, participant_id, token_digest, language, made_at, expires_at
)
values ($1, $2, $3, $4, $5, $6, $7);

-- endLink
update meetings.answer_link set revoked_at = $1 where participant_id = $2 and revoked_at is null;

-- loadStandingLink
select made_at, expires_at from meetings.answer_link where participant_id = $1 and revoked_at is null;

-- openLink
select meetings.open_link($1, $2) as opened;

-- answerByLink
select meetings.answer_by_link($1, $2, $3, $4, $5) as is_answered;

-- wishByLink
select meetings.wish_by_link($1, $2, $3, $4, $5) as is_put;

-- awayByLink
select meetings.away_by_link($1, $2, $3::uuid[], $4) as is_saved;
