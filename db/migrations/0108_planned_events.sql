-- Hosted events are planned and counted like missions, visits and agreements.
alter table strategy.target drop constraint measure_is_known,
  add constraint measure_is_known check (measure in ('missions', 'visits', 'events', 'agreements'));
