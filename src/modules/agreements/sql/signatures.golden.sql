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
where app.fold(btrim($1)) <> '' and strpos(app.fold(s.name), app.fold(btrim($2))) > 0
order by a.signed_on desc nulls last, s.id
limit 200;
