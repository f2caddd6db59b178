-- On the day of the meetings: who has come. The id is chosen by whoever notes it, so that a queue may send it again: somebody arrives once a day.
create table meetings.arrival (
  id                 uuid primary key,
  mission_id         uuid not null,
  event_id           uuid not null,
  representative_id  uuid not null,
  day                date not null,
  way                text not null,
  noted_at           timestamptz not null,
  noted_by           uuid default app.actor_account(),
  noted_name         text not null,
  constraint way_is_known                    check (way in ('scan', 'list')),
  constraint arrives_once_a_day              unique (representative_id, day),
  constraint an_arrival_of_the_event         foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_representative_arrives        foreign key (representative_id, event_id) references meetings.representative (id, event_id) on delete cascade
);
create index arrival_by_event on meetings.arrival (event_id, day);

select app.protect('meetings.arrival', 'private', 'select, insert, delete');

-- Noted and read by the organisers, and by whoever brings the participant.
create policy organisers_and_keepers_note_arrivals on meetings.arrival to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or representative_id in (select r.id from meetings.representative r where r.participant_id in (select meetings.kept_participants())));

-- Two who meet, in one direction or the other: whichever of them asked.
create unique index two_meet_once_whoever_asked on meetings.meeting (event_id, least(one_id, other_id), greatest(one_id, other_id));
