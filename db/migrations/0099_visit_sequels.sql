-- What a visit became: a mission, an agreement, and the promise that led there. Said by an organisation for itself, and read from both ends.
alter table visits.promise add constraint a_promise_is_of_one_mission unique (id, mission_id, organisation_id);

create table visits.sequel (
  id                uuid primary key default uuidv7(),
  mission_id        uuid not null references missions.mission on delete cascade,
  organisation_id   uuid not null default app.actor_organisation() references directory.organisation,
  became_mission_id uuid references missions.mission on delete cascade,
  agreement_id      uuid references agreements.agreement on delete cascade,
  promise_id        uuid,
  constraint it_became_one_thing            check (num_nonnulls(became_mission_id, agreement_id) = 1),
  constraint a_visit_does_not_become_itself check (became_mission_id <> mission_id),
  constraint a_sequel_is_said_once          unique nulls not distinct (organisation_id, mission_id, became_mission_id, agreement_id),
  constraint a_promise_of_the_visit         foreign key (promise_id, mission_id, organisation_id)
    references visits.promise (id, mission_id, organisation_id) on delete set null (promise_id)
);
create index sequel_by_visit on visits.sequel (mission_id);
create index sequel_by_mission on visits.sequel (became_mission_id);
create index sequel_by_agreement on visits.sequel (agreement_id);
create index sequel_by_promise on visits.sequel (promise_id, mission_id, organisation_id);

select app.protect('visits.sequel', 'private', 'select, insert, delete');
create policy own_sequels on visits.sequel to escale_web
  using (organisation_id = (select app.actor_organisation()))
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats())
    and (became_mission_id is null or became_mission_id in (select missions.actor_seats()))
    and (agreement_id is null or agreement_id in (select id from agreements.pub_agreement)));
