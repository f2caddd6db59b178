-- Search where one organisation keeps a hundred thousand people. The index answers all the words at once, not the first alone; a name that hundreds
-- bear is found as it is written, without weighing what resembles it; and the spelling with two letters swapped is looked for as it is.
create or replace function directory.search(p_words jsonb, p_threshold real, p_identifier text, p_country text, p_kind text, p_limit integer, p_offset integer)
returns table (kind text, id uuid, total bigint)
language plpgsql rows 25 security definer
set search_path = pg_catalog, public
set pg_trgm.word_similarity_threshold = 0.6
-- Words that are not there leave the plan: it is made for each question.
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  -- From so many cards that hold the words as they are written, what merely resembles them is not looked for.
  c_common        constant integer := 200;
  v_actor         uuid    := app.actor_organisation();
  v_co_travellers uuid[]  := missions.actor_co_travellers();
  v_organisations boolean := coalesce(p_kind, 'organisation') = 'organisation';
  v_people        boolean := coalesce(p_kind, 'person') = 'person';
  v_cities        boolean := coalesce(p_kind, 'city') = 'city';
  -- As typed, the longest first: six at most, see domain/search-words.ts.
  v_words         text[];
  -- What a text must hold, one row for each spelling: as typed where that is common, otherwise with one word replaced by another form of it.
  v_held          jsonb;
  v_is_common     boolean;
  -- Whether what is held is answer enough: what resembles the words is looked for otherwise.
  v_is_settled    boolean;
begin
  if v_actor is null then return; end if;
  perform set_config('pg_trgm.word_similarity_threshold', p_threshold::text, true);
  select coalesce(array_agg(app.fold(e.forms ->> 0) order by e.n), '{}') into v_words from jsonb_array_elements(p_words) with ordinality e (forms, n);
  v_is_common := (
    select count(*) >= c_common from (
      (select from directory.person p
        where v_people and p.organisation_id = v_actor and p.search_text like '%' || v_words[1] || '%'
          and (v_words[2] is null or p.search_text like '%' || v_words[2] || '%') and (v_words[3] is null or p.search_text like '%' || v_words[3] || '%')
          and (v_words[4] is null or p.search_text like '%' || v_words[4] || '%') and (v_words[5] is null or p.search_text like '%' || v_words[5] || '%')
          and (v_words[6] is null or p.search_text like '%' || v_words[6] || '%') limit c_common)
      union all
      (select from directory.organisation o
        where v_organisations and o.kept_by = v_actor and o.search_text like '%' || v_words[1] || '%'
          and (v_words[2] is null or o.search_text like '%' || v_words[2] || '%') and (v_words[3] is null or o.search_text like '%' || v_words[3] || '%')
          and (v_words[4] is null or o.search_text like '%' || v_words[4] || '%') and (v_words[5] is null or o.search_text like '%' || v_words[5] || '%')
          and (v_words[6] is null or o.search_text like '%' || v_words[6] || '%') limit c_common)) held);
  v_held := case when v_is_common then jsonb_build_array(to_jsonb(v_words)) else (
    select coalesce(jsonb_agg(jsonb_set(to_jsonb(v_words), array[(e.n - 1)::text], to_jsonb(app.fold(form.text)))), '[]')
      from jsonb_array_elements(p_words) with ordinality e (forms, n), jsonb_array_elements_text(e.forms) with ordinality form (text, n) where form.n > 1) end;
  v_is_settled := v_is_common or exists (
    select from jsonb_array_elements(v_held) h join directory.person p on p.organisation_id = v_actor
      where v_people and p.search_text like all (array(select '%' || w || '%' from jsonb_array_elements_text(h) w)) and p.search_text like '%' || (h ->> 0) || '%');
  return query
    with held as (
      select '%' || (h ->> 0) || '%' as a, '%' || coalesce(h ->> 1, h ->> 0) || '%' as b, '%' || coalesce(h ->> 2, h ->> 0) || '%' as c, h, jsonb_array_length(h) > 3 as is_long
        from jsonb_array_elements(v_held) h
    ),
    candidate as (
      select 'organisation' as kind, o.id, o.search_text, null::real as score
        from directory.organisation o where v_organisations and not v_is_settled and o.kept_by = v_actor and o.search_text %> v_words[1]
          and (v_words[2] is null or o.search_text %> v_words[2]) and (v_words[3] is null or o.search_text %> v_words[3])
          and (v_words[4] is null or o.search_text %> v_words[4]) and (v_words[5] is null or o.search_text %> v_words[5]) and (v_words[6] is null or o.search_text %> v_words[6])
      union all
      select 'organisation', o.id, o.search_text, null
        from directory.organisation o where v_organisations and o.is_workspace and o.search_text %> v_words[1]
          and (v_words[2] is null or o.search_text %> v_words[2]) and (v_words[3] is null or o.search_text %> v_words[3])
          and (v_words[4] is null or o.search_text %> v_words[4]) and (v_words[5] is null or o.search_text %> v_words[5]) and (v_words[6] is null or o.search_text %> v_words[6])
      union all
      select 'organisation', o.id, o.search_text, null
        from directory.organisation o where v_organisations and o.id = any (v_co_travellers) and o.search_text %> v_words[1]
          and (v_words[2] is null or o.search_text %> v_words[2]) and (v_words[3] is null or o.search_text %> v_words[3])
          and (v_words[4] is null or o.search_text %> v_words[4]) and (v_words[5] is null or o.search_text %> v_words[5]) and (v_words[6] is null or o.search_text %> v_words[6])
      union all
      select 'organisation', o.id, o.search_text, case when v_is_common then 1 else 0.9 end
        from held join directory.organisation o on (o.kept_by = v_actor or o.is_workspace or o.id = any (v_co_travellers))
          and o.search_text like held.a and o.search_text like held.b and o.search_text like held.c
          and (not held.is_long or not exists (select from jsonb_array_elements_text(held.h) w where strpos(o.search_text, w) = 0)) where v_organisations
      union all
      select 'organisation', o.id, o.search_text, 1
        from directory.organisation_identifier i join directory.organisation o on o.id = i.organisation_id
        where v_organisations and i.value = p_identifier and (o.kept_by = v_actor or o.is_workspace or o.id = any (v_co_travellers))
      union all
      select 'organisation', o.id, o.search_text, 0.5
        from directory.organisation o where v_organisations and o.country = p_country and (o.kept_by = v_actor or o.is_workspace or o.id = any (v_co_travellers))
      union all
      select 'person', p.id, p.search_text, null
        from directory.person p where v_people and not v_is_settled and p.organisation_id = v_actor and p.search_text %> v_words[1]
          and (v_words[2] is null or p.search_text %> v_words[2]) and (v_words[3] is null or p.search_text %> v_words[3])
          and (v_words[4] is null or p.search_text %> v_words[4]) and (v_words[5] is null or p.search_text %> v_words[5]) and (v_words[6] is null or p.search_text %> v_words[6])
      union all
      select 'person', p.id, p.search_text, case when v_is_common then 1 else 0.9 end
        from held join directory.person p on p.organisation_id = v_actor
          and p.search_text like held.a and p.search_text like held.b and p.search_text like held.c
          and (not held.is_long or not exists (select from jsonb_array_elements_text(held.h) w where strpos(p.search_text, w) = 0)) where v_people
      union all
      select 'city', c.id, c.search_text, null
        from directory.city c where v_cities and c.search_text %> v_words[1]
          and (v_words[2] is null or c.search_text %> v_words[2]) and (v_words[3] is null or c.search_text %> v_words[3])
          and (v_words[4] is null or c.search_text %> v_words[4]) and (v_words[5] is null or c.search_text %> v_words[5]) and (v_words[6] is null or c.search_text %> v_words[6])
      union all
      select 'city', c.id, c.search_text, case when v_is_common then 1 else 0.9 end
        from held join directory.city c on c.search_text like held.a and c.search_text like held.b and c.search_text like held.c
          and (not held.is_long or not exists (select from jsonb_array_elements_text(held.h) w where strpos(c.search_text, w) = 0)) where v_cities
      union all
      select 'city', c.id, c.search_text, 0.5
        from directory.city c where v_cities and c.country = p_country
    ),
    answer as (
      select c.kind, c.id, c.search_text, max(coalesce(c.score, (select avg(public.word_similarity(w, c.search_text)) from unnest(v_words) w))) as score
        from candidate c group by c.kind, c.id, c.search_text
    )
    select a.kind, a.id, count(*) over () from answer a where a.score > 0
      order by a.score desc,
        v_is_common and strpos(' ' || a.search_text || ' ', ' ' || v_words[1] || ' ') > 0 desc,
        length(a.search_text), a.search_text, a.id
      limit p_limit offset p_offset;
end $$;
drop function directory.match_score;
