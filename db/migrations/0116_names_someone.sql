-- Whether a text names someone: one of their names stands in it as whole words, accents, capitals and punctuation aside. « Ana Béal » is not named by
-- « Diana Béal ». A blank name names nobody.
create function app.words_of(p_text text) returns text language sql immutable parallel safe strict
  return ' ' || btrim(regexp_replace(app.fold(p_text), '[[:space:][:punct:]]+', ' ', 'g')) || ' ';

create function app.names_someone(p_text text, p_names text[]) returns boolean language sql immutable parallel safe strict
  return exists (select from unnest(p_names) named (name) where app.words_of(name) !~ '^ *$' and strpos(app.words_of(p_text), app.words_of(name)) > 0);
