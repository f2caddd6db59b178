-- Every list of cards that leaves as a file: who took it, when, what was asked and how much it holds. The journal tells it too.
create table directory.export (
  id                  uuid primary key default uuidv7(),
  organisation_id     uuid not null default app.actor_organisation() references directory.organisation,
  format              text not null,
  question            text not null default '',
  person_count        integer not null,
  organisation_count  integer not null,
  recorded_by         uuid default app.actor_account(),
  recorded_at         timestamptz not null,
  constraint format_is_known        check (format in ('csv', 'xlsx', 'vcf')),
  constraint counts_are_plausible   check (person_count >= 0 and organisation_count >= 0)
);
create index export_by_organisation on directory.export (organisation_id, recorded_at desc);
select app.protect('directory.export', 'private', 'select, insert');
create policy own_exports_are_read on directory.export for select to escale_web using (organisation_id = (select app.actor_organisation()));
-- The second lock: whoever may not keep the directory takes none of it away.
create policy who_keeps_the_directory_exports on directory.export for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and recorded_by is not distinct from (select app.actor_account())
    and (select app.actor_roles()) && array['administrator', 'officer']);
