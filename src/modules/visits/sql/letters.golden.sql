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

-- listLettersTo
select id, request_id, kind, language, recipient, email, subject, body, written_on, written_by_name, is_sent
from visits.letter
where app.names_someone(recipient, $1::text[]) or app.fold(email) = app.fold($2)
order by written_on desc, id
limit $3;

-- addLetter
insert into visits.letter (
  request_id, kind, language, recipient, email, subject, body, written_on, written_by_name, is_sent
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
returning id;
