-- What each function of acts.ts sends. Written by npm run sql:golden.

-- loadActOfAgreement
select id, state, outcome, reference, meeting_on
from acts.pub_act
where agreement_id = $1 and state <> $2
order by id desc
limit $3;

-- loadTransmission
select id, transmitted_on, receipt_reference, reference
from acts.pub_act
where agreement_id = $1 and transmitted_on is not null;
