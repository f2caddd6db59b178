-- What the services of the platform need from the database: files of missions, mail of the sign-in library.

-- A file may only be filed under a mission the organisation takes part in: a stranger may not slip one into another's mission.
drop policy own_files on app.file;
create policy own_files on app.file to escale_web
  using (organisation_id = (select app.actor_organisation()))
  with check (organisation_id = (select app.actor_organisation())
    and (mission_id is null or mission_id = any ((select missions.actor_missions())::uuid[])));

-- ---------------------------------------------------------------- mail
create index mail_by_organisation on app.mail (organisation_id, queued_at desc);

-- Sign-in codes are sent before anybody acts for anyone: they belong to no organisation, and no request may read them.
grant usage on schema app to escale_auth;
grant execute on function app.enqueue to escale_keeper;

create function app.queue_system_mail(p_recipient text, p_language text, p_subject text, p_body_text text, p_body_html text) returns uuid
language plpgsql security definer set search_path = pg_catalog, app as $$
declare
  v_mail uuid;
begin
  insert into app.mail (recipient, language, subject, body_text, body_html)
    values (p_recipient, p_language, p_subject, p_body_text, p_body_html) returning id into v_mail;
  perform app.enqueue('platform.send-mail', json_build_object('mailId', v_mail));
  return v_mail;
end $$;
alter function app.queue_system_mail owner to escale_keeper;
revoke all on function app.queue_system_mail from public;
grant execute on function app.queue_system_mail to escale_web, escale_auth;

-- Where no mail server is configured, a demo shows its sign-in codes on a page: those kept in the last hour, nothing that was sent.
create function app.kept_system_mail() returns table (id uuid, recipient text, language text, subject text, body_text text, body_html text, queued_at timestamptz)
language sql stable security definer set search_path = pg_catalog, app
begin atomic
  select m.id, m.recipient, m.language, m.subject, m.body_text, m.body_html, m.queued_at from app.mail m
    where m.organisation_id is null and m.state = 'kept' and m.queued_at > now() - interval '1 hour'
    order by m.queued_at desc limit 50;
end;
alter function app.kept_system_mail owner to escale_keeper;
revoke all on function app.kept_system_mail from public;
grant execute on function app.kept_system_mail to escale_web;
