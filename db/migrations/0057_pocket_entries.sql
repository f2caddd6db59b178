-- What people write in their pocket, often without a network: it arrives later, perhaps twice, perhaps from two devices.

-- Where someone says they are, moment by moment. Of two words about one moment the one said later holds, whichever arrives first.
create table pocket.attendance (
  item_id          uuid not null,
  member_id        uuid not null,
  mission_id       uuid not null,
  organisation_id  uuid not null,
  presence         text not null,
  said_at          timestamptz not null,
  received_at      timestamptz not null,
  primary key (item_id, member_id),
  constraint presence_is_known check (presence in ('there', 'not_there')),
  constraint attendance_is_at_an_item foreign key (item_id, mission_id) references programme.item (id, mission_id) on delete cascade,
  constraint attendance_is_of_a_member foreign key (member_id, mission_id, organisation_id) references delegations.member (id, mission_id, organisation_id) on delete cascade
);
create index attendance_by_mission on pocket.attendance (mission_id);

-- A note is read by its author and by nobody else, not even who sends them. item_id null: about the journey.
create table pocket.note (
  id          uuid primary key default uuidv7(),
  member_id   uuid not null,
  mission_id  uuid not null,
  item_id     uuid,
  body        text not null,
  written_at  timestamptz not null,
  version     integer not null default 1,
  constraint body_is_not_too_long check (length(body) <= 20000),
  constraint one_note_per_moment unique nulls not distinct (member_id, item_id),
  constraint a_note_is_about_an_item foreign key (item_id, mission_id) references programme.item (id, mission_id) on delete cascade,
  constraint a_note_is_of_a_member foreign key (member_id, mission_id) references delegations.member (id, mission_id) on delete cascade
);

-- The photograph of a receipt, handed in to who sends the person: they enter the expense, or say why not.
create table pocket.receipt (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  organisation_id  uuid not null,
  member_id        uuid not null,
  file_id          uuid not null references app.file,
  label            text not null,
  taken_at         timestamptz not null,
  state            text not null default 'handed_in',
  answered_at      timestamptz,
  reason           text,
  created_at       timestamptz not null default now(),
  constraint label_is_not_empty      check (btrim(label) <> ''),
  constraint state_is_known          check (state in ('handed_in', 'entered', 'declined')),
  constraint answered_at_when_answered check ((state = 'handed_in') = (answered_at is null)),
  constraint declined_with_a_reason  check ((state = 'declined') = (reason is not null) and btrim(reason) <> ''),
  constraint a_receipt_is_of_a_member foreign key (member_id, mission_id, organisation_id) references delegations.member (id, mission_id, organisation_id) on delete cascade
);
create index receipt_by_mission on pocket.receipt (mission_id, organisation_id);

-- What a device sent, by the key it gave it: the second arrival finds the answer of the first.
create table pocket.arrival (
  id          uuid primary key,
  member_id   uuid not null references delegations.member on delete cascade,
  answer      jsonb not null,
  arrived_at  timestamptz not null
);

-- Whom members may call: published by an organisation for its own people, or for all of the mission.
create table pocket.contact (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  name             text not null,
  duty             text not null default '',
  phone            text not null,
  is_shared        boolean not null,
  created_at       timestamptz not null default now(),
  constraint name_is_not_empty      check (btrim(name) <> ''),
  constraint phone_is_international check (phone ~ '^\+\d{4,15}$')
);
create index contact_by_mission on pocket.contact (mission_id);

select app.protect('pocket.attendance', 'silent', 'select, insert, update');
select app.protect('pocket.note', 'silent', 'select, insert, update');
select app.protect('pocket.receipt', 'private', 'select');
grant update (state, answered_at, reason) on pocket.receipt to escale_web;
select app.protect('pocket.arrival', 'silent', 'select, insert');
select app.protect('pocket.contact', 'private', 'select, insert, delete');

create policy holders_say_where_they_are on pocket.attendance to escale_web
  using (member_id = (select pocket.actor_member()))
  with check (member_id = (select pocket.actor_member())
    and exists (select from pocket.agenda a where a.member_id = attendance.member_id and attendance.item_id = any (a.item_ids)));
-- Who sends a person and who organises know who is there.
create policy senders_and_organisers_see_attendance on pocket.attendance for select to escale_web
  using (mission_id in (select missions.actor_seats())
    and (organisation_id = (select app.actor_organisation()) or mission_id = any ((select missions.actor_led_missions())::uuid[])));
create policy holders_keep_their_notes on pocket.note to escale_web
  using (member_id = (select pocket.actor_member()))
  with check (member_id = (select pocket.actor_member())
    and exists (select from pocket.agenda a where a.member_id = note.member_id and (note.item_id is null or note.item_id = any (a.item_ids))));
create policy holders_see_their_receipts on pocket.receipt for select to escale_web using (member_id = (select pocket.actor_member()));
create policy senders_see_receipts on pocket.receipt for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy senders_answer_receipts on pocket.receipt for update to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy holders_find_what_they_sent on pocket.arrival for select to escale_web using (member_id = (select pocket.actor_member()));
create policy holders_send on pocket.arrival for insert to escale_web with check (member_id = (select pocket.actor_member()));
create policy partners_see_contacts on pocket.contact for select to escale_web
  using (mission_id in (select missions.actor_seats()) and (is_shared or organisation_id = (select app.actor_organisation())));
create policy partners_publish_contacts on pocket.contact for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy partners_withdraw_contacts on pocket.contact for delete to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));

-- Hands in a receipt whose content is in the store already. File and receipt belong to who sends the person, in whose journal both are written.
create function pocket.hand_in_receipt(p_id uuid, p_label text, p_taken_at timestamptz, p_sha256 bytea, p_size bigint, p_media_type text, p_name text) returns void
language plpgsql security definer set search_path = pg_catalog, pocket as $$
declare
  v_member delegations.member;
  v_file   uuid;
begin
  select * into v_member from delegations.member where id = pocket.actor_member();
  if not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_receipt_is_of_a_member', message = 'no pocket is open';
  end if;
  perform set_config('app.organisation', v_member.organisation_id::text, true), set_config('app.event', 'pocket.receipt_handed_in', true),
    set_config('app.actor_name', v_member.given_name || ' ' || v_member.family_name, true);
  insert into app.file (organisation_id, mission_id, sha256, size_bytes, media_type, name)
    values (v_member.organisation_id, v_member.mission_id, p_sha256, p_size, p_media_type, p_name) returning id into v_file;
  insert into pocket.receipt (id, mission_id, organisation_id, member_id, file_id, label, taken_at)
    values (p_id, v_member.mission_id, v_member.organisation_id, v_member.id, v_file, p_label, p_taken_at);
  perform set_config('app.organisation', '', true);
end $$;

-- All that a pocket shows, of one member and of nobody else. Null when none is open.
create function pocket.facts() returns jsonb
language sql stable security definer set search_path = pg_catalog, pocket
begin atomic
  select jsonb_build_object(
    'memberId', m.id, 'givenName', m.given_name, 'familyName', m.family_name, 'organisationName', o.name,
    'missionId', mission.id, 'title', mission.title, 'startsOn', mission.starts_on, 'endsOn', mission.ends_on, 'organiserName', lead.name,
    'release', (select jsonb_build_object('number', r.number, 'name', r.name, 'releasedAt', to_char(r.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from programme.release r where r.mission_id = m.mission_id order by r.number desc limit 1),
    'locale', coalesce((select w.locale from identity.workspace w where w.organisation_id = m.organisation_id), 'fr'),
    'calendarSince', to_char(p.calendar_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'invitations', p.invitations,
    'items', coalesce((
      select jsonb_agg(moment.content || jsonb_build_object('sequence', r.number, 'changedAt', to_char(r.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by t.place)
        from pocket.agenda a cross join unnest(a.item_ids, a.since) with ordinality t (item_id, since, place)
        join pocket.moment moment on moment.item_id = t.item_id
        join programme.release r on r.mission_id = a.mission_id and r.number = greatest(t.since, moment.changed_in)
        where a.member_id = m.id), '[]'),
    'contacts', coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'duty', c.duty, 'phone', c.phone, 'organisationName', co.name)
          order by c.organisation_id <> m.organisation_id, c.created_at, c.id)
        from pocket.contact c join directory.organisation co on co.id = c.organisation_id
        join missions.partner seat on seat.mission_id = c.mission_id and seat.organisation_id = c.organisation_id and seat.left_at is null
        where c.mission_id = m.mission_id and (c.is_shared or c.organisation_id = m.organisation_id)), '[]'),
    -- A task is someone's when it names their account, and the account is theirs when the mailbox is.
    'tasks', coalesce((
      select jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title, 'dueOn', k.due_on) order by k.due_on nulls last, k.id)
        from missions.task k join auth."user" u on u.id = k.owner_account_id
        join delegations.member_contact c on c.member_id = m.id and lower(c.email) = lower(u.email)
        where k.mission_id = m.mission_id and k.owner_organisation_id = m.organisation_id and k.state = 'open'), '[]'),
    'attendance', coalesce((select jsonb_object_agg(a.item_id, a.presence) from pocket.attendance a where a.member_id = m.id), '{}'),
    'notes', coalesce((select jsonb_agg(jsonb_build_object('itemId', n.item_id, 'body', n.body, 'version', n.version) order by n.id)
        from pocket.note n where n.member_id = m.id), '[]'),
    'receipts', coalesce((
      select jsonb_agg(jsonb_build_object('id', r.id, 'label', r.label, 'state', r.state, 'reason', r.reason,
          'takenAt', to_char(r.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.taken_at desc, r.id)
        from pocket.receipt r where r.member_id = m.id), '[]'))
    from delegations.member m
    join missions.mission mission on mission.id = m.mission_id
    join directory.organisation o on o.id = m.organisation_id
    join directory.organisation lead on lead.id = mission.lead_organisation_id
    join pocket.pass p on p.member_id = m.id
    where m.id = pocket.actor_member();
end;
alter function pocket.hand_in_receipt owner to escale_keeper;
alter function pocket.facts owner to escale_keeper;
revoke all on function pocket.hand_in_receipt, pocket.facts from public;
grant execute on function pocket.hand_in_receipt, pocket.facts to escale_web;

-- Whose pocket is open.
create function pocket.holder() returns table (member_id uuid, mission_id uuid, organisation_id uuid)
language sql stable security definer set search_path = pg_catalog, pocket rows 1
begin atomic
  select m.id, m.mission_id, m.organisation_id from delegations.member m where m.id = pocket.actor_member();
end;
alter function pocket.holder owner to escale_keeper;
revoke all on function pocket.holder from public;
grant execute on function pocket.holder to escale_web;
