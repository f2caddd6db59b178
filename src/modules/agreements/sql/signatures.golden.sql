-- What each function of signatures.ts sends. Written by npm run sql:golden.

-- listSignaturesNaming
select
  s.id,
  s.agreement_id,
  a.title as agreement_title,
  o.name as party_name,
  s.capacity,
  a.signed_on,
  a.signed_at_place
from agreements.signatory s
join agreements.agreement a on a.id = s.agreement_id
join agreements.party p on p.id = s.party_id
left join directory.pub_organisation o on o.id = p.party_id
where app.names_someone(s.name, $1::text[])
order by a.signed_on desc nulls last, s.id
limit 200;

-- listPapersNaming
select
  w.id,
  'wording' as kind,
  a.id as agreement_id,
  a.title as agreement_title,
  w.language,
  a.signed_on as on_day
from agreements.wording w
join agreements.agreement a on a.id = w.agreement_id
where exists (
  select from agreements.signatory s where s.agreement_id = a.id and app.names_someone(s.name, $1::text[])
)
union all
select c.id, 'minutes', a.id, a.title, null, c.held_on
from agreements.committee_meeting c
join agreements.agreement a on a.id = c.agreement_id
where app.names_someone(c.own_chair, $2::text[])
  or app.names_someone(c.their_chair, $3::text[])
  or app.names_someone(c.attendees, $4::text[])
  or app.names_someone(c.written_minutes, $5::text[])
order by on_day desc nulls last, id
limit 200;
