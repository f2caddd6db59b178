-- A letter, a call or a meeting with someone of one's directory: it stands on their card too, and outlives it.
grant create on schema relations to escale_keeper;
alter table relations.exchange add column person_id uuid references directory.person on delete set null;
create index exchange_by_person on relations.exchange (person_id) where person_id is not null;

-- A card one does not see may not be named either.
drop policy own_exchanges on relations.exchange;
create policy own_exchanges on relations.exchange to escale_web
  using (organisation_id = (select app.actor_organisation()))
  with check (organisation_id = (select app.actor_organisation())
    and (person_id is null or exists (select from directory.person p where p.id = person_id)));

-- The door of a merge: rows of the acting organisation name another card of its own.
create function relations.rename_person(p_from uuid, p_to uuid, p_rows uuid[]) returns setof uuid
language sql security definer set search_path = pg_catalog, relations as $$
  update relations.exchange e set person_id = p_to
    where e.person_id = p_from and e.organisation_id = app.actor_organisation() and (p_rows is null or e.id = any (p_rows))
      and exists (select from directory.person p where p.id = p_to and p.organisation_id = app.actor_organisation())
    returning e.id
$$;
alter function relations.rename_person owner to escale_keeper;
revoke all on function relations.rename_person from public;
grant execute on function relations.rename_person to escale_web;
revoke create on schema relations from escale_keeper;
