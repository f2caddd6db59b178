-- Of two who change a group of a meeting event at once, the second is shown what the first saved.
alter table meetings.circle add column version integer not null default 1;
create trigger version_rises before update on meetings.circle for each row execute function app.raise_version();
