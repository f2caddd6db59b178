-- What each function of slot-offers.ts sends. Written by npm run sql:golden.

-- listOffers
select id, wish_id, slot_ids, state, chosen_slot_id
from meetings.slot_offer
where event_id = $1 and state <> $2
order by id;

-- insertOffer
insert into meetings.slot_offer (mission_id, event_id, wish_id, host_id, offered_at, slot_ids)
values ($1, $2, $3, $4, $5, $6);

-- withdrawOffers
update meetings.slot_offer set state = $1 where wish_id = $2 and state <> $3;

-- chooseSlot
select meetings.choose_slot_for($1, $2, $3, $4) as is_chosen;

-- chooseSlotByLink
select meetings.choose_slot_by_link($1, $2, $3, $4) as is_chosen;

-- offersOfLink
select meetings.offers_of_link($1, $2) as offers;
