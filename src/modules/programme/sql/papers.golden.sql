-- What each function of papers.ts sends. Written by npm run sql:golden.

-- listDocuments, of an item
select d.id, d.file_id, d.name, d.is_shared, d.for_members, d.organisation_id, o.name as organisation_name
from programme.document as d
inner join directory.pub_organisation as o on o.id = d.organisation_id
where d.item_id = $1
order by d.id;

-- listDocuments, of a mission
select d.id, d.file_id, d.name, d.is_shared, d.for_members, d.organisation_id, o.name as organisation_name
from programme.document as d
inner join directory.pub_organisation as o on o.id = d.organisation_id
where d.mission_id = $1
order by d.id;

-- insertDocument
insert into programme.document (mission_id, item_id, file_id, name, is_shared, for_members)
values ($1, $2, $3, $4, $5, $6);

-- listNotes, of a mission
select item_id, body, version from programme.note where mission_id = $1 order by item_id;

-- listNotes, of an item
select item_id, body, version from programme.note where mission_id = $1 and item_id = $2 order by item_id;

-- insertNote
insert into programme.note (mission_id, item_id, body) values ($1, $2, $3);

-- updateNote
update programme.note set body = $1 where item_id = $2 and version = $3;

-- deleteNote
delete from programme.note where item_id = $1 and version = $2;
