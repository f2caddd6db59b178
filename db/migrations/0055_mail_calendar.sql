-- A message may carry an appointment: an iCalendar object (RFC 5545) and what it asks of the reader's calendar (RFC 5546, RFC 6047).
alter table app.mail add column calendar text, add column calendar_method text;
alter table app.mail add constraint calendar_method_is_known check (calendar_method in ('REQUEST', 'CANCEL'));
alter table app.mail add constraint a_calendar_says_its_method check ((calendar is null) = (calendar_method is null));
