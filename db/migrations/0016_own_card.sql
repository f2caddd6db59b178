-- The card an organisation that works in Escale keeps of itself, changed from its settings. Runs as the request: row-level
-- security lets it reach the acting organisation's own card and no other. False when someone changed the card since p_version.
create function identity.change_own_card(p_version integer, p_name text, p_names jsonb, p_website text, p_identifiers jsonb) returns boolean
language plpgsql set search_path = pg_catalog, directory as $$
begin
  update directory.organisation set name = p_name, names = p_names, website = p_website
    where id = app.actor_organisation() and version = p_version;
  if not found then return false; end if;
  delete from directory.organisation_identifier known
    where known.organisation_id = app.actor_organisation()
      and not exists (select from jsonb_to_recordset(p_identifiers) given (scheme text, value text) where (given.scheme, given.value) = (known.scheme, known.value));
  insert into directory.organisation_identifier (organisation_id, scheme, value)
    select app.actor_organisation(), given.scheme, given.value from jsonb_to_recordset(p_identifiers) given (scheme text, value text)
    on conflict on constraint one_value_per_scheme do nothing;
  return true;
end $$;
revoke all on function identity.change_own_card from public;
grant execute on function identity.change_own_card to escale_web;
