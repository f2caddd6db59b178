-- Meetings of a mission that goes from city to city: an event is held on one leg or on several, a day and a table on one of them, each on the clocks of its
-- city; who takes part is there on all of them, or on those that are said.

create table meetings.event_leg (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null,
  event_id    uuid not null,
  leg_id      uuid not null,
  -- Taken from the leg when it joins the event: slots that are laid out keep their hour.
  time_zone   text not null,
  constraint zone_is_named                 check (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'),
  constraint a_leg_of_the_event            foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_leg_held_by_an_event_stays  foreign key (leg_id, mission_id) references missions.leg (id, mission_id),
  constraint a_leg_is_held_once            unique (event_id, leg_id)
);

-- Without a line here, a participant is there on every leg.
create table meetings.participant_leg (
  id              uuid primary key default uuidv7(),
  mission_id      uuid not null,
  event_id        uuid not null,
  participant_id  uuid not null,
  leg_id          uuid not null,
  constraint a_leg_of_a_participant     foreign key (participant_id, event_id) references meetings.participant (id, event_id) on delete cascade,
  constraint a_presence_of_the_event    foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  -- A leg that went with those who are on no other would put them on all of them.
  constraint a_leg_with_participants_stays foreign key (event_id, leg_id) references meetings.event_leg (event_id, leg_id),
  constraint a_participant_is_on_a_leg_once unique (participant_id, leg_id)
);
create index participant_leg_by_event on meetings.participant_leg (event_id);

select app.protect('meetings.event_leg', 'shared', 'select, insert, delete');
select app.protect('meetings.participant_leg', 'shared', 'select, insert, delete');
create policy partners_read_the_event on meetings.event_leg for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_add_to_the_event on meetings.event_leg for insert to escale_web with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_remove_from_the_event on meetings.event_leg for delete to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy partners_read_presences on meetings.participant_leg for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy keepers_and_organisers_add_presences on meetings.participant_leg for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));
create policy keepers_and_organisers_remove_presences on meetings.participant_leg for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));

-- What there is: each event on the leg it was opened on.
insert into meetings.event_leg (mission_id, event_id, leg_id, time_zone) select mission_id, id, leg_id, time_zone from meetings.event;
-- The one on which an event was opened stays: its dates are told on those clocks.
alter table meetings.event add constraint an_event_stays_on_its_leg foreign key (id, leg_id) references meetings.event_leg (event_id, leg_id)
  deferrable initially deferred;

-- A day on the clocks of its leg; one day is on one leg.
alter table meetings.slot disable trigger user;
alter table meetings.slot add column leg_id uuid, add column day date;
update meetings.slot s set leg_id = e.leg_id, day = (s.starts_at at time zone e.time_zone)::date from meetings.event e where e.id = s.event_id;
alter table meetings.slot enable trigger user;
alter table meetings.slot alter column leg_id set not null, alter column day set not null,
  add constraint a_leg_with_slots_stays foreign key (event_id, leg_id) references meetings.event_leg (event_id, leg_id),
  add constraint a_slot_has_one_leg unique (id, leg_id),
  add constraint a_day_is_on_one_leg exclude using gist (event_id with =, day with =, leg_id with <>);

alter table meetings.spot disable trigger user;
alter table meetings.spot add column leg_id uuid;
update meetings.spot s set leg_id = e.leg_id from meetings.event e where e.id = s.event_id;
alter table meetings.spot enable trigger user;
alter table meetings.spot alter column leg_id set not null,
  add constraint a_leg_with_spots_stays foreign key (event_id, leg_id) references meetings.event_leg (event_id, leg_id),
  add constraint a_spot_has_one_leg unique (id, leg_id);

-- A meeting sits at a spot of the leg of its slot.
alter table meetings.meeting disable trigger user;
alter table meetings.meeting add column leg_id uuid;
update meetings.meeting m set leg_id = s.leg_id from meetings.slot s where s.id = m.slot_id;
alter table meetings.meeting enable trigger user;
alter table meetings.meeting alter column leg_id set not null,
  add constraint a_meeting_is_on_the_leg_of_its_slot foreign key (slot_id, leg_id) references meetings.slot (id, leg_id),
  add constraint a_spot_is_on_the_leg_of_the_meeting foreign key (spot_id, leg_id) references meetings.spot (id, leg_id);

-- The day of a slot is told by the clocks of its leg, whoever writes it.
create function meetings.day_of_slot() returns trigger language plpgsql set search_path = pg_catalog, meetings as $$
begin
  -- On a leg the event does not hold, the key says so.
  new.day := coalesce((select (new.starts_at at time zone l.time_zone)::date from meetings.event_leg l
    where l.event_id = new.event_id and l.leg_id = new.leg_id), (new.starts_at at time zone 'UTC')::date);
  return new;
end $$;
create trigger day_of_slot before insert or update of starts_at, leg_id, day on meetings.slot for each row execute function meetings.day_of_slot();

-- The leg of a meeting is that of its slot; both who meet are there.
create function meetings.leg_of_meeting() returns trigger language plpgsql security definer set search_path = pg_catalog, meetings as $$
begin
  -- Of a slot that is gone, the key says so.
  new.leg_id := coalesce((select s.leg_id from meetings.slot s where s.id = new.slot_id), '00000000-0000-0000-0000-000000000000');
  -- Presences do not change meanwhile.
  perform from meetings.participant p where p.id in (new.one_id, new.other_id) order by p.id for key share;
  if exists (select from meetings.participant_leg l where l.participant_id in (new.one_id, new.other_id)
      group by l.participant_id having not bool_or(l.leg_id = new.leg_id)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'who_meets_is_on_the_leg', message = 'both who meet are on the leg of the meeting';
  end if;
  return new;
end $$;
alter function meetings.leg_of_meeting owner to escale_keeper;
create trigger leg_of_meeting before insert or update of slot_id, leg_id, one_id, other_id on meetings.meeting
  for each row execute function meetings.leg_of_meeting();

-- Nobody leaves a leg on which they have a meeting. At the end of the transaction: presences are replaced as a whole.
create function meetings.check_presence() returns trigger language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant uuid := coalesce(new.participant_id, old.participant_id);
begin
  perform from meetings.participant p where p.id = v_participant for update;
  if exists (select from meetings.participant_leg l where l.participant_id = v_participant)
    and exists (select from meetings.meeting m where v_participant in (m.one_id, m.other_id)
      and not exists (select from meetings.participant_leg l where l.participant_id = v_participant and l.leg_id = m.leg_id)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'nobody_leaves_a_leg_with_meetings',
      message = 'nobody leaves a leg on which they have a meeting';
  end if;
  return null;
end $$;
alter function meetings.check_presence owner to escale_keeper;
create constraint trigger nobody_leaves_a_leg_with_meetings after insert or delete on meetings.participant_leg
  deferrable initially deferred for each row execute function meetings.check_presence();

-- What the holder of a link sees of the slots: those of the legs its company is on, each with its city and its clocks.
create function meetings.slots_of_participant(p_participant uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, meetings
begin atomic
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'startsAt', meetings.iso(s.starts_at), 'endsAt', meetings.iso(s.ends_at), 'legId', s.leg_id,
      'timeZone', l.time_zone, 'city', case when (select count(*) from meetings.event_leg o where o.event_id = s.event_id) > 1 then m.city_name end)
      order by s.starts_at), '[]')
    from meetings.participant p join meetings.slot s on s.event_id = p.event_id
    join meetings.event_leg l on l.event_id = s.event_id and l.leg_id = s.leg_id join missions.leg m on m.id = s.leg_id
    where p.id = p_participant and (not exists (select from meetings.participant_leg x where x.participant_id = p.id)
      or exists (select from meetings.participant_leg x where x.participant_id = p.id and x.leg_id = s.leg_id));
end;
alter function meetings.slots_of_participant owner to escale_keeper;
revoke all on function meetings.day_of_slot, meetings.leg_of_meeting, meetings.check_presence, meetings.slots_of_participant from public;
grant execute on function meetings.slots_of_participant to escale_keeper;

create or replace function meetings.open_link(p_digest bytea, p_now timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, meetings as $$
declare
  v_link meetings.answer_link;
begin
  select * into v_link from meetings.answer_link where token_digest = p_digest;
  if not found then return null; end if;
  if v_link.revoked_at is not null then return jsonb_build_object('state', 'revoked', 'language', v_link.language); end if;
  if v_link.expires_at <= p_now then return jsonb_build_object('state', 'expired', 'language', v_link.language); end if;
  return (select jsonb_build_object('state', 'open', 'language', v_link.language, 'expiresAt', meetings.iso(v_link.expires_at),
      'event', jsonb_build_object('id', e.id, 'title', e.title, 'timeZone', e.time_zone, 'opensAt', meetings.iso(e.opens_at), 'closesAt', meetings.iso(e.closes_at)),
      'organisation', o.name,
      'participant', jsonb_build_object('id', p.id, 'name', p.name, 'sectors', p.sectors, 'offers', p.offers, 'needs', p.needs, 'languages', p.languages),
      'quotas', (select jsonb_build_object('requestQuota', a.request_quota, 'meetingQuota', a.meeting_quota, 'requested', a.requested, 'accepted', a.accepted)
         from meetings.allowance a where a.participant_id = p.id),
      'slots', meetings.slots_of_participant(p.id),
      'representatives', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'givenName', r.given_name, 'familyName', r.family_name,
           'away', coalesce((select jsonb_agg(b.slot_id) from meetings.absence b where b.representative_id = r.id), '[]')) order by r.family_name, r.id)
         from meetings.representative r where r.participant_id = p.id), '[]'),
      'requests', coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', x.name, 'city', x.city, 'country', x.country, 'sectors', x.sectors,
           'offers', x.offers, 'needs', x.needs, 'state', case when w.state = 'open' and w.expires_at <= p_now then 'expired' else w.state end,
           'motive', w.motive, 'expiresAt', meetings.iso(w.expires_at), 'reason', w.reason) order by w.asked_at, w.id)
         from meetings.wish w join meetings.participant x on x.id = w.participant_id
         where w.about_id = p.id and w.state in ('open', 'accepted', 'declined', 'expired')), '[]'),
      'choices', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'city', x.city, 'country', x.country, 'sectors', x.sectors,
           'offers', x.offers, 'needs', x.needs, 'languages', x.languages, 'isAnswered', r.is_answered, 'degree', w.degree, 'state', w.state, 'motive', coalesce(w.motive, ''),
           'reason', w.reason) order by lower(x.name), x.id)
         from meetings.participant x join meetings.rule r on r.from_id = p.circle_id and r.to_id = x.circle_id
         left join meetings.wish w on w.participant_id = p.id and w.about_id = x.id
         where x.event_id = e.id and x.id <> p.id), '[]'))
    from meetings.participant p join meetings.event e on e.id = p.event_id join directory.organisation o on o.id = v_link.organisation_id
    where p.id = v_link.participant_id);
end $$;

create or replace function meetings.meetings_of_link(p_digest bytea, p_now timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  return coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', x.name, 'spot', s.name,
      'startsAt', meetings.iso(m.starts_at), 'endsAt', meetings.iso(m.ends_at), 'timeZone', l.time_zone,
      'outcome', case when o.id is not null then jsonb_build_object('state', o.state, 'nextStep', o.next_step, 'nextStepOn', o.next_step_on,
        'nextStepWords', o.next_step_words, 'version', o.version) end) order by m.starts_at, m.id)
    from meetings.meeting m
    join meetings.participant x on x.id in (m.one_id, m.other_id) and x.id <> v_participant.id
    join meetings.spot s on s.id = m.spot_id
    join meetings.event_leg l on l.event_id = m.event_id and l.leg_id = m.leg_id
    left join meetings.outcome o on o.meeting_id = m.id and o.participant_id = v_participant.id
    where v_participant.id in (m.one_id, m.other_id) and m.starts_at <= p_now), '[]');
end $$;
