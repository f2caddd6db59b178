-- What each function of changes.ts sends. Written by npm run sql:golden.

-- readOwnFacts
select * from registration.own_facts($1);

-- changeOwnFacts
select registration.change_own_facts($1, $2::jsonb, $3) as outcome;

-- askSubstitution
select registration.ask_substitution($1, $2, $3::jsonb, $4, $5, $6::jsonb, $7::jsonb, $8) as is_asked;

-- acceptSubstitution
select registration.accept_substitution($1, $2, $3) as is_done;
