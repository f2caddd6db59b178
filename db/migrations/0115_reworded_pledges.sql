-- What was promised is reworded by people who learn: a domain and its pledges are written together, by one person at a time.
alter table agreements.domain add column version integer not null default 1;
create trigger version_rises before update on agreements.domain for each row execute function app.raise_version();

-- An action that was closed is taken up again for a reason. How it had been closed is told beside it.
alter table agreements.action add constraint one_agreement_per_action unique (id, agreement_id);

create table agreements.reopening (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  action_id        uuid not null,
  -- The version of the action that was closed.
  action_version   integer not null,
  state            text not null,
  closed_on        date not null,
  evidence         text not null,
  reopened_on      date not null,
  reason           text not null,
  constraint reopening_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint reopening_of_an_action foreign key (action_id, agreement_id) references agreements.action (id, agreement_id) on delete cascade,
  constraint an_action_reopens_once unique (action_id, action_version),
  constraint state_is_known check (state in ('done', 'dropped')),
  constraint a_reopening_says_why check (btrim(reason) <> ''),
  constraint reopened_after_it_was_closed check (reopened_on >= closed_on)
);
create index reopening_by_agreement on agreements.reopening (agreement_id);
select app.protect('agreements.reopening', 'private', 'select, insert');
create policy own_reopening on agreements.reopening to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));

create function agreements.reopen_with_a_reason() returns trigger language plpgsql set search_path = pg_catalog, agreements as $$
begin
  if not exists (select from agreements.reopening r where r.action_id = old.id and r.action_version = old.version) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_closed_action_reopens_for_a_reason', message = 'a closed action is taken up again for a reason';
  end if;
  return new;
end $$;
create trigger a_closed_action_reopens_for_a_reason before update of state on agreements.action for each row
  when (old.closed_on is not null and new.closed_on is null) execute function agreements.reopen_with_a_reason();
