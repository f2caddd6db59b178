-- What each function of substitutions.ts sends. Written by npm run sql:golden.

-- listSuccessors
select
  a.id,
  a.mission_id,
  a.organisation_id,
  o.name as organisation_name,
  a.link_kind,
  a.state,
  a.language,
  a.given_name,
  a.family_name,
  a.category,
  a.represents,
  a.capacity,
  a.answers,
  a.created_at,
  a.changed_at,
  a.submitted_at,
  a.verified_at,
  a.endorsed_at,
  a.waiting_since,
  a.decided_name,
  a.reason,
  a.member_id,
  case
    when a.state = 'waiting' then (
      select count(*)::int
      from registration.application w
      where w.mission_id = a.mission_id
        and w.organisation_id = a.organisation_id
        and w.state = 'waiting'
        and (w.waiting_since, w.id) <= (a.waiting_since, a.id)
    )
  end as waiting_rank
from registration.application a
join directory.pub_organisation o on o.id = a.organisation_id
where a.mission_id = $1
  and (a.state <> 'draft' or a.submitted_at is not null)
  and ($2::text[] is null or a.state = any ($3::text[]))
  and ($4::uuid is null or a.organisation_id = $5)
  and ($6::text is null or a.category = $7)
  and ($8::uuid[] is null or a.id = any ($9::uuid[]))
order by a.waiting_since nulls last, a.changed_at, a.id
limit $10
offset $11;

-- substitutePlace, to someone who applied
select registration.substitute($1, $2, $3::jsonb, $4, $5, $6) as is_done;

-- substitutePlace, to a person named
select registration.substitute($1, $2, $3::jsonb, $4, $5, $6) as is_done;

-- undoSubstitution
select registration.undo_substitution($1, $2) as is_undone;
