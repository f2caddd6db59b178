-- What each release changed, for who it concerns and for the public: partners compare two releases, a delegate reads what changed for them in their pocket,
-- and whoever holds the address of a published programme reads the public facts of the moments its organisers chose.

-- What a release said anew of an item, and of nobody it is for.
create table programme.item_version (
  item_id     uuid not null,
  mission_id  uuid not null,
  number      integer not null,
  content     jsonb not null,
  constraint an_item_is_said_once_per_release primary key (item_id, number),
  constraint a_version_is_of_an_item    foreign key (item_id, mission_id) references programme.item (id, mission_id) on delete cascade,
  constraint a_version_is_of_a_release  foreign key (mission_id, number) references programme.release (mission_id, number) on delete cascade
);
create index item_version_by_release on programme.item_version (mission_id, number);

-- Whom a release tells something of an item: they were and are invited and it says something else; they are now invited; they no longer are. The first
-- release is no news.
create table programme.item_news (
  item_id     uuid not null,
  mission_id  uuid not null,
  number      integer not null,
  were_invited  boolean not null,
  are_invited   boolean not null,
  member_ids  uuid[] not null,
  constraint a_release_tells_a_thing_once primary key (item_id, number, were_invited, are_invited),
  constraint news_is_for_a_guest          check (were_invited or are_invited),
  constraint news_is_for_somebody         check (cardinality(member_ids) > 0),
  constraint news_is_of_an_item    foreign key (item_id, mission_id) references programme.item (id, mission_id) on delete cascade,
  constraint news_is_of_a_release  foreign key (mission_id, number) references programme.release (mission_id, number) on delete cascade
);
create index item_news_by_release on programme.item_news (mission_id, number);

select app.protect('programme.item_version', 'silent', 'select');
select app.protect('programme.item_news', 'silent', 'select');
create policy partners_read_versions on programme.item_version for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy partners_read_news on programme.item_news for select to escale_web using (mission_id in (select missions.actor_seats()));

-- An item as its guests read it: nothing of whom else it is for, nor of how it was prepared.
create function programme.said(p_item jsonb) returns jsonb language sql immutable parallel safe
  return p_item - array['people', 'audience', 'organisationIds', 'memberIds', 'themeId', 'trackId', 'capacity', 'interpretersNeeded', 'interpreters'];
create or replace function pocket.said(p_item jsonb) returns jsonb language sql immutable parallel safe return programme.said(p_item);

-- Compares a release with the one before it, in the transaction of the release.
create function programme.keep_changes(p_release uuid, p_text text) returns void
language plpgsql security definer set search_path = pg_catalog, programme as $$
declare
  v_mission  uuid;
  v_number   integer;
  v_before   jsonb;
begin
  select r.mission_id, r.number into v_mission, v_number from programme.release r where r.id = p_release;
  select c.content::jsonb -> 'items' into v_before
    from programme.release r join programme.release_content c on c.release_id = r.id where r.mission_id = v_mission and r.number = v_number - 1;

  with was as materialized (
    select (i ->> 'id')::uuid as item_id, programme.said(i) as content, i -> 'people' as people from jsonb_array_elements(coalesce(v_before, '[]')) i
  ), now_is as materialized (
    select (i ->> 'id')::uuid as item_id, programme.said(i) as content, i -> 'people' as people from jsonb_array_elements(p_text::jsonb -> 'items') i
  ), compared as materialized (
    select n.item_id, n.content, n.people, w.people as were, w.content is distinct from n.content as is_said
      from now_is n left join was w using (item_id) where w.item_id is null or w.content <> n.content or w.people <> n.people
  ), kept as (
    insert into programme.item_version (item_id, mission_id, number, content) select b.item_id, v_mission, v_number, b.content from compared b where b.is_said
  )
  insert into programme.item_news (item_id, mission_id, number, were_invited, are_invited, member_ids)
    select b.item_id, v_mission, v_number, m.were, m.are, array_agg(m.id order by m.id)
      from compared b cross join lateral (
        select p.id::uuid as id, coalesce(b.were ? p.id, false) as were, true as are from jsonb_array_elements_text(b.people) p (id)
        union all
        select p.id::uuid, true, false from jsonb_array_elements_text(coalesce(b.were, '[]')) p (id) where not b.people ? p.id) m
      where v_before is not null and (b.is_said or not (m.were and m.are))
      group by b.item_id, m.were, m.are;
end $$;
create function programme.keep_changes_of_release() returns trigger language plpgsql security definer set search_path = pg_catalog, programme as $$
begin
  perform programme.keep_changes(new.release_id, new.content);
  return null;
end $$;
alter function programme.keep_changes owner to escale_keeper;
alter function programme.keep_changes_of_release owner to escale_keeper;
revoke all on function programme.keep_changes, programme.keep_changes_of_release from public;
create trigger releases_keep_their_changes after insert on programme.release_content for each row execute function programme.keep_changes_of_release();

-- The releases there already are.
do $$ begin
  perform programme.keep_changes(c.release_id, c.content) from programme.release_content c;
end $$;

-- What each release changed for the member whose pocket is open, the latest first: what was said of it before, what is said since.
create function pocket.changelog() returns jsonb
language sql stable security definer set search_path = pg_catalog, pocket
begin atomic
  select coalesce(jsonb_agg(jsonb_build_object(
      'number', r.number, 'name', r.name, 'releasedAt', to_char(r.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'changes', coalesce((
        select jsonb_agg(jsonb_build_object('before', case when n.were_invited then w.content end, 'after', case when n.are_invited then v.content end)
            order by coalesce(v.content, w.content) ->> 'startsAt', n.item_id)
          from programme.item_news n
          left join lateral (select o.content from programme.item_version o where o.item_id = n.item_id and o.number < n.number order by o.number desc limit 1) w on true
          left join lateral (select o.content from programme.item_version o where o.item_id = n.item_id and o.number <= n.number order by o.number desc limit 1) v on true
          where n.mission_id = r.mission_id and n.number = r.number and m.id = any (n.member_ids)), '[]'))
      order by r.number desc), '[]')
    from delegations.member m join programme.release r on r.mission_id = m.mission_id
    where m.id = pocket.actor_member();
end;
alter function pocket.changelog owner to escale_keeper;
revoke all on function pocket.changelog from public;
grant execute on function pocket.changelog to escale_web;

-- ---------------------------------------------------------------- the public programme
-- Its address, while there is one to read. Taken back, it answers that there is nothing.
create table programme.publication (
  mission_id       uuid primary key references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  slug             text not null,
  is_open          boolean not null,
  version          integer not null default 1,
  constraint slug_is_an_address                 check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  constraint an_address_serves_one_programme    unique (slug)
);
-- A moment the organisers chose to make public, and the last release when they did: what changed before is not told.
create table programme.public_item (
  item_id     uuid primary key,
  mission_id  uuid not null,
  since       integer not null,
  constraint since_is_a_release_or_none check (since >= 0),
  constraint a_public_item_is_of_a_publication foreign key (mission_id) references programme.publication on delete cascade,
  constraint a_public_item_is_an_item   foreign key (item_id, mission_id) references programme.item (id, mission_id) on delete cascade
);
create index public_item_by_mission on programme.public_item (mission_id);

select app.protect('programme.publication', 'shared', 'select, insert, update');
select app.protect('programme.public_item', 'shared', 'select, insert, delete');
create policy partners_read_the_publication on programme.publication for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_publish on programme.publication for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_change_the_publication on programme.publication for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy partners_read_what_is_public on programme.public_item for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_choose_what_is_public on programme.public_item for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_take_back_what_is_public on programme.public_item for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

-- The public facts of an item, and no others: no name of a person, no instruction, no file.
create function programme.public_facts(p_said jsonb) returns jsonb language sql immutable parallel safe
  return jsonb_build_object(
    'id', p_said -> 'id', 'type', p_said -> 'type', 'state', p_said -> 'state', 'title', p_said -> 'title', 'languages', p_said -> 'languages',
    'startsAt', p_said -> 'startsAt', 'endsAt', p_said -> 'endsAt', 'timeZone', p_said -> 'timeZone', 'venue', p_said -> 'venue', 'organiser', p_said -> 'organiser');

-- The published programme at an address, and what its releases changed. Null where nothing is published.
create function programme.published_at(p_slug text) returns jsonb
language sql stable security definer set search_path = pg_catalog, programme
begin atomic
  select jsonb_build_object(
    'title', m.title, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'organiserName', lead.name,
    'releases', coalesce((
      select jsonb_agg(jsonb_build_object(
          'number', r.number, 'releasedAt', to_char(r.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'changes', coalesce((
            select jsonb_agg(jsonb_build_object('before', programme.public_facts(w.content), 'after', programme.public_facts(v.content)) order by v.content ->> 'startsAt', v.item_id)
              from programme.item_version v join programme.public_item i on i.item_id = v.item_id and i.since < v.number
              left join lateral (select o.content from programme.item_version o where o.item_id = v.item_id and o.number < v.number order by o.number desc limit 1) w on true
              where v.mission_id = r.mission_id and v.number = r.number and r.number > 1), '[]'))
          order by r.number desc)
        from programme.release r where r.mission_id = p.mission_id), '[]'),
    'items', coalesce((
      select jsonb_agg(programme.public_facts(v.content) order by v.content ->> 'startsAt', i.item_id)
        from programme.public_item i
        cross join lateral (select o.content from programme.item_version o where o.item_id = i.item_id order by o.number desc limit 1) v
        where i.mission_id = p.mission_id), '[]'))
    from programme.publication p
    join missions.mission m on m.id = p.mission_id
    join directory.organisation lead on lead.id = m.lead_organisation_id
    where p.slug = p_slug and p.is_open;
end;
alter function programme.published_at owner to escale_keeper;
revoke all on function programme.published_at from public;
grant execute on function programme.published_at to escale_web;
