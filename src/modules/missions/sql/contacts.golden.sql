-- What each function of contacts.ts sends. Written by npm run sql:golden.

-- listContacts
select * from missions.contacts_of($1, $2);

-- insertContact
insert into missions.shared_contact (
  mission_id, person_id, with_capacity, with_email, with_phone, to_everyone, purpose, shared_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id;

-- deleteContact
delete from missions.shared_contact where mission_id = $1 and id = $2;
