-- The head of a mission is someone who travels with it: a member of that very mission, not withdrawn.
-- A foreign key cannot say so; both sides are checked, as the keeper, because the head may come from any partner.
-- The share lock makes naming a head and withdrawing them wait for each other.
grant create on schema delegations to escale_keeper;

create function delegations.check_head_named() returns trigger language plpgsql security definer set search_path = pg_catalog, delegations as $$
begin
  perform from delegations.member m where m.id = new.head_member_id and m.mission_id = new.id and m.state = 'registered' for share;
  if not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_head_of_a_mission_travels_with_it',
      message = 'the head of a mission is one of its registered members';
  end if;
  return new;
end $$;
alter function delegations.check_head_named owner to escale_keeper;
create trigger head_travels_with_the_mission before insert or update of head_member_id on missions.mission
  for each row when (new.head_member_id is not null) execute function delegations.check_head_named();

create function delegations.check_head_stays() returns trigger language plpgsql security definer set search_path = pg_catalog, delegations as $$
begin
  if exists (select from missions.mission m where m.head_member_id = new.id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_head_of_a_mission_travels_with_it',
      message = 'the head of a mission is one of its registered members';
  end if;
  return new;
end $$;
alter function delegations.check_head_stays owner to escale_keeper;
create trigger head_stays_with_the_mission before update of state, mission_id on delegations.member
  for each row when (new.state = 'withdrawn' or new.mission_id <> old.mission_id) execute function delegations.check_head_stays();

-- A contact belongs to the partner that sends the person: otherwise one partner could occupy the place of another's.
alter table delegations.member add constraint a_member_has_one_sender unique (id, mission_id, organisation_id);
alter table delegations.member_contact add constraint a_contact_belongs_to_who_sends_the_member
  foreign key (member_id, mission_id, organisation_id) references delegations.member (id, mission_id, organisation_id) on delete cascade;
