-- What became of a meeting, as each of the two sides tells it.
create table meetings.outcome (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  event_id         uuid not null,
  meeting_id       uuid not null,
  participant_id   uuid not null,
  state            text not null,
  next_step        text not null,
  next_step_on     date,
  next_step_words  text not null default '',
  said_at          timestamptz not null,
  said_name        text not null,
  version          integer not null default 1,
  constraint state_is_known                     check (state in ('held', 'they_missed', 'we_missed')),
  constraint next_step_is_known                 check (next_step in ('none', 'documents', 'second_meeting', 'visit', 'quote', 'other')),
  constraint a_next_step_has_its_day_and_words  check (next_step <> 'none' or (next_step_on is null and next_step_words = '')),
  constraint a_next_step_is_short               check (length(next_step_words) <= 300),
  constraint each_side_tells_once               unique (meeting_id, participant_id),
  constraint an_outcome_of_the_event            foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint an_outcome_of_a_participant        foreign key (participant_id, event_id) references meetings.participant (id, event_id) on delete cascade,
  -- What was told does not go with a plan: the meeting stays where it was.
  constraint a_meeting_with_an_outcome_stays    foreign key (meeting_id) references meetings.meeting (id)
);
create index outcome_by_event on meetings.outcome (event_id);

create function meetings.check_outcome() returns trigger language plpgsql security definer set search_path = pg_catalog, meetings as $$
begin
  if not exists (select from meetings.meeting m where m.id = new.meeting_id and m.event_id = new.event_id and new.participant_id in (m.one_id, m.other_id)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_side_tells_its_own_meeting',
      message = 'only the two who meet tell what became of it';
  end if;
  return new;
end $$;
alter function meetings.check_outcome owner to escale_keeper;
create trigger a_side_tells_its_own_meeting before insert or update on meetings.outcome for each row execute function meetings.check_outcome();

-- What an organisation notes for itself about two who meet. It is about the two: planning again takes nothing from it.
create table meetings.lead_note (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  event_id         uuid not null,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  one_id           uuid not null,
  other_id         uuid not null,
  body             text not null,
  written_name     text not null,
  version          integer not null default 1,
  constraint a_note_says_something     check (btrim(body) <> '' and length(body) <= 2000),
  constraint two_are_in_one_order      check (one_id < other_id),
  constraint one_note_about_two        unique (organisation_id, one_id, other_id),
  constraint a_note_of_the_event       foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_note_about_one          foreign key (one_id, event_id) references meetings.participant (id, event_id) on delete cascade,
  constraint a_note_about_the_other    foreign key (other_id, event_id) references meetings.participant (id, event_id) on delete cascade
);

-- Whom an organisation met and keeps in its directory since: once, however often it is asked.
create table meetings.kept_contact (
  id                 uuid primary key default uuidv7(),
  mission_id         uuid not null,
  event_id           uuid not null,
  organisation_id    uuid not null default app.actor_organisation() references directory.organisation,
  representative_id  uuid not null,
  person_id          uuid not null,
  kept_at            timestamptz not null,
  constraint a_contact_is_a_card       foreign key (person_id) references directory.person on delete cascade,
  constraint a_contact_is_kept_once    unique (organisation_id, representative_id),
  constraint a_contact_of_the_event    foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_contact_was_at_a_meeting foreign key (representative_id, event_id) references meetings.representative (id, event_id) on delete cascade
);

select app.protect('meetings.outcome', 'private', 'select, insert, update');
select app.protect('meetings.lead_note', 'private', 'select, insert, update, delete');
select app.protect('meetings.kept_contact', 'private', 'select, insert');

-- One side’s word is read and written by whoever brings it, and by the organisers.
create policy organisers_and_keepers_tell_outcomes on meetings.outcome to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));
-- A note and a contact are of one organisation, organisers or not.
create policy ones_own_notes on meetings.lead_note to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy ones_own_contacts on meetings.kept_contact to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));

-- Who came for the other side of a meeting that one's own side says was held, with what each agreed to show and nothing else.
create function meetings.shown_contacts(p_meeting uuid)
returns table (representative_id uuid, given_name text, family_name text, job text, company text, country text, email text, phone text)
language sql stable security definer set search_path = pg_catalog, meetings
begin atomic
  select r.id, r.given_name, r.family_name, r.job, p.name, p.country,
      case when 'email' = any (r.consents) then c.email end, case when 'phone' = any (r.consents) then c.phone end
    from meetings.meeting m
    join meetings.outcome o on o.meeting_id = m.id and o.state = 'held' and o.participant_id in (select meetings.kept_participants())
    join meetings.attendance a on a.meeting_id = m.id
    join meetings.representative r on r.id = a.representative_id and r.participant_id in (m.one_id, m.other_id) and r.participant_id <> o.participant_id
    join meetings.participant p on p.id = r.participant_id
    join meetings.representative_contact c on c.id = r.id
    where m.id = p_meeting and ((c.email is not null and 'email' = any (r.consents)) or (c.phone is not null and 'phone' = any (r.consents)))
    order by r.family_name, r.id;
end;
alter function meetings.shown_contacts owner to escale_keeper;
revoke all on function meetings.shown_contacts from public;
grant execute on function meetings.shown_contacts to escale_web;

-- Two cards of one's directory become one: whom one met is then the one that stays.
create function meetings.rename_person(p_from uuid, p_to uuid, p_rows uuid[]) returns setof uuid
language sql security definer set search_path = pg_catalog, meetings as $$
  update meetings.kept_contact c set person_id = p_to
    where c.person_id = p_from and c.organisation_id = app.actor_organisation() and (p_rows is null or c.id = any (p_rows))
      and exists (select from directory.person p where p.id = p_to and p.organisation_id = app.actor_organisation())
    returning c.id
$$;
alter function meetings.rename_person owner to escale_keeper;
revoke all on function meetings.rename_person from public;
grant execute on function meetings.rename_person to escale_web;
