-- What each function of agreements.ts sends. Written by npm run sql:golden.

-- listAgreements, everything
select
  a.id,
  a.type,
  a.title,
  a.scopes,
  a.country,
  a.city_id,
  a.city_name,
  a.negotiated_since,
  a.voted_on,
  a.signed_on,
  a.transmitted_on,
  a.in_force_from,
  a.terminated_on,
  a.attested_on,
  a.runs_from,
  a.term_months,
  a.last_day,
  (
    select m.prolongs_to
    from agreements.amendment as m
    where m.agreement_id = a.id and m.prolongs_to is not null
    order by m.number desc
    limit $1
  ) as prolonged_to,
  (
    select coalesce(n.in_force_from, n.attested_on) as "from"
    from agreements.agreement as n
    where n.renews_id = a.id
  ) as renewed_from,
  array(
    select o.name
    from agreements.party p
    join directory.pub_organisation o on o.id = p.party_id
    where p.agreement_id = a.id
    order by p.position
  ) as party_names,
  (select count(*)::int from agreements.domain d where d.agreement_id = a.id) as domain_count
from agreements.agreement as a
order by coalesce(a.signed_on, a.attested_on) desc nulls first, a.id
limit $2;

-- listAgreements, searched and filtered
select
  a.id,
  a.type,
  a.title,
  a.scopes,
  a.country,
  a.city_id,
  a.city_name,
  a.negotiated_since,
  a.voted_on,
  a.signed_on,
  a.transmitted_on,
  a.in_force_from,
  a.terminated_on,
  a.attested_on,
  a.runs_from,
  a.term_months,
  a.last_day,
  (
    select m.prolongs_to
    from agreements.amendment as m
    where m.agreement_id = a.id and m.prolongs_to is not null
    order by m.number desc
    limit $1
  ) as prolonged_to,
  (
    select coalesce(n.in_force_from, n.attested_on) as "from"
    from agreements.agreement as n
    where n.renews_id = a.id
  ) as renewed_from,
  array(
    select o.name
    from agreements.party p
    join directory.pub_organisation o on o.id = p.party_id
    where p.agreement_id = a.id
    order by p.position
  ) as party_names,
  (select count(*)::int from agreements.domain d where d.agreement_id = a.id) as domain_count
from agreements.agreement as a
where a.search_text like '%' || app.fold($2) || '%' and a.type = $3 and a.country = $4 and a.city_id = $5
order by coalesce(a.signed_on, a.attested_on) desc nulls first, a.id
limit $6;

-- listSigned
select
  id,
  country,
  signed_on,
  signed_on is null as is_undated,
  city_id is not null
    or city_name <> '{}' as is_with_city
from agreements.agreement
where (signed_on is not null or attested_on is not null)
order by signed_on;

-- loadAgreement
select
  a.id,
  a.type,
  a.title,
  a.object,
  a.scopes,
  a.country,
  a.city_id,
  a.city_name,
  a.cooperation_since,
  a.version,
  a.unproven_because,
  a.unproven_source,
  a.negotiation_basis,
  a.vote_reference,
  a.signed_at_place,
  a.transmission_reference,
  a.termination_reason,
  a.vote_act_id,
  a.transmission_act_id,
  a.forecast_cents,
  a.forecast_currency,
  a.forecast_note,
  a.negotiated_since,
  a.voted_on,
  a.signed_on,
  a.transmitted_on,
  a.in_force_from,
  a.terminated_on,
  a.attested_on,
  a.runs_from,
  a.term_months,
  a.last_day,
  (
    select m.prolongs_to
    from agreements.amendment as m
    where m.agreement_id = a.id and m.prolongs_to is not null
    order by m.number desc
    limit $1
  ) as prolonged_to,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select p.id, p.party_id as organisation_id, o.name, p.kind, o.country, p.state_ground, p.state_ground_on
      from agreements.party as p
      inner join directory.pub_organisation as o on o.id = p.party_id
      where p.agreement_id = a.id
      order by p.position
    ) as agg
  ) as parties,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select s.id, s.party_id, s.name, s.capacity
      from agreements.signatory as s
      where s.agreement_id = a.id
      order by s.position
    ) as agg
  ) as signatories,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select r.id, r.title, coalesce(r.in_force_from, r.attested_on) as in_force_from
      from agreements.agreement as r
      where r.id = a.renews_id
    ) as agg
  ) as renews,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select n.id, n.title, coalesce(n.in_force_from, n.attested_on) as in_force_from
      from agreements.agreement as n
      where n.renews_id = a.id
    ) as agg
  ) as renewed_by
from agreements.agreement as a
where a.id = $2;

-- lockAgreement
select from agreements.agreement where id = $1 for no key update;
-- as loadAgreement

-- insertAgreement
insert into agreements.agreement (
  type, title, object, scopes, country, city_id, city_name, cooperation_since, forecast_note, runs_from,
  last_day, term_months, unproven_because, unproven_source, attested_on, forecast_cents, forecast_currency,
  renews_id
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
returning id;

-- updateAgreement
update agreements.agreement
set
  type = $1,
  title = $2,
  object = $3,
  scopes = $4,
  country = $5,
  city_id = $6,
  city_name = $7,
  cooperation_since = $8,
  forecast_note = $9,
  runs_from = $10,
  last_day = $11,
  term_months = $12,
  unproven_because = $13,
  unproven_source = $14,
  attested_on = $15,
  forecast_cents = $16,
  forecast_currency = $17
where id = $18;

-- updateLife
update agreements.agreement set voted_on = $1, vote_reference = $2 where id = $3;

-- deleteAgreement
delete from agreements.agreement where id = $1;

-- replaceParties
delete from agreements.party p
where p.agreement_id = $1
  and not exists (
    select
    from jsonb_to_recordset($2::jsonb) as named (
      "organisationId" uuid, "stateGround" text, "stateGroundOn" date
    )
    where named."organisationId" = p.party_id
      and named."stateGround" is not distinct from p.state_ground
      and named."stateGroundOn" is not distinct from p.state_ground_on
  );
select party_id from agreements.party where agreement_id = $1;
insert into agreements.party (agreement_id, party_id, kind, position, state_ground, state_ground_on)
values ($1, $2, $3, $4, $5, $6);

-- replaceSignatories
delete from agreements.signatory where agreement_id = $1;
insert into agreements.signatory (party_id, name, capacity, agreement_id, position)
values ($1, $2, $3, $4, $5);

-- listStateGrounds
select code, label, source, valid_from, valid_until from agreements.state_ground order by valid_from, code;
