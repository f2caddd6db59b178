-- What each function of letters.ts sends. Written by npm run sql:golden.

-- listLetters
select id, request_id, kind, language, recipient, email, subject, body, written_on, written_by_name, is_sent
from visits.letter
where request_id = $1
order by id;

-- loadLetter
select id, request_id, kind, language, recipient, email, subject, body, written_on, written_by_name, is_sent
from visits.letter
where request_id = $1 and id = $2;

-- addLetter
insert into visits.letter (
  request_id, kind, language, recipient, email, subject, body, written_on, written_by_name, is_sent
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
returning id;
