-- What each function of contacts.ts sends. Written by npm run sql:golden.

-- listContacts
select * from missions.contacts_of($1, $2);

-- listSharesOfPerson
select
  c.id,
  c.mission_id,
  m.title as mission_title,
  c.to_everyone,
  array_remove(
    array[
      case when c.with_capacity then 'capacity' end, case when c.with_email then 'email' end,
      case when c.with_phone then 'phone' end
    ],
    null
  ) as facts,
  array(
    select o.name
    from missions.shared_contact_reader r
    join directory.pub_organisation o on o.id = r.reader_id
    where r.contact_id = c.id
    order by o.name
  ) as reader_names
from missions.shared_contact c
join missions.mission m on m.id = c.mission_id
where c.person_id = $1
order by c.shared_at desc, c.id;

-- insertContact
insert into missions.shared_contact (
  mission_id, person_id, with_capacity, with_email, with_phone, to_everyone, purpose, shared_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id;

-- deleteContact
delete from missions.shared_contact where mission_id = $1 and id = $2;
