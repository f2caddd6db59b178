-- What each function of public.ts sends. Written by npm run sql:golden.

-- openLink
select * from registration.opened_link($1, $2);

-- listRegisteredBy
select * from registration.registered_by($1);

-- openApplication
select * from registration.open_application($1, $2, $3, $4, $5::jsonb, $6);

-- readOwnApplication
select * from registration.own_application($1);

-- changeApplication
select registration.change_application($1, $2::jsonb, $3, $4, $5) as outcome;

-- renewVerification
select * from registration.renew_verification($1, $2, $3);

-- verifyAddress
select * from registration.verify_address($1, $2);

-- withdrawOwn
select registration.withdraw_own($1, $2) as is_withdrawn;
