-- What each function of templates.ts sends. Written by npm run sql:golden.

-- listTemplates
select kind, section, body from acts.template order by kind, section;

-- saveTemplate, something left
insert into acts.template (kind, section, body)
values ($1, $2, $3)
on conflict (organisation_id, kind, section) do update
set body = $4;

-- saveTemplate, nothing left
delete from acts.template where kind = $1 and section = $2;

-- lockTemplates
select pg_advisory_xact_lock(hashtextextended('templates of ' || $1, 0));
