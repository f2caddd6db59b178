-- Contacts that a partner shares on purpose with the room of a mission: a card of its directory, the facts it chose, and with whom. Nothing is copied: the
-- card stays where it is, and what is taken back is gone at once.
alter table directory.person add constraint a_person_is_kept_by_one_organisation unique (id, organisation_id);

create table missions.shared_contact (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  person_id        uuid not null,
  with_capacity    boolean not null,
  with_email       boolean not null,
  with_phone       boolean not null,
  to_everyone      boolean not null,
  purpose          text not null default '',
  shared_at        timestamptz not null,
  constraint purpose_is_brief                  check (length(purpose) <= 300),
  constraint a_partner_shares_a_contact        foreign key (mission_id, organisation_id) references missions.partner (mission_id, organisation_id) on delete cascade,
  constraint a_shared_contact_is_ones_own_card foreign key (person_id, organisation_id) references directory.person (id, organisation_id) on delete cascade,
  constraint a_shared_contact_has_one_sharer   unique (id, mission_id, organisation_id)
);
create index shared_contact_by_mission on missions.shared_contact (mission_id, organisation_id);
create index shared_contact_by_person on missions.shared_contact (person_id, organisation_id);

-- The partners a contact was shared with by name.
create table missions.shared_contact_reader (
  contact_id       uuid not null,
  mission_id       uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  reader_id        uuid not null,
  constraint a_contact_is_shared_once_with_each primary key (contact_id, reader_id),
  constraint a_contact_is_shared_with_others    check (reader_id <> organisation_id),
  constraint a_reader_reads_a_shared_contact    foreign key (contact_id, mission_id, organisation_id)
    references missions.shared_contact (id, mission_id, organisation_id) on delete cascade,
  constraint a_reader_is_a_partner              foreign key (mission_id, reader_id) references missions.partner (mission_id, organisation_id) on delete cascade
);

-- What one shared, and with whom, is in one's own journal and nobody else's: a partner learns what it may read, never what others may.
select app.protect('missions.shared_contact', 'private', 'select, insert, delete');
select app.protect('missions.shared_contact_reader', 'private', 'select, insert');
create policy sharers_see_theirs on missions.shared_contact for select to escale_web using (organisation_id = (select app.actor_organisation()));
create policy partners_share_theirs on missions.shared_contact for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
create policy sharers_take_back on missions.shared_contact for delete to escale_web using (organisation_id = (select app.actor_organisation()));
create policy sharers_see_their_readers on missions.shared_contact_reader for select to escale_web using (organisation_id = (select app.actor_organisation()));
create policy sharers_name_readers on missions.shared_contact_reader for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));

-- The contacts of a room as the acting organisation may read them: its own with whom they are shared with, the others with the facts that were shared and
-- no others. Those of a partner that left went with it.
create function missions.contacts_of(p_mission uuid, p_today date)
returns table (id uuid, organisation_id uuid, organisation_name text, given_name text, family_name text, capacity jsonb, affiliated_name text, email text, phone text,
  purpose text, shared_at timestamptz, is_own boolean, to_everyone boolean, reader_names text[])
language sql stable security definer set search_path = pg_catalog, missions
begin atomic
  select c.id, c.organisation_id, o.name, p.given_name, p.family_name, held.capacity, held.name,
         case when c.with_email then p.email end, case when c.with_phone then p.phone end, c.purpose, c.shared_at,
         c.organisation_id = app.actor_organisation(),
         case when c.organisation_id = app.actor_organisation() then c.to_everyone end,
         case when c.organisation_id = app.actor_organisation() then array(
           select r.name from missions.shared_contact_reader s join directory.organisation r on r.id = s.reader_id where s.contact_id = c.id order by r.name) end
    from missions.shared_contact c
    join directory.organisation o on o.id = c.organisation_id
    join directory.person p on p.id = c.person_id
    join missions.partner seat on seat.mission_id = c.mission_id and seat.organisation_id = c.organisation_id and seat.left_at is null
    left join lateral (
      select a.capacity, held_at.name from directory.affiliation a join directory.organisation held_at on held_at.id = a.affiliated_to_id
        where a.person_id = p.id and c.with_capacity and (a.starts_on is null or a.starts_on <= p_today) and (a.ends_on is null or a.ends_on >= p_today)
        order by a.protocol_rank nulls last, a.starts_on desc nulls last, a.id limit 1) held on true
    where c.mission_id = p_mission and p_mission in (select missions.actor_seats())
      and (c.organisation_id = app.actor_organisation() or c.to_everyone
        or exists (select from missions.shared_contact_reader s where s.contact_id = c.id and s.reader_id = app.actor_organisation()))
    order by app.fold(p.family_name), app.fold(p.given_name), c.id;
end;
alter function missions.contacts_of owner to escale_keeper;
revoke all on function missions.contacts_of from public;
grant execute on function missions.contacts_of to escale_web;

-- What one shared of a card is now shared of another: a merge of two cards of one's directory, and its undoing.
create function missions.rename_contact(p_from uuid, p_to uuid, p_rows uuid[]) returns setof uuid
language sql security definer set search_path = pg_catalog, missions
begin atomic
  update missions.shared_contact c set person_id = p_to
    where c.person_id = p_from and c.organisation_id = app.actor_organisation() and (p_rows is null or c.id = any (p_rows)) returning c.id;
end;
alter function missions.rename_contact owner to escale_keeper;
revoke all on function missions.rename_contact from public;
grant execute on function missions.rename_contact to escale_web;
