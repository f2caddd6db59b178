-- Official documents: templates, drafts, frozen snapshots, votes. An act is private to its authority.
create schema acts;
grant usage on schema acts to escale_web, escale_keeper;

-- A template edited by the authority; where there is none, the product's own text is used.
create table acts.template (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  kind             text not null,
  section          text not null,
  body             jsonb not null,
  version          integer not null default 1,
  constraint kind_is_known                 check (kind in ('report', 'deliberation')),
  constraint body_is_localized             check (app.is_localized(body) and body <> '{}'),
  constraint one_text_per_section unique (organisation_id, kind, section)
);

create table acts.act (
  id                 uuid primary key default uuidv7(),
  organisation_id    uuid not null default app.actor_organisation() references directory.organisation,
  kind               text not null default 'ratification',
  state              text not null default 'draft',
  reference          text not null default '',
  object             jsonb not null default '{}',
  header             jsonb not null default '{}',
  fiscal_year        integer,
  meeting_on         date,
  deliberation_number text,
  subject_code       text not null default '5.6',
  budget_name        text,
  submitted_at       timestamptz,
  outcome            text,
  voted_on           date,
  vote_in_office     integer,
  vote_present       integer,
  vote_represented   integer,
  vote_for           integer,
  vote_against       integer,
  vote_abstained     integer,
  transmitted_on     date,
  prefecture_id      text,
  receipt_reference  text,
  published_on       date,
  publication_url    text,
  executory_on       date generated always as (case when transmitted_on is not null and published_on is not null and outcome = 'adopted' then greatest(transmitted_on, published_on) end) stored,
  version            integer not null default 1,
  created_at         timestamptz not null default now(),
  constraint kind_is_known               check (kind in ('ratification', 'mandate')),
  constraint state_is_known              check (state in ('draft', 'submitted', 'voted', 'withdrawn')),
  constraint object_is_localized         check (app.is_localized(object)),
  constraint submitted_unless_draft      check (state in ('draft', 'withdrawn') or submitted_at is not null),
  constraint submitted_names_its_meeting check (state in ('draft', 'withdrawn') or (meeting_on is not null and btrim(reference) <> '')),
  constraint outcome_is_known            check (outcome in ('adopted', 'rejected', 'adjourned')),
  constraint voted_has_an_outcome        check ((state = 'voted') = (outcome is not null) and (state = 'voted') = (voted_on is not null)),
  constraint votes_all_or_none           check (num_nulls(vote_in_office, vote_present, vote_represented, vote_for, vote_against, vote_abstained) in (0, 6)),
  constraint votes_are_counted           check (vote_in_office is null or (vote_present >= 0 and vote_represented >= 0 and vote_for >= 0 and vote_against >= 0 and vote_abstained >= 0)),
  constraint voters_are_in_office        check (vote_present + vote_represented <= vote_in_office),
  constraint one_proxy_per_voter         check (vote_represented <= vote_present),
  constraint every_voter_is_counted      check (vote_for + vote_against + vote_abstained = vote_present + vote_represented),
  constraint adopted_by_a_majority       check (outcome is distinct from 'adopted' or vote_for >= vote_against),
  constraint transmitted_after_the_vote  check (transmitted_on is null or (state = 'voted' and transmitted_on >= voted_on)),
  constraint published_after_the_vote    check (published_on is null or (state = 'voted' and published_on >= voted_on)),
  constraint prefecture_has_its_shape    check (prefecture_id ~ '^(PREF[0-9AB]{3}|SPREF[0-9AB]{3}[0-9]|SGAR[0-9]{3})$'),
  constraint subject_code_has_its_shape  check (subject_code ~ '^\d\.\d{1,2}$')
);
create unique index one_deliberation_per_number on acts.act (organisation_id, deliberation_number) where deliberation_number is not null;
create index act_by_organisation on acts.act (organisation_id, created_at desc);

create table acts.act_mission (
  id               uuid primary key default uuidv7(),
  act_id           uuid not null references acts.act on delete cascade,
  mission_id       uuid not null references missions.mission,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  position         integer not null,
  constraint a_mission_is_named_once unique (act_id, mission_id)
);

-- What the assembly was given: written once, its digest is on every page.
create table acts.snapshot (
  id               uuid primary key default uuidv7(),
  act_id           uuid not null references acts.act,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  content          text not null,
  digest           bytea not null,
  taken_at         timestamptz not null default now(),
  constraint digest_is_that_of_the_content check (digest = sha256(convert_to(content, 'UTF8')))
);
create index snapshot_by_act on acts.snapshot (act_id, taken_at desc);
create trigger snapshot_is_written_once before update or delete on acts.snapshot for each row execute function app.refuse_change('snapshot_is_written_once');

-- What was voted no longer moves; only what follows the vote may still be written.
create function acts.guard_voted() returns trigger language plpgsql as $$
begin
  if old.state = 'voted' and (old.state, old.outcome, old.voted_on, old.reference, old.object, old.header, old.meeting_on, old.vote_in_office, old.vote_present, old.vote_represented, old.vote_for, old.vote_against, old.vote_abstained)
     is distinct from (new.state, new.outcome, new.voted_on, new.reference, new.object, new.header, new.meeting_on, new.vote_in_office, new.vote_present, new.vote_represented, new.vote_for, new.vote_against, new.vote_abstained) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_voted_does_not_move', message = 'a voted act does not change';
  end if;
  return new;
end $$;
create trigger guard_voted before update on acts.act for each row execute function acts.guard_voted();

select app.protect('acts.template', 'private', 'select, insert, update, delete');
select app.protect('acts.act', 'private', 'select, insert, update');
select app.protect('acts.act_mission', 'private', 'select, insert, update, delete');
select app.protect('acts.snapshot', 'private', 'select, insert');
create policy own_templates on acts.template to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy own_acts on acts.act to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy own_act_missions on acts.act_mission to escale_web
  using (organisation_id = (select app.actor_organisation()))
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
create policy own_snapshots on acts.snapshot to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
