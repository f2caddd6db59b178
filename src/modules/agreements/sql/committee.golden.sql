-- What each function of committee.ts sends. Written by npm run sql:golden.

-- listCommitteeMeetings
select id, held_on, place, own_chair, their_chair, attendees, written_minutes as minutes, version
from agreements.committee_meeting
where agreement_id = $1
order by held_on desc, id;

-- loadCommitteeMeeting
select id, held_on, place, own_chair, their_chair, attendees, written_minutes as minutes, version
from agreements.committee_meeting
where agreement_id = $1 and id = $2;

-- insertCommitteeMeeting
insert into agreements.committee_meeting (
  held_on, place, own_chair, their_chair, attendees, written_minutes, agreement_id
)
values ($1, $2, $3, $4, $5, $6, $7);

-- updateCommitteeMeeting
update agreements.committee_meeting
set held_on = $1, place = $2, own_chair = $3, their_chair = $4, attendees = $5, written_minutes = $6
where id = $7;
