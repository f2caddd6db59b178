-- Receiving: slots of the programme that partners claim, who greets whom, what was promised, the gifts, and what the year amounts to.

-- What the hosts would like to show, before anyone has taken it upon themselves. Claimed, it becomes a moment of the programme, of the partner who claimed it.
create table visits.slot (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  leg_id           uuid not null,
  title            jsonb not null,
  wish             jsonb not null default '{}',
  day              date not null,
  start_time       text not null,
  end_time         text not null,
  suggested_for    text not null default '',
  claimed_by       uuid,
  claimed_at       timestamptz,
  item_id          uuid references programme.item on delete set null,
  version          integer not null default 1,
  constraint title_is_localized          check (app.is_localized(title) and title <> '{}'),
  constraint wish_is_localized           check (app.is_localized(wish)),
  constraint start_time_is_a_time        check (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  constraint end_time_is_a_time          check (end_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  constraint a_slot_ends_after_it_starts check (end_time > start_time),
  constraint claimed_at_when_claimed     check ((claimed_by is null) = (claimed_at is null)),
  constraint a_moment_was_claimed        check (item_id is null or claimed_by is not null),
  constraint a_leg_with_slots_stays      foreign key (leg_id, mission_id) references missions.leg (id, mission_id),
  constraint a_partner_claims            foreign key (mission_id, claimed_by) references missions.partner (mission_id, organisation_id) on update cascade
);
create index slot_by_mission on visits.slot (mission_id, day, start_time);

-- Who meets the visitors, where and when, and in which car. The number is that of a host: the sheet of the day carries no other.
create table visits.greeting (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  day              date not null,
  at_time          text not null,
  what             jsonb not null,
  place            text not null,
  greeter          text not null,
  greeter_phone    text not null default '',
  car              text not null default '',
  version          integer not null default 1,
  constraint at_time_is_a_time      check (at_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  constraint what_is_localized      check (app.is_localized(what) and what <> '{}'),
  constraint place_is_not_empty     check (btrim(place) <> ''),
  constraint greeter_is_named       check (btrim(greeter) <> '')
);
create index greeting_by_mission on visits.greeting (mission_id, day, at_time);

-- What was promised on a mission, by whom and to whom: private to the organisation that remembers it.
create table visits.promise (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  what             text not null,
  promised_by      text not null,
  promised_to      text not null,
  is_ours          boolean not null,
  due_on           date,
  state            text not null default 'open',
  settled_on       date,
  version          integer not null default 1,
  constraint what_is_not_empty         check (btrim(what) <> ''),
  constraint both_sides_are_named      check (btrim(promised_by) <> '' and btrim(promised_to) <> ''),
  constraint state_is_known            check (state in ('open', 'kept', 'dropped')),
  constraint settled_on_unless_open    check ((state = 'open') = (settled_on is null))
);
create index promise_by_organisation on visits.promise (organisation_id, state, due_on);

-- From which value a gift received is declared: dated, with its source. What we propose, the same everywhere; then what an organisation decided.
create table visits.proposed_threshold (
  valid_from       date primary key,
  threshold_cents  bigint not null,
  source           jsonb not null,
  constraint threshold_is_not_negative check (threshold_cents >= 0),
  constraint source_is_localized       check (app.is_localized(source) and source <> '{}')
);
grant select on visits.proposed_threshold to escale_web, escale_keeper;
insert into visits.proposed_threshold (valid_from, threshold_cents, source) values ('1900-01-01', 15000, jsonb_build_object(
  'fr', 'Seuil proposé : 150 €, montant débattu pour la déclaration des cadeaux et invitations des élus lors de l’examen de la loi n° 2025-1249 du 22 décembre 2025 ; à confirmer par votre organisation.',
  'en', 'Proposed threshold: €150, the amount debated for the declaration of gifts and invitations of elected members when French law no. 2025-1249 of 22 December 2025 was examined; to be confirmed by your organisation.'));

create table visits.gift_rule (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  threshold_cents  bigint not null,
  valid_from       date,
  valid_to         date,
  source           text not null,
  constraint threshold_is_not_negative check (threshold_cents >= 0),
  constraint valid_dates_are_in_order  check (valid_to >= valid_from),
  constraint source_is_given           check (btrim(source) <> ''),
  constraint one_rule_at_a_time        exclude using gist (organisation_id with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- The register of gifts, received and given, of one organisation. Values are in euros.
create table visits.gift (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  mission_id       uuid references missions.mission,
  direction        text not null,
  on_day           date not null,
  description      text not null,
  giver            text not null,
  recipient        text not null,
  value_cents      bigint not null,
  qualifier        text not null,
  threshold_cents  bigint,
  disposition      text not null default 'to_settle',
  declared_on      date,
  kept_where       text not null default '',
  version          integer not null default 1,
  constraint direction_is_known             check (direction in ('received', 'given')),
  constraint qualifier_is_known             check (qualifier in ('exact', 'atLeast', 'about')),
  constraint disposition_is_known           check (disposition in ('to_settle', 'kept', 'handed_over', 'returned')),
  constraint description_is_not_empty       check (btrim(description) <> ''),
  constraint giver_and_recipient_are_named  check (btrim(giver) <> '' and btrim(recipient) <> ''),
  constraint value_is_not_negative          check (value_cents >= 0),
  constraint a_gift_given_is_settled        check (direction = 'received' or disposition = 'handed_over'),
  constraint over_the_threshold_is_declared check (direction = 'given' or disposition = 'to_settle' or value_cents <= threshold_cents or declared_on is not null),
  constraint over_the_threshold_is_not_kept check (direction = 'given' or disposition <> 'kept' or value_cents <= threshold_cents),
  constraint handed_over_somewhere          check (direction = 'given' or disposition <> 'handed_over' or btrim(kept_where) <> '')
);
create index gift_by_organisation on visits.gift (organisation_id, on_day desc);

-- The threshold of a gift is that of its day, whoever writes the row; the organisation's own rule before ours.
create function visits.apply_gift_rule() returns trigger language plpgsql as $$
begin
  new.threshold_cents := coalesce(
    (select r.threshold_cents from visits.gift_rule r where r.organisation_id = new.organisation_id and daterange(r.valid_from, r.valid_to, '[]') @> new.on_day),
    (select t.threshold_cents from visits.proposed_threshold t where t.valid_from <= new.on_day order by t.valid_from desc limit 1));
  return new;
end $$;
create trigger gift_follows_the_rule_of_its_day before insert or update on visits.gift for each row execute function visits.apply_gift_rule();

-- What a document states of a year: kept with its source, beside what is counted from the rows, and never mixed with it.
create table visits.stated_count (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  year             integer not null,
  measure          text not null,
  about            text not null default '',
  value            integer not null,
  qualifier        text not null,
  source           text not null,
  constraint measure_is_known        check (measure in ('delegations_received', 'hosted_events', 'missions')),
  constraint qualifier_is_known      check (qualifier in ('exact', 'atLeast', 'about')),
  constraint year_is_ours            check (year between 1950 and 2100),
  constraint value_is_not_negative   check (value >= 0),
  constraint source_is_given         check (btrim(source) <> ''),
  constraint a_source_states_it_once unique (organisation_id, year, measure, about, source)
);

select app.protect('visits.slot', 'shared', 'select, insert, delete');
-- What was proposed stays as it was proposed: one claims it, or gives it back.
grant update (claimed_by, claimed_at, item_id) on visits.slot to escale_web;
select app.protect('visits.greeting', 'shared', 'select, insert, delete');
select app.protect('visits.promise', 'private', 'select, insert, update');
select app.protect('visits.gift_rule', 'private', 'select, insert, delete');
select app.protect('visits.gift', 'private', 'select, insert, update');
select app.protect('visits.stated_count', 'private', 'select, insert, delete');

-- Every partner sees the slots and the greetings. The organisers propose; a free slot is for whichever partner claims it, and then for no other.
create policy partners_see_slots on visits.slot for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_propose_slots on visits.slot for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]) and organisation_id = (select app.actor_organisation()));
create policy organisers_withdraw_free_slots on visits.slot for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) and claimed_by is null);
create policy partners_claim_free_slots on visits.slot for update to escale_web
  using (mission_id in (select missions.actor_seats()) and (claimed_by is null or claimed_by = (select app.actor_organisation())))
  with check (mission_id in (select missions.actor_seats()) and (claimed_by is null or claimed_by = (select app.actor_organisation())));

create function visits.guard_slot() returns trigger language plpgsql as $$
begin
  if old.claimed_by is not null and new.claimed_by is distinct from old.claimed_by and new.claimed_by is not null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_slot_is_claimed_once', message = 'the slot is claimed already';
  end if;
  return new;
end $$;
create trigger a_slot_is_claimed_once before update on visits.slot for each row execute function visits.guard_slot();

create policy partners_see_greetings on visits.greeting for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy partners_greet on visits.greeting for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy who_greets_withdraws on visits.greeting for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats())));

create policy own_promises on visits.promise to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()))
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy own_rules on visits.gift_rule to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy own_gifts on visits.gift to escale_web
  using (organisation_id = (select app.actor_organisation()))
  with check (organisation_id = (select app.actor_organisation()) and (mission_id is null or mission_id in (select missions.actor_seats())));
create policy own_stated_counts on visits.stated_count to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
