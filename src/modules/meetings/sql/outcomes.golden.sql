-- What each function of outcomes.ts sends. Written by npm run sql:golden.

-- listOutcomes, of an event
select
  meeting_id,
  participant_id,
  state,
  next_step,
  next_step_on,
  next_step_words,
  said_at,
  said_name,
  version
from meetings.outcome
where event_id = $1
order by said_at, id;

-- listOutcomes, of a meeting
select
  meeting_id,
  participant_id,
  state,
  next_step,
  next_step_on,
  next_step_words,
  said_at,
  said_name,
  version
from meetings.outcome
where event_id = $1 and meeting_id = $2
order by said_at, id;

-- putOutcome, again
update meetings.outcome
set state = $1, next_step = $2, next_step_on = $3, next_step_words = $4, said_name = $5, said_at = $6
where meeting_id = $7 and participant_id = $8 and version = $9;

-- putOutcome, for the first time
insert into meetings.outcome (
  mission_id, event_id, meeting_id, participant_id, state, next_step, next_step_on, next_step_words,
  said_name, said_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (meeting_id, participant_id) do nothing;

-- countHeld
select
  (
    select count(*)::int
    from (
      select from meetings.outcome where event_id = $1 group by meeting_id having bool_and(state = 'held')
    ) told
  ) as held,
  (
    select count(*)::int
    from meetings.participant p
    join meetings.circle c on c.id = p.circle_id
    where p.event_id = $2
      and c.kind = 'home'
      and exists (
        select from meetings.meeting m where m.event_id = p.event_id and p.id in (m.one_id, m.other_id)
      )
  ) as companies;

-- loadNote
select body, written_name, version from meetings.lead_note where one_id = $1 and other_id = $2;

-- putNote, again
update meetings.lead_note
set body = $1, written_name = $2
where one_id = $3 and other_id = $4 and version = $5;

-- putNote, for the first time
insert into meetings.lead_note (mission_id, event_id, one_id, other_id, body, written_name)
values ($1, $2, $3, $4, $5, $6)
on conflict (organisation_id, one_id, other_id) do nothing;

-- deleteNote
delete from meetings.lead_note where one_id = $1 and other_id = $2 and version = $3;

-- listShownContacts
select c.*, k.person_id
from meetings.shown_contacts($1) c
left join meetings.kept_contact k on k.representative_id = c.representative_id;

-- insertKeptContact
insert into meetings.kept_contact (mission_id, event_id, representative_id, person_id, kept_at)
values ($1, $2, $3, $4, $5);
