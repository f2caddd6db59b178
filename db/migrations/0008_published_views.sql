-- What a module lets the others join. Tables are private to their module; these views are its published face.
-- security_invoker: the reader's own policies apply.

create view directory.pub_organisation with (security_invoker = true) as
  select id, name, names, kind, country, city_name, is_workspace, kept_by from directory.organisation;

create view missions.pub_mission with (security_invoker = true) as
  select id, lead_organisation_id, kind, title, state, starts_on, ends_on, head_member_id from missions.mission;

create view missions.pub_partner with (security_invoker = true) as
  select id, mission_id, organisation_id, role, left_at, accounts_closed_on, ratified_on from missions.partner;

create view delegations.pub_member with (security_invoker = true) as
  select id, mission_id, organisation_id, given_name, family_name, category, capacity, represents, function from delegations.member where state = 'registered';

create view budget.pub_expense with (security_invoker = true) as
  select id, mission_id, organisation_id, spent_on, category, base_cents, base_currency, is_shared from budget.expense;

grant select on directory.pub_organisation, missions.pub_mission, missions.pub_partner, delegations.pub_member, budget.pub_expense to escale_web, escale_keeper;
