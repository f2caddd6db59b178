-- What each function of vehicles.ts sends. Written by npm run sql:golden.

-- listVehicles
select v.id, v.name, v.seats, v.organisation_id, o.name as organisation_name
from programme.vehicle as v
inner join directory.pub_organisation as o on o.id = v.organisation_id
where v.mission_id = $1
order by app.fold(v.name), v.id;

-- saveVehicle
insert into programme.vehicle (mission_id, name, seats)
values ($1, $2, $3)
on conflict (mission_id, name) do update
set seats = $4;

-- deleteVehicle
delete from programme.vehicle where id = $1 and mission_id = $2;
