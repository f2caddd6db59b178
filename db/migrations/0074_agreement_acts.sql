-- An agreement goes to the assembly before anybody signs it: an act is about missions, or about one agreement.
alter table acts.act add column agreement_id uuid;
alter table acts.act
  drop constraint kind_is_known,
  add constraint kind_is_known check (kind in ('ratification', 'mandate', 'agreement')),
  add constraint an_agreement_act_names_its_agreement check ((kind = 'agreement') = (agreement_id is not null)),
  -- Naming an agreement of another register is like naming none; what the assembly was asked about is not erased.
  add constraint an_act_keeps_its_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id);
create unique index an_agreement_has_one_act_at_a_time on acts.act (organisation_id, agreement_id)
  where state in ('draft', 'submitted', 'adjourned') or outcome = 'adopted';

-- What an act is about never changes: another act is opened about something else.
create function acts.guard_subject() returns trigger language plpgsql as $$
begin
  if (old.kind, old.agreement_id) is distinct from (new.kind, new.agreement_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_an_act_is_about_does_not_move', message = 'an act stays about what it was opened for';
  end if;
  return new;
end $$;
create trigger guard_subject before update on acts.act for each row execute function acts.guard_subject();

create function acts.guard_kind_of_missions() returns trigger language plpgsql as $$
begin
  if exists (select from acts.act a where a.id = new.act_id and a.kind = 'agreement') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_agreement_act_has_no_mission', message = 'an act about an agreement is about no mission';
  end if;
  return new;
end $$;
create trigger guard_kind_of_missions before insert or update on acts.act_mission for each row execute function acts.guard_kind_of_missions();

create view acts.pub_act with (security_invoker = true) as
  select id, organisation_id, kind, agreement_id, state, outcome, reference, deliberation_number, meeting_on, voted_on, transmitted_on, receipt_reference
  from acts.act;
grant select on acts.pub_act to escale_web, escale_keeper;

-- The act whose vote, or whose transmission to the State, proves a step of the life of its agreement.
alter table agreements.agreement add column vote_act_id uuid, add column transmission_act_id uuid;
alter table agreements.agreement
  add constraint an_act_proves_a_vote check (vote_act_id is null or voted_on is not null),
  add constraint an_act_proves_a_transmission check (transmission_act_id is null or transmitted_on is not null),
  add constraint voted_by_an_own_act foreign key (vote_act_id, organisation_id) references acts.act (id, organisation_id),
  add constraint transmitted_by_an_own_act foreign key (transmission_act_id, organisation_id) references acts.act (id, organisation_id);

create function agreements.guard_proofs() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.vote_act_id is not null
     and (old.vote_act_id, old.voted_on, old.vote_reference) is distinct from (new.vote_act_id, new.voted_on, new.vote_reference) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_an_act_proves_stays', message = 'the vote of an agreement is that of its act';
  end if;
  if new.vote_act_id is not null and not exists (select from acts.act a
      where a.id = new.vote_act_id and a.agreement_id = new.id and a.outcome = 'adopted' and a.voted_on = new.voted_on) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_vote_is_that_of_its_act', message = 'the act named did not adopt the agreement that day';
  end if;
  if new.transmission_act_id is not null and not exists (select from acts.act a
      where a.id = new.transmission_act_id and a.agreement_id = new.id and a.transmitted_on = new.transmitted_on) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_transmission_is_that_of_its_act', message = 'the act named was not transmitted that day';
  end if;
  return new;
end $$;
create trigger guard_proofs before insert or update of vote_act_id, voted_on, vote_reference, transmission_act_id, transmitted_on on agreements.agreement
  for each row execute function agreements.guard_proofs();
