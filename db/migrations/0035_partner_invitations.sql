-- A partner sits at a mission because it said yes. Until then it sees nothing of it.

create table missions.partner_invitation (
  id                        uuid primary key default uuidv7(),
  mission_id                uuid not null references missions.mission on delete cascade,
  organisation_id           uuid not null default app.actor_organisation() references directory.organisation,
  invited_organisation_id   uuid references directory.organisation,
  seat_id                   uuid references missions.partner,
  organisation_name         text not null,
  email                     text,
  language                  text not null,
  role                      text not null,
  workstream                jsonb not null default '{}',
  message                   text not null default '',
  token_digest              bytea unique,
  invited_by                uuid default app.actor_account(),
  invited_at                timestamptz not null,
  expires_at                timestamptz not null,
  state                     text not null default 'open',
  answered_at               timestamptz,
  answered_by               uuid,
  accepted_organisation_id  uuid references directory.organisation,
  reason                    text,
  version                   integer not null default 1,
  constraint role_is_known                       check (role in ('co_organiser', 'partner', 'funder', 'host', 'support')),
  constraint state_is_known                      check (state in ('open', 'accepted', 'declined', 'revoked')),
  constraint language_is_known                   check (language in ('fr', 'en')),
  constraint workstream_is_localized             check (app.is_localized(workstream)),
  constraint organisation_name_is_not_empty      check (btrim(organisation_name) <> ''),
  constraint email_is_lower_case                 check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  constraint someone_is_invited                  check (email is not null or invited_organisation_id is not null),
  constraint a_link_goes_to_an_address           check ((email is null) = (token_digest is null)),
  constraint expires_after_invitation            check (expires_at > invited_at),
  constraint answered_at_unless_open             check ((state = 'open') = (answered_at is null)),
  constraint accepted_by_an_organisation         check ((state = 'accepted') = (accepted_organisation_id is not null)),
  constraint an_invited_organisation_answers_itself check (accepted_organisation_id = coalesce(invited_organisation_id, accepted_organisation_id)),
  constraint declined_with_a_reason              check ((state = 'declined') = (reason is not null) and btrim(reason) <> '')
);
create unique index one_open_invitation_per_address on missions.partner_invitation (mission_id, email) where state = 'open';
create unique index one_open_invitation_per_organisation on missions.partner_invitation (mission_id, invited_organisation_id) where state = 'open';
create index partner_invitation_by_invited on missions.partner_invitation (invited_organisation_id) where state = 'open';

select app.protect('missions.partner_invitation', 'private', 'select, insert, update');
create policy organisers_see_invitations on missions.partner_invitation for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_invite on missions.partner_invitation for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]) and organisation_id = (select app.actor_organisation()) and state = 'open');
-- Organisers send again and revoke; an answer is written by the functions below, for whoever gives it.
create policy organisers_resend_and_revoke on missions.partner_invitation for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) and state = 'open')
  with check (state in ('open', 'revoked'));

-- An organisation that works in Escale takes its own seat: no request of another seats it, back or for the first time.
create function missions.keep_seats_willing() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.organisation_id = old.organisation_id and (new.left_at is not null or old.left_at is null) then return new; end if;
  end if;
  if current_user = 'escale_web' and new.organisation_id is distinct from app.actor_organisation()
     and exists (select from directory.organisation o where o.id = new.organisation_id and o.is_workspace) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_organisation_takes_its_own_seat',
      message = 'an organisation that works in Escale takes its own seat';
  end if;
  return new;
end $$;
create trigger an_organisation_takes_its_own_seat before insert or update on missions.partner
  for each row execute function missions.keep_seats_willing();

-- What the invited organisation may know before it answers: no more than a letter would say.
create view missions.received_invitation with (security_barrier) as
  select i.id, i.mission_id, i.role, i.workstream, i.message, i.invited_at, i.expires_at, o.name as inviter_organisation, u.name as inviter_name,
         m.title, m.starts_on, m.ends_on,
         coalesce((select jsonb_agg(l.city_name order by l.position) from missions.leg l where l.mission_id = m.id), '[]') as cities
    from missions.partner_invitation i
    join missions.mission m on m.id = i.mission_id
    join directory.organisation o on o.id = i.organisation_id
    left join auth."user" u on u.id = i.invited_by
    where i.invited_organisation_id = app.actor_organisation() and i.state = 'open';
alter view missions.received_invitation owner to escale_keeper;
grant select on missions.received_invitation to escale_web;

-- The same to whoever holds the link: the digest is the key, and whoever has the link has the mailbox it was sent to.
create function missions.partner_invitation_of(p_token_digest bytea, p_now timestamptz)
returns table (id uuid, state text, email text, organisation_name text, invited_organisation_id uuid, role text, workstream jsonb, message text, language text,
               expires_at timestamptz, inviter_organisation text, inviter_name text, title jsonb, starts_on date, ends_on date, cities jsonb, has_account boolean)
language sql stable security definer set search_path = pg_catalog, missions
begin atomic
  select i.id, case when i.state = 'open' and i.expires_at <= p_now then 'expired' else i.state end,
         i.email, i.organisation_name, i.invited_organisation_id, i.role, i.workstream, i.message, i.language, i.expires_at,
         o.name, u.name, m.title, m.starts_on, m.ends_on,
         coalesce((select jsonb_agg(l.city_name order by l.position) from missions.leg l where l.mission_id = m.id), '[]'),
         exists (select from auth."user" a where a.email = i.email)
    from missions.partner_invitation i
    join missions.mission m on m.id = i.mission_id
    join directory.organisation o on o.id = i.organisation_id
    left join auth."user" u on u.id = i.invited_by
    where i.token_digest = p_token_digest;
end;

-- The acting organisation sits down. Null when the invitation is not open, or is for another organisation or another address.
-- The seat of its card becomes its own; one that had left finds its former seat.
create function missions.take_seat(p_invitation uuid, p_token_digest bytea, p_now timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, missions as $$
declare
  v_invitation missions.partner_invitation;
  v_seat missions.partner;
begin
  select * into v_invitation from missions.partner_invitation i
    where i.state = 'open' and i.expires_at > p_now
      and case when p_token_digest is null then i.id = p_invitation and i.invited_organisation_id = app.actor_organisation()
               else i.token_digest = p_token_digest end
    for update;
  if not found or not app.actor_roles() && array['administrator', 'officer'] then return null; end if;
  if v_invitation.invited_organisation_id is null then
    if not exists (select from auth."user" u where u.id = app.actor_account() and u.email = v_invitation.email) then return null; end if;
  elsif v_invitation.invited_organisation_id <> app.actor_organisation() then
    return null;
  end if;
  update missions.partner_invitation set state = 'accepted', answered_at = p_now, answered_by = app.actor_account(),
      accepted_organisation_id = app.actor_organisation() where id = v_invitation.id;
  select * into v_seat from missions.partner where mission_id = v_invitation.mission_id and organisation_id = app.actor_organisation() for update;
  if found and v_seat.left_at is null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_partner_is_named_once', message = 'the organisation is a partner already';
  elsif found then
    update missions.partner set left_at = null, role = v_invitation.role, workstream = v_invitation.workstream where id = v_seat.id;
  else
    update missions.partner set organisation_id = app.actor_organisation(), role = v_invitation.role, workstream = v_invitation.workstream
      where id = v_invitation.seat_id and left_at is null
        and exists (select from directory.organisation o where o.id = partner.organisation_id and not o.is_workspace);
    if not found then
      insert into missions.partner (mission_id, organisation_id, role, workstream, joined_at)
        values (v_invitation.mission_id, app.actor_organisation(), v_invitation.role, v_invitation.workstream, p_now);
    end if;
  end if;
  perform app.enqueue('missions.tell-answer', json_build_object('invitationId', v_invitation.id));
  return v_invitation.mission_id;
end $$;

-- Someone whose organisation does not work in Escale yet founds it, and it sits down: both or neither.
create function missions.found_and_take_seat(p_token_digest bytea, p_now timestamptz, p_account uuid, p_organisation uuid, p_name text, p_kind text,
  p_country text, p_city text, p_currency text, p_time_zone text, p_locale text) returns uuid
language plpgsql security definer set search_path = pg_catalog, missions as $$
declare
  v_account_name text;
begin
  select u.name into v_account_name from missions.partner_invitation i join auth."user" u on u.email = i.email
    where i.token_digest = p_token_digest and i.state = 'open' and i.expires_at > p_now and i.invited_organisation_id is null and u.id = p_account;
  if not found then return null; end if;
  perform set_config('app.actor_name', v_account_name, true);
  perform identity.found(p_account, p_organisation, p_name, p_kind, p_country, p_city, p_currency, p_time_zone, p_locale);
  perform set_config('app.event', 'partnership.accepted', true);
  return missions.take_seat(null, p_token_digest, p_now);
end $$;

-- A no, with its reason, by whoever holds the link or by the organisation that was asked. False when it is too late.
create function missions.decline_invitation(p_invitation uuid, p_token_digest bytea, p_now timestamptz, p_reason text) returns boolean
language plpgsql security definer set search_path = pg_catalog, missions as $$
declare
  v_invitation uuid;
begin
  perform set_config('app.event', 'partnership.declined', true);
  update missions.partner_invitation i set state = 'declined', answered_at = p_now, answered_by = app.actor_account(), reason = btrim(p_reason)
    where i.state = 'open' and i.expires_at > p_now
      and case when p_token_digest is null then i.id = p_invitation and i.invited_organisation_id = app.actor_organisation()
                    and app.actor_roles() && array['administrator', 'officer']
               else i.token_digest = p_token_digest end
    returning i.id into v_invitation;
  if not found then return false; end if;
  perform app.enqueue('missions.tell-answer', json_build_object('invitationId', v_invitation));
  return true;
end $$;

alter function missions.partner_invitation_of owner to escale_keeper;
alter function missions.take_seat owner to escale_keeper;
alter function missions.found_and_take_seat owner to escale_keeper;
alter function missions.decline_invitation owner to escale_keeper;
revoke all on function missions.partner_invitation_of, missions.take_seat, missions.found_and_take_seat, missions.decline_invitation from public;
grant execute on function missions.partner_invitation_of, missions.take_seat, missions.found_and_take_seat, missions.decline_invitation to escale_web;
