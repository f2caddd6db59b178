-- What each function of earlier-contacts.ts sends. Written by npm run sql:golden.

-- listEarlierContacts
select participant_id, other_id, is_held from meetings.earlier_contacts($1, $2, $3);

-- contactsOfLink
select meetings.contacts_of_link($1, $2) as known;
