-- Who chaired a meeting of the steering committee on each side: chairs change over the years, and the minutes say who they were.
alter table agreements.committee_meeting
  add column own_chair   text not null default '',
  add column their_chair text not null default '';
