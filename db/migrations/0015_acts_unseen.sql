-- A uniqueness that spans authorities would tell one which missions another's act is about, and a foreign key that its act exists.
alter table acts.act_mission
  drop constraint a_mission_is_named_once,
  drop constraint act_mission_act_id_fkey,
  add constraint a_mission_is_named_once unique (organisation_id, act_id, mission_id);
create index act_mission_by_act on acts.act_mission (act_id, position);
alter table acts.snapshot drop constraint snapshot_act_id_fkey;
