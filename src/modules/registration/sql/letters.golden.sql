-- What each function of letters.ts sends. Written by npm run sql:golden.

-- listLetters
select
  id,
  application_id,
  organisation_id,
  kind,
  language,
  words,
  former_state,
  former_waiting_since,
  written_at,
  leaves_at,
  sent_at,
  undone_at,
  replaced_by
from registration.letter
where application_id = $1
order by written_at desc, id desc;

-- listHeldLetters
select
  id,
  application_id,
  organisation_id,
  kind,
  language,
  words,
  former_state,
  former_waiting_since,
  written_at,
  leaves_at,
  sent_at,
  undone_at,
  replaced_by
from registration.letter
where mission_id = $1
  and organisation_id = $2
  and sent_at is null
  and undone_at is null
  and replaced_by is null
order by leaves_at, id
limit $3;

-- lockHeldLetter
select
  id,
  application_id,
  organisation_id,
  kind,
  language,
  words,
  former_state,
  former_waiting_since,
  written_at,
  leaves_at,
  sent_at,
  undone_at,
  replaced_by
from registration.letter
where application_id = $1
  and organisation_id = $2
  and sent_at is null
  and undone_at is null
  and replaced_by is null
for update;

-- addLetters
insert into registration.letter (
  application_id, mission_id, sender_id, kind, language, former_state, former_waiting_since, written_at,
  leaves_at, words
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- sendLetterNow
update registration.letter set leaves_at = $1 where id = $2;

-- undoLetter
update registration.letter set undone_at = $1 where id = $2;

-- lockDueLetters
select l.id, l.application_id as "applicationId", a.secret_turn as "secretTurn", l.language, l.words, c.email
from registration.letter l
join registration.application a on a.id = l.application_id
join registration.application_contact c on c.application_id = l.application_id
where l.sent_at is null and l.undone_at is null and l.replaced_by is null and l.leaves_at <= $1
order by l.leaves_at, l.id
limit $2
for update of l skip locked;

-- markLetterSent
update registration.letter set sent_at = $1 where id = $2;

-- addPromotionLetter
insert into registration.letter (
  application_id, mission_id, sender_id, organisation_id, kind, language, words, former_state,
  former_waiting_since, written_at, leaves_at
)
select a.id, a.mission_id, a.organisation_id, a.organisation_id, $1, a.language, $2, 'waiting', $3, $4, $4
from registration.application a
where a.id = $5;
