-- What an agreement is about, for a strategy to weigh it by as it weighs the themes of a mission.
create view agreements.pub_domain with (security_invoker = true) as
  select agreement_id, title from agreements.domain;
grant select on agreements.pub_domain to escale_web, escale_keeper;
