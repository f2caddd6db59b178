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

-- listDocumentsAbout
select
  d.id,
  d.name,
  d.is_shared,
  d.for_members,
  o.name as organisation_name,
  d.mission_id,
  m.title as mission_title,
  d.item_id,
  i.title as item_title,
  i.starts_at,
  i.time_zone
from programme.document d
join programme.item i on i.id = d.item_id
join directory.pub_organisation o on o.id = d.organisation_id
join missions.pub_mission m on m.id = d.mission_id
where exists (
  select
  from delegations.pub_member p
  where p.id = any ($1::uuid[])
    and p.mission_id = i.mission_id
    and (
      i.audience = 'everyone'
        or exists (
          select
          from programme.invited g
          where g.item_id = i.id and (g.member_id = p.id or g.organisation_id = p.organisation_id)
        )
    )
)
  or exists (
    select from unnest(i.speakers || i.across) heard (name) where app.names_someone(heard.name, $2::text[])
  )
order by i.starts_at desc, d.id
limit 200;

-- listProgrammesOf
select distinct on (p.id) p.id as member_id, p.mission_id, m.title as mission_title, r.number, r.released_at
from delegations.pub_member p
join programme.release r on r.mission_id = p.mission_id
join missions.pub_mission m on m.id = p.mission_id
where p.id = any ($1::uuid[])
order by p.id, r.number desc;

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
