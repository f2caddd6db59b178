-- Three slots are offered to somebody who is asked for a meeting; they choose one, by their link or through who brings them, and the plan keeps to it.
create table meetings.slot_offer (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  event_id         uuid not null,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  wish_id          uuid not null references meetings.wish on delete cascade,
  host_id          uuid not null,
  slot_ids         uuid[] not null,
  state            text not null default 'open',
  chosen_slot_id   uuid,
  offered_at       timestamptz not null,
  answered_at      timestamptz,
  constraint state_is_known              check (state in ('open', 'chosen', 'withdrawn')),
  constraint three_slots_are_offered     check (cardinality(slot_ids) = 3),
  constraint one_of_the_three_is_chosen  check (chosen_slot_id is null or chosen_slot_id = any (slot_ids)),
  constraint a_choice_names_its_slot     check (state <> 'chosen' or (chosen_slot_id is not null and answered_at is not null)),
  constraint an_open_offer_has_no_answer check (state <> 'open' or (chosen_slot_id is null and answered_at is null)),
  constraint an_offer_of_the_event       foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint an_offer_to_a_participant   foreign key (host_id, event_id) references meetings.participant (id, event_id) on delete cascade
);
create unique index one_standing_offer_per_request on meetings.slot_offer (wish_id) where state <> 'withdrawn';
create index slot_offer_by_event on meetings.slot_offer (event_id);

create function meetings.check_slot_offer() returns trigger language plpgsql security definer set search_path = pg_catalog, meetings as $$
begin
  if (select count(*) from meetings.slot s where s.event_id = new.event_id and s.id = any (new.slot_ids)) <> 3 then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'three_slots_of_the_event', message = 'an offer is of three slots of its event';
  end if;
  if not exists (select from meetings.wish w where w.id = new.wish_id and w.event_id = new.event_id and w.about_id = new.host_id and w.degree <> 'no') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_offer_answers_a_request', message = 'slots are offered to who is asked';
  end if;
  return new;
end $$;
alter function meetings.check_slot_offer owner to escale_keeper;
create trigger three_slots_of_the_event before insert on meetings.slot_offer for each row execute function meetings.check_slot_offer();

select app.protect('meetings.slot_offer', 'private', 'select, insert, update');
create policy organisers_and_hosts_read_offers on meetings.slot_offer for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or host_id in (select meetings.kept_participants()));
create policy organisers_offer_slots on meetings.slot_offer for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]) and organisation_id = (select app.actor_organisation()));
create policy organisers_withdraw_offers on meetings.slot_offer for update to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

-- One slot of the three, once; to choose is to accept. False when the offer is over, or the slot is not one of them.
create function meetings.choose_slot(p_host uuid, p_offer uuid, p_slot uuid, p_now timestamptz) returns boolean
language plpgsql set search_path = pg_catalog, meetings as $$
declare
  v_wish uuid;
begin
  update meetings.slot_offer set state = 'chosen', chosen_slot_id = p_slot, answered_at = p_now
    where id = p_offer and host_id = p_host and state = 'open' and p_slot = any (slot_ids) returning wish_id into v_wish;
  if not found then return false; end if;
  update meetings.wish set state = 'accepted', answered_at = p_now, reason = null where id = v_wish and state = 'open' and expires_at > p_now;
  return exists (select from meetings.wish w where w.id = v_wish and w.state in ('accepted', 'noted'));
end $$;

create function meetings.choose_slot_by_link(p_digest bytea, p_offer uuid, p_slot uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  perform set_config('app.event', 'meeting_request.answered', true), set_config('app.actor_name', v_participant.name, true);
  return meetings.choose_slot(v_participant.id, p_offer, p_slot, p_now);
end $$;

-- For who brings the one who is asked: the same choice, in its name.
create function meetings.choose_slot_for(p_host uuid, p_offer uuid, p_slot uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, meetings as $$
begin
  if not exists (select from meetings.participant p where p.id = p_host
      and (p.mission_id = any (missions.actor_led_missions()) or p.id in (select meetings.kept_participants()))) then return false; end if;
  return meetings.choose_slot(p_host, p_offer, p_slot, p_now);
end $$;

create function meetings.offers_of_link(p_digest bytea, p_now timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  return coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'wishId', o.wish_id, 'slotIds', o.slot_ids, 'state', o.state, 'chosenSlotId', o.chosen_slot_id))
    from meetings.slot_offer o where o.host_id = v_participant.id and o.state <> 'withdrawn'), '[]');
end $$;

alter function meetings.choose_slot_by_link owner to escale_keeper;
alter function meetings.choose_slot_for owner to escale_keeper;
alter function meetings.offers_of_link owner to escale_keeper;
revoke all on function meetings.choose_slot, meetings.choose_slot_by_link, meetings.choose_slot_for, meetings.offers_of_link from public;
grant execute on function meetings.choose_slot to escale_keeper;
grant execute on function meetings.choose_slot_by_link, meetings.choose_slot_for, meetings.offers_of_link to escale_web;
