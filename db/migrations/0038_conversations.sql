-- A thread per object of a mission. A message is for every partner or for its author's organisation alone: decided when it is written, for ever.
create table missions.message (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  is_shared        boolean not null,
  about_noun       text not null default 'mission',
  about_id         uuid,
  about_label      text not null default '',
  body             text,
  author_id        uuid default app.actor_account(),
  author_name      text not null,
  written_at       timestamptz not null,
  edited_at        timestamptz,
  retracted_at     timestamptz,
  version          integer not null default 1,
  -- Nouns are those of the product, programme items and documents included: whoever opens a thread on one names it.
  constraint about_noun_is_plain           check (about_noun ~ '^[a-z][a-z_]*$'),
  constraint about_something               check ((about_noun = 'mission') = (about_id is null)),
  constraint body_until_retracted          check ((body is null) = (retracted_at is not null)),
  constraint body_is_not_empty             check (btrim(body) <> ''),
  constraint edited_after_written          check (edited_at >= written_at),
  constraint retracted_after_written       check (retracted_at >= written_at)
);
create index message_by_thread on missions.message (mission_id, about_noun, about_id, written_at);

-- The journal tells who wrote, edited or retracted what and when, never the words: a retracted message is not read in a history.
create function missions.journal_messages() returns trigger language plpgsql as $$
begin
  perform app.append_to_journal(lower(tg_op), 'missions.message', (
    select jsonb_agg(jsonb_build_object('id', r.id, 'missionId', r.mission_id, 'shared', r.is_shared, 'after',
      jsonb_strip_nulls(jsonb_build_object('edited_at', r.edited_at, 'retracted_at', r.retracted_at, 'about_label', nullif(r.about_label, ''))))) from new_rows r));
  return null;
end $$;
select app.protect('missions.message', 'silent', 'select, insert');
create trigger journal_insert after insert on missions.message referencing new table as new_rows for each statement execute function missions.journal_messages();
create trigger journal_update after update on missions.message referencing new table as new_rows for each statement execute function missions.journal_messages();
-- Who reads a message never changes, nor whose it is, nor what it is about.
grant update (body, edited_at, retracted_at) on missions.message to escale_web;

create policy partners_read_their_messages on missions.message for select to escale_web
  using (mission_id in (select missions.actor_seats()) and (is_shared or organisation_id = (select app.actor_organisation())));
create policy partners_write_messages on missions.message for insert to escale_web
  with check (mission_id in (select missions.actor_seats()) and organisation_id = (select app.actor_organisation())
    and author_id is not distinct from (select app.actor_account()));
create policy authors_change_their_messages on missions.message for update to escale_web
  using (mission_id in (select missions.actor_seats()) and organisation_id = (select app.actor_organisation())
    and author_id = (select app.actor_account()) and retracted_at is null)
  with check (organisation_id = (select app.actor_organisation()));
