-- Search of the directory: accents do not count, a slip of the keyboard is forgiven, and it stays quick when thousands share the tables.

-- Under row-level security an index cannot serve the trigram operators: they are not leakproof, so the policy must be
-- evaluated first, on every row. The search therefore runs as the keeper, behind functions that repeat the policies'
-- scope themselves and take values only, never SQL. What they return is read again under the policies of the reader.
create extension if not exists btree_gin;

drop index directory.person_by_search_text;
create index person_by_search_text on directory.person using gin (organisation_id, search_text gin_trgm_ops);
drop index directory.organisation_by_search_text;
create index organisation_by_search_text on directory.organisation using gin (kept_by, search_text gin_trgm_ops);
create index workspace_by_search_text on directory.organisation using gin (search_text gin_trgm_ops) where is_workspace;

-- Lists follow the alphabet of people, not that of character codes: É stands beside E.
drop index directory.person_by_organisation;
create index person_by_name on directory.person (organisation_id, app.fold(family_name), app.fold(given_name), id);
create index person_by_id on directory.person (organisation_id, id);
drop index directory.organisation_by_keeper;
create index organisation_by_name on directory.organisation (kept_by, app.fold(name), id);
create index workspace_by_name on directory.organisation (app.fold(name), id) where is_workspace;

-- How well a text answers a question, 0 to 1; 0 as soon as one word finds nothing close enough.
-- p_words: [["miami", "imami"], ["beach"]]. Forms of one word are alternatives: the first is as it was typed, the others count for a little less.
create function directory.match_score(p_text text, p_words jsonb) returns real language sql stable parallel safe
begin atomic
  select case when bool_and(w.best >= current_setting('pg_trgm.word_similarity_threshold')::real) then avg(w.best) else 0 end::real
    from (select max(public.word_similarity(form.text, p_text) * case when form.n = 1 then 1 else 0.9 end) as best
            from jsonb_array_elements(p_words) with ordinality word (forms, n), jsonb_array_elements_text(word.forms) with ordinality form (text, n)
            group by word.n) w;
end;

-- Organisations, people and cities the actor may see, the best answers first. p_kind: one of the three, or null for all.
-- p_identifier: the whole question, as an identifier would be written; p_country: the country it names, if it does.
create function directory.search(p_words jsonb, p_threshold real, p_identifier text, p_country text, p_kind text, p_limit integer, p_offset integer)
returns table (kind text, id uuid, total bigint)
language plpgsql rows 25 security definer
set search_path = pg_catalog, public
set pg_trgm.word_similarity_threshold = 0.6 as $$
#variable_conflict use_column
declare
  v_actor         uuid    := app.actor_organisation();
  v_co_travellers uuid[]  := missions.actor_co_travellers();
  v_organisations boolean := coalesce(p_kind, 'organisation') = 'organisation';
  v_people        boolean := coalesce(p_kind, 'person') = 'person';
  v_cities        boolean := coalesce(p_kind, 'city') = 'city';
  v_words         jsonb;
  v_first         text[];
begin
  if v_actor is null then return; end if;
  perform set_config('pg_trgm.word_similarity_threshold', p_threshold::text, true);
  select coalesce(jsonb_agg((select jsonb_agg(app.fold(f)) from jsonb_array_elements_text(e.forms) f) order by e.n), '[]')
    into v_words from jsonb_array_elements(p_words) with ordinality e (forms, n);
  v_first := array(select jsonb_array_elements_text(v_words -> 0));
  return query
    with candidate as (
      select 'organisation' as kind, o.id, o.search_text, null::real as score
        from unnest(v_first) w (form) join directory.organisation o on o.kept_by = v_actor and o.search_text %> w.form where v_organisations
      union all
      select 'organisation', o.id, o.search_text, null
        from unnest(v_first) w (form) join directory.organisation o on o.is_workspace and o.search_text %> w.form where v_organisations
      union all
      select 'organisation', o.id, o.search_text, null
        from unnest(v_first) w (form) join directory.organisation o on o.id = any (v_co_travellers) and o.search_text %> w.form where v_organisations
      union all
      select 'organisation', o.id, o.search_text, 1
        from directory.organisation_identifier i join directory.organisation o on o.id = i.organisation_id
        where v_organisations and i.value = p_identifier and (o.kept_by = v_actor or o.is_workspace or o.id = any (v_co_travellers))
      union all
      select 'organisation', o.id, o.search_text, 0.5
        from directory.organisation o where v_organisations and o.country = p_country and (o.kept_by = v_actor or o.is_workspace or o.id = any (v_co_travellers))
      union all
      select 'person', p.id, p.search_text, null
        from unnest(v_first) w (form) join directory.person p on p.organisation_id = v_actor and p.search_text %> w.form where v_people
      union all
      select 'city', c.id, c.search_text, null
        from unnest(v_first) w (form) join directory.city c on c.search_text %> w.form where v_cities
      union all
      select 'city', c.id, c.search_text, 0.5
        from directory.city c where v_cities and c.country = p_country
    ),
    answer as (
      select c.kind, c.id, c.search_text, max(coalesce(c.score, directory.match_score(c.search_text, v_words))) as score
        from candidate c group by c.kind, c.id, c.search_text
    )
    select a.kind, a.id, count(*) over () from answer a where a.score > 0
      order by a.score desc, length(a.search_text), a.search_text, a.id
      limit p_limit offset p_offset;
end $$;
alter function directory.search owner to escale_keeper;
revoke all on function directory.search from public;
grant execute on function directory.search to escale_web;
drop index directory.identifier_by_value;
create index identifier_by_value on directory.organisation_identifier (value, scheme);

-- Cards and workspaces the actor may see under exactly this name, in any language, accents and capitals aside; one's own cards first.
create function directory.organisations_named(p_name text, p_country text) returns setof uuid
language plpgsql rows 1 security definer
set search_path = pg_catalog, public
set pg_trgm.word_similarity_threshold = 0.6 as $$
declare
  v_actor uuid := app.actor_organisation();
  v_name  text := app.fold(p_name);
begin
  if v_actor is null then return; end if;
  return query
    select o.id from directory.organisation o
      where o.search_text %> v_name and o.country = p_country
        and (o.kept_by = v_actor or o.is_workspace or o.id = any (missions.actor_co_travellers()))
        and (app.fold(o.name) = v_name or exists (select from jsonb_each_text(o.names) each_name (language, text) where app.fold(each_name.text) = v_name))
      order by o.kept_by = v_actor desc, o.is_workspace desc, o.id;
end $$;
alter function directory.organisations_named owner to escale_keeper;
revoke all on function directory.organisations_named from public;
grant execute on function directory.organisations_named to escale_web;

-- ---------------------------------------------------------------- rules of the directory
-- Association numbers of Corsica (W2A…, W2B…) and of the overseas territories contain letters.
alter table directory.organisation_identifier
  drop constraint value_has_the_shape_of_its_scheme,
  add constraint value_has_the_shape_of_its_scheme check (case scheme
    when 'FR-SIREN'  then value ~ '^\d{9}$'
    when 'FR-SIRET'  then value ~ '^\d{14}$'
    when 'FR-RNA'    then value ~ '^W\d[0-9A-Z]\d{7}$'
    when 'EU-VAT'    then value ~ '^[A-Z]{2}[0-9A-Z+*]{2,13}$'
    when 'LEI'       then value ~ '^[A-Z0-9]{18}\d{2}$'
    when 'ROR'       then value ~ '^0[0-9a-z]{6}\d{2}$'
    when 'WIKIDATA'  then value ~ '^Q\d+$'
    when 'GEONAMES'  then value ~ '^\d+$'
    when 'UN-LOCODE' then value ~ '^[A-Z]{2}[A-Z2-9]{3}$'
    else false end);

alter table directory.affiliation
  -- Compared as written: two spellings are two capacities, and people will see both.
  add constraint nobody_holds_a_capacity_twice_at_once exclude using gist
    (person_id with =, affiliated_to_id with =, (capacity::text) with =, daterange(starts_on, ends_on, '[]') with &&),
  add constraint dates_are_plausible check (starts_on > '1800-01-01' and ends_on < '2200-01-01');

alter table directory.organisation
  add constraint website_is_an_address check (website ~ '^https?://[^[:space:]]+$');

-- A card one does not see may not be named either: naming it would tell that it exists.
drop policy own_affiliations on directory.affiliation;
create policy own_affiliations on directory.affiliation to escale_web
  using (exists (select from directory.person p where p.id = person_id))
  with check (exists (select from directory.person p where p.id = person_id)
    and exists (select from directory.organisation o where o.id = affiliated_to_id));

-- A request neither promotes a card to a workspace nor demotes a workspace: that is for the keeper's functions.
create function directory.guard_workspace() returns trigger language plpgsql as $$
begin
  if (new.id, new.is_workspace) is distinct from (old.id, old.is_workspace) and not pg_has_role(current_user, 'escale_keeper', 'member') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_workspace_stays_a_workspace', message = 'what an organisation is does not change here';
  end if;
  return new;
end $$;
create trigger guard_workspace before update on directory.organisation for each row execute function directory.guard_workspace();
