-- Released versions of a programme: written once, numbered in each mission, hashed. What is released is what was frozen, not the tables it came from.
create table programme.release (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  number           integer not null,
  name             jsonb not null default '{}',
  note             jsonb not null default '{}',
  digest           bytea not null,
  item_count       integer not null,
  concerned_count  integer not null,
  released_by      uuid default app.actor_account(),
  released_at      timestamptz not null,
  constraint name_is_localized       check (app.is_localized(name)),
  constraint note_is_localized       check (app.is_localized(note)),
  constraint releases_count_from_one check (number > 0),
  constraint digest_has_32_bytes     check (octet_length(digest) = 32),
  constraint counts_are_not_negative check (item_count >= 0 and concerned_count >= 0),
  constraint one_release_per_number  unique (mission_id, number),
  constraint a_release_has_one_mission unique (id, mission_id)
);

-- The frozen programme, as canonical JSON (RFC 8785): the journal keeps the digest, this table the text.
create table programme.release_content (
  release_id  uuid primary key,
  mission_id  uuid not null,
  content     text not null,
  constraint the_content_of_a_release foreign key (release_id, mission_id) references programme.release (id, mission_id) on delete cascade
);

-- An item that was released is cancelled, never removed: those who were told of it must be told again.
create table programme.released_item (
  release_id  uuid not null references programme.release on delete cascade,
  mission_id  uuid not null,
  item_id     uuid not null,
  primary key (release_id, item_id),
  constraint a_released_item_is_cancelled_not_removed foreign key (item_id, mission_id) references programme.item (id, mission_id)
);
create index released_item_by_item on programme.released_item (item_id);

-- Who is expected where and when in a release. The last lock: no release places somebody twice at once.
create table programme.placement (
  release_id  uuid not null references programme.release on delete cascade,
  mission_id  uuid not null,
  item_id     uuid not null,
  member_id   uuid not null,
  period      tstzrange not null,
  constraint an_item_is_attended_once primary key (release_id, item_id, member_id),
  constraint a_placed_member_is_of_the_mission foreign key (member_id, mission_id) references delegations.member (id, mission_id),
  constraint a_placement_is_at_a_released_item foreign key (release_id, item_id) references programme.released_item (release_id, item_id) on delete cascade,
  constraint nobody_is_in_two_places_at_once exclude using gist (release_id with =, member_id with =, period with &&)
);
create index placement_by_member on programme.placement (member_id);

-- The database reads the frozen text itself: no program can forget to say who is placed where.
create function programme.place_people() returns trigger language plpgsql security definer set search_path = pg_catalog, programme as $$
begin
  if not exists (select from programme.release r where r.id = new.release_id and r.digest = sha256(convert_to(new.content, 'UTF8'))) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_release_is_what_its_digest_says',
      message = 'the content of a release has the digest of the release';
  end if;
  insert into programme.released_item (release_id, mission_id, item_id)
    select new.release_id, new.mission_id, (i ->> 'id')::uuid from jsonb_array_elements(new.content::jsonb -> 'items') i;
  insert into programme.placement (release_id, mission_id, item_id, member_id, period)
    select new.release_id, new.mission_id, (i ->> 'id')::uuid, p::uuid, tstzrange((i ->> 'startsAt')::timestamptz, (i ->> 'endsAt')::timestamptz)
      from jsonb_array_elements(new.content::jsonb -> 'items') i cross join jsonb_array_elements_text(i -> 'people') p
      where i ->> 'attendance' = 'expected' and i ->> 'state' <> 'cancelled' and i ->> 'type' <> 'free';
  return new;
end $$;
alter function programme.place_people owner to escale_keeper;
create trigger place_people after insert on programme.release_content for each row execute function programme.place_people();

create trigger a_release_is_never_changed before update or delete on programme.release
  for each row execute function app.refuse_change('a_release_is_never_changed');
create trigger a_released_text_is_never_changed before update or delete on programme.release_content
  for each row execute function app.refuse_change('a_release_is_never_changed');

select app.protect('programme.release', 'shared', 'select, insert');
select app.protect('programme.release_content', 'silent', 'select, insert');
select app.protect('programme.placement', 'silent', 'select');
select app.protect('programme.released_item', 'silent', 'select');

create policy partners_read_releases on programme.release for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_release on programme.release for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy partners_read_released_texts on programme.release_content for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_write_released_texts on programme.release_content for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy partners_read_placements on programme.placement for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy partners_read_released_items on programme.released_item for select to escale_web using (mission_id in (select missions.actor_seats()));

-- Telling the people of a release. Whoever releases may not read the addresses of the other partners' members: the keeper finds each address, the
-- language of the organisation that sends the person, and leaves the message in that organisation's own outbox. Nothing comes back.
-- p_notices: [{memberId, letters: {fr: {subject, text, html}, en: {…}}}]
create function programme.tell_members(p_release uuid, p_notices jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, programme as $$
declare
  v_notice record;
  v_mail   uuid;
begin
  if not exists (select from programme.release r where r.id = p_release and r.organisation_id = app.actor_organisation()
      and r.mission_id = any (missions.actor_led_missions()) and r.released_by is not distinct from app.actor_account()) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'only_who_releases_tells',
      message = 'only who releases a programme tells its people';
  end if;
  for v_notice in
    select m.organisation_id, c.email, case w.locale when 'en' then 'en' else 'fr' end as language,
           n -> 'letters' -> case w.locale when 'en' then 'en' else 'fr' end as letter
      from jsonb_array_elements(p_notices) n
      join programme.release r on r.id = p_release
      join delegations.member m on m.id = (n ->> 'memberId')::uuid and m.mission_id = r.mission_id and m.state = 'registered'
      join delegations.member_contact c on c.member_id = m.id and c.email is not null
      left join identity.workspace w on w.organisation_id = m.organisation_id
  loop
    insert into app.mail (organisation_id, recipient, language, subject, body_text, body_html)
      values (v_notice.organisation_id, v_notice.email, v_notice.language, v_notice.letter ->> 'subject', v_notice.letter ->> 'text', v_notice.letter ->> 'html')
      returning id into v_mail;
    perform app.enqueue('platform.send-mail', json_build_object('mailId', v_mail));
  end loop;
end $$;
alter function programme.tell_members owner to escale_keeper;
revoke all on function programme.tell_members from public;
grant execute on function programme.tell_members to escale_web;
