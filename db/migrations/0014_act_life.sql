-- The life of an act beyond 0007: put off and brought back, counted to the last member, and still from the moment it is submitted.

alter table acts.act
  -- The language its sentences are written in; what people typed may be in others.
  add column language             text not null default 'fr',
  add column convened_on          date,
  add column secretary            jsonb,
  -- The snapshot that was given to the assembly.
  add column snapshot_id          uuid,
  add column vote_not_voting      integer,
  add column vote_is_secret       boolean not null default false,
  add column vote_is_second_call  boolean not null default false,
  -- When and why the matter was put off, or taken away.
  add column deferred_on          date,
  add column deferral_reason      text,
  drop constraint state_is_known,
  drop constraint outcome_is_known,
  drop constraint submitted_names_its_meeting,
  drop constraint votes_all_or_none,
  drop constraint votes_are_counted,
  drop constraint every_voter_is_counted,
  drop constraint adopted_by_a_majority,
  drop constraint transmitted_after_the_vote,
  drop constraint published_after_the_vote;

alter table acts.act
  add constraint language_is_known              check (language in ('fr', 'en')),
  add constraint header_is_an_object            check (jsonb_typeof(header) = 'object'),
  add constraint secretary_is_someone           check (jsonb_typeof(secretary) = 'object'),
  add constraint state_is_known                 check (state in ('draft', 'submitted', 'adjourned', 'voted', 'withdrawn')),
  add constraint outcome_is_known               check (outcome in ('adopted', 'rejected')),
  add constraint submitted_names_its_meeting    check (state not in ('submitted', 'voted') or (meeting_on is not null and btrim(reference) <> '')),
  add constraint submitted_keeps_its_snapshot   check (state in ('draft', 'withdrawn') or snapshot_id is not null),
  add constraint deferral_says_when             check ((state in ('adjourned', 'withdrawn')) = (deferred_on is not null)),
  add constraint deferral_says_why              check ((deferred_on is null) = (deferral_reason is null) and (deferral_reason is null or btrim(deferral_reason) <> '')),
  add constraint voted_is_counted               check (state <> 'voted' or vote_in_office is not null),
  add constraint voted_at_its_meeting_or_later  check (voted_on >= meeting_on),
  add constraint votes_all_or_none              check (num_nulls(vote_in_office, vote_present, vote_represented, vote_for, vote_against, vote_abstained, vote_not_voting) in (0, 7)),
  add constraint votes_are_counted              check (vote_in_office is null
    or (vote_present >= 0 and vote_represented >= 0 and vote_for >= 0 and vote_against >= 0 and vote_abstained >= 0 and vote_not_voting >= 0)),
  add constraint quorum_unless_called_again     check (vote_is_second_call or vote_present > vote_in_office / 2),
  -- Whoever has an interest in the matter sits and does not vote (CGCT L2131-11).
  add constraint every_voter_is_counted         check (vote_for + vote_against + vote_abstained + vote_not_voting = vote_present + vote_represented),
  -- The voice of the chair settles a tie, except in a secret ballot (CGCT L2121-20).
  add constraint outcome_follows_the_votes      check (case outcome
    when 'adopted'  then vote_for > vote_against or (vote_for = vote_against and vote_for > 0 and not vote_is_secret)
    when 'rejected' then vote_for <= vote_against
    else true end),
  add constraint only_what_was_adopted_is_transmitted check (transmitted_on is null or (outcome is not distinct from 'adopted' and transmitted_on >= voted_on)),
  add constraint only_what_was_adopted_is_published   check (published_on is null or (outcome is not distinct from 'adopted' and published_on >= voted_on)),
  add constraint an_act_has_one_authority unique (id, organisation_id);

-- Naming an act of another authority is like naming none.
alter table acts.act_mission add constraint missions_of_ones_own_act
  foreign key (act_id, organisation_id) references acts.act (id, organisation_id) on delete cascade;
alter table acts.snapshot
  add constraint snapshot_of_ones_own_act foreign key (act_id, organisation_id) references acts.act (id, organisation_id),
  add constraint a_snapshot_is_of_one_act unique (id, act_id);
alter table acts.act add constraint an_act_keeps_its_own_snapshot foreign key (snapshot_id, id) references acts.snapshot (id, act_id);
create index act_mission_by_mission on acts.act_mission (mission_id, organisation_id);

alter table acts.template add constraint section_is_a_part_of_a_document check (section ~ '^[a-z]+\.(heading|body)$');

-- From the moment it is submitted an act no longer moves; only what follows may still be written.
create or replace function acts.guard_voted() returns trigger language plpgsql as $$
begin
  if old.state = 'withdrawn' then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_withdrawn_act_stays_so', message = 'a withdrawn act does not change';
  end if;
  if old.state = 'voted' and (old.state, old.outcome, old.voted_on, old.convened_on, old.secretary, old.vote_in_office, old.vote_present, old.vote_represented,
      old.vote_for, old.vote_against, old.vote_abstained, old.vote_not_voting, old.vote_is_secret, old.vote_is_second_call)
     is distinct from (new.state, new.outcome, new.voted_on, new.convened_on, new.secretary, new.vote_in_office, new.vote_present, new.vote_represented,
      new.vote_for, new.vote_against, new.vote_abstained, new.vote_not_voting, new.vote_is_secret, new.vote_is_second_call) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_voted_does_not_move', message = 'a voted act does not change';
  end if;
  if old.state in ('submitted', 'voted')
     and (old.kind, old.organisation_id, old.language, old.reference, old.object, old.header, old.fiscal_year, old.meeting_on, old.submitted_at, old.snapshot_id)
     is distinct from (new.kind, new.organisation_id, new.language, new.reference, new.object, new.header, new.fiscal_year, new.meeting_on, new.submitted_at, new.snapshot_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_submitted_does_not_move', message = 'a submitted act does not change';
  end if;
  return new;
end $$;

-- Neither do its missions. And one mission is accounted for once: an authority has one act about it under way or adopted, of each kind.
create function acts.guard_missions() returns trigger language plpgsql as $$
declare
  v_act_id  uuid := coalesce(new.act_id, old.act_id);
  v_act     acts.act;
begin
  select * into v_act from acts.act a where a.id = v_act_id;
  if v_act.state not in ('draft', 'adjourned') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'missions_of_a_submitted_act_do_not_move', message = 'the missions of a submitted act do not change';
  end if;
  if tg_op <> 'DELETE' then
    perform pg_advisory_xact_lock(hashtextextended('acts of ' || new.organisation_id, 0));
    if exists (select from acts.act_mission am join acts.act a on a.id = am.act_id
               where am.mission_id = new.mission_id and am.organisation_id = new.organisation_id and am.act_id <> new.act_id
                 and a.kind = v_act.kind and (a.state in ('draft', 'submitted', 'adjourned') or a.outcome = 'adopted')) then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_mission_has_one_act_at_a_time', message = 'another act is about this mission';
    end if;
    return new;
  end if;
  return old;
end $$;
create trigger guard_missions before insert or update or delete on acts.act_mission for each row execute function acts.guard_missions();
