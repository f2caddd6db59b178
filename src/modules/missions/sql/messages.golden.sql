-- What each function of messages.ts sends. Written by npm run sql:golden.

-- listMessages
select
  m.id,
  m.mission_id,
  m.organisation_id,
  o.name as organisation_name,
  m.is_shared,
  m.about_noun,
  m.about_id,
  m.about_label,
  m.body,
  m.author_id,
  m.author_name,
  m.written_at,
  m.edited_at,
  m.retracted_at,
  m.version
from missions.message as m
inner join directory.pub_organisation as o on o.id = m.organisation_id
where m.mission_id = $1 and m.about_noun = $2 and m.about_id is not distinct from $3
order by m.written_at desc, m.id desc
limit $4;

-- lockOwnMessage
select
  id,
  mission_id,
  organisation_id,
  is_shared,
  about_noun,
  about_id,
  about_label,
  body,
  author_id,
  author_name,
  written_at,
  edited_at,
  retracted_at,
  version
from missions.message
where mission_id = $1 and id = $2 and author_id = $3
for update;

-- addMessage
insert into missions.message (
  mission_id, is_shared, about_noun, about_id, about_label, body, author_name, written_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id;

-- changeMessage, its words
update missions.message set body = $1, edited_at = $2 where id = $3;

-- changeMessage, retracted
update missions.message set body = $1, retracted_at = $2 where id = $3;

-- countThreads
select about_noun as noun, about_id as id, max(about_label) as label, count(*)::int as count
from missions.message
where mission_id = $1
group by about_noun, about_id
order by max(written_at) desc;

-- loadToldMessage
select
  m.mission_id as "missionId",
  mission.title as "missionTitle",
  m.organisation_id as "organisationId",
  o.name as "organisationName",
  m.is_shared as "isShared",
  m.about_noun as "aboutNoun",
  m.about_id as "aboutId",
  m.about_label as "aboutLabel",
  m.body,
  m.author_id as "authorId",
  m.author_name as "authorName",
  (
    select coalesce(array_agg(p.organisation_id), '{}')
    from missions.partner p
    where p.mission_id = m.mission_id and p.left_at is null
  ) as partners,
  (
    select coalesce(
      jsonb_agg(distinct jsonb_build_object('organisationId', v.organisation_id, 'accountId', v.author_id)),
      '[]'
    )
    from missions.message v
    where v.mission_id = m.mission_id
      and v.about_noun = m.about_noun
      and v.about_id is not distinct from m.about_id
      and v.author_id is not null
  ) as voices
from missions.message m
join missions.mission mission on mission.id = m.mission_id
join directory.pub_organisation o on o.id = m.organisation_id
where m.id = $1;
