-- What goes with an item: files, for every partner or for one's own organisation; and the note each organisation writes for its own people, which
-- nobody else ever reads.
alter table app.file add constraint a_file_is_shared_for_ever unique (id, organisation_id, is_shared);

create table programme.document (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  item_id          uuid not null,
  file_id          uuid not null,
  name             text not null,
  is_shared        boolean not null,
  constraint a_document_of_an_item foreign key (item_id, mission_id) references programme.item (id, mission_id) on delete cascade,
  constraint a_document_is_brought_by_its_owner foreign key (file_id, organisation_id, is_shared)
    references app.file (id, organisation_id, is_shared) on delete cascade,
  constraint a_file_is_filed_once unique (file_id)
);
create index document_by_item on programme.document (item_id);
create index document_by_mission on programme.document (mission_id);
select app.protect('programme.document', 'private', 'select, insert, delete');
-- Whoever may not read the file does not learn that there is one.
create policy partners_see_documents_they_may_read on programme.document for select to escale_web
  using (mission_id in (select missions.actor_seats()) and (is_shared or organisation_id = (select app.actor_organisation())));
create policy partners_bring_documents on programme.document for insert to escale_web
  with check (mission_id in (select missions.actor_seats()) and organisation_id = (select app.actor_organisation()));
create policy partners_take_their_documents_back on programme.document for delete to escale_web
  using (organisation_id = (select app.actor_organisation()));

create table programme.note (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  item_id          uuid not null,
  body             text not null,
  version          integer not null default 1,
  constraint a_note_on_an_item foreign key (item_id, mission_id) references programme.item (id, mission_id) on delete cascade,
  constraint one_note_per_organisation unique (item_id, organisation_id),
  constraint body_is_not_empty check (btrim(body) <> '')
);
create index note_by_mission on programme.note (mission_id, organisation_id);
select app.protect('programme.note', 'private', 'select, insert, update, delete');
create policy own_notes on programme.note to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()))
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));

-- A task may be about an item.
alter table missions.task drop constraint about_noun_is_known;
alter table missions.task add constraint about_noun_is_known check (about_noun in ('mission', 'partner', 'member', 'act', 'item'));
