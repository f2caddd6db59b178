-- A strategy that was given up leaves its years to another and is kept as it stood; one on which nothing rests may be removed.
alter table strategy.plan add column archived_on date;
alter table strategy.plan drop constraint one_strategy_a_year,
  add constraint one_strategy_a_year exclude using gist (organisation_id with =, int4range(from_year, to_year, '[]') with &&)
    where (archived_on is null);

-- What rests on a strategy holds it: what serves its objectives, and the reviews that were written.
alter table strategy.tie drop constraint tie_to_an_own_objective,
  add constraint tie_to_an_own_objective foreign key (objective_id, organisation_id) references strategy.objective (id, organisation_id);
alter table strategy.review drop constraint review_of_an_own_plan,
  add constraint review_of_an_own_plan foreign key (plan_id, organisation_id, from_year, to_year)
    references strategy.plan (id, organisation_id, from_year, to_year) on update cascade;

create function strategy.keep_archived() returns trigger language plpgsql set search_path = pg_catalog, strategy as $$
declare
  of_plan uuid := coalesce(to_jsonb(new), to_jsonb(old)) ->> 'plan_id';
begin
  if exists (select from strategy.plan p where p.id = of_plan and p.archived_on is not null) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_archived_strategy_is_kept', message = 'an archived strategy does not change';
  end if;
  return coalesce(new, old);
end $$;

create function strategy.keep_archived_plan() returns trigger language plpgsql set search_path = pg_catalog, strategy as $$
begin
  raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_archived_strategy_is_kept', message = 'an archived strategy does not change';
end $$;

create trigger an_archived_strategy_is_kept before update on strategy.plan for each row
  when (old.archived_on is not null and new.archived_on is not null) execute function strategy.keep_archived_plan();
create trigger an_archived_strategy_is_kept before insert or update or delete on strategy.objective for each row execute function strategy.keep_archived();
create trigger an_archived_strategy_is_kept before insert or update or delete on strategy.field for each row execute function strategy.keep_archived();
create trigger an_archived_strategy_is_kept before insert or update or delete on strategy.target for each row execute function strategy.keep_archived();
create trigger an_archived_strategy_is_kept before insert or update or delete on strategy.review for each row execute function strategy.keep_archived();
-- With whom a destination is shared follows a merge of cards of the directory, archived or not.
create trigger an_archived_strategy_is_kept before insert or delete or update of justification on strategy.destination
  for each row execute function strategy.keep_archived();

-- Nothing new is said to serve an archived strategy; what served it still does.
create function strategy.offer_open_objectives() returns trigger language plpgsql set search_path = pg_catalog, strategy as $$
begin
  if exists (select from strategy.objective o join strategy.plan p on p.id = o.plan_id where o.id = new.objective_id and p.archived_on is not null) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_archived_strategy_is_kept', message = 'an archived strategy is not offered';
  end if;
  return new;
end $$;
-- After, so that saying again what was said already is no new tie.
create trigger an_archived_strategy_is_kept after insert on strategy.tie for each row execute function strategy.offer_open_objectives();
