-- What each function of gifts.ts sends. Written by npm run sql:golden.

-- listGifts, the register
select
  g.id,
  g.mission_id,
  m.title as mission_title,
  g.direction,
  g.on_day,
  g.description,
  g.giver,
  g.recipient,
  g.value_cents,
  g.qualifier,
  g.threshold_cents,
  g.disposition,
  g.declared_on,
  g.kept_where,
  g.version
from visits.gift as g
left join missions.pub_mission as m on m.id = g.mission_id
order by g.on_day desc, g.id
limit $1;

-- listGifts, one of them
select
  g.id,
  g.mission_id,
  m.title as mission_title,
  g.direction,
  g.on_day,
  g.description,
  g.giver,
  g.recipient,
  g.value_cents,
  g.qualifier,
  g.threshold_cents,
  g.disposition,
  g.declared_on,
  g.kept_where,
  g.version
from visits.gift as g
left join missions.pub_mission as m on m.id = g.mission_id
where g.id = $1
order by g.on_day desc, g.id
limit $2;

-- listGiftsAround
select
  g.id,
  g.mission_id,
  m.title as mission_title,
  g.direction,
  g.on_day,
  g.description,
  g.giver,
  g.recipient,
  g.value_cents,
  g.qualifier,
  g.threshold_cents,
  g.disposition,
  g.declared_on,
  g.kept_where,
  g.version
from visits.gift as g
left join missions.pub_mission as m on m.id = g.mission_id
where (
  g.mission_id in ($1, …)
    or app.fold($2) <> ''
    and (
      app.fold(g.giver) like '%' || app.fold($3) || '%'
        or app.fold(g.recipient) like '%' || app.fold($4) || '%'
    )
)
order by g.on_day desc, g.id
limit $5;

-- lockGift
select from visits.gift where id = $1 for no key update;
-- as listGifts, one of them

-- addGift
insert into visits.gift (
  mission_id, direction, on_day, description, giver, recipient, value_cents, qualifier, disposition
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning id;

-- settleGift
update visits.gift set disposition = $1, declared_on = $2, kept_where = $3 where id = $4;

-- listGiftRules
select id, threshold_cents, valid_from, valid_to, source
from visits.gift_rule
order by valid_from desc nulls last;

-- listProposedThresholds
select valid_from, threshold_cents, source from visits.proposed_threshold order by valid_from desc;

-- addGiftRule
insert into visits.gift_rule (threshold_cents, valid_from, valid_to, source) values ($1, $2, $3, $4);
