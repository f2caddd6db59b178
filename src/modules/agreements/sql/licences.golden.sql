-- What each function of licences.ts sends. Written by npm run sql:golden.

-- loadLicence
select
  l.id,
  l.licensee_id,
  l.brand,
  l.is_exclusive,
  l.starts_on,
  l.term_months,
  l.last_day,
  l.fee_note,
  l.version,
  l.fee_cents,
  l.fee_currency,
  array(select t.country from agreements.licence_territory t where t.licence_id = l.id order by t.country) as countries
from agreements.licence as l
where l.agreement_id = $1;

-- saveLicence
delete from agreements.licence_territory t
using agreements.licence l
where l.id = t.licence_id and l.agreement_id = $1 and not (t.country = any ($2::text[]));
insert into agreements.licence (
  licensee_id, brand, is_exclusive, starts_on, term_months, last_day, fee_note, fee_cents, fee_currency,
  agreement_id
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (agreement_id) do update
set
  licensee_id = $11,
  brand = $12,
  is_exclusive = $13,
  starts_on = $14,
  term_months = $15,
  last_day = $16,
  fee_note = $17,
  fee_cents = $18,
  fee_currency = $19
returning id;

-- endLicence
update agreements.licence set last_day = $1 where agreement_id = $2 and starts_on <= $3 and last_day > $4;

-- insertEdition
insert into agreements.licence_edition (
  number, held_on, theme, jury, theme_chosen_on, agreement_id, licence_id
)
values ($1, $2, $3, $4, $5, $6, $7);
