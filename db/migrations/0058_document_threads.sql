-- A thread on a document alone. What is shared about a file that one's organisation keeps to itself would tell its name: it is refused here too.
-- Documents of the programme come with 0090; the function reads them when a message is written, not before.
create function missions.check_document_thread() returns trigger language plpgsql security definer set search_path = pg_catalog, missions as $$
begin
  if not exists (
    select from programme.document d where d.id = new.about_id and d.mission_id = new.mission_id
      and (d.is_shared or (d.organisation_id = new.organisation_id and not new.is_shared))) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_private_document_is_spoken_of_at_home',
      message = 'a document is spoken of among those who may read it';
  end if;
  return new;
end $$;
alter function missions.check_document_thread owner to escale_keeper;
revoke all on function missions.check_document_thread from public;
create trigger check_document_thread before insert on missions.message for each row when (new.about_noun = 'document')
  execute function missions.check_document_thread();
