-- What each function of write-expenses.ts sends. Written by npm run sql:golden.

-- insertExpenses
insert into budget.expense (
  spent_on, supplier, label, category, is_shared, external_key, receipt_id, reverses_id, corrects_id, reason,
  mission_id, amount_cents, currency, rate, rate_from, rate_on, rate_source, base_cents, base_currency,
  benefits, beneficiary_id
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21), …
returning id;
