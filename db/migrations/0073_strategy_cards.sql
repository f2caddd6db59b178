-- The door by which a merge of two cards of the directory makes a destination name the one that stays: see 0078_merges.sql.
create function strategy.rename_sharer(p_from uuid, p_to uuid, p_rows uuid[]) returns setof uuid
language sql security definer set search_path = pg_catalog, strategy as $$
  update strategy.destination d set shared_with_id = p_to
    from directory.organisation o
    where d.shared_with_id = p_from and d.organisation_id = app.actor_organisation() and (p_rows is null or d.id = any (p_rows))
      and o.id = p_to and (o.kept_by = app.actor_organisation() or o.is_workspace)
    returning d.id
$$;
grant create on schema strategy to escale_keeper;
alter function strategy.rename_sharer owner to escale_keeper;
revoke all on function strategy.rename_sharer from public;
grant execute on function strategy.rename_sharer to escale_web;
