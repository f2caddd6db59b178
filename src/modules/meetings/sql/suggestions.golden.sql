-- What each function of suggestions.ts sends. Written by npm run sql:golden.

-- keepSuggestions
select meetings.keep_suggestions($1, $2::jsonb, $3, $4);

-- suggestionsByLink
select meetings.suggestions_by_link($1, $2::jsonb, $3);

-- suggestionsOfLink
select meetings.suggestions_of_link($1, $2) as runs;

-- listSuggestionRuns
select participant_id, number, shown_at, shown_name, version, compared, jsonb_array_length(pairs) as found
from meetings.suggestion_run
where event_id = $1
order by shown_at desc, id desc;

-- readSuggestionRuns, of one company
select participant_id, number, shown_at, shown_name, version, weights, own, compared, pairs
from meetings.suggestion_run
where event_id = $1 and participant_id = $2
order by shown_at desc, id desc;

-- readSuggestionRuns, of all
select participant_id, number, shown_at, shown_name, version, weights, own, compared, pairs
from meetings.suggestion_run
where event_id = $1
order by shown_at desc, id desc;

-- forgetSuggestions
select meetings.forget_suggestions($1);
