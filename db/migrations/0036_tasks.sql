-- What is to be done for a mission: who owes it, by when, and who may read it. The last is decided once, when the task is written.
create table missions.task (
  id                     uuid primary key default uuidv7(),
  mission_id             uuid not null references missions.mission on delete cascade,
  organisation_id        uuid not null default app.actor_organisation() references directory.organisation,
  is_shared              boolean not null,
  title                  text not null,
  owner_organisation_id  uuid not null,
  owner_account_id       uuid,
  owner_name             text,
  due_on                 date,
  about_noun             text not null default 'mission',
  about_id               uuid,
  about_label            text not null default '',
  state                  text not null default 'open',
  done_at                timestamptz,
  done_by                uuid,
  done_by_name           text,
  reminded_before_at     timestamptz,
  reminded_due_at        timestamptz,
  created_by             uuid default app.actor_account(),
  created_at             timestamptz not null default now(),
  version                integer not null default 1,
  constraint title_is_not_empty             check (btrim(title) <> ''),
  constraint state_is_known                 check (state in ('open', 'done')),
  constraint about_noun_is_known            check (about_noun in ('mission', 'partner', 'member', 'act')),
  constraint about_something                check ((about_noun = 'mission') = (about_id is null)),
  constraint done_at_when_done              check ((state = 'done') = (done_at is not null)),
  constraint a_private_task_is_owed_at_home check (is_shared or owner_organisation_id = organisation_id),
  constraint an_act_is_private              check (about_noun <> 'act' or not is_shared),
  constraint a_person_is_named              check ((owner_account_id is null) = (owner_name is null)),
  -- A card that begins to work in Escale keeps what it owes: its seat becomes its own (0035).
  constraint owed_by_a_partner foreign key (mission_id, owner_organisation_id)
    references missions.partner (mission_id, organisation_id) on update cascade
);
create index task_by_mission on missions.task (mission_id, due_on);
create index task_by_owner on missions.task (owner_organisation_id, due_on) where state = 'open';
create index task_to_remind on missions.task (due_on) where state = 'open' and reminded_due_at is null;

select app.protect('missions.task', 'private', 'select, insert');
-- Neither who reads a task nor who wrote it ever changes: what was private never becomes shared.
grant update (title, owner_organisation_id, owner_account_id, owner_name, due_on, about_noun, about_id, about_label, state, done_at, done_by, done_by_name,
  reminded_before_at, reminded_due_at) on missions.task to escale_web;

create policy partners_see_shared_tasks on missions.task for select to escale_web
  using (mission_id in (select missions.actor_seats()) and (is_shared or organisation_id = (select app.actor_organisation())));
create policy partners_write_tasks on missions.task for insert to escale_web
  with check (mission_id in (select missions.actor_seats()) and organisation_id = (select app.actor_organisation()));
create policy authors_and_owners_change_tasks on missions.task for update to escale_web
  using (mission_id in (select missions.actor_seats())
    and (organisation_id = (select app.actor_organisation()) or (is_shared and owner_organisation_id = (select app.actor_organisation()))));
