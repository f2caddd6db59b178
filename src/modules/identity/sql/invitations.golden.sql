-- What each function of invitations.ts sends. Written by npm run sql:golden.

-- queueSystemMail
select app.queue_system_mail($1, $2, $3, $4, $5);

-- listInvitations
select id, email, roles, invited_at, expires_at
from identity.invitation
where accepted_at is null and withdrawn_at is null
order by invited_at desc, id;

-- withdrawInvitations, by id
update identity.invitation
set withdrawn_at = $1
where accepted_at is null and withdrawn_at is null and id = $2;

-- withdrawInvitations, by address
update identity.invitation
set withdrawn_at = $1
where accepted_at is null and withdrawn_at is null and email = $2;

-- addInvitation
insert into identity.invitation (email, roles, token_digest, invited_at, expires_at)
values ($1, $2, $3, $4, $5);

-- openInvitation
select
  invitation_id as "invitationId",
  organisation_id as "organisationId",
  organisation_name as "organisationName",
  email,
  roles,
  inviter_name as "inviterName",
  state,
  account_id as "accountId",
  locale
from identity.invitation_of($1);

-- acceptInvitation
select identity.accept_invitation($1, $2) as "organisationId";
