-- Who sits across the table, one per line with their title: read by every partner, and in what is released.
alter table programme.item add column across text[] not null default '{}';
