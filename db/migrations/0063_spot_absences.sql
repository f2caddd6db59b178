-- A table that is lost, an address that is closed: a spot is away at a slot like a person or a vehicle is.
alter table meetings.absence add column spot_id uuid;
alter table meetings.absence drop constraint somebody_or_something_is_away;
alter table meetings.absence add constraint somebody_or_something_is_away check (num_nonnulls(representative_id, resource_id, spot_id) = 1);
alter table meetings.absence add constraint a_spot_is_away foreign key (spot_id, event_id) references meetings.spot (id, event_id) on delete cascade;
alter table meetings.absence drop constraint away_once_per_slot;
alter table meetings.absence add constraint away_once_per_slot unique nulls not distinct (slot_id, representative_id, resource_id, spot_id);
