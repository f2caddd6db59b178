-- What a company says of itself besides what everybody who takes part reads: its codes in two nomenclatures, its stage, its markets, its references.
-- It is read by the organisers and by whoever brings the company; others read a field when the company agreed to show that field.
create table meetings.profile (
  -- that of the participant
  id              uuid primary key,
  mission_id      uuid not null,
  event_id        uuid not null,
  sector_codes    text[] not null default '{}',
  stage           text,
  markets         text[] not null default '{}',
  known_by        text not null default '',
  shown           text[] not null default '{}',
  version         integer not null default 1,
  -- « nace:62.01 », « cpv:72000000 »
  constraint codes_name_their_nomenclature check (array_to_string(sector_codes, ' ') ~ '^((nace:\d{2}(\.\d{1,2})?|cpv:\d{8})( |$))*$'),
  constraint stage_is_known                check (stage in ('idea', 'start', 'growth', 'established')),
  constraint markets_are_iso_3166          check (array_to_string(markets, ' ') ~ '^([A-Z]{2}( |$))*$'),
  constraint references_are_short          check (length(known_by) <= 1000),
  constraint shown_fields_are_known        check (shown <@ array['sectorCodes', 'stage', 'markets', 'knownBy']),
  constraint a_profile_of_a_participant    foreign key (id, event_id) references meetings.participant (id, event_id) on delete cascade,
  constraint a_profile_of_the_event        foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade
);
create index profile_by_event on meetings.profile (event_id);

select app.protect('meetings.profile', 'private', 'select, insert, update');
create policy organisers_and_keepers_write_profiles on meetings.profile to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or id in (select meetings.kept_participants()));

-- What each company agreed to show, for the partners of the mission.
create view meetings.shown_profile with (security_barrier) as
  select p.id, p.event_id,
      case when 'sectorCodes' = any (p.shown) then p.sector_codes else '{}' end as sector_codes,
      case when 'stage' = any (p.shown) then p.stage end as stage,
      case when 'markets' = any (p.shown) then p.markets else '{}' end as markets,
      case when 'knownBy' = any (p.shown) then p.known_by else '' end as known_by
    from meetings.profile p where p.mission_id in (select missions.actor_seats());
alter view meetings.shown_profile owner to escale_keeper;
grant select on meetings.shown_profile to escale_web;

-- One profile, written for the first time (version 0) or changed; false when somebody else did meanwhile.
create function meetings.put_profile(p_participant uuid, p_version integer, p_profile jsonb) returns boolean
language plpgsql set search_path = pg_catalog, meetings as $$
begin
  insert into meetings.profile (id, mission_id, event_id, sector_codes, stage, markets, known_by, shown)
    select p.id, p.mission_id, p.event_id, array(select jsonb_array_elements_text(p_profile -> 'sectorCodes')), p_profile ->> 'stage',
        array(select jsonb_array_elements_text(p_profile -> 'markets')), p_profile ->> 'knownBy', array(select jsonb_array_elements_text(p_profile -> 'shown'))
      from meetings.participant p where p.id = p_participant
    on conflict (id) do update
      set sector_codes = excluded.sector_codes, stage = excluded.stage, markets = excluded.markets, known_by = excluded.known_by, shown = excluded.shown
      where profile.version = p_version;
  return found;
end $$;

-- The two things more that the holder of a link may do: read what the company says of itself, with what others agreed to show; and write the former.
create function meetings.profile_of_link(p_digest bytea, p_now timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  if v_participant.id is null then return null; end if;
  return jsonb_build_object(
    'own', (select jsonb_build_object('sectorCodes', p.sector_codes, 'stage', p.stage, 'markets', p.markets, 'knownBy', p.known_by, 'shown', p.shown,
        'version', p.version) from meetings.profile p where p.id = v_participant.id),
    'shown', coalesce((select jsonb_object_agg(p.id, jsonb_build_object(
        'sectorCodes', case when 'sectorCodes' = any (p.shown) then p.sector_codes else '{}' end,
        'stage', case when 'stage' = any (p.shown) then p.stage end,
        'markets', case when 'markets' = any (p.shown) then p.markets else '{}' end,
        'knownBy', case when 'knownBy' = any (p.shown) then p.known_by else '' end))
      from meetings.profile p where p.event_id = v_participant.event_id and p.id <> v_participant.id), '{}'));
end $$;

create function meetings.profile_by_link(p_digest bytea, p_version integer, p_profile jsonb, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  if v_participant.id is null then return false; end if;
  perform set_config('app.event', 'meeting_participant.written', true), set_config('app.actor_name', v_participant.name, true);
  if not meetings.put_profile(v_participant.id, p_version, p_profile) then return false; end if;
  update meetings.participant set sectors = array(select jsonb_array_elements_text(p_profile -> 'sectors')),
      offers = array(select jsonb_array_elements_text(p_profile -> 'offers')), needs = array(select jsonb_array_elements_text(p_profile -> 'needs')),
      languages = array(select jsonb_array_elements_text(p_profile -> 'languages'))
    where id = v_participant.id;
  return true;
end $$;

alter function meetings.profile_of_link owner to escale_keeper;
alter function meetings.profile_by_link owner to escale_keeper;
revoke all on function meetings.put_profile, meetings.profile_of_link, meetings.profile_by_link from public;
grant execute on function meetings.put_profile to escale_web, escale_keeper;
grant execute on function meetings.profile_of_link, meetings.profile_by_link to escale_web;
