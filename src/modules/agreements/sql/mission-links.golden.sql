-- What each function of mission-links.ts sends. Written by npm run sql:golden.

-- listMissionsOfAgreement
select mission_id, link from agreements.agreement_mission where agreement_id = $1 order by id;

-- listAgreementsOfMission
select a.id, a.type, a.title, a.signed_on, a.signed_at_place, l.link
from agreements.agreement_mission as l
inner join agreements.agreement as a on a.id = l.agreement_id
where l.mission_id = $1
order by l.id;

-- insertMissionLink
insert into agreements.agreement_mission (agreement_id, mission_id, link) values ($1, $2, $3);

-- deleteMissionLink
delete from agreements.agreement_mission where agreement_id = $1 and mission_id = $2;
