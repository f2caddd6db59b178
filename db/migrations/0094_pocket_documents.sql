-- Documents and tasks in the pocket: what one may keep on a phone, and what one says is done there.

-- A document goes into the pockets of those invited to its item only when who brings it says so: of every delegation when partners read it, else of its
-- owner's delegation alone. What was brought before stays with those who prepare.
alter table programme.document add column for_members boolean not null default false;

-- The documents of the moments of the open pocket.
create function pocket.documents() returns table (id uuid, item_id uuid, name text, media_type text, size_bytes bigint, sha256 bytea, place bigint)
language sql stable security definer set search_path = pg_catalog, pocket
begin atomic
  select d.id, d.item_id, f.name, f.media_type, f.size_bytes, f.sha256, t.place
    from pocket.agenda a cross join unnest(a.item_ids) with ordinality t (item_id, place)
    join delegations.member m on m.id = a.member_id
    join programme.document d on d.item_id = t.item_id and d.mission_id = a.mission_id and d.for_members
    join app.file f on f.id = d.file_id
    where a.member_id = pocket.actor_member() and (d.is_shared or d.organisation_id = m.organisation_id);
end;

-- A task is someone's when it names their account, and the account is theirs when the mailbox is.
create function pocket.own_tasks() returns setof missions.task
language sql stable security definer set search_path = pg_catalog, pocket
begin atomic
  select k.*
    from delegations.member m
    join delegations.member_contact c on c.member_id = m.id
    join auth."user" u on lower(u.email) = lower(c.email)
    join missions.task k on k.owner_account_id = u.id and k.mission_id = m.mission_id and k.owner_organisation_id = m.organisation_id
    where m.id = pocket.actor_member();
end;

-- One's own task, held until the end of the transaction. Nothing when it is nobody's, or somebody else's by now.
create function pocket.lock_task(p_task uuid) returns table (title text, is_done boolean, done_at timestamptz, done_by_name text)
language plpgsql security definer set search_path = pg_catalog, pocket as $$
begin
  perform from missions.task k where k.id = p_task for no key update;
  return query select k.title, k.state = 'done', k.done_at, k.done_by_name from pocket.own_tasks() k where k.id = p_task;
end $$;

-- Says that one's own task is done, or is not after all. It is written in the name of the person, in the journal of who sends them.
create function pocket.tick_task(p_task uuid, p_done boolean, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pocket as $$
declare
  v_member delegations.member;
  v_name   text;
begin
  select * into v_member from delegations.member where id = pocket.actor_member();
  v_name := v_member.given_name || ' ' || v_member.family_name;
  perform set_config('app.organisation', v_member.organisation_id::text, true), set_config('app.actor_name', v_name, true),
    set_config('app.event', case when p_done then 'task.done' else 'task.reopened' end, true);
  update missions.task k
    set state = case when p_done then 'done' else 'open' end, done_at = case when p_done then p_at end,
        done_by = case when p_done then k.owner_account_id end, done_by_name = case when p_done then v_name end
    where k.id in (select o.id from pocket.own_tasks() o where o.id = p_task);
  perform set_config('app.organisation', '', true);
end $$;

-- All that a pocket shows, of one member and of nobody else. Null when none is open.
create or replace function pocket.facts() returns jsonb
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
    'documents', coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'itemId', d.item_id, 'name', d.name, 'sizeBytes', d.size_bytes) order by d.place, d.id)
        from pocket.documents() d), '[]'),
    'tasks', coalesce((
      select jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title, 'dueOn', k.due_on, 'isDone', k.state = 'done', 'doneByName', k.done_by_name)
          order by k.state = 'done', k.due_on nulls last, k.id)
        from pocket.own_tasks() k), '[]'),
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

alter function pocket.documents owner to escale_keeper;
alter function pocket.own_tasks owner to escale_keeper;
alter function pocket.lock_task owner to escale_keeper;
alter function pocket.tick_task owner to escale_keeper;
revoke all on function pocket.documents, pocket.own_tasks, pocket.lock_task, pocket.tick_task from public;
grant execute on function pocket.documents, pocket.lock_task, pocket.tick_task to escale_web;
