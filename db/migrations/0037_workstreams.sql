-- Who leads which workstream of a mission, and which partner has signed off its part.
create table missions.workstream (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null references missions.mission on delete cascade,
  label       jsonb not null,
  partner_id  uuid not null references missions.partner,
  created_at  timestamptz not null default now(),
  constraint label_is_localized check (app.is_localized(label) and label <> '{}')
);
create index workstream_by_mission on missions.workstream (mission_id, created_at);
select app.protect('missions.workstream', 'shared', 'select, insert, delete');
create policy partners_see_workstreams on missions.workstream for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_open_workstreams on missions.workstream for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[])
    and exists (select from missions.partner p where p.id = partner_id and p.mission_id = workstream.mission_id and p.left_at is null));
create policy organisers_close_workstreams on missions.workstream for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

-- A partner says that its part is complete. Rows stay: they are the history of who said so, when, and why it no longer holds.
create table missions.sign_off (
  id                uuid primary key default uuidv7(),
  mission_id        uuid not null references missions.mission on delete cascade,
  organisation_id   uuid not null default app.actor_organisation() references directory.organisation,
  signed_at         timestamptz not null,
  signed_by         uuid default app.actor_account(),
  signed_name       text not null,
  withdrawn_at      timestamptz,
  withdrawn_because text,
  withdrawn_name    text,
  constraint withdrawn_for_a_reason check ((withdrawn_at is null) = (withdrawn_because is null)),
  constraint withdrawn_because_is_known check (withdrawn_because in ('by_hand', 'delegation_changed', 'mandate_changed', 'expenses_changed')),
  constraint withdrawn_after_signing check (withdrawn_at >= signed_at)
);
create unique index one_standing_sign_off on missions.sign_off (mission_id, organisation_id) where withdrawn_at is null;
select app.protect('missions.sign_off', 'shared', 'select, insert');
grant update (withdrawn_at, withdrawn_because, withdrawn_name) on missions.sign_off to escale_web;
create policy partners_see_sign_offs on missions.sign_off for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy partners_sign_off_their_part on missions.sign_off for insert to escale_web
  with check (mission_id in (select missions.actor_seats()) and organisation_id = (select app.actor_organisation()));
create policy partners_withdraw_their_own on missions.sign_off for update to escale_web
  using (mission_id in (select missions.actor_seats()) and organisation_id = (select app.actor_organisation()) and withdrawn_at is null)
  with check (organisation_id = (select app.actor_organisation()));

-- What was signed off no longer holds once it changes, whoever changes it and however: a page, an import, a program.
create function missions.part_changes() returns trigger language plpgsql security definer set search_path = pg_catalog, missions as $$
declare
  v_row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'version' - 'updated_at' = to_jsonb(old) - 'version' - 'updated_at' then return null; end if;
  end if;
  update missions.sign_off set withdrawn_at = greatest(transaction_timestamp(), signed_at), withdrawn_because = tg_argv[0],
      withdrawn_name = nullif(current_setting('app.actor_name', true), '')
    where mission_id = (v_row ->> 'mission_id')::uuid and organisation_id = (v_row ->> 'organisation_id')::uuid and withdrawn_at is null;
  return null;
end $$;
alter function missions.part_changes owner to escale_keeper;
create trigger sign_off_follows_delegation after insert or update or delete on delegations.member for each row execute function missions.part_changes('delegation_changed');
create trigger sign_off_follows_mandate after insert or update or delete on missions.mandate for each row execute function missions.part_changes('mandate_changed');
create trigger sign_off_follows_expenses after insert or update or delete on budget.expense for each row execute function missions.part_changes('expenses_changed');
