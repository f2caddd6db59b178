-- Generated from db/migrations by npm run db:dump. Read it; do not edit it.


create table acts.act (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  kind text not null default 'ratification'::text,
  state text not null default 'draft'::text,
  reference text not null default ''::text,
  object jsonb not null default '{}'::jsonb,
  header jsonb not null default '{}'::jsonb,
  fiscal_year integer,
  meeting_on date,
  deliberation_number text,
  subject_code text not null default '5.6'::text,
  budget_name text,
  submitted_at timestamp with time zone,
  outcome text,
  voted_on date,
  vote_in_office integer,
  vote_present integer,
  vote_represented integer,
  vote_for integer,
  vote_against integer,
  vote_abstained integer,
  transmitted_on date,
  prefecture_id text,
  receipt_reference text,
  published_on date,
  publication_url text,
  executory_on date generated always as (
CASE
    WHEN ((transmitted_on IS NOT NULL) AND (published_on IS NOT NULL) AND (outcome = 'adopted'::text)) THEN GREATEST(transmitted_on, published_on)
    ELSE NULL::date
END) stored,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  language text not null default 'fr'::text,
  convened_on date,
  secretary jsonb,
  snapshot_id uuid,
  vote_not_voting integer,
  vote_is_secret boolean not null default false,
  vote_is_second_call boolean not null default false,
  deferred_on date,
  deferral_reason text,
  agreement_id uuid,
  constraint an_agreement_act_names_its_agreement CHECK ((kind = 'agreement'::text) = (agreement_id IS NOT NULL)),
  constraint deferral_says_when CHECK ((state = ANY (ARRAY['adjourned'::text, 'withdrawn'::text])) = (deferred_on IS NOT NULL)),
  constraint deferral_says_why CHECK ((deferred_on IS NULL) = (deferral_reason IS NULL) AND (deferral_reason IS NULL OR btrim(deferral_reason) <> ''::text)),
  constraint every_voter_is_counted CHECK ((vote_for + vote_against + vote_abstained + vote_not_voting) = (vote_present + vote_represented)),
  constraint header_is_an_object CHECK (jsonb_typeof(header) = 'object'::text),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['ratification'::text, 'mandate'::text, 'agreement'::text])),
  constraint language_is_known CHECK (language = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint object_is_localized CHECK (app.is_localized(object)),
  constraint one_proxy_per_voter CHECK (vote_represented <= vote_present),
  constraint only_what_was_adopted_is_published CHECK (published_on IS NULL OR NOT outcome IS DISTINCT FROM 'adopted'::text AND published_on >= voted_on),
  constraint only_what_was_adopted_is_transmitted CHECK (transmitted_on IS NULL OR NOT outcome IS DISTINCT FROM 'adopted'::text AND transmitted_on >= voted_on),
  constraint outcome_follows_the_votes CHECK (
CASE outcome
    WHEN 'adopted'::text THEN vote_for > vote_against OR vote_for = vote_against AND vote_for > 0 AND NOT vote_is_secret
    WHEN 'rejected'::text THEN vote_for <= vote_against
    ELSE true
END),
  constraint outcome_is_known CHECK (outcome = ANY (ARRAY['adopted'::text, 'rejected'::text])),
  constraint prefecture_has_its_shape CHECK (prefecture_id ~ '^(PREF[0-9AB]{3}|SPREF[0-9AB]{3}[0-9]|SGAR[0-9]{3})$'::text),
  constraint quorum_unless_called_again CHECK (vote_is_second_call OR vote_present > (vote_in_office / 2)),
  constraint secretary_is_someone CHECK (jsonb_typeof(secretary) = 'object'::text),
  constraint state_is_known CHECK (state = ANY (ARRAY['draft'::text, 'submitted'::text, 'adjourned'::text, 'voted'::text, 'withdrawn'::text])),
  constraint subject_code_has_its_shape CHECK (subject_code ~ '^\d\.\d{1,2}$'::text),
  constraint submitted_keeps_its_snapshot CHECK ((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR snapshot_id IS NOT NULL),
  constraint submitted_names_its_meeting CHECK ((state <> ALL (ARRAY['submitted'::text, 'voted'::text])) OR meeting_on IS NOT NULL AND btrim(reference) <> ''::text),
  constraint submitted_unless_draft CHECK ((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR submitted_at IS NOT NULL),
  constraint voted_at_its_meeting_or_later CHECK (voted_on >= meeting_on),
  constraint voted_has_an_outcome CHECK ((state = 'voted'::text) = (outcome IS NOT NULL) AND (state = 'voted'::text) = (voted_on IS NOT NULL)),
  constraint voted_is_counted CHECK (state <> 'voted'::text OR vote_in_office IS NOT NULL),
  constraint voters_are_in_office CHECK ((vote_present + vote_represented) <= vote_in_office),
  constraint votes_all_or_none CHECK (num_nulls(vote_in_office, vote_present, vote_represented, vote_for, vote_against, vote_abstained, vote_not_voting) = ANY (ARRAY[0, 7])),
  constraint votes_are_counted CHECK (vote_in_office IS NULL OR vote_present >= 0 AND vote_represented >= 0 AND vote_for >= 0 AND vote_against >= 0 AND vote_abstained >= 0 AND vote_not_voting >= 0),
  constraint act_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint an_act_keeps_its_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id),
  constraint an_act_keeps_its_own_snapshot FOREIGN KEY (snapshot_id, id) REFERENCES acts.snapshot(id, act_id),
  constraint act_pkey PRIMARY KEY (id),
  constraint an_act_has_one_authority UNIQUE (id, organisation_id)
);
CREATE INDEX act_by_organisation ON acts.act USING btree (organisation_id, created_at DESC);
CREATE UNIQUE INDEX an_agreement_has_one_act_at_a_time ON acts.act USING btree (organisation_id, agreement_id) WHERE ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'adjourned'::text])) OR (outcome = 'adopted'::text));
CREATE UNIQUE INDEX one_deliberation_per_number ON acts.act USING btree (organisation_id, deliberation_number) WHERE (deliberation_number IS NOT NULL);
CREATE TRIGGER guard_subject BEFORE UPDATE ON acts.act FOR EACH ROW EXECUTE FUNCTION acts.guard_subject();
CREATE TRIGGER guard_voted BEFORE UPDATE ON acts.act FOR EACH ROW EXECUTE FUNCTION acts.guard_voted();
CREATE TRIGGER journal_delete AFTER DELETE ON acts.act REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON acts.act REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON acts.act REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON acts.act FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_acts for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table acts.act_mission (
  id uuid not null default uuidv7(),
  act_id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  "position" integer not null,
  constraint act_mission_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id),
  constraint act_mission_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint missions_of_ones_own_act FOREIGN KEY (act_id, organisation_id) REFERENCES acts.act(id, organisation_id) ON DELETE CASCADE,
  constraint act_mission_pkey PRIMARY KEY (id),
  constraint a_mission_is_named_once UNIQUE (organisation_id, act_id, mission_id)
);
CREATE INDEX act_mission_by_act ON acts.act_mission USING btree (act_id, "position");
CREATE INDEX act_mission_by_mission ON acts.act_mission USING btree (mission_id, organisation_id);
CREATE TRIGGER guard_kind_of_missions BEFORE INSERT OR UPDATE ON acts.act_mission FOR EACH ROW EXECUTE FUNCTION acts.guard_kind_of_missions();
CREATE TRIGGER guard_missions BEFORE INSERT OR DELETE OR UPDATE ON acts.act_mission FOR EACH ROW EXECUTE FUNCTION acts.guard_missions();
CREATE TRIGGER journal_delete AFTER DELETE ON acts.act_mission REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON acts.act_mission REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON acts.act_mission REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_act_missions for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create view acts.pub_act with (security_invoker=true) as
 SELECT id,
    organisation_id,
    kind,
    agreement_id,
    state,
    outcome,
    reference,
    deliberation_number,
    meeting_on,
    voted_on,
    transmitted_on,
    receipt_reference
   FROM acts.act;
-- escale_keeper: select
-- escale_web: select

create table acts.snapshot (
  id uuid not null default uuidv7(),
  act_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  content text not null,
  digest bytea not null,
  taken_at timestamp with time zone not null default now(),
  constraint digest_is_that_of_the_content CHECK (digest = sha256(convert_to(content, 'UTF8'::name))),
  constraint snapshot_of_ones_own_act FOREIGN KEY (act_id, organisation_id) REFERENCES acts.act(id, organisation_id),
  constraint snapshot_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint snapshot_pkey PRIMARY KEY (id),
  constraint a_snapshot_is_of_one_act UNIQUE (id, act_id)
);
CREATE INDEX snapshot_by_act ON acts.snapshot USING btree (act_id, taken_at DESC);
CREATE TRIGGER journal_delete AFTER DELETE ON acts.snapshot REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON acts.snapshot REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON acts.snapshot REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER snapshot_is_written_once BEFORE DELETE OR UPDATE ON acts.snapshot FOR EACH ROW EXECUTE FUNCTION app.refuse_change('snapshot_is_written_once');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_snapshots for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table acts.template (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  kind text not null,
  section text not null,
  body jsonb not null,
  version integer not null default 1,
  constraint body_is_localized CHECK (app.is_localized(body) AND body <> '{}'::jsonb),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['report'::text, 'deliberation'::text])),
  constraint section_is_a_part_of_a_document CHECK (section ~ '^[a-z]+\.(heading|body)$'::text),
  constraint template_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint template_pkey PRIMARY KEY (id),
  constraint one_text_per_section UNIQUE (organisation_id, kind, section)
);
CREATE TRIGGER journal_delete AFTER DELETE ON acts.template REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON acts.template REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON acts.template REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON acts.template FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_templates for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table agreements.action (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  pledge_id uuid not null,
  title text not null,
  own_owner text not null,
  their_owner text not null default ''::text,
  due_on date,
  state text not null default 'planned'::text,
  evidence text not null default ''::text,
  closed_on date,
  version integer not null default 1,
  constraint an_action_has_an_owner_at_home CHECK (btrim(own_owner) <> ''::text),
  constraint closed_on_when_closed CHECK ((state = ANY (ARRAY['done'::text, 'dropped'::text])) = (closed_on IS NOT NULL)),
  constraint state_is_known CHECK (state = ANY (ARRAY['planned'::text, 'under_way'::text, 'done'::text, 'dropped'::text])),
  constraint title_is_not_empty CHECK (btrim(title) <> ''::text),
  constraint what_is_done_shows_its_evidence CHECK ((state <> ALL (ARRAY['done'::text, 'dropped'::text])) OR btrim(evidence) <> ''::text),
  constraint action_for_a_pledge FOREIGN KEY (pledge_id, agreement_id) REFERENCES agreements.pledge(id, agreement_id) ON DELETE CASCADE,
  constraint action_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint action_pkey PRIMARY KEY (id),
  constraint one_agreement_per_action UNIQUE (id, agreement_id)
);
CREATE INDEX action_by_agreement ON agreements.action USING btree (agreement_id);
CREATE INDEX action_to_do ON agreements.action USING btree (organisation_id, due_on) WHERE (state = ANY (ARRAY['planned'::text, 'under_way'::text]));
CREATE TRIGGER a_closed_action_reopens_for_a_reason BEFORE UPDATE OF state ON agreements.action FOR EACH ROW WHEN (old.closed_on IS NOT NULL AND new.closed_on IS NULL) EXECUTE FUNCTION agreements.reopen_with_a_reason();
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.action REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.action REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.action REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON agreements.action FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_action for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table agreements.agreement (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  type text not null,
  title jsonb not null,
  object jsonb not null default '{}'::jsonb,
  scopes text[] not null default '{}'::text[],
  country character(2) not null,
  city_id uuid,
  city_name jsonb not null default '{}'::jsonb,
  renews_id uuid,
  unproven_because text,
  unproven_source text,
  attested_on date,
  cooperation_since integer,
  negotiated_since date,
  voted_on date,
  vote_reference text,
  signed_on date,
  signed_at_place text,
  transmitted_on date,
  transmission_reference text,
  in_force_from date,
  runs_from date,
  term_months integer,
  last_day date,
  terminated_on date,
  termination_reason text,
  forecast_cents bigint,
  forecast_currency character(3),
  forecast_note text not null default ''::text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  search_text text generated always as (app.fold(((((((COALESCE((title ->> 'fr'::text), ''::text) || ' '::text) || COALESCE((title ->> 'en'::text), ''::text)) || ' '::text) || COALESCE((city_name ->> 'fr'::text), ''::text)) || ' '::text) || COALESCE((city_name ->> 'en'::text), ''::text)))) stored,
  vote_act_id uuid,
  transmission_act_id uuid,
  negotiation_basis text,
  constraint a_negotiation_says_what_opened_it CHECK ((negotiated_since IS NULL) = (negotiation_basis IS NULL) AND btrim(negotiation_basis) <> ''::text),
  constraint a_signature_has_its_place CHECK ((signed_on IS NULL) = (signed_at_place IS NULL) AND signed_at_place <> ''::text),
  constraint a_term_has_months CHECK (term_months >= 1 AND term_months <= 1200),
  constraint a_termination_says_why CHECK ((terminated_on IS NULL) = (termination_reason IS NULL) AND termination_reason <> ''::text),
  constraint a_transmission_keeps_its_receipt CHECK ((transmitted_on IS NULL) = (transmission_reference IS NULL) AND transmission_reference <> ''::text),
  constraint a_vote_names_its_deliberation CHECK ((voted_on IS NULL) = (vote_reference IS NULL) AND vote_reference <> ''::text),
  constraint an_act_proves_a_transmission CHECK (transmission_act_id IS NULL OR transmitted_on IS NOT NULL),
  constraint an_act_proves_a_vote CHECK (vote_act_id IS NULL OR voted_on IS NOT NULL),
  constraint attested_from_an_archive CHECK (attested_on IS NULL OR NOT unproven_because IS DISTINCT FROM 'entered_from_archive'::text AND signed_on IS NULL),
  constraint city_name_is_localized CHECK (app.is_localized(city_name)),
  constraint cooperation_since_a_year CHECK (cooperation_since >= 1000 AND cooperation_since <= 9999),
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint forecast_has_a_currency CHECK ((forecast_cents IS NULL) = (forecast_currency IS NULL)),
  constraint forecast_is_not_negative CHECK (forecast_cents >= 0),
  constraint in_force_states_object_and_forecast CHECK (in_force_from IS NULL OR unproven_because IS NOT NULL OR forecast_cents IS NOT NULL AND object <> '{}'::jsonb),
  constraint last_day_after_the_first CHECK (last_day >= runs_from),
  constraint last_day_follows_its_term CHECK (term_months IS NULL OR NOT last_day IS DISTINCT FROM agreements.last_day(runs_from, term_months)),
  constraint negotiated_before_it_is_voted CHECK (negotiated_since IS NULL OR voted_on IS NULL OR negotiated_since <= voted_on),
  constraint never_renews_itself CHECK (renews_id <> id),
  constraint object_is_localized CHECK (app.is_localized(object)),
  constraint scopes_are_known CHECK (scopes <@ ARRAY['economic'::text, 'scientific'::text, 'institutional'::text, 'cultural'::text, 'tourism'::text, 'youth'::text, 'environment'::text]),
  constraint signed_before_it_is_in_force CHECK (in_force_from IS NULL OR signed_on IS NOT NULL AND signed_on <= in_force_from),
  constraint signed_before_it_is_transmitted CHECK (transmitted_on IS NULL OR signed_on IS NOT NULL AND signed_on <= transmitted_on),
  constraint terminated_once_signed CHECK (terminated_on IS NULL OR signed_on IS NOT NULL AND signed_on <= terminated_on),
  constraint title_is_localized CHECK (app.is_localized(title) AND title <> '{}'::jsonb),
  constraint transmitted_before_it_is_in_force CHECK (in_force_from IS NULL OR COALESCE(transmitted_on <= in_force_from, unproven_because IS NOT NULL)),
  constraint type_is_known CHECK (type = ANY (ARRAY['twinning'::text, 'friendship_pact'::text, 'cooperation_agreement'::text, 'sister_agreement'::text, 'joint_declaration'::text, 'memorandum'::text, 'letter_of_intent'::text, 'framework_agreement'::text, 'operational_agreement'::text, 'trademark_licence'::text, 'network_membership'::text])),
  constraint unproven_because_is_known CHECK (unproven_because = ANY (ARRAY['entered_from_archive'::text, 'other_law'::text])),
  constraint voted_before_it_is_signed CHECK (signed_on IS NULL OR COALESCE(voted_on <= signed_on, unproven_because IS NOT NULL)),
  constraint what_is_unproven_names_its_source CHECK ((unproven_because IS NULL) = (COALESCE(btrim(unproven_source), ''::text) = ''::text)),
  constraint agreement_city_id_fkey FOREIGN KEY (city_id) REFERENCES directory.city(id),
  constraint agreement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint renews_one_of_its_own FOREIGN KEY (renews_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id),
  constraint transmitted_by_an_own_act FOREIGN KEY (transmission_act_id, organisation_id) REFERENCES acts.act(id, organisation_id),
  constraint voted_by_an_own_act FOREIGN KEY (vote_act_id, organisation_id) REFERENCES acts.act(id, organisation_id),
  constraint agreement_pkey PRIMARY KEY (id),
  constraint an_agreement_binds_two_parties TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint one_owner_of_an_agreement UNIQUE (id, organisation_id),
  constraint renewed_once UNIQUE (renews_id)
);
CREATE INDEX agreement_by_last_day ON agreements.agreement USING btree (last_day) WHERE ((last_day IS NOT NULL) AND (terminated_on IS NULL));
CREATE INDEX agreement_by_organisation ON agreements.agreement USING btree (organisation_id, signed_on DESC, id);
CREATE INDEX agreement_by_search_text ON agreements.agreement USING gin (search_text gin_trgm_ops);
CREATE CONSTRAINT TRIGGER an_agreement_binds_two_parties AFTER INSERT OR UPDATE OF signed_on ON agreements.agreement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agreements.guard_parties();
CREATE TRIGGER guard_proofs BEFORE INSERT OR UPDATE OF vote_act_id, voted_on, vote_reference, transmission_act_id, transmitted_on ON agreements.agreement FOR EACH ROW EXECUTE FUNCTION agreements.guard_proofs();
CREATE TRIGGER guard_removal BEFORE DELETE ON agreements.agreement FOR EACH ROW EXECUTE FUNCTION agreements.guard_removal();
CREATE TRIGGER guard_signed BEFORE UPDATE ON agreements.agreement FOR EACH ROW EXECUTE FUNCTION agreements.guard_signed();
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.agreement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.agreement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.agreement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON agreements.agreement FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_agreement for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table agreements.agreement_mission (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  mission_id uuid not null,
  link text not null,
  constraint link_is_known CHECK (link = ANY (ARRAY['prepared'::text, 'signed'::text, 'carried_out'::text])),
  constraint agreement_mission_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint link_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint agreement_mission_pkey PRIMARY KEY (id),
  constraint a_mission_is_linked_once UNIQUE (agreement_id, mission_id)
);
CREATE INDEX agreement_mission_by_mission ON agreements.agreement_mission USING btree (mission_id);
CREATE UNIQUE INDEX signed_during_one_mission ON agreements.agreement_mission USING btree (agreement_id) WHERE (link = 'signed'::text);
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.agreement_mission REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.agreement_mission REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.agreement_mission REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_agreement_mission for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table agreements.amendment (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  number integer not null,
  signed_on date not null,
  vote_reference text not null default ''::text,
  summary text not null,
  prolongs_to date,
  constraint number_starts_at_one CHECK (number > 0),
  constraint prolongs_beyond_its_signature CHECK (prolongs_to >= signed_on),
  constraint summary_is_not_empty CHECK (btrim(summary) <> ''::text),
  constraint amendment_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint amendment_pkey PRIMARY KEY (id),
  constraint amendments_are_numbered UNIQUE (agreement_id, number)
);
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.amendment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.amendment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.amendment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_amendment for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table agreements.committee_meeting (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  held_on date not null,
  place text not null default ''::text,
  attendees text not null,
  written_minutes text not null default ''::text,
  version integer not null default 1,
  own_chair text not null default ''::text,
  their_chair text not null default ''::text,
  constraint attendees_are_named CHECK (btrim(attendees) <> ''::text),
  constraint meeting_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint committee_meeting_pkey PRIMARY KEY (id)
);
CREATE INDEX committee_meeting_by_agreement ON agreements.committee_meeting USING btree (agreement_id, held_on DESC);
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.committee_meeting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.committee_meeting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.committee_meeting REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON agreements.committee_meeting FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_committee_meeting for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table agreements.domain (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  title jsonb not null,
  "position" integer not null,
  version integer not null default 1,
  constraint title_is_localized CHECK (app.is_localized(title) AND title <> '{}'::jsonb),
  constraint domain_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint domain_pkey PRIMARY KEY (id),
  constraint one_agreement_per_domain UNIQUE (id, agreement_id)
);
CREATE INDEX domain_by_agreement ON agreements.domain USING btree (agreement_id, "position");
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.domain REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.domain REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.domain REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON agreements.domain FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_domain for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table agreements.licence (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  licensee_id uuid not null,
  brand text not null,
  brand_key text not null generated always as (app.fold(btrim(brand))) stored,
  is_exclusive boolean not null,
  starts_on date not null,
  term_months integer not null,
  last_day date not null,
  fee_cents bigint,
  fee_currency character(3),
  fee_note text not null default ''::text,
  version integer not null default 1,
  constraint a_licence_has_months CHECK (term_months >= 1 AND term_months <= 1200),
  constraint brand_is_not_empty CHECK (btrim(brand) <> ''::text),
  constraint fee_has_a_currency CHECK ((fee_cents IS NULL) = (fee_currency IS NULL)),
  constraint fee_is_not_negative CHECK (fee_cents >= 0),
  constraint licence_ends_after_it_starts CHECK (last_day >= starts_on),
  constraint licence_ends_with_its_term CHECK (last_day <= agreements.last_day(starts_on, term_months)),
  constraint licence_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint licensee_is_a_party FOREIGN KEY (licensee_id, agreement_id) REFERENCES agreements.party(id, agreement_id),
  constraint licence_pkey PRIMARY KEY (id),
  constraint one_licence_per_agreement UNIQUE (agreement_id),
  constraint what_a_territory_follows UNIQUE (id, organisation_id, brand_key, is_exclusive, starts_on, last_day)
);
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.licence REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.licence REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.licence REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON agreements.licence FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_licence for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table agreements.licence_edition (
  id uuid not null default uuidv7(),
  licence_id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  number integer not null,
  held_on date not null,
  theme text,
  jury text,
  theme_chosen_on date,
  constraint a_theme_is_chosen_by_a_jury CHECK ((num_nulls(theme, jury, theme_chosen_on) = ANY (ARRAY[0, 3])) AND btrim(theme) <> ''::text AND btrim(jury) <> ''::text),
  constraint chosen_before_it_is_held CHECK (theme_chosen_on <= held_on),
  constraint number_starts_at_one CHECK (number > 0),
  constraint edition_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint licence_edition_licence_id_fkey FOREIGN KEY (licence_id) REFERENCES agreements.licence(id) ON DELETE CASCADE,
  constraint licence_edition_pkey PRIMARY KEY (id),
  constraint editions_are_numbered UNIQUE (licence_id, number)
);
CREATE TRIGGER guard_edition BEFORE INSERT OR UPDATE ON agreements.licence_edition FOR EACH ROW EXECUTE FUNCTION agreements.guard_edition();
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.licence_edition REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.licence_edition REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.licence_edition REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_licence_edition for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table agreements.licence_territory (
  id uuid not null default uuidv7(),
  licence_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  brand_key text not null,
  is_exclusive boolean not null,
  starts_on date not null,
  last_day date not null,
  country character(2) not null,
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint territory_follows_its_licence FOREIGN KEY (licence_id, organisation_id, brand_key, is_exclusive, starts_on, last_day) REFERENCES agreements.licence(id, organisation_id, brand_key, is_exclusive, starts_on, last_day) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint licence_territory_pkey PRIMARY KEY (id),
  constraint a_country_is_named_once UNIQUE (licence_id, country),
  constraint one_exclusive_licence_per_territory EXCLUDE USING gist (organisation_id WITH =, brand_key WITH =, country WITH =, daterange(starts_on, last_day, '[]'::text) WITH &&) WHERE (is_exclusive)
);
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.licence_territory REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.licence_territory REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.licence_territory REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_licence_territory for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table agreements.party (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  party_id uuid not null,
  kind text not null,
  "position" integer not null,
  state_ground text,
  state_ground_on date,
  constraint a_state_is_a_party_on_a_dated_ground CHECK ((kind = 'state'::text) = (state_ground IS NOT NULL) AND (state_ground IS NULL) = (state_ground_on IS NULL)),
  constraint party_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint party_party_id_fkey FOREIGN KEY (party_id) REFERENCES directory.organisation(id),
  constraint party_state_ground_fkey FOREIGN KEY (state_ground) REFERENCES agreements.state_ground(code),
  constraint party_pkey PRIMARY KEY (id),
  constraint an_agreement_keeps_two_parties TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint a_party_is_named_once UNIQUE (agreement_id, party_id),
  constraint one_agreement_per_party UNIQUE (id, agreement_id)
);
CREATE INDEX party_by_organisation ON agreements.party USING btree (party_id);
CREATE CONSTRAINT TRIGGER an_agreement_keeps_two_parties AFTER DELETE ON agreements.party DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agreements.guard_parties();
CREATE TRIGGER guard_party BEFORE INSERT ON agreements.party FOR EACH ROW EXECUTE FUNCTION agreements.guard_party();
CREATE TRIGGER guard_signed_parties BEFORE INSERT OR DELETE ON agreements.party FOR EACH ROW EXECUTE FUNCTION agreements.guard_signed_parties();
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.party REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.party REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.party REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_party for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table agreements.pledge (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  domain_id uuid not null,
  title jsonb not null,
  "position" integer not null,
  constraint title_is_localized CHECK (app.is_localized(title) AND title <> '{}'::jsonb),
  constraint pledge_in_a_domain FOREIGN KEY (domain_id, agreement_id) REFERENCES agreements.domain(id, agreement_id) ON DELETE CASCADE,
  constraint pledge_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint pledge_pkey PRIMARY KEY (id),
  constraint one_agreement_per_pledge UNIQUE (id, agreement_id)
);
CREATE INDEX pledge_by_domain ON agreements.pledge USING btree (domain_id, "position");
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.pledge REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.pledge REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.pledge REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_pledge for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create view agreements.pub_agreement with (security_invoker=true) as
 SELECT id,
    organisation_id,
    type,
    title,
    country,
    city_id,
    signed_on,
    in_force_from,
    last_day,
    terminated_on,
    renews_id,
    city_name,
    attested_on,
    negotiated_since,
    voted_on
   FROM agreements.agreement;
-- escale_keeper: select
-- escale_web: select

create view agreements.pub_domain with (security_invoker=true) as
 SELECT agreement_id,
    title
   FROM agreements.domain;
-- escale_keeper: select
-- escale_web: select

create table agreements.reopening (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  action_id uuid not null,
  action_version integer not null,
  state text not null,
  closed_on date not null,
  evidence text not null,
  reopened_on date not null,
  reason text not null,
  constraint a_reopening_says_why CHECK (btrim(reason) <> ''::text),
  constraint reopened_after_it_was_closed CHECK (reopened_on >= closed_on),
  constraint state_is_known CHECK (state = ANY (ARRAY['done'::text, 'dropped'::text])),
  constraint reopening_of_an_action FOREIGN KEY (action_id, agreement_id) REFERENCES agreements.action(id, agreement_id) ON DELETE CASCADE,
  constraint reopening_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint reopening_pkey PRIMARY KEY (id),
  constraint an_action_reopens_once UNIQUE (action_id, action_version)
);
CREATE INDEX reopening_by_agreement ON agreements.reopening USING btree (agreement_id);
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.reopening REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.reopening REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.reopening REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_reopening for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table agreements.signatory (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  party_id uuid not null,
  name text not null,
  capacity jsonb not null,
  "position" integer not null,
  constraint capacity_is_localized CHECK (app.is_localized(capacity) AND capacity <> '{}'::jsonb),
  constraint name_is_not_empty CHECK (btrim(name) <> ''::text),
  constraint signatory_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint signs_for_a_party FOREIGN KEY (party_id, agreement_id) REFERENCES agreements.party(id, agreement_id) ON DELETE CASCADE,
  constraint signatory_pkey PRIMARY KEY (id)
);
CREATE INDEX signatory_by_agreement ON agreements.signatory USING btree (agreement_id);
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.signatory REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.signatory REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.signatory REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_signatory for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table agreements.state_ground (
  code text not null,
  label jsonb not null,
  source text not null,
  valid_from date not null,
  valid_until date,
  constraint label_is_localized CHECK (app.is_localized(label) AND label <> '{}'::jsonb),
  constraint valid_until_after_valid_from CHECK (valid_until >= valid_from),
  constraint state_ground_pkey PRIMARY KEY (code)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table agreements.term_notice (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null,
  last_day date not null,
  months integer not null,
  sent_at timestamp with time zone not null,
  constraint months_ahead_of_the_last_day CHECK (months >= 1 AND months <= 12),
  constraint notice_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint term_notice_pkey PRIMARY KEY (id),
  constraint a_notice_leaves_once UNIQUE (agreement_id, last_day, months)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_term_notice for select to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: select

create table agreements.wording (
  id uuid not null default uuidv7(),
  agreement_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  language text not null,
  body text not null,
  is_authentic boolean not null default true,
  version integer not null default 1,
  constraint body_is_not_empty CHECK (btrim(body) <> ''::text),
  constraint language_is_a_tag CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text),
  constraint wording_of_an_own_agreement FOREIGN KEY (agreement_id, organisation_id) REFERENCES agreements.agreement(id, organisation_id) ON DELETE CASCADE,
  constraint wording_pkey PRIMARY KEY (id),
  constraint one_wording_per_language UNIQUE (agreement_id, language)
);
CREATE TRIGGER guard_wording BEFORE DELETE OR UPDATE ON agreements.wording FOR EACH ROW EXECUTE FUNCTION agreements.guard_wording();
CREATE TRIGGER journal_delete AFTER DELETE ON agreements.wording REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON agreements.wording REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON agreements.wording REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON agreements.wording FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_wording for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table app.file (
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  mission_id uuid,
  is_shared boolean not null default false,
  sha256 bytea not null,
  size_bytes bigint not null,
  media_type text not null,
  name text not null,
  stored_at timestamp with time zone not null default now(),
  constraint digest_has_32_bytes CHECK (octet_length(sha256) = 32),
  constraint file_is_not_empty CHECK (size_bytes > 0),
  constraint file_name_is_plain CHECK (name <> ''::text AND name !~ '[/\\[:cntrl:]]'::text AND length(name) <= 255),
  constraint file_pkey PRIMARY KEY (id),
  constraint a_file_has_one_owner UNIQUE (id, organisation_id),
  constraint a_file_is_shared_for_ever UNIQUE (id, organisation_id, is_shared)
);
CREATE INDEX file_by_content ON app.file USING btree (sha256);
CREATE TRIGGER journal_delete AFTER DELETE ON app.file REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON app.file REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON app.file REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy files_shared_with_the_mission for select to escale_web
  using (is_shared AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_files for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND ((mission_id IS NULL) OR (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table app.import_batch (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  mission_id uuid,
  kind text not null,
  source_name text not null,
  headers jsonb not null,
  cells jsonb not null,
  mapping jsonb not null,
  state text not null default 'draft'::text,
  created_at timestamp with time zone not null default now(),
  outcome jsonb,
  constraint cells_are_a_list CHECK (jsonb_typeof(cells) = 'array'::text),
  constraint headers_are_a_list CHECK (jsonb_typeof(headers) = 'array'::text),
  constraint outcome_when_applied CHECK ((state = 'applied'::text) = (outcome IS NOT NULL)),
  constraint state_is_known CHECK (state = ANY (ARRAY['draft'::text, 'applied'::text, 'dropped'::text])),
  constraint import_batch_pkey PRIMARY KEY (id)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_imports for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table app.import_mapping (
  organisation_id uuid not null default app.actor_organisation(),
  kind text not null,
  header_digest bytea not null,
  mapping jsonb not null,
  used_at timestamp with time zone not null default now(),
  constraint import_mapping_pkey PRIMARY KEY (organisation_id, kind, header_digest)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_mappings for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table app.journal (
  chain uuid not null,
  seq bigint not null,
  recorded_at timestamp with time zone not null,
  account_id uuid,
  actor_name text,
  organisation_id uuid,
  event text not null,
  operation text not null,
  entity text not null,
  entity_id uuid,
  mission_id uuid,
  is_shared boolean not null,
  payload jsonb,
  payload_digest bytea not null,
  previous_digest bytea not null,
  digest bytea not null,
  constraint operation_is_known CHECK (operation = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])),
  constraint sequence_starts_at_one CHECK (seq > 0),
  constraint shared_entries_belong_to_a_mission CHECK (NOT is_shared OR mission_id IS NOT NULL),
  constraint journal_pkey PRIMARY KEY (chain, seq)
);
CREATE INDEX journal_by_entity ON app.journal USING btree (entity, entity_id);
CREATE INDEX journal_by_mission ON app.journal USING btree (mission_id, recorded_at) WHERE (mission_id IS NOT NULL);
CREATE TRIGGER journal_is_append_only BEFORE DELETE OR UPDATE ON app.journal FOR EACH ROW EXECUTE FUNCTION app.guard_journal();
CREATE TRIGGER journal_is_never_truncated BEFORE TRUNCATE ON app.journal FOR EACH STATEMENT EXECUTE FUNCTION app.guard_journal();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy shared_and_own_entries for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) OR (is_shared AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
-- escale_keeper: delete insert select update
-- escale_web: select

create table app.journal_head (
  chain uuid not null,
  seq bigint not null,
  digest bytea not null,
  constraint journal_head_pkey PRIMARY KEY (chain)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update

create table app.mail (
  id uuid not null default uuidv7(),
  organisation_id uuid,
  recipient text not null,
  language text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  state text not null default 'queued'::text,
  queued_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  last_error text,
  calendar text,
  calendar_method text,
  constraint a_calendar_says_its_method CHECK ((calendar IS NULL) = (calendar_method IS NULL)),
  constraint calendar_method_is_known CHECK (calendar_method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text])),
  constraint recipient_is_one_line CHECK (recipient !~ '[\r\n]'::text AND subject !~ '[\r\n]'::text),
  constraint sent_at_when_sent CHECK ((state = 'sent'::text) = (sent_at IS NOT NULL)),
  constraint state_is_known CHECK (state = ANY (ARRAY['queued'::text, 'sent'::text, 'kept'::text, 'failed'::text])),
  constraint mail_pkey PRIMARY KEY (id)
);
CREATE INDEX mail_by_organisation ON app.mail USING btree (organisation_id, queued_at DESC);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_mail for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) OR (organisation_id IS NULL));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table app.request_once (
  id uuid not null,
  account_id uuid,
  organisation_id uuid not null,
  operation text not null,
  answer jsonb,
  arrived_at timestamp with time zone not null default now(),
  constraint request_once_pkey PRIMARY KEY (id)
);
CREATE INDEX request_once_by_age ON app.request_once USING btree (arrived_at);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_requests for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table auth.account (
  id uuid not null default uuidv7(),
  "userId" uuid not null,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null default now(),
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint account_pkey PRIMARY KEY (id),
  constraint "account_providerId_accountId_key" UNIQUE ("providerId", "accountId")
) /* no row-level security */;
CREATE INDEX account_by_user ON auth.account USING btree ("userId");
-- escale_auth: delete insert select update

create table auth.passkey (
  id uuid not null default uuidv7(),
  name text,
  "publicKey" text not null,
  "userId" uuid not null,
  "credentialID" text not null,
  counter double precision not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  aaguid text,
  "createdAt" timestamp with time zone not null default now(),
  constraint "passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint "passkey_credentialID_key" UNIQUE ("credentialID")
) /* no row-level security */;
CREATE INDEX passkey_by_user ON auth.passkey USING btree ("userId");
-- escale_auth: delete insert select update

create table auth.rate_limit (
  key text not null,
  points integer not null default 0,
  expire bigint,
  constraint rate_limit_pkey PRIMARY KEY (key)
) /* no row-level security */;
CREATE INDEX rate_limit_by_expiry ON auth.rate_limit USING btree (expire);
-- escale_auth: delete insert select update

create table auth.session (
  id uuid not null default uuidv7(),
  "userId" uuid not null,
  token text not null,
  "expiresAt" timestamp with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "organisationId" uuid,
  "openedBy" text,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null default now(),
  "deputyshipId" uuid,
  constraint "session_deputyshipId_fkey" FOREIGN KEY ("deputyshipId") REFERENCES identity.deputyship(id) ON DELETE SET NULL,
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token)
) /* no row-level security */;
CREATE INDEX session_by_expiry ON auth.session USING btree ("expiresAt");
CREATE INDEX session_by_user ON auth.session USING btree ("userId");
-- escale_auth: delete insert select update

create table auth.twoFactor (
  id uuid not null default uuidv7(),
  "userId" uuid not null,
  secret text not null,
  "backupCodes" text not null,
  verified boolean not null default true,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil" timestamp with time zone,
  constraint "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint "twoFactor_pkey" PRIMARY KEY (id)
) /* no row-level security */;
CREATE INDEX two_factor_by_user ON auth."twoFactor" USING btree ("userId");
-- escale_auth: delete insert select update

create table auth.user (
  id uuid not null default uuidv7(),
  name text not null,
  email text not null,
  "emailVerified" boolean not null default false,
  image text,
  "twoFactorEnabled" boolean default false,
  locale text not null default 'fr'::text,
  "isDemo" boolean not null default false,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null default now(),
  constraint email_is_lower_case CHECK (email = lower(email)),
  constraint locale_is_known CHECK (locale = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email)
) /* no row-level security */;
-- escale_auth: delete insert select update
-- escale_keeper: select

create table auth.verification (
  id uuid not null default uuidv7(),
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone not null default now(),
  "updatedAt" timestamp with time zone not null default now(),
  constraint verification_pkey PRIMARY KEY (id)
) /* no row-level security */;
CREATE INDEX verification_by_expiry ON auth.verification USING btree ("expiresAt");
CREATE INDEX verification_by_identifier ON auth.verification USING btree (identifier);
-- escale_auth: delete insert select update

create table budget.expense (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  spent_on date not null,
  supplier text not null,
  label text not null default ''::text,
  category text not null,
  amount_cents bigint not null,
  currency character(3) not null,
  rate numeric,
  rate_on date,
  rate_source text,
  base_cents bigint not null,
  base_currency character(3) not null,
  benefits text not null default 'delegation'::text,
  beneficiary_id uuid,
  receipt_id uuid,
  reverses_id uuid,
  reason text,
  external_key text,
  is_shared boolean not null default false,
  recorded_by uuid default app.actor_account(),
  recorded_at timestamp with time zone not null default now(),
  corrects_id uuid,
  rate_from character(3),
  constraint a_reversal_corrects_nothing CHECK (reverses_id IS NULL OR corrects_id IS NULL),
  constraint amount_is_not_zero CHECK (amount_cents <> 0 AND base_cents <> 0),
  constraint amount_is_plausible CHECK (amount_cents >= '-999999999999999'::bigint AND amount_cents <= '999999999999999'::bigint AND base_cents >= '-999999999999999'::bigint AND base_cents <= '999999999999999'::bigint),
  constraint amounts_go_the_same_way CHECK ((amount_cents > 0) = (base_cents > 0)),
  constraint beneficiary_when_a_partner CHECK ((benefits = 'partner'::text) = (beneficiary_id IS NOT NULL)),
  constraint benefits_is_known CHECK (benefits = ANY (ARRAY['delegation'::text, 'partner'::text, 'all_partners'::text])),
  constraint category_is_known CHECK (category = ANY (ARRAY['transport'::text, 'lodging'::text, 'meals'::text, 'per_diem'::text, 'venue'::text, 'interpreting'::text, 'reception'::text, 'communication'::text, 'provider'::text, 'visa_insurance'::text, 'gift'::text, 'sme_support'::text, 'other'::text])),
  constraint currencies_are_iso_4217 CHECK (currency ~ '^[A-Z]{3}$'::text AND base_currency ~ '^[A-Z]{3}$'::text),
  constraint foreign_currency_keeps_its_rate CHECK (currency = base_currency OR rate > 0::numeric AND rate_on IS NOT NULL AND btrim(rate_source) <> ''::text),
  constraint rate_starts_from_one_of_the_two CHECK ((rate IS NULL) = (rate_from IS NULL) AND (rate_from = currency OR rate_from = base_currency)),
  constraint reason_is_not_empty CHECK (btrim(reason) <> ''::text),
  constraint reversal_gives_a_reason CHECK ((reverses_id IS NULL) = (reason IS NULL)),
  constraint same_currency_needs_no_rate CHECK (currency <> base_currency OR rate IS NULL AND rate_on IS NULL AND rate_source IS NULL AND base_cents = amount_cents),
  constraint supplier_is_not_empty CHECK (btrim(supplier) <> ''::text),
  constraint expense_beneficiary_id_fkey FOREIGN KEY (beneficiary_id) REFERENCES directory.organisation(id),
  constraint expense_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES budget.expense(id),
  constraint expense_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id),
  constraint expense_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint expense_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES app.file(id),
  constraint expense_reverses_id_fkey FOREIGN KEY (reverses_id) REFERENCES budget.expense(id),
  constraint expense_pkey PRIMARY KEY (id),
  constraint a_ledger_keeps_one_base_currency EXCLUDE USING gist (mission_id WITH =, organisation_id WITH =, base_currency WITH <>)
);
CREATE UNIQUE INDEX an_expense_is_corrected_once ON budget.expense USING btree (corrects_id) WHERE (corrects_id IS NOT NULL);
CREATE UNIQUE INDEX an_expense_is_reversed_once ON budget.expense USING btree (reverses_id) WHERE (reverses_id IS NOT NULL);
CREATE INDEX expense_by_mission ON budget.expense USING btree (mission_id, organisation_id, spent_on);
CREATE INDEX expense_by_receipt ON budget.expense USING btree (receipt_id) WHERE (receipt_id IS NOT NULL);
CREATE UNIQUE INDEX one_expense_per_external_key ON budget.expense USING btree (mission_id, organisation_id, external_key) WHERE (external_key IS NOT NULL);
CREATE TRIGGER check_expense BEFORE INSERT ON budget.expense FOR EACH ROW EXECUTE FUNCTION budget.check_expense();
CREATE TRIGGER expense_is_append_only BEFORE DELETE OR UPDATE ON budget.expense FOR EACH ROW EXECUTE FUNCTION app.refuse_change('expense_is_append_only');
CREATE TRIGGER expense_is_never_truncated BEFORE TRUNCATE ON budget.expense FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change('expense_is_append_only');
CREATE TRIGGER expenses_answer_receipts AFTER INSERT ON budget.expense FOR EACH ROW WHEN (new.receipt_id IS NOT NULL) EXECUTE FUNCTION pocket.enter_receipt();
CREATE TRIGGER journal_delete AFTER DELETE ON budget.expense REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON budget.expense REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON budget.expense REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER sign_off_follows_expenses AFTER INSERT OR DELETE OR UPDATE ON budget.expense FOR EACH ROW EXECUTE FUNCTION missions.part_changes('expenses_changed');
create policy expenses_shared_with_the_mission for select to escale_web
  using (is_shared AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_expenses for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create view budget.pub_expense with (security_invoker=true) as
 SELECT id,
    mission_id,
    organisation_id,
    spent_on,
    category,
    base_cents,
    base_currency,
    is_shared
   FROM budget.expense;
-- escale_keeper: select
-- escale_web: select

create table delegations.change_request (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  member_id uuid not null,
  kind text not null,
  asked_by text not null,
  asked_name text not null,
  asked_at timestamp with time zone not null,
  was jsonb not null,
  becomes jsonb not null,
  state text not null default 'open'::text,
  reason text,
  decided_name text,
  decided_at timestamp with time zone,
  constraint a_refusal_gives_its_reason CHECK (state <> 'refused'::text OR btrim(COALESCE(reason, ''::text)) <> ''::text),
  constraint asked_by_is_known CHECK (asked_by = ANY (ARRAY['applicant'::text, 'partner'::text])),
  constraint decided_when_closed CHECK ((state = ANY (ARRAY['accepted'::text, 'refused'::text])) = (decided_at IS NOT NULL)),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['change'::text, 'substitution'::text])),
  constraint something_changes CHECK (was <> becomes),
  constraint state_is_known CHECK (state = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text, 'replaced'::text])),
  constraint a_request_is_of_who_sends_the_member FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint change_request_pkey PRIMARY KEY (id)
);
CREATE INDEX change_request_by_mission ON delegations.change_request USING btree (mission_id, state);
CREATE UNIQUE INDEX one_request_waits_per_member ON delegations.change_request USING btree (member_id) WHERE (state = 'open'::text);
CREATE TRIGGER details_go_with_the_request AFTER UPDATE OF state ON delegations.change_request FOR EACH ROW WHEN (new.kind = 'substitution'::text AND (new.state = ANY (ARRAY['refused'::text, 'replaced'::text]))) EXECUTE FUNCTION registration.forget_substitution_ask();
CREATE TRIGGER journal_delete AFTER DELETE ON delegations.change_request REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON delegations.change_request REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON delegations.change_request REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_refuse_requests for update to escale_web
  using ((state = 'open'::text) AND (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])))
  with check ((state = 'refused'::text) AND (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])));
create policy organisers_see_requests for select to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy senders_ask for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (state = 'open'::text) AND (kind = 'change'::text) AND (asked_by = 'partner'::text));
create policy senders_replace_their_requests for update to escale_web
  using ((state = 'open'::text) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((state = 'replaced'::text) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy senders_see_their_requests for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table delegations.freeze (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  frozen_on date not null,
  version integer not null default 1,
  constraint freeze_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint freeze_pkey PRIMARY KEY (id),
  constraint freeze_mission_id_key UNIQUE (mission_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON delegations."freeze" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON delegations."freeze" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON delegations."freeze" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON delegations."freeze" FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_freeze for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_lift_the_freeze for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_move_the_freeze for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_the_freeze for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table delegations.member (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  person_id uuid,
  given_name text not null,
  family_name text not null,
  category text not null,
  capacity jsonb not null default '{}'::jsonb,
  represents text,
  function text not null default 'member'::text,
  state text not null default 'registered'::text,
  external_key text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  identity_key text generated always as (app.fold(((((family_name || '|'::text) || given_name) || '|'::text) || COALESCE(represents, ''::text)))) stored,
  constraint a_company_member_represents_someone CHECK (category <> 'company'::text OR represents IS NOT NULL),
  constraint capacity_is_localized CHECK (app.is_localized(capacity)),
  constraint category_is_known CHECK (category = ANY (ARRAY['elected'::text, 'staff'::text, 'guest'::text, 'company'::text, 'academic'::text, 'cultural'::text, 'press'::text, 'interpreter'::text])),
  constraint function_is_known CHECK (function = ANY (ARRAY['head'::text, 'deputy'::text, 'member'::text, 'protocol'::text])),
  constraint names_are_not_empty CHECK (btrim(family_name) <> ''::text AND btrim(given_name) <> ''::text),
  constraint state_is_known CHECK (state = ANY (ARRAY['registered'::text, 'withdrawn'::text])),
  constraint member_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint member_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint member_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id) ON DELETE SET NULL,
  constraint member_pkey PRIMARY KEY (id),
  constraint a_member_has_one_sender UNIQUE (id, mission_id, organisation_id),
  constraint a_member_travels_on_one_mission UNIQUE (id, mission_id)
);
CREATE UNIQUE INDEX a_name_is_listed_once_per_sub_delegation ON delegations.member USING btree (mission_id, organisation_id, identity_key) WHERE (state = 'registered'::text);
CREATE UNIQUE INDEX a_person_travels_once_per_mission ON delegations.member USING btree (mission_id, person_id) WHERE (state = 'registered'::text);
CREATE UNIQUE INDEX one_head_per_sub_delegation ON delegations.member USING btree (mission_id, organisation_id) WHERE ((function = 'head'::text) AND (state = 'registered'::text));
CREATE UNIQUE INDEX one_member_per_external_key ON delegations.member USING btree (mission_id, organisation_id, external_key) WHERE (external_key IS NOT NULL);
CREATE TRIGGER a_frozen_delegation_changes_by_request BEFORE INSERT OR UPDATE ON delegations.member FOR EACH ROW EXECUTE FUNCTION delegations.guard_freeze();
CREATE TRIGGER application_follows_member AFTER UPDATE OF state ON delegations.member FOR EACH ROW WHEN (new.state <> old.state) EXECUTE FUNCTION registration.follow_member();
CREATE TRIGGER head_stays_with_the_mission BEFORE UPDATE OF state, mission_id ON delegations.member FOR EACH ROW WHEN (new.state = 'withdrawn'::text OR new.mission_id <> old.mission_id) EXECUTE FUNCTION delegations.check_head_stays();
CREATE TRIGGER hold_places BEFORE INSERT OR UPDATE ON delegations.member FOR EACH ROW WHEN (new.state = 'registered'::text) EXECUTE FUNCTION registration.hold_places_of_row();
CREATE TRIGGER journal_delete AFTER DELETE ON delegations.member REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON delegations.member REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON delegations.member REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER quota_is_kept_by_changes AFTER UPDATE ON delegations.member REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registration.keep_quota();
CREATE TRIGGER quota_is_kept_by_newcomers AFTER INSERT ON delegations.member REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registration.keep_quota();
CREATE TRIGGER sign_off_follows_delegation AFTER INSERT OR DELETE OR UPDATE ON delegations.member FOR EACH ROW EXECUTE FUNCTION missions.part_changes('delegation_changed');
CREATE TRIGGER version_rises BEFORE UPDATE ON delegations.member FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_sub_delegation for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy partners_see_members for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table delegations.member_contact (
  id uuid not null default uuidv7(),
  member_id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  email text,
  phone text,
  notes text,
  constraint email_is_one_address CHECK (email ~ '^[^@\s]+@[^@\s]+$'::text),
  constraint phone_is_international CHECK (phone ~ '^\+\d{4,15}$'::text),
  constraint a_contact_belongs_to_who_sends_the_member FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint member_contact_member_id_fkey FOREIGN KEY (member_id) REFERENCES delegations.member(id) ON DELETE CASCADE,
  constraint member_contact_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint member_contact_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint member_contact_pkey PRIMARY KEY (id),
  constraint member_contact_member_id_key UNIQUE (member_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON delegations.member_contact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON delegations.member_contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON delegations.member_contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_contacts for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create view delegations.pub_contact with (security_invoker=true) as
 SELECT member_id,
    mission_id,
    organisation_id,
    email
   FROM delegations.member_contact c;
-- escale_keeper: select
-- escale_web: select

create view delegations.pub_member with (security_invoker=true) as
 SELECT id,
    mission_id,
    organisation_id,
    given_name,
    family_name,
    category,
    capacity,
    represents,
    function
   FROM delegations.member
  WHERE state = 'registered'::text;
-- escale_keeper: select
-- escale_web: select

create table departure.adequacy (
  country character(2) not null,
  scope text not null,
  words jsonb not null,
  source text not null,
  valid_from date not null,
  valid_until date,
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint ends_after_it_begins CHECK (valid_until >= valid_from),
  constraint scope_is_known CHECK (scope = ANY (ARRAY['eea'::text, 'full'::text, 'partial'::text])),
  constraint source_is_given CHECK (btrim(source) <> ''::text),
  constraint words_is_localized CHECK (app.is_localized(words) AND words <> '{}'::jsonb),
  constraint adequacy_pkey PRIMARY KEY (country, valid_from),
  constraint one_decision_at_a_time EXCLUDE USING gist (country WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table departure.attendance (
  id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null,
  item_id uuid not null,
  member_id uuid not null,
  way text not null,
  noted_at timestamp with time zone not null,
  noted_by uuid default app.actor_account(),
  noted_name text not null,
  constraint way_is_known CHECK (way = ANY (ARRAY['scan'::text, 'list'::text])),
  constraint at_an_item_of_the_mission FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id) ON DELETE CASCADE,
  constraint attendance_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint somebody_of_the_mission FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint attendance_pkey PRIMARY KEY (id),
  constraint present_once UNIQUE (item_id, member_id)
);
CREATE INDEX attendance_by_mission ON departure.attendance USING btree (mission_id, item_id);
CREATE TRIGGER journal_delete AFTER DELETE ON departure.attendance REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.attendance REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.attendance REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_people_and_ones_own_items for all to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) OR (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (item_id IN ( SELECT i.id
   FROM programme.item i
  WHERE (i.organiser_id = ( SELECT app.actor_organisation() AS actor_organisation))))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table departure.badge (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null,
  member_id uuid not null,
  code text not null,
  constraint code_is_opaque CHECK (code ~ '^[A-Z2-7]{16}$'::text),
  constraint a_badge_is_of_who_sends_the_member FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint badge_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint badge_pkey PRIMARY KEY (id),
  constraint badge_code_key UNIQUE (code),
  constraint badge_member_id_key UNIQUE (member_id)
);
CREATE INDEX badge_by_mission ON departure.badge USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON departure.badge REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.badge REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.badge REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_badges_and_organisers for all to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) OR (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]))));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table departure.booking (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  label text not null,
  locator text not null default ''::text,
  constraint label_is_not_empty CHECK (btrim(label) <> ''::text),
  constraint booking_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint booking_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint booking_pkey PRIMARY KEY (id),
  constraint a_booking_has_one_owner UNIQUE (id, mission_id, organisation_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON departure.booking REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.booking REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.booking REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_arrangements for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table departure.country_rule (
  country character(2) not null,
  nationals character(2) not null default 'FR'::bpchar,
  kind text not null,
  need text not null,
  words jsonb not null,
  source text not null,
  valid_from date not null,
  valid_until date,
  validity_months integer,
  validity_from text,
  constraint countries_are_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text AND nationals ~ '^[A-Z]{2}$'::text),
  constraint ends_after_it_begins CHECK (valid_until >= valid_from),
  constraint need_is_known CHECK (need = ANY (ARRAY['required'::text, 'advised'::text, 'not_required'::text])),
  constraint source_is_given CHECK (btrim(source) <> ''::text),
  constraint validity_counts_from_a_day CHECK ((validity_months IS NULL) = (validity_from IS NULL)),
  constraint validity_from_is_known CHECK (validity_from = ANY (ARRAY['arrival'::text, 'return'::text])),
  constraint validity_is_in_months CHECK (validity_months >= 0 AND validity_months <= 24),
  constraint validity_is_of_passports CHECK (validity_months IS NULL OR kind = 'passport'::text),
  constraint words_is_localized CHECK (app.is_localized(words) AND words <> '{}'::jsonb),
  constraint country_rule_kind_fkey FOREIGN KEY (kind) REFERENCES departure.requirement_kind(kind),
  constraint country_rule_pkey PRIMARY KEY (country, nationals, kind, valid_from),
  constraint one_rule_at_a_time EXCLUDE USING gist (country WITH =, nationals WITH =, kind WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table departure.item (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  member_id uuid not null,
  kind text not null,
  country character(2),
  state text not null default 'to_do'::text,
  done_on date,
  reference text not null default ''::text,
  file_id uuid,
  because text,
  due_on date,
  owner_account_id uuid,
  owner_name text,
  reminded_before_at timestamp with time zone,
  reminded_due_at timestamp with time zone,
  version integer not null default 1,
  constraint an_owner_has_a_name CHECK ((owner_account_id IS NULL) = (owner_name IS NULL)),
  constraint done_on_a_day CHECK ((state = 'done'::text) = (done_on IS NOT NULL)),
  constraint done_with_evidence CHECK (state <> 'done'::text OR btrim(reference) <> ''::text OR file_id IS NOT NULL),
  constraint evidence_when_done CHECK (state = 'done'::text OR reference = ''::text AND file_id IS NULL),
  constraint no_copy_of_passport_or_health CHECK ((kind <> ALL (ARRAY['passport'::text, 'vaccination'::text])) OR file_id IS NULL),
  constraint not_needed_says_why CHECK (
CASE
    WHEN state = 'not_needed'::text THEN COALESCE(btrim(because), ''::text) <> ''::text
    ELSE because IS NULL
END),
  constraint state_is_known CHECK (state = ANY (ARRAY['to_do'::text, 'done'::text, 'not_needed'::text])),
  constraint an_item_is_of_who_sends_the_member FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint evidence_is_a_file_of_ones_own FOREIGN KEY (file_id, organisation_id) REFERENCES app.file(id, organisation_id),
  constraint item_kind_fkey FOREIGN KEY (kind) REFERENCES departure.requirement_kind(kind),
  constraint item_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint item_pkey PRIMARY KEY (id),
  constraint one_item_per_requirement UNIQUE NULLS NOT DISTINCT (member_id, kind, country)
);
CREATE INDEX item_by_mission ON departure.item USING btree (mission_id, organisation_id);
CREATE INDEX item_to_remind ON departure.item USING btree (due_on) WHERE ((state = 'to_do'::text) AND (owner_account_id IS NOT NULL) AND (reminded_due_at IS NULL));
CREATE TRIGGER journal_delete AFTER DELETE ON departure.item REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.item REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.item REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON departure.item FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_items for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table departure.lodging (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  is_shared boolean not null default false,
  name text not null,
  address text not null default ''::text,
  constraint name_is_not_empty CHECK (btrim(name) <> ''::text),
  constraint lodging_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint lodging_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint lodging_pkey PRIMARY KEY (id),
  constraint a_lodging_has_one_owner UNIQUE (id, mission_id, organisation_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON departure.lodging REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.lodging REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.lodging REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_arrangements for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy partners_see_what_is_shared for select to escale_web
  using (is_shared AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table departure.own_rule (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  kind text not null,
  country character(2),
  is_asked boolean not null,
  categories text[],
  notice_days integer,
  version integer not null default 1,
  constraint categories_are_known CHECK (categories <@ ARRAY['elected'::text, 'staff'::text, 'guest'::text, 'company'::text, 'academic'::text, 'cultural'::text, 'press'::text, 'interpreter'::text] AND cardinality(categories) > 0),
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint notice_is_in_days CHECK (notice_days >= 0 AND notice_days <= 365),
  constraint own_rule_kind_fkey FOREIGN KEY (kind) REFERENCES departure.requirement_kind(kind),
  constraint own_rule_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint own_rule_pkey PRIMARY KEY (id),
  constraint one_rule_per_kind_and_country UNIQUE NULLS NOT DISTINCT (organisation_id, kind, country)
);
CREATE TRIGGER journal_delete AFTER DELETE ON departure.own_rule REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.own_rule REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.own_rule REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON departure.own_rule FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_rules for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table departure.passenger (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  segment_id uuid not null,
  member_id uuid not null,
  departs_at timestamp with time zone not null,
  arrives_at timestamp with time zone not null,
  constraint a_passenger_follows_the_segment FOREIGN KEY (segment_id, departs_at, arrives_at) REFERENCES departure.segment(id, departs_at, arrives_at) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint a_passenger_is_of_who_sends_them FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint a_passenger_of_the_mission FOREIGN KEY (segment_id, mission_id) REFERENCES departure.segment(id, mission_id) ON DELETE CASCADE,
  constraint passenger_pkey PRIMARY KEY (id),
  constraint a_passenger_boards_once UNIQUE (segment_id, member_id),
  constraint nobody_travels_twice_at_once EXCLUDE USING gist (member_id WITH =, tstzrange(departs_at, arrives_at) WITH &&) DEFERRABLE
);
CREATE INDEX passenger_by_mission ON departure.passenger USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON departure.passenger REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.passenger REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.passenger REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER no_more_passengers_than_seats AFTER INSERT ON departure.passenger FOR EACH ROW EXECUTE FUNCTION departure.check_seats();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_passengers for select to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) OR (segment_id IN ( SELECT s.id
   FROM departure.segment s
  WHERE (s.organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))))));
create policy own_people_alight for delete to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)));
create policy own_people_board for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (segment_id IN ( SELECT s.id
   FROM departure.segment s)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create view departure.pub_aboard with (security_invoker=true) as
 SELECT mission_id,
    member_id,
    departs_at,
    arrives_at
   FROM departure.passenger p;
-- escale_keeper: select
-- escale_web: select

create table departure.requirement_kind (
  kind text not null,
  "position" integer not null,
  is_of_destination boolean not null,
  categories text[] not null,
  notice_days integer not null,
  source text not null,
  constraint kind_is_known CHECK (kind = ANY (ARRAY['special_mandate'::text, 'travel_order'::text, 'insurance'::text, 'passport'::text, 'visa'::text, 'vaccination'::text])),
  constraint notice_is_in_days CHECK (notice_days >= 0 AND notice_days <= 365),
  constraint source_is_given CHECK (btrim(source) <> ''::text),
  constraint requirement_kind_pkey PRIMARY KEY (kind),
  constraint requirement_kind_position_key UNIQUE ("position")
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table departure.room (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  lodging_id uuid not null,
  label text not null,
  beds integer not null,
  constraint beds_are_counted CHECK (beds >= 1 AND beds <= 20),
  constraint label_is_not_empty CHECK (btrim(label) <> ''::text),
  constraint a_room_of_the_lodging FOREIGN KEY (lodging_id, mission_id, organisation_id) REFERENCES departure.lodging(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint room_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint room_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint room_pkey PRIMARY KEY (id),
  constraint a_room_has_one_owner UNIQUE (id, mission_id, organisation_id),
  constraint a_room_is_named_once UNIQUE (lodging_id, label)
);
CREATE TRIGGER journal_delete AFTER DELETE ON departure.room REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.room REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.room REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_arrangements for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table departure.segment (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  is_shared boolean not null default false,
  booking_id uuid,
  mode text not null,
  carrier text not null default ''::text,
  number text not null default ''::text,
  from_place text not null,
  to_place text not null,
  departs_at timestamp with time zone not null,
  departs_zone text not null,
  arrives_at timestamp with time zone not null,
  arrives_zone text not null,
  seats integer,
  note text not null default ''::text,
  version integer not null default 1,
  constraint a_segment_lasts_three_days_at_most CHECK (arrives_at <= (departs_at + '72:00:00'::interval)),
  constraint arrives_after_departure CHECK (arrives_at > departs_at),
  constraint mode_is_known CHECK (mode = ANY (ARRAY['flight'::text, 'train'::text, 'coach'::text, 'minibus'::text, 'car'::text, 'boat'::text])),
  constraint places_are_named CHECK (btrim(from_place) <> ''::text AND btrim(to_place) <> ''::text),
  constraint seats_are_positive CHECK (seats > 0),
  constraint zones_are_named CHECK (departs_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'::text AND arrives_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'::text),
  constraint a_booking_of_ones_own FOREIGN KEY (booking_id, mission_id, organisation_id) REFERENCES departure.booking(id, mission_id, organisation_id),
  constraint segment_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint segment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint segment_pkey PRIMARY KEY (id),
  constraint a_segment_has_its_instants UNIQUE (id, departs_at, arrives_at),
  constraint a_segment_has_one_mission UNIQUE (id, mission_id)
);
CREATE INDEX segment_by_mission ON departure.segment USING btree (mission_id, departs_at);
CREATE TRIGGER journal_delete AFTER DELETE ON departure.segment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.segment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.segment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER others_alight AFTER UPDATE OF is_shared ON departure.segment FOR EACH ROW WHEN (old.is_shared AND NOT new.is_shared) EXECUTE FUNCTION departure.others_alight();
CREATE TRIGGER seats_for_those_aboard AFTER UPDATE OF seats ON departure.segment FOR EACH ROW EXECUTE FUNCTION departure.check_seats();
CREATE TRIGGER version_rises BEFORE UPDATE ON departure.segment FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_arrangements for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy partners_see_what_is_shared for select to escale_web
  using (is_shared AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table departure.signatory (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  name text not null,
  capacity text not null,
  authority text not null default ''::text,
  place text not null,
  version integer not null default 1,
  constraint a_signatory_is_named CHECK (btrim(name) <> ''::text AND btrim(capacity) <> ''::text AND btrim(place) <> ''::text),
  constraint signatory_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint signatory_pkey PRIMARY KEY (id),
  constraint signatory_organisation_id_key UNIQUE (organisation_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON departure.signatory REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.signatory REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.signatory REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON departure.signatory FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_signatory for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table departure.stay (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  room_id uuid not null,
  member_id uuid not null,
  arrives_on date not null,
  leaves_on date not null,
  constraint a_stay_has_a_night CHECK (leaves_on > arrives_on AND leaves_on <= (arrives_on + 90)),
  constraint a_guest_is_of_who_sends_them FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint a_stay_in_a_room_of_ones_own FOREIGN KEY (room_id, mission_id, organisation_id) REFERENCES departure.room(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint stay_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint stay_pkey PRIMARY KEY (id),
  constraint nobody_sleeps_in_two_rooms EXCLUDE USING gist (member_id WITH =, daterange(arrives_on, leaves_on) WITH &&)
);
CREATE INDEX stay_by_mission ON departure.stay USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON departure.stay REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.stay REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.stay REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER no_more_people_than_beds AFTER INSERT OR UPDATE ON departure.stay FOR EACH ROW EXECUTE FUNCTION departure.check_beds();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_arrangements for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table departure.travel_order (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  member_id uuid not null,
  year integer not null,
  number integer not null,
  issued_on date not null,
  valid_from date not null,
  valid_until date not null,
  facts text not null,
  digest bytea not null,
  state text not null default 'issued'::text,
  withdrawn_on date,
  withdrawn_because text,
  constraint a_year_is_that_of_the_signature CHECK (year::numeric = EXTRACT(year FROM issued_on)),
  constraint digest_is_of_the_facts CHECK (digest = sha256(convert_to(facts, 'UTF8'::name))),
  constraint ends_after_it_begins CHECK (valid_until >= valid_from),
  constraint number_is_positive CHECK (number > 0),
  constraint signed_before_it_is_valid CHECK (issued_on <= valid_from),
  constraint state_is_known CHECK (state = ANY (ARRAY['issued'::text, 'withdrawn'::text])),
  constraint valid_twelve_months_at_most CHECK (valid_until < (valid_from + '1 year'::interval)),
  constraint withdrawn_for_a_reason CHECK ((state = 'withdrawn'::text) = (withdrawn_on IS NOT NULL AND COALESCE(btrim(withdrawn_because), ''::text) <> ''::text) AND (withdrawn_on IS NULL) = (withdrawn_because IS NULL)),
  constraint an_order_is_of_who_sends_the_member FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id),
  constraint travel_order_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id),
  constraint travel_order_pkey PRIMARY KEY (id),
  constraint one_number_per_order UNIQUE (organisation_id, year, number),
  constraint one_standing_order_per_person EXCLUDE USING gist (member_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&) WHERE (state = 'issued'::text)
);
CREATE INDEX travel_order_by_mission ON departure.travel_order USING btree (mission_id, organisation_id);
CREATE TRIGGER an_issued_order_is_frozen BEFORE INSERT OR UPDATE ON departure.travel_order FOR EACH ROW EXECUTE FUNCTION departure.check_order();
CREATE TRIGGER journal_delete AFTER DELETE ON departure.travel_order REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON departure.travel_order REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON departure.travel_order REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_orders for select to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
create policy own_orders_are_issued for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy own_orders_are_withdrawn for update to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table directory.affiliation (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  affiliated_to_id uuid not null,
  capacity jsonb not null,
  starts_on date,
  ends_on date,
  protocol_rank smallint,
  constraint capacity_is_localized CHECK (app.is_localized(capacity) AND capacity <> '{}'::jsonb),
  constraint dates_are_plausible CHECK (starts_on > '1800-01-01'::date AND ends_on < '2200-01-01'::date),
  constraint ends_after_it_starts CHECK (ends_on >= starts_on),
  constraint protocol_rank_is_plausible CHECK (protocol_rank >= 1 AND protocol_rank <= 999),
  constraint affiliation_affiliated_to_id_fkey FOREIGN KEY (affiliated_to_id) REFERENCES directory.organisation(id),
  constraint affiliation_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id) ON DELETE CASCADE,
  constraint affiliation_pkey PRIMARY KEY (id),
  constraint nobody_holds_a_capacity_twice_at_once EXCLUDE USING gist (person_id WITH =, affiliated_to_id WITH =, (capacity::text) WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&)
);
CREATE INDEX affiliation_by_organisation ON directory.affiliation USING btree (affiliated_to_id);
CREATE INDEX affiliation_by_person ON directory.affiliation USING btree (person_id);
CREATE TRIGGER journal_delete AFTER DELETE ON directory.affiliation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON directory.affiliation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON directory.affiliation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_affiliations for all to escale_web
  using (EXISTS ( SELECT
   FROM directory.person p
  WHERE (p.id = affiliation.person_id)))
  with check ((EXISTS ( SELECT
   FROM directory.person p
  WHERE (p.id = affiliation.person_id))) AND (EXISTS ( SELECT
   FROM directory.organisation o
  WHERE (o.id = affiliation.affiliated_to_id))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table directory.city (
  id uuid not null default uuidv7(),
  geonames_id integer not null,
  name text not null,
  names jsonb not null,
  country character(2) not null,
  longitude double precision not null,
  latitude double precision not null,
  time_zone text not null,
  search_text text generated always as (app.fold(((name || ' '::text) || (names ->> 'fr'::text)))) stored,
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint names_are_localized CHECK (app.is_localized(names)),
  constraint city_pkey PRIMARY KEY (id),
  constraint city_geonames_id_key UNIQUE (geonames_id)
) /* no row-level security */;
CREATE INDEX city_by_search_text ON directory.city USING gin (search_text gin_trgm_ops);
-- escale_keeper: select
-- escale_web: select

create table directory.distinct_pair (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  one_id uuid not null,
  other_id uuid not null,
  decided_by uuid default app.actor_account(),
  constraint a_pair_is_in_order CHECK (one_id < other_id),
  constraint distinct_pair_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint distinct_pair_pkey PRIMARY KEY (id),
  constraint a_pair_is_told_once UNIQUE (organisation_id, one_id, other_id)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_distinct_pairs for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table directory.erasure (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  card_id uuid not null,
  reason text not null,
  stayed jsonb not null,
  recorded_by uuid default app.actor_account(),
  recorded_at timestamp with time zone not null,
  constraint reason_is_known CHECK (reason = ANY (ARRAY['rule'::text, 'request'::text])),
  constraint stayed_is_an_object CHECK (jsonb_typeof(stayed) = 'object'::text),
  constraint erasure_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint erasure_pkey PRIMARY KEY (id),
  constraint a_card_is_erased_once UNIQUE (card_id)
);
CREATE INDEX erasure_by_organisation ON directory.erasure USING btree (organisation_id, recorded_at DESC);
CREATE TRIGGER journal_delete AFTER DELETE ON directory.erasure REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON directory.erasure REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON directory.erasure REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy administrators_erase for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (( SELECT app.actor_roles() AS actor_roles) && ARRAY['administrator'::text]));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_erasures_are_read for select to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table directory.export (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  format text not null,
  question text not null default ''::text,
  person_count integer not null,
  organisation_count integer not null,
  recorded_by uuid default app.actor_account(),
  recorded_at timestamp with time zone not null,
  constraint counts_are_plausible CHECK (person_count >= 0 AND organisation_count >= 0),
  constraint format_is_known CHECK (format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'vcf'::text, 'zip'::text])),
  constraint export_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint export_pkey PRIMARY KEY (id)
);
CREATE INDEX export_by_organisation ON directory.export USING btree (organisation_id, recorded_at DESC);
CREATE TRIGGER journal_delete AFTER DELETE ON directory.export REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON directory.export REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON directory.export REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_exports_are_read for select to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
create policy who_keeps_the_directory_exports for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (NOT (recorded_by IS DISTINCT FROM ( SELECT app.actor_account() AS actor_account))) AND (( SELECT app.actor_roles() AS actor_roles) && ARRAY['administrator'::text, 'officer'::text]));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table directory.merge (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  kind text not null,
  kept_id uuid not null,
  gone_id uuid not null,
  gone_name text not null,
  kept_version integer not null,
  kept_before jsonb not null,
  gone_before jsonb not null,
  moved jsonb not null,
  merged_by uuid default app.actor_account(),
  merged_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint gone_name_is_not_empty CHECK (btrim(gone_name) <> ''::text),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['person'::text, 'organisation'::text])),
  constraint two_cards_are_merged CHECK (kept_id <> gone_id),
  constraint undone_after_it_was_done CHECK (undone_at >= merged_at),
  constraint merge_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint merge_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX a_card_goes_once ON directory.merge USING btree (gone_id) WHERE (undone_at IS NULL);
CREATE INDEX merge_by_kept ON directory.merge USING btree (kept_id);
CREATE INDEX merge_by_organisation ON directory.merge USING btree (organisation_id, merged_at DESC);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_merges for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table directory.organisation (
  id uuid not null default uuidv7(),
  kept_by uuid not null,
  is_workspace boolean not null default false,
  name text not null,
  names jsonb not null default '{}'::jsonb,
  kind text not null,
  country character(2) not null default 'FR'::bpchar,
  city_id uuid,
  city_name text,
  website text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  search_text text generated always as (app.fold(((((((name || ' '::text) || COALESCE((names ->> 'fr'::text), ''::text)) || ' '::text) || COALESCE((names ->> 'en'::text), ''::text)) || ' '::text) || COALESCE(city_name, ''::text)))) stored,
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['municipality'::text, 'intermunicipal'::text, 'department'::text, 'region'::text, 'foreign_authority'::text, 'chamber'::text, 'port'::text, 'tourism_office'::text, 'development_agency'::text, 'cluster'::text, 'company'::text, 'academic'::text, 'cultural'::text, 'association'::text, 'network'::text, 'state'::text, 'media'::text, 'other'::text])),
  constraint name_is_not_empty CHECK (btrim(name) <> ''::text),
  constraint names_are_localized CHECK (app.is_localized(names)),
  constraint website_is_an_address CHECK (website ~ '^https?://[^[:space:]]+$'::text),
  constraint workspace_keeps_itself CHECK (NOT is_workspace OR kept_by = id),
  constraint organisation_city_id_fkey FOREIGN KEY (city_id) REFERENCES directory.city(id),
  constraint organisation_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES directory.organisation(id),
  constraint organisation_pkey PRIMARY KEY (id)
);
CREATE INDEX organisation_by_name ON directory.organisation USING btree (kept_by, app.fold(name), id);
CREATE INDEX organisation_by_search_text ON directory.organisation USING gin (kept_by, search_text gin_trgm_ops);
CREATE INDEX workspace_by_name ON directory.organisation USING btree (app.fold(name), id) WHERE is_workspace;
CREATE INDEX workspace_by_search_text ON directory.organisation USING gin (search_text gin_trgm_ops) WHERE is_workspace;
CREATE TRIGGER guard_workspace BEFORE UPDATE ON directory.organisation FOR EACH ROW EXECUTE FUNCTION directory.guard_workspace();
CREATE TRIGGER journal_delete AFTER DELETE ON directory.organisation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON directory.organisation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON directory.organisation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON directory.organisation FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy known_organisations for select to escale_web
  using ((kept_by = ( SELECT app.actor_organisation() AS actor_organisation)) OR is_workspace OR (id = ANY (( SELECT missions.actor_co_travellers() AS actor_co_travellers)::uuid[])));
create policy own_cards_insert for insert to escale_web
  with check ((kept_by = ( SELECT app.actor_organisation() AS actor_organisation)) AND (NOT is_workspace));
create policy own_cards_update for update to escale_web
  using (kept_by = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table directory.organisation_identifier (
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  scheme text not null,
  value text not null,
  constraint scheme_is_known CHECK (scheme = ANY (ARRAY['FR-SIREN'::text, 'FR-SIRET'::text, 'FR-RNA'::text, 'EU-VAT'::text, 'LEI'::text, 'ROR'::text, 'WIKIDATA'::text, 'GEONAMES'::text, 'UN-LOCODE'::text])),
  constraint value_has_the_shape_of_its_scheme CHECK (
CASE scheme
    WHEN 'FR-SIREN'::text THEN value ~ '^\d{9}$'::text
    WHEN 'FR-SIRET'::text THEN value ~ '^\d{14}$'::text
    WHEN 'FR-RNA'::text THEN value ~ '^W\d[0-9A-Z]\d{7}$'::text
    WHEN 'EU-VAT'::text THEN value ~ '^[A-Z]{2}[0-9A-Z+*]{2,13}$'::text
    WHEN 'LEI'::text THEN value ~ '^[A-Z0-9]{18}\d{2}$'::text
    WHEN 'ROR'::text THEN value ~ '^0[0-9a-z]{6}\d{2}$'::text
    WHEN 'WIKIDATA'::text THEN value ~ '^Q\d+$'::text
    WHEN 'GEONAMES'::text THEN value ~ '^\d+$'::text
    WHEN 'UN-LOCODE'::text THEN value ~ '^[A-Z]{2}[A-Z2-9]{3}$'::text
    ELSE false
END),
  constraint organisation_identifier_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id) ON DELETE CASCADE,
  constraint organisation_identifier_pkey PRIMARY KEY (id),
  constraint one_value_per_scheme UNIQUE (organisation_id, scheme, value)
);
CREATE INDEX identifier_by_value ON directory.organisation_identifier USING btree (value, scheme);
CREATE TRIGGER journal_delete AFTER DELETE ON directory.organisation_identifier REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON directory.organisation_identifier REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON directory.organisation_identifier REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy identifiers_of_known_organisations for select to escale_web
  using (organisation_id IN ( SELECT o.id
   FROM directory.organisation o));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_identifiers for all to escale_web
  using (EXISTS ( SELECT
   FROM directory.organisation o
  WHERE ((o.id = organisation_identifier.organisation_id) AND (o.kept_by = ( SELECT app.actor_organisation() AS actor_organisation)))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table directory.person (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  given_name text not null default ''::text,
  family_name text not null,
  honorific text,
  original_script text,
  preferred_language text,
  email text,
  phone text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  search_text text generated always as (app.fold(((((given_name || ' '::text) || family_name) || ' '::text) || COALESCE(original_script, ''::text)))) stored,
  legal_basis text not null default 'public_task'::text,
  consented_on date,
  consent_source text,
  last_contact_on date,
  constraint consent_is_dated CHECK ((legal_basis = 'consent'::text) = (consented_on IS NOT NULL)),
  constraint consent_is_plausible CHECK (consented_on > '1900-01-01'::date AND consented_on < '2200-01-01'::date),
  constraint consent_says_how CHECK ((consented_on IS NULL) = (consent_source IS NULL) AND btrim(consent_source) <> ''::text),
  constraint contact_is_plausible CHECK (last_contact_on > '1900-01-01'::date AND last_contact_on < '2200-01-01'::date),
  constraint email_is_one_address CHECK (email ~ '^[^@\s]+@[^@\s]+$'::text),
  constraint family_name_is_not_empty CHECK (btrim(family_name) <> ''::text),
  constraint honorific_is_known CHECK (honorific = ANY (ARRAY['mme'::text, 'm'::text])),
  constraint legal_basis_is_known CHECK (legal_basis = ANY (ARRAY['public_task'::text, 'legal_obligation'::text, 'contract'::text, 'consent'::text])),
  constraint phone_is_international CHECK (phone ~ '^\+\d{4,15}$'::text),
  constraint person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint person_pkey PRIMARY KEY (id),
  constraint a_person_is_kept_by_one_organisation UNIQUE (id, organisation_id)
);
CREATE INDEX person_by_id ON directory.person USING btree (organisation_id, id);
CREATE INDEX person_by_name ON directory.person USING btree (organisation_id, app.fold(family_name), app.fold(given_name), id);
CREATE INDEX person_by_search_text ON directory.person USING gin (organisation_id, search_text gin_trgm_ops);
CREATE TRIGGER journal_delete AFTER DELETE ON directory.person REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON directory.person REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON directory.person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON directory.person FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_people for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create view directory.pub_organisation with (security_invoker=true) as
 SELECT id,
    name,
    names,
    kind,
    country,
    city_name,
    is_workspace,
    kept_by
   FROM directory.organisation;
-- escale_keeper: select
-- escale_web: select

create table directory.retention_rule (
  legal_basis text not null,
  valid_from date not null,
  days integer not null,
  ground jsonb not null,
  constraint ground_is_localized CHECK (app.is_localized(ground) AND ground <> '{}'::jsonb),
  constraint kept_a_while_at_most CHECK (days >= 1 AND days <= 36500),
  constraint legal_basis_is_known CHECK (legal_basis = ANY (ARRAY['public_task'::text, 'legal_obligation'::text, 'contract'::text, 'consent'::text])),
  constraint retention_rule_pkey PRIMARY KEY (legal_basis, valid_from)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create view identity.account_card with (security_barrier=true) as
 SELECT u.id,
    u.name,
    u.email,
    u.locale,
    u."isDemo" AS is_demo,
    m.id AS membership_id,
    m.organisation_id,
    m.roles,
    m.version,
    m.created_at
   FROM identity.membership m
     JOIN auth."user" u ON u.id = m.account_id
  WHERE m.organisation_id = app.actor_organisation();
-- escale_web: select

create table identity.api_key (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  name text not null,
  token_digest bytea not null,
  token_hint text not null,
  roles text[] not null,
  created_by uuid not null default app.actor_account(),
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint name_is_not_empty CHECK (btrim(name) <> ''::text),
  constraint roles_are_known CHECK (roles <@ ARRAY['officer'::text, 'finance'::text, 'assembly'::text, 'reader'::text] AND cardinality(roles) > 0),
  constraint api_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint api_key_pkey PRIMARY KEY (id),
  constraint api_key_token_digest_key UNIQUE (token_digest)
);
CREATE INDEX api_key_by_organisation ON identity.api_key USING btree (organisation_id);
CREATE TRIGGER journal_delete AFTER DELETE ON identity.api_key REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON identity.api_key REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON identity.api_key REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_api_keys for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table identity.api_key_use (
  api_key_id uuid not null,
  used_on date not null,
  constraint api_key_use_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES identity.api_key(id) ON DELETE CASCADE,
  constraint api_key_use_pkey PRIMARY KEY (api_key_id)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy use_of_own_keys for all to escale_web
  using (api_key_id IN ( SELECT api_key.id
   FROM identity.api_key));
-- escale_keeper: delete insert select update
-- escale_web: select

create table identity.deputyship (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  principal_id uuid not null,
  deputy_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  reason text not null,
  named_by uuid not null default app.actor_account(),
  named_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint deputy_is_another CHECK (deputy_id <> principal_id),
  constraint deputyship_ends_after_it_starts CHECK (ends_on >= starts_on),
  constraint deputyship_lasts_a_year_at_most CHECK (ends_on < (starts_on + '1 year'::interval)::date),
  constraint reason_is_not_empty CHECK (btrim(reason) <> ''::text AND length(reason) <= 300),
  constraint deputy_is_a_member FOREIGN KEY (deputy_id, organisation_id) REFERENCES identity.membership(account_id, organisation_id) ON DELETE CASCADE,
  constraint deputyship_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint principal_is_a_member FOREIGN KEY (principal_id, organisation_id) REFERENCES identity.membership(account_id, organisation_id) ON DELETE CASCADE,
  constraint deputyship_pkey PRIMARY KEY (id),
  constraint one_deputyship_at_a_time EXCLUDE USING gist (organisation_id WITH =, principal_id WITH =, deputy_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE (ended_at IS NULL)
);
CREATE INDEX deputyship_by_deputy ON identity.deputyship USING btree (deputy_id);
CREATE INDEX deputyship_by_organisation ON identity.deputyship USING btree (organisation_id);
CREATE TRIGGER journal_delete AFTER DELETE ON identity.deputyship REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON identity.deputyship REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON identity.deputyship REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy ended_in_person for update to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (( SELECT app.on_behalf_of() AS on_behalf_of) IS NULL) AND (((( SELECT app.actor_account() AS actor_account) = principal_id) OR (( SELECT app.actor_account() AS actor_account) = deputy_id)) OR ('administrator'::text = ANY (app.actor_roles()))))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy named_in_person for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (( SELECT app.on_behalf_of() AS on_behalf_of) IS NULL) AND ((principal_id = ( SELECT app.actor_account() AS actor_account)) OR ('administrator'::text = ANY (app.actor_roles()))));
create policy own_deputyships for select to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table identity.invitation (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  email text not null,
  roles text[] not null,
  token_digest bytea not null,
  invited_by uuid not null default app.actor_account(),
  invited_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint accepted_or_withdrawn CHECK (accepted_at IS NULL OR withdrawn_at IS NULL),
  constraint email_is_lower_case CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$'::text),
  constraint expires_after_invitation CHECK (expires_at > invited_at),
  constraint roles_are_known CHECK (roles <@ ARRAY['administrator'::text, 'officer'::text, 'finance'::text, 'assembly'::text, 'reader'::text] AND cardinality(roles) > 0),
  constraint invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_token_digest_key UNIQUE (token_digest)
);
CREATE UNIQUE INDEX one_open_invitation_per_address ON identity.invitation USING btree (organisation_id, email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));
CREATE TRIGGER journal_delete AFTER DELETE ON identity.invitation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON identity.invitation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON identity.invitation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_invitations for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table identity.membership (
  id uuid not null default uuidv7(),
  account_id uuid not null,
  organisation_id uuid not null,
  roles text[] not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  constraint roles_are_known CHECK (roles <@ ARRAY['administrator'::text, 'officer'::text, 'finance'::text, 'assembly'::text, 'reader'::text] AND cardinality(roles) > 0),
  constraint membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint membership_pkey PRIMARY KEY (id),
  constraint organisation_keeps_an_administrator TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint one_membership_per_organisation UNIQUE (account_id, organisation_id)
);
CREATE INDEX membership_by_organisation ON identity.membership USING btree (organisation_id);
CREATE TRIGGER journal_delete AFTER DELETE ON identity.membership REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON identity.membership REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON identity.membership REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE CONSTRAINT TRIGGER organisation_keeps_an_administrator AFTER DELETE OR UPDATE ON identity.membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION identity.keep_an_administrator();
CREATE TRIGGER version_rises BEFORE UPDATE ON identity.membership FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_memberships for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create view identity.pub_workspace with (security_invoker=true) as
 SELECT organisation_id,
    locale
   FROM identity.workspace w;
-- escale_keeper: select
-- escale_web: select

create table identity.workspace (
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  currency character(3) not null default 'EUR'::bpchar,
  time_zone text not null default 'Europe/Paris'::text,
  locale text not null default 'fr'::text,
  settings jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  constraint currency_is_iso_4217 CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint locale_is_known CHECK (locale = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint settings_is_an_object CHECK (jsonb_typeof(settings) = 'object'::text),
  constraint workspace_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint workspace_pkey PRIMARY KEY (id),
  constraint workspace_organisation_id_key UNIQUE (organisation_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON identity.workspace REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON identity.workspace REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON identity.workspace REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON identity.workspace FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_workspace for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table meetings.absence (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  slot_id uuid not null,
  representative_id uuid,
  resource_id uuid,
  spot_id uuid,
  constraint somebody_or_something_is_away CHECK (num_nonnulls(representative_id, resource_id, spot_id) = 1),
  constraint a_representative_is_away FOREIGN KEY (representative_id, event_id) REFERENCES meetings.representative(id, event_id) ON DELETE CASCADE,
  constraint a_resource_is_away FOREIGN KEY (resource_id, event_id) REFERENCES meetings.resource(id, event_id) ON DELETE CASCADE,
  constraint a_spot_is_away FOREIGN KEY (spot_id, event_id) REFERENCES meetings.spot(id, event_id) ON DELETE CASCADE,
  constraint an_absence_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint away_at_a_slot FOREIGN KEY (slot_id, event_id) REFERENCES meetings.slot(id, event_id) ON DELETE CASCADE,
  constraint absence_pkey PRIMARY KEY (id),
  constraint away_once_per_slot UNIQUE NULLS NOT DISTINCT (slot_id, representative_id, resource_id, spot_id)
);
CREATE INDEX absence_by_event ON meetings.absence USING btree (event_id);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy keepers_and_organisers_add_absences for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (representative_id IN ( SELECT r.id
   FROM meetings.representative r
  WHERE (r.participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)))));
create policy keepers_and_organisers_read_absences for select to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (representative_id IN ( SELECT r.id
   FROM meetings.representative r
  WHERE (r.participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)))));
create policy keepers_and_organisers_remove_absences for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (representative_id IN ( SELECT r.id
   FROM meetings.representative r
  WHERE (r.participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table meetings.allowance (
  participant_id uuid not null,
  mission_id uuid not null,
  request_quota integer not null,
  meeting_quota integer not null,
  requested integer not null default 0,
  accepted integer not null default 0,
  constraint accepted_within_quota CHECK (accepted >= 0 AND accepted <= meeting_quota),
  constraint requests_within_quota CHECK (requested >= 0 AND requested <= request_quota),
  constraint allowance_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES meetings.participant(id) ON DELETE CASCADE,
  constraint allowance_pkey PRIMARY KEY (participant_id)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_and_keepers_read_allowances for select to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
-- escale_keeper: delete insert select update
-- escale_web: select

create table meetings.answer_link (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  participant_id uuid not null,
  token_digest bytea not null,
  language text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint digest_has_32_bytes CHECK (octet_length(token_digest) = 32),
  constraint expires_after_it_is_made CHECK (expires_at > made_at),
  constraint language_is_known CHECK (language = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint a_link_of_a_participant FOREIGN KEY (participant_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint a_link_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint answer_link_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint answer_link_pkey PRIMARY KEY (id),
  constraint answer_link_token_digest_key UNIQUE (token_digest)
);
CREATE UNIQUE INDEX one_standing_link_per_participant ON meetings.answer_link USING btree (participant_id) WHERE (revoked_at IS NULL);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.answer_link REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.answer_link REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.answer_link REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_and_keepers_end_links for update to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy organisers_and_keepers_make_links for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants))));
create policy organisers_and_keepers_read_links for select to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table meetings.appointment (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  leg_id uuid not null,
  spot_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  sequence integer not null default 1,
  changed_at timestamp with time zone not null default now(),
  called_off_to uuid[],
  constraint a_sequence_begins_with_one CHECK (sequence >= 1),
  constraint an_appointment_ends_after_it_starts CHECK (ends_at > starts_at),
  constraint two_are_told_in_one_order CHECK (one_id < other_id),
  constraint an_appointment_at_a_spot FOREIGN KEY (spot_id, leg_id) REFERENCES meetings.spot(id, leg_id) ON DELETE CASCADE,
  constraint an_appointment_of_one FOREIGN KEY (one_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint an_appointment_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint an_appointment_of_the_other FOREIGN KEY (other_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint appointment_pkey PRIMARY KEY (id),
  constraint two_are_told_of_one_meeting UNIQUE (event_id, one_id, other_id)
);
CREATE INDEX appointment_by_one ON meetings.appointment USING btree (one_id);
CREATE INDEX appointment_by_other ON meetings.appointment USING btree (other_id);
CREATE INDEX appointment_by_spot ON meetings.appointment USING btree (spot_id);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update

create table meetings.arrival (
  id uuid not null,
  mission_id uuid not null,
  event_id uuid not null,
  representative_id uuid not null,
  day date not null,
  way text not null,
  noted_at timestamp with time zone not null,
  noted_by uuid default app.actor_account(),
  noted_name text not null,
  constraint way_is_known CHECK (way = ANY (ARRAY['scan'::text, 'list'::text])),
  constraint a_representative_arrives FOREIGN KEY (representative_id, event_id) REFERENCES meetings.representative(id, event_id) ON DELETE CASCADE,
  constraint an_arrival_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint arrival_pkey PRIMARY KEY (id),
  constraint arrives_once_a_day UNIQUE (representative_id, day)
);
CREATE INDEX arrival_by_event ON meetings.arrival USING btree (event_id, day);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.arrival REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.arrival REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.arrival REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_and_keepers_note_arrivals for all to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (representative_id IN ( SELECT r.id
   FROM meetings.representative r
  WHERE (r.participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table meetings.asked_question (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  stage text not null,
  measure text not null,
  "position" integer not null,
  wording jsonb not null,
  constraint measure_is_known CHECK (measure = ANY (ARRAY['follow_up'::text, 'quotes'::text, 'contracts'::text, 'jobs'::text, 'value'::text, 'words'::text])),
  constraint wording_is_localized CHECK (app.is_localized(wording) AND wording <> '{}'::jsonb),
  constraint a_question_of_a_stage FOREIGN KEY (event_id, stage) REFERENCES meetings.survey_round(event_id, stage) ON DELETE CASCADE,
  constraint a_question_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint asked_question_pkey PRIMARY KEY (id),
  constraint a_measure_is_asked_once_a_stage UNIQUE (event_id, stage, measure)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_read_what_was_asked for select to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
-- escale_keeper: delete insert select update
-- escale_web: select

create table meetings.attendance (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  meeting_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  representative_id uuid,
  resource_id uuid,
  constraint somebody_or_something_attends CHECK ((representative_id IS NULL) <> (resource_id IS NULL)),
  constraint a_representative_who_meets_stays FOREIGN KEY (representative_id, event_id) REFERENCES meetings.representative(id, event_id),
  constraint a_resource_in_use_stays FOREIGN KEY (resource_id, event_id) REFERENCES meetings.resource(id, event_id),
  constraint an_attendance_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint attends_a_meeting_from_end_to_end FOREIGN KEY (meeting_id, event_id, starts_at, ends_at) REFERENCES meetings.meeting(id, event_id, starts_at, ends_at) ON DELETE CASCADE,
  constraint attendance_pkey PRIMARY KEY (id),
  constraint nobody_meets_twice_at_once EXCLUDE USING gist (representative_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  constraint nothing_serves_two_meetings_at_once EXCLUDE USING gist (resource_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX attendance_by_event ON meetings.attendance USING btree (event_id);
CREATE INDEX attendance_by_meeting ON meetings.attendance USING btree (meeting_id);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_free_who_attends for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_name_who_attends for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy who_reads_a_meeting_reads_who_attends for select to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (meeting_id IN ( SELECT m.id
   FROM meetings.meeting m)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table meetings.circle (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  "position" integer not null,
  kind text not null,
  name jsonb not null,
  target integer not null,
  meeting_quota integer not null,
  request_quota integer not null,
  version integer not null default 1,
  constraint a_target_is_within_quota CHECK (target <= meeting_quota),
  constraint figures_are_not_negative CHECK (target >= 0 AND meeting_quota >= 0 AND request_quota >= 0),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['home'::text, 'host'::text, 'institution'::text, 'laboratory'::text])),
  constraint name_is_localized CHECK (app.is_localized(name) AND name <> '{}'::jsonb),
  constraint a_circle_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint circle_pkey PRIMARY KEY (id),
  constraint a_circle_has_one_event UNIQUE (id, event_id),
  constraint one_circle_per_position UNIQUE (event_id, "position")
);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.circle REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.circle REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.circle REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.circle FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_to_the_event for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_change_the_event for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_from_the_event for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_read_the_event for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.event (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  leg_id uuid not null,
  preset text not null,
  title jsonb not null,
  time_zone text not null,
  slot_minutes integer not null,
  pause_minutes integer not null,
  near_minutes integer not null default 0,
  far_minutes integer not null default 0,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  answer_days integer not null default 10,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  constraint a_pause_lasts_0_to_120_minutes CHECK (pause_minutes >= 0 AND pause_minutes <= 120),
  constraint a_slot_lasts_5_to_240_minutes CHECK (slot_minutes >= 5 AND slot_minutes <= 240),
  constraint an_answer_takes_1_to_90_days CHECK (answer_days >= 1 AND answer_days <= 90),
  constraint closes_after_it_opens CHECK (closes_at > opens_at),
  constraint preset_is_known CHECK (preset = ANY (ARRAY['tables'::text, 'visits'::text])),
  constraint title_is_localized CHECK (app.is_localized(title) AND title <> '{}'::jsonb),
  constraint travel_is_within_a_day CHECK (near_minutes >= 0 AND near_minutes <= 1440 AND far_minutes >= 0 AND far_minutes <= 1440),
  constraint zone_is_named CHECK (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'::text),
  constraint a_leg_with_meetings_stays FOREIGN KEY (leg_id, mission_id) REFERENCES missions.leg(id, mission_id),
  constraint an_event_stays_on_its_leg FOREIGN KEY (id, leg_id) REFERENCES meetings.event_leg(event_id, leg_id) DEFERRABLE INITIALLY DEFERRED,
  constraint event_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint event_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint event_pkey PRIMARY KEY (id),
  constraint an_event_has_one_mission UNIQUE (id, mission_id)
);
CREATE INDEX event_by_mission ON meetings.event USING btree (mission_id, created_at);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.event REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.event REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.event FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_to_the_event for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_change_the_event for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_from_the_event for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_read_the_event for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create view meetings.event_end with (security_invoker=true) as
 SELECT DISTINCT ON (s.event_id) s.event_id,
    s.day,
    s.ends_at,
    l.time_zone
   FROM meetings.slot s
     JOIN meetings.event_leg l ON l.event_id = s.event_id AND l.leg_id = s.leg_id
  ORDER BY s.event_id, s.ends_at DESC;
-- escale_keeper: select
-- escale_web: select

create table meetings.event_leg (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  leg_id uuid not null,
  time_zone text not null,
  constraint zone_is_named CHECK (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'::text),
  constraint a_leg_held_by_an_event_stays FOREIGN KEY (leg_id, mission_id) REFERENCES missions.leg(id, mission_id),
  constraint a_leg_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint event_leg_pkey PRIMARY KEY (id),
  constraint a_leg_is_held_once UNIQUE (event_id, leg_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.event_leg REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.event_leg REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.event_leg REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_to_the_event for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_from_the_event for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_read_the_event for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table meetings.event_question (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  measure text not null,
  stages text[] not null,
  wording jsonb not null,
  version integer not null default 1,
  constraint measure_is_known CHECK (measure = ANY (ARRAY['follow_up'::text, 'quotes'::text, 'contracts'::text, 'jobs'::text, 'value'::text, 'words'::text])),
  constraint stages_are_known CHECK (stages <@ ARRAY['week'::text, 'months3'::text, 'months6'::text, 'months12'::text]),
  constraint the_tapped_question_is_always_asked CHECK (measure <> 'follow_up'::text OR stages @> ARRAY['week'::text, 'months3'::text, 'months6'::text, 'months12'::text]),
  constraint wording_is_localized CHECK (app.is_localized(wording) AND wording <> '{}'::jsonb),
  constraint a_question_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint event_question_pkey PRIMARY KEY (id),
  constraint a_measure_is_asked_in_one_way UNIQUE (event_id, measure)
);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.event_question REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.event_question REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.event_question REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.event_question FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_word_questions for all to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.kept_contact (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  representative_id uuid not null,
  person_id uuid not null,
  kept_at timestamp with time zone not null,
  constraint a_contact_is_a_card FOREIGN KEY (person_id) REFERENCES directory.person(id) ON DELETE CASCADE,
  constraint a_contact_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint a_contact_was_at_a_meeting FOREIGN KEY (representative_id, event_id) REFERENCES meetings.representative(id, event_id) ON DELETE CASCADE,
  constraint kept_contact_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint kept_contact_pkey PRIMARY KEY (id),
  constraint a_contact_is_kept_once UNIQUE (organisation_id, representative_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.kept_contact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.kept_contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.kept_contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy ones_own_contacts for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table meetings.lead_note (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  one_id uuid not null,
  other_id uuid not null,
  body text not null,
  written_name text not null,
  version integer not null default 1,
  constraint a_note_says_something CHECK (btrim(body) <> ''::text AND length(body) <= 2000),
  constraint two_are_in_one_order CHECK (one_id < other_id),
  constraint a_note_about_one FOREIGN KEY (one_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint a_note_about_the_other FOREIGN KEY (other_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint a_note_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint lead_note_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint lead_note_pkey PRIMARY KEY (id),
  constraint one_note_about_two UNIQUE (organisation_id, one_id, other_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.lead_note REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.lead_note REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.lead_note REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.lead_note FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy ones_own_notes for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.meeting (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  run_id uuid,
  one_id uuid not null,
  other_id uuid not null,
  slot_id uuid not null,
  spot_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  is_locked boolean not null default false,
  version integer not null default 1,
  leg_id uuid not null,
  constraint two_participants_meet CHECK (one_id <> other_id),
  constraint a_meeting_is_on_the_leg_of_its_slot FOREIGN KEY (slot_id, leg_id) REFERENCES meetings.slot(id, leg_id),
  constraint a_meeting_of_a_run FOREIGN KEY (run_id, event_id) REFERENCES meetings.run(id, event_id),
  constraint a_meeting_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint a_slot_with_meetings_stays FOREIGN KEY (slot_id, event_id, starts_at, ends_at) REFERENCES meetings.slot(id, event_id, starts_at, ends_at),
  constraint a_spot_is_on_the_leg_of_the_meeting FOREIGN KEY (spot_id, leg_id) REFERENCES meetings.spot(id, leg_id),
  constraint a_spot_with_meetings_stays FOREIGN KEY (spot_id, event_id) REFERENCES meetings.spot(id, event_id),
  constraint one_who_meets_stays FOREIGN KEY (one_id, event_id) REFERENCES meetings.participant(id, event_id),
  constraint other_who_meets_stays FOREIGN KEY (other_id, event_id) REFERENCES meetings.participant(id, event_id),
  constraint meeting_pkey PRIMARY KEY (id),
  constraint a_meeting_has_its_times UNIQUE (id, event_id, starts_at, ends_at),
  constraint two_participants_meet_once UNIQUE (event_id, one_id, other_id),
  constraint no_spot_holds_two_meetings_at_once EXCLUDE USING gist (spot_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX meeting_by_event ON meetings.meeting USING btree (event_id, starts_at);
CREATE INDEX meeting_by_other ON meetings.meeting USING btree (other_id);
CREATE UNIQUE INDEX two_meet_once_whoever_asked ON meetings.meeting USING btree (event_id, LEAST(one_id, other_id), GREATEST(one_id, other_id));
CREATE TRIGGER a_locked_meeting_does_not_move BEFORE DELETE OR UPDATE ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION meetings.keep_locked();
CREATE TRIGGER calendars_follow_a_meeting AFTER INSERT OR UPDATE OF slot_id, spot_id, starts_at, ends_at ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION meetings.keep_appointment();
CREATE TRIGGER calendars_lose_a_meeting BEFORE DELETE ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION meetings.keep_appointment();
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.meeting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.meeting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.meeting REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER leg_of_meeting BEFORE INSERT OR UPDATE OF slot_id, leg_id, one_id, other_id ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION meetings.leg_of_meeting();
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_and_keepers_read_meetings for select to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (one_id IN ( SELECT meetings.kept_participants() AS kept_participants)) OR (other_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy organisers_change_meetings for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_drop_meetings for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_hold_meetings for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.outcome (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  meeting_id uuid not null,
  participant_id uuid not null,
  state text not null,
  next_step text not null,
  next_step_on date,
  next_step_words text not null default ''::text,
  said_at timestamp with time zone not null,
  said_name text not null,
  version integer not null default 1,
  constraint a_next_step_has_its_day_and_words CHECK (next_step <> 'none'::text OR next_step_on IS NULL AND next_step_words = ''::text),
  constraint a_next_step_is_short CHECK (length(next_step_words) <= 300),
  constraint next_step_is_known CHECK (next_step = ANY (ARRAY['none'::text, 'documents'::text, 'second_meeting'::text, 'visit'::text, 'quote'::text, 'other'::text])),
  constraint state_is_known CHECK (state = ANY (ARRAY['held'::text, 'they_missed'::text, 'we_missed'::text])),
  constraint a_meeting_with_an_outcome_stays FOREIGN KEY (meeting_id) REFERENCES meetings.meeting(id),
  constraint an_outcome_of_a_participant FOREIGN KEY (participant_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint an_outcome_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint outcome_pkey PRIMARY KEY (id),
  constraint each_side_tells_once UNIQUE (meeting_id, participant_id)
);
CREATE INDEX outcome_by_event ON meetings.outcome USING btree (event_id);
CREATE TRIGGER a_side_tells_its_own_meeting BEFORE INSERT OR UPDATE ON meetings.outcome FOR EACH ROW EXECUTE FUNCTION meetings.check_outcome();
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.outcome REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.outcome REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.outcome REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.outcome FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_and_keepers_tell_outcomes for all to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table meetings.participant (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  circle_id uuid not null,
  name text not null,
  city text not null default ''::text,
  country text,
  sectors text[] not null default '{}'::text[],
  offers text[] not null default '{}'::text[],
  needs text[] not null default '{}'::text[],
  languages text[] not null default '{}'::text[],
  target integer not null,
  meeting_quota integer not null,
  request_quota integer not null,
  external_key text,
  version integer not null default 1,
  constraint a_target_is_within_quota CHECK (target <= meeting_quota),
  constraint country_is_iso_3166 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint figures_are_not_negative CHECK (target >= 0 AND meeting_quota >= 0 AND request_quota >= 0),
  constraint name_is_not_empty CHECK (btrim(name) <> ''::text),
  constraint a_circle_with_participants_stays FOREIGN KEY (circle_id, event_id) REFERENCES meetings.circle(id, event_id),
  constraint a_participant_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint participant_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint participant_pkey PRIMARY KEY (id),
  constraint a_participant_has_one_event UNIQUE (id, event_id),
  constraint a_participant_has_one_keeper UNIQUE (id, event_id, organisation_id)
);
CREATE UNIQUE INDEX a_name_takes_part_once ON meetings.participant USING btree (event_id, lower(btrim(name)));
CREATE UNIQUE INDEX one_participant_per_key ON meetings.participant USING btree (event_id, external_key);
CREATE INDEX participant_by_keeper ON meetings.participant USING btree (organisation_id);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.participant REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.participant REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.participant REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER keep_quotas AFTER INSERT OR UPDATE ON meetings.participant FOR EACH ROW EXECUTE FUNCTION meetings.keep_quotas();
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.participant FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy keepers_and_organisers_change_participants for update to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy keepers_and_organisers_remove_participants for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy partners_bring_participants for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy partners_read_participants for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.participant_leg (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  participant_id uuid not null,
  leg_id uuid not null,
  constraint a_leg_of_a_participant FOREIGN KEY (participant_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint a_leg_with_participants_stays FOREIGN KEY (event_id, leg_id) REFERENCES meetings.event_leg(event_id, leg_id),
  constraint a_presence_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint participant_leg_pkey PRIMARY KEY (id),
  constraint nobody_leaves_a_leg_with_meetings TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint a_participant_is_on_a_leg_once UNIQUE (participant_id, leg_id)
);
CREATE INDEX participant_leg_by_event ON meetings.participant_leg USING btree (event_id);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.participant_leg REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.participant_leg REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.participant_leg REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE CONSTRAINT TRIGGER nobody_leaves_a_leg_with_meetings AFTER INSERT OR DELETE ON meetings.participant_leg DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION meetings.check_presence();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy keepers_and_organisers_add_presences for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy keepers_and_organisers_remove_presences for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy partners_read_presences for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table meetings.profile (
  id uuid not null,
  mission_id uuid not null,
  event_id uuid not null,
  sector_codes text[] not null default '{}'::text[],
  stage text,
  markets text[] not null default '{}'::text[],
  known_by text not null default ''::text,
  shown text[] not null default '{}'::text[],
  version integer not null default 1,
  constraint codes_name_their_nomenclature CHECK (array_to_string(sector_codes, ' '::text) ~ '^((nace:\d{2}(\.\d{1,2})?|cpv:\d{8})( |$))*$'::text),
  constraint markets_are_iso_3166 CHECK (array_to_string(markets, ' '::text) ~ '^([A-Z]{2}( |$))*$'::text),
  constraint references_are_short CHECK (length(known_by) <= 1000),
  constraint shown_fields_are_known CHECK (shown <@ ARRAY['sectorCodes'::text, 'stage'::text, 'markets'::text, 'knownBy'::text]),
  constraint stage_is_known CHECK (stage = ANY (ARRAY['idea'::text, 'start'::text, 'growth'::text, 'established'::text])),
  constraint a_profile_of_a_participant FOREIGN KEY (id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint a_profile_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint profile_pkey PRIMARY KEY (id)
);
CREATE INDEX profile_by_event ON meetings.profile USING btree (event_id);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.profile REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.profile REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.profile REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.profile FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_and_keepers_write_profiles for all to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (id IN ( SELECT meetings.kept_participants() AS kept_participants)));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create view meetings.pub_engagement with (security_invoker=true) as
 SELECT t.mission_id,
    t.member_id,
    a.event_id,
    a.meeting_id,
    a.starts_at,
    a.ends_at
   FROM meetings.pub_traveller t
     JOIN meetings.attendance a ON a.event_id = t.event_id AND COALESCE(a.representative_id, a.resource_id) = t.who_id;
-- escale_keeper: select
-- escale_web: select

create view meetings.pub_traveller with (security_invoker=true) as
 WITH named AS (
         SELECT r.id AS who_id,
            r.mission_id,
            r.event_id,
            m.id AS member_id,
            c.kind = 'host'::text AS is_host,
            COALESCE(app.fold(m.represents) = app.fold(p.name), false) AS represents_it
           FROM meetings.representative r
             JOIN meetings.participant p ON p.id = r.participant_id
             JOIN meetings.circle c ON c.id = p.circle_id
             JOIN delegations.pub_member m ON m.mission_id = r.mission_id AND app.fold(m.family_name) = app.fold(r.family_name) AND app.fold(m.given_name) = app.fold(r.given_name)
          WHERE r.member_id IS NULL AND NOT (EXISTS ( SELECT
                   FROM meetings.representative o
                  WHERE o.event_id = r.event_id AND o.member_id = m.id))
        UNION ALL
         SELECT x.id,
            x.mission_id,
            x.event_id,
            m.id,
            false,
            false
           FROM meetings.resource x
             JOIN delegations.pub_member m ON m.mission_id = x.mission_id AND (app.fold(x.name) = app.fold((m.given_name || ' '::text) || m.family_name) OR app.fold(x.name) = app.fold((m.family_name || ' '::text) || m.given_name))
          WHERE x.kind = ANY (ARRAY['interpreter'::text, 'escort'::text])
        ), meant AS (
         SELECT n.who_id,
            n.mission_id,
            n.event_id,
            n.member_id,
            n.is_host,
            n.represents_it,
            bool_or(n.represents_it) OVER (PARTITION BY n.who_id) AS is_known
           FROM named n
        )
 SELECT meant.who_id,
    meant.mission_id,
    meant.event_id,
    (array_agg(meant.member_id))[1] AS member_id
   FROM meant
  WHERE meant.represents_it OR NOT meant.is_known AND NOT meant.is_host
  GROUP BY meant.who_id, meant.mission_id, meant.event_id
 HAVING count(*) = 1
UNION ALL
 SELECT r.id AS who_id,
    r.mission_id,
    r.event_id,
    m.id AS member_id
   FROM meetings.representative r
     JOIN delegations.pub_member m ON m.id = r.member_id AND m.mission_id = r.mission_id;
-- escale_keeper: select
-- escale_web: select

create view meetings.received_request with (security_barrier=true) as
 SELECT w.id,
    w.mission_id,
    w.event_id,
    w.about_id,
    w.participant_id,
    a.name,
    a.city,
    a.country,
    a.sectors,
    a.offers,
    a.needs,
    a.languages,
    w.state,
    w.motive,
    w.asked_at,
    w.expires_at,
    w.answered_at,
    w.reason
   FROM meetings.wish w
     JOIN meetings.participant a ON a.id = w.participant_id
  WHERE w.state <> 'noted'::text AND w.state <> 'withdrawn'::text AND ((w.mission_id = ANY (missions.actor_led_missions())) OR (w.about_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
-- escale_web: select

create table meetings.representative (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  participant_id uuid not null,
  given_name text not null,
  family_name text not null,
  job text not null default ''::text,
  consents text[] not null default '{}'::text[],
  version integer not null default 1,
  member_id uuid,
  constraint consents_are_known CHECK (consents <@ ARRAY['email'::text, 'phone'::text]),
  constraint name_is_not_empty CHECK (btrim(family_name) <> ''::text),
  constraint a_representative_of_a_participant FOREIGN KEY (participant_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint a_representative_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint a_representative_travels_on_the_mission FOREIGN KEY (member_id, mission_id) REFERENCES delegations.member(id, mission_id) ON DELETE SET NULL (member_id),
  constraint representative_pkey PRIMARY KEY (id),
  constraint a_representative_has_one_event UNIQUE (id, event_id)
);
CREATE UNIQUE INDEX a_member_comes_once ON meetings.representative USING btree (event_id, member_id);
CREATE UNIQUE INDEX a_person_comes_once ON meetings.representative USING btree (participant_id, lower(family_name), lower(given_name));
CREATE INDEX representative_by_member ON meetings.representative USING btree (member_id, mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.representative REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.representative REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.representative REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.representative FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy keepers_and_organisers_add_representatives for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy keepers_and_organisers_change_representatives for update to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy keepers_and_organisers_remove_representatives for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy partners_read_representatives for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.representative_contact (
  id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  event_id uuid not null,
  participant_id uuid not null,
  email text,
  phone text,
  constraint email_is_lower_case CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$'::text),
  constraint a_contact_is_kept_with_its_participant FOREIGN KEY (participant_id, event_id, organisation_id) REFERENCES meetings.participant(id, event_id, organisation_id) ON DELETE CASCADE,
  constraint the_contact_of_a_representative FOREIGN KEY (id, event_id) REFERENCES meetings.representative(id, event_id) ON DELETE CASCADE,
  constraint representative_contact_pkey PRIMARY KEY (id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.representative_contact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.representative_contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.representative_contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy keepers_read_contacts for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.resource (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  kind text not null,
  name text not null,
  languages text[] not null default '{}'::text[],
  constraint an_interpreter_speaks_two CHECK (kind <> 'interpreter'::text OR cardinality(languages) >= 2),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['interpreter'::text, 'escort'::text, 'vehicle'::text])),
  constraint name_is_not_empty CHECK (btrim(name) <> ''::text),
  constraint a_resource_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint resource_pkey PRIMARY KEY (id),
  constraint a_resource_has_one_event UNIQUE (id, event_id)
);
CREATE INDEX resource_by_event ON meetings.resource USING btree (event_id);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.resource REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.resource REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.resource REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_to_the_event for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_change_the_event for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_from_the_event for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_read_the_event for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.rule (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  is_answered boolean not null,
  company text[] not null default '{}'::text[],
  constraint company_is_known CHECK (company <@ ARRAY['escort'::text, 'vehicle'::text]),
  constraint a_rule_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint asked_by_a_circle FOREIGN KEY (from_id, event_id) REFERENCES meetings.circle(id, event_id) ON DELETE CASCADE,
  constraint asked_of_a_circle FOREIGN KEY (to_id, event_id) REFERENCES meetings.circle(id, event_id) ON DELETE CASCADE,
  constraint rule_pkey PRIMARY KEY (id),
  constraint one_rule_per_direction UNIQUE (from_id, to_id)
);
CREATE INDEX rule_by_event ON meetings.rule USING btree (event_id);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.rule REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.rule REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.rule REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_to_the_event for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_change_the_event for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_from_the_event for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_read_the_event for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.run (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  number integer not null,
  state text not null default 'queued'::text,
  seed integer not null,
  rounds integer not null,
  moves_allowed integer,
  digest bytea not null,
  wished integer not null,
  held integer,
  is_optimal boolean,
  asked_by uuid default app.actor_account(),
  asked_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  applied_at timestamp with time zone,
  constraint digest_has_32_bytes CHECK (octet_length(digest) = 32),
  constraint finished_at_the_end CHECK ((state = ANY (ARRAY['done'::text, 'cancelled'::text, 'failed'::text])) = (finished_at IS NOT NULL)),
  constraint held_when_done CHECK ((state = 'done'::text) = (held IS NOT NULL) AND (held IS NULL) = (is_optimal IS NULL)),
  constraint moves_are_counted CHECK (moves_allowed >= 0),
  constraint only_a_finished_run_applies CHECK (applied_at IS NULL OR state = 'done'::text),
  constraint rounds_are_counted CHECK (rounds >= 1 AND rounds <= 1000),
  constraint state_is_known CHECK (state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])),
  constraint a_run_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint run_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint run_pkey PRIMARY KEY (id),
  constraint a_run_has_one_event UNIQUE (id, event_id),
  constraint one_run_per_number UNIQUE (event_id, number)
);
CREATE UNIQUE INDEX one_run_at_a_time ON meetings.run USING btree (event_id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.run REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.run REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.run REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_ask_for_runs for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)));
create policy organisers_change_runs for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_read_runs for select to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table meetings.run_content (
  run_id uuid not null,
  mission_id uuid not null,
  snapshot text not null,
  rounds_done integer not null default 0,
  best integer[],
  bound integer[],
  result jsonb,
  constraint run_content_run_id_fkey FOREIGN KEY (run_id) REFERENCES meetings.run(id) ON DELETE CASCADE,
  constraint run_content_pkey PRIMARY KEY (run_id)
);
CREATE TRIGGER check_snapshot BEFORE INSERT OR UPDATE ON meetings.run_content FOR EACH ROW EXECUTE FUNCTION meetings.check_snapshot();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_read_contents for select to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_write_contents for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) AND (result IS NULL));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create view meetings.shown_profile with (security_barrier=true) as
 SELECT id,
    event_id,
        CASE
            WHEN 'sectorCodes'::text = ANY (shown) THEN sector_codes
            ELSE '{}'::text[]
        END AS sector_codes,
        CASE
            WHEN 'stage'::text = ANY (shown) THEN stage
            ELSE NULL::text
        END AS stage,
        CASE
            WHEN 'markets'::text = ANY (shown) THEN markets
            ELSE '{}'::text[]
        END AS markets,
        CASE
            WHEN 'knownBy'::text = ANY (shown) THEN known_by
            ELSE ''::text
        END AS known_by
   FROM meetings.profile p
  WHERE (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_web: select

create table meetings.slot (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  stretch integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  leg_id uuid not null,
  day date not null,
  constraint a_slot_ends_after_it_starts CHECK (ends_at > starts_at),
  constraint a_leg_with_slots_stays FOREIGN KEY (event_id, leg_id) REFERENCES meetings.event_leg(event_id, leg_id),
  constraint a_slot_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint slot_pkey PRIMARY KEY (id),
  constraint a_slot_has_its_times UNIQUE (id, event_id, starts_at, ends_at),
  constraint a_slot_has_one_event UNIQUE (id, event_id),
  constraint a_slot_has_one_leg UNIQUE (id, leg_id),
  constraint a_day_is_on_one_leg EXCLUDE USING gist (event_id WITH =, day WITH =, leg_id WITH <>),
  constraint slots_do_not_overlap EXCLUDE USING gist (event_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX slot_by_event ON meetings.slot USING btree (event_id, starts_at);
CREATE TRIGGER day_of_slot BEFORE INSERT OR UPDATE OF starts_at, leg_id, day ON meetings.slot FOR EACH ROW EXECUTE FUNCTION meetings.day_of_slot();
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.slot REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.slot REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.slot REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_to_the_event for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_change_the_event for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_from_the_event for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_read_the_event for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.slot_offer (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  wish_id uuid not null,
  host_id uuid not null,
  slot_ids uuid[] not null,
  state text not null default 'open'::text,
  chosen_slot_id uuid,
  offered_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint a_choice_names_its_slot CHECK (state <> 'chosen'::text OR chosen_slot_id IS NOT NULL AND answered_at IS NOT NULL),
  constraint an_open_offer_has_no_answer CHECK (state <> 'open'::text OR chosen_slot_id IS NULL AND answered_at IS NULL),
  constraint one_of_the_three_is_chosen CHECK (chosen_slot_id IS NULL OR (chosen_slot_id = ANY (slot_ids))),
  constraint state_is_known CHECK (state = ANY (ARRAY['open'::text, 'chosen'::text, 'withdrawn'::text])),
  constraint three_slots_are_offered CHECK (cardinality(slot_ids) = 3),
  constraint an_offer_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint an_offer_to_a_participant FOREIGN KEY (host_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint slot_offer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint slot_offer_wish_id_fkey FOREIGN KEY (wish_id) REFERENCES meetings.wish(id) ON DELETE CASCADE,
  constraint slot_offer_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX one_standing_offer_per_request ON meetings.slot_offer USING btree (wish_id) WHERE (state <> 'withdrawn'::text);
CREATE INDEX slot_offer_by_event ON meetings.slot_offer USING btree (event_id);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.slot_offer REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.slot_offer REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.slot_offer REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER three_slots_of_the_event BEFORE INSERT ON meetings.slot_offer FOR EACH ROW EXECUTE FUNCTION meetings.check_slot_offer();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_and_hosts_read_offers for select to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (host_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy organisers_offer_slots for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)));
create policy organisers_withdraw_offers for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table meetings.spot (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  "position" integer not null,
  name text not null,
  district text not null default ''::text,
  address text not null default ''::text,
  participant_id uuid,
  leg_id uuid not null,
  constraint name_is_not_empty CHECK (btrim(name) <> ''::text),
  constraint a_leg_with_spots_stays FOREIGN KEY (event_id, leg_id) REFERENCES meetings.event_leg(event_id, leg_id),
  constraint a_spot_of_a_host FOREIGN KEY (participant_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint a_spot_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint spot_pkey PRIMARY KEY (id),
  constraint a_spot_has_one_event UNIQUE (id, event_id),
  constraint a_spot_has_one_leg UNIQUE (id, leg_id),
  constraint one_spot_per_position UNIQUE (event_id, "position")
);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.spot REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.spot REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.spot REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_to_the_event for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_change_the_event for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_from_the_event for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_read_the_event for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table meetings.suggestion_run (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  participant_id uuid not null,
  number integer not null,
  shown_at timestamp with time zone not null,
  shown_name text,
  version integer not null,
  weights jsonb not null,
  own jsonb not null,
  compared integer not null,
  pairs jsonb not null,
  constraint own_is_an_object CHECK (jsonb_typeof(own) = 'object'::text),
  constraint pairs_are_a_list CHECK (jsonb_typeof(pairs) = 'array'::text),
  constraint pairs_are_among_those_compared CHECK (
CASE jsonb_typeof(pairs)
    WHEN 'array'::text THEN jsonb_array_length(pairs) <= compared
    ELSE NULL::boolean
END),
  constraint version_is_counted_from_1 CHECK (version >= 1),
  constraint weights_are_a_list CHECK (jsonb_typeof(weights) = 'array'::text AND weights <> '[]'::jsonb),
  constraint suggestions_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint suggestions_to_a_participant FOREIGN KEY (participant_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint suggestion_run_pkey PRIMARY KEY (id),
  constraint one_suggestion_run_per_number UNIQUE (participant_id, number)
);
CREATE INDEX suggestion_run_by_event ON meetings.suggestion_run USING btree (event_id, shown_at);
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.suggestion_run FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_and_keepers_keep_suggestions for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy organisers_and_keepers_read_suggestions for select to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table meetings.survey (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  stage text not null,
  participant_id uuid not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  reminders integer not null default 0,
  letters integer not null default 0,
  follow_up text,
  tapped_at timestamp with time zone,
  answered_at timestamp with time zone,
  completed_at timestamp with time zone,
  answered_name text,
  quotes integer,
  contracts integer,
  jobs integer,
  value_cents bigint,
  value_currency text,
  value_qualifier text,
  words text not null default ''::text,
  version integer not null default 1,
  constraint a_survey_ends_after_it_is_asked CHECK (expires_at > asked_at),
  constraint a_value_has_its_currency_and_qualifier CHECK (num_nonnulls(value_cents, value_currency, value_qualifier) = ANY (ARRAY[0, 3])),
  constraint a_whole_answer_is_an_answer CHECK (completed_at IS NULL OR answered_at IS NOT NULL),
  constraint an_answer_has_its_first_question CHECK ((answered_at IS NULL) = (follow_up IS NULL) AND (answered_at IS NULL) = (answered_name IS NULL)),
  constraint figures_come_with_the_whole_answer CHECK (completed_at IS NOT NULL OR words = ''::text AND num_nonnulls(quotes, contracts, jobs, value_cents) = 0),
  constraint follow_up_is_known CHECK (follow_up = ANY (ARRAY['yes'::text, 'not_yet'::text, 'no'::text])),
  constraint survey_figures_are_counted CHECK (quotes >= 0 AND contracts >= 0 AND jobs >= 0 AND value_cents >= 0),
  constraint two_reminders_at_most CHECK (reminders >= 0 AND reminders <= 2),
  constraint value_currency_is_iso_4217 CHECK (value_currency ~ '^[A-Z]{3}$'::text),
  constraint value_qualifier_is_known CHECK (value_qualifier = ANY (ARRAY['signed'::text, 'expected'::text, 'estimated'::text])),
  constraint words_are_short CHECK (length(words) <= 2000),
  constraint a_survey_of_a_participant FOREIGN KEY (participant_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint a_survey_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint asked_at_a_stage FOREIGN KEY (event_id, stage) REFERENCES meetings.survey_round(event_id, stage) ON DELETE CASCADE,
  constraint survey_pkey PRIMARY KEY (id),
  constraint a_survey_has_one_event UNIQUE (id, event_id),
  constraint asked_once_a_stage UNIQUE (participant_id, stage)
);
CREATE INDEX survey_by_event ON meetings.survey USING btree (event_id, stage);
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.survey REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.survey REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.survey REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.survey FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_enter_answers for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_read_surveys for select to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
-- escale_keeper: delete insert select update
-- escale_web: select update

create table meetings.survey_link (
  token_digest bytea not null,
  mission_id uuid not null,
  event_id uuid not null,
  survey_id uuid not null,
  representative_id uuid not null,
  language text not null,
  sent_at timestamp with time zone not null,
  constraint digest_has_32_bytes CHECK (octet_length(token_digest) = 32),
  constraint language_is_known CHECK (language = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint a_link_for_a_representative FOREIGN KEY (representative_id, event_id) REFERENCES meetings.representative(id, event_id) ON DELETE CASCADE,
  constraint a_link_to_a_survey FOREIGN KEY (survey_id, event_id) REFERENCES meetings.survey(id, event_id) ON DELETE CASCADE,
  constraint survey_link_pkey PRIMARY KEY (token_digest)
);
CREATE INDEX survey_link_by_survey ON meetings.survey_link USING btree (survey_id, sent_at);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update

create table meetings.survey_question (
  id uuid not null default uuidv7(),
  measure text not null,
  "position" integer not null,
  stages text[] not null,
  wording jsonb not null,
  valid_from date not null,
  valid_to date,
  constraint asked_at_some_stage CHECK (cardinality(stages) > 0),
  constraint measure_is_known CHECK (measure = ANY (ARRAY['follow_up'::text, 'quotes'::text, 'contracts'::text, 'jobs'::text, 'value'::text, 'words'::text])),
  constraint stages_are_known CHECK (stages <@ ARRAY['week'::text, 'months3'::text, 'months6'::text, 'months12'::text]),
  constraint valid_dates_are_in_order CHECK (valid_to >= valid_from),
  constraint wording_is_localized CHECK (app.is_localized(wording) AND wording <> '{}'::jsonb),
  constraint survey_question_pkey PRIMARY KEY (id),
  constraint one_wording_at_a_time EXCLUDE USING gist (measure WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table meetings.survey_round (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  stage text not null,
  sent_at timestamp with time zone,
  constraint stage_is_known CHECK (stage = ANY (ARRAY['week'::text, 'months3'::text, 'months6'::text, 'months12'::text])),
  constraint a_round_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint survey_round_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint survey_round_pkey PRIMARY KEY (id),
  constraint a_stage_is_asked_once UNIQUE (event_id, stage)
);
CREATE INDEX survey_round_due ON meetings.survey_round USING btree (event_id) WHERE (sent_at IS NULL);
CREATE TRIGGER a_round_that_was_sent_stays BEFORE DELETE ON meetings.survey_round FOR EACH ROW EXECUTE FUNCTION meetings.keep_sent_round();
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.survey_round REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.survey_round REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.survey_round REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_ask_rounds for all to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table meetings.wish (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null,
  participant_id uuid not null,
  about_id uuid not null,
  degree text not null,
  state text not null,
  motive text not null default ''::text,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  answered_at timestamp with time zone,
  reason text,
  version integer not null default 1,
  constraint a_motive_is_short CHECK (length(motive) <= 300),
  constraint a_no_is_only_noted CHECK (degree <> 'no'::text OR state = 'noted'::text),
  constraint answered_at_when_answered CHECK ((state = ANY (ARRAY['accepted'::text, 'declined'::text])) = (answered_at IS NOT NULL)),
  constraint declined_with_a_reason CHECK ((state = 'declined'::text) = (reason IS NOT NULL) AND btrim(reason) <> ''::text),
  constraint degree_is_known CHECK (degree = ANY (ARRAY['must'::text, 'like'::text, 'no'::text])),
  constraint expires_unless_noted CHECK ((state = 'noted'::text) = (expires_at IS NULL)),
  constraint nobody_asks_for_themselves CHECK (participant_id <> about_id),
  constraint state_is_known CHECK (state = ANY (ARRAY['noted'::text, 'open'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text])),
  constraint a_wish_about_a_participant FOREIGN KEY (about_id, event_id) REFERENCES meetings.participant(id, event_id) ON DELETE CASCADE,
  constraint a_wish_of_a_participant FOREIGN KEY (participant_id, event_id, organisation_id) REFERENCES meetings.participant(id, event_id, organisation_id) ON DELETE CASCADE,
  constraint a_wish_of_the_event FOREIGN KEY (event_id, mission_id) REFERENCES meetings.event(id, mission_id) ON DELETE CASCADE,
  constraint wish_pkey PRIMARY KEY (id),
  constraint one_wish_about_each UNIQUE (participant_id, about_id)
);
CREATE INDEX wish_by_about ON meetings.wish USING btree (about_id);
CREATE INDEX wish_by_event ON meetings.wish USING btree (event_id);
CREATE TRIGGER a_rule_allows_the_wish BEFORE INSERT ON meetings.wish FOR EACH ROW EXECUTE FUNCTION meetings.check_wish();
CREATE TRIGGER count_wishes AFTER INSERT OR DELETE OR UPDATE ON meetings.wish FOR EACH ROW EXECUTE FUNCTION meetings.count_wishes();
CREATE TRIGGER journal_delete AFTER DELETE ON meetings.wish REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON meetings.wish REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON meetings.wish REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON meetings.wish FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_and_keepers_change_wishes for update to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy organisers_and_keepers_read_wishes for select to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
create policy organisers_and_keepers_wish for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR (participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table missions.leg (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  "position" integer not null,
  city_id uuid,
  city_name jsonb not null,
  country character(2) not null,
  starts_on date not null,
  ends_on date not null,
  time_zone text not null,
  version integer not null default 1,
  constraint city_name_is_localized CHECK (app.is_localized(city_name) AND city_name <> '{}'::jsonb),
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint ends_after_it_starts CHECK (ends_on >= starts_on),
  constraint zone_is_named CHECK (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'::text),
  constraint leg_city_id_fkey FOREIGN KEY (city_id) REFERENCES directory.city(id),
  constraint leg_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint leg_pkey PRIMARY KEY (id),
  constraint mission_follows_legs TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint passports_go_with_the_legs TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint a_leg_has_one_mission UNIQUE (id, mission_id),
  constraint one_leg_per_position UNIQUE (mission_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint legs_share_at_most_a_transfer_day EXCLUDE USING gist (mission_id WITH =, daterange(starts_on, ends_on, '()'::text) WITH &&) DEFERRABLE
);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.leg REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.leg REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.leg REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE CONSTRAINT TRIGGER mission_follows_legs AFTER INSERT OR DELETE OR UPDATE ON missions.leg DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION missions.follow_legs();
CREATE CONSTRAINT TRIGGER passports_go_with_the_legs AFTER DELETE OR UPDATE ON missions.leg DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registration.forget_passports();
CREATE TRIGGER version_rises BEFORE UPDATE ON missions.leg FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_legs for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_change_legs for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_legs for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_legs for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table missions.mandate (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  decided_by text not null,
  decided_on date not null,
  reference text not null,
  version integer not null default 1,
  constraint decided_by_is_known CHECK (decided_by = ANY (ARRAY['assembly'::text, 'standing_committee'::text, 'delegated_decision'::text])),
  constraint reference_is_not_empty CHECK (btrim(reference) <> ''::text),
  constraint mandate_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint mandate_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint mandate_pkey PRIMARY KEY (id),
  constraint one_mandate_per_partner UNIQUE (mission_id, organisation_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.mandate REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.mandate REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.mandate REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER sign_off_follows_mandate AFTER INSERT OR DELETE OR UPDATE ON missions.mandate FOR EACH ROW EXECUTE FUNCTION missions.part_changes('mandate_changed');
CREATE TRIGGER version_rises BEFORE UPDATE ON missions.mandate FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_mandate_is_added for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy own_mandate_is_changed for update to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy own_mandate_is_removed for delete to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy partners_see_mandates for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table missions.message (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  is_shared boolean not null,
  about_noun text not null default 'mission'::text,
  about_id uuid,
  about_label text not null default ''::text,
  body text,
  author_id uuid default app.actor_account(),
  author_name text not null,
  written_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  retracted_at timestamp with time zone,
  version integer not null default 1,
  constraint about_noun_is_plain CHECK (about_noun ~ '^[a-z][a-z_]*$'::text),
  constraint about_something CHECK ((about_noun = 'mission'::text) = (about_id IS NULL)),
  constraint body_is_not_empty CHECK (btrim(body) <> ''::text),
  constraint body_until_retracted CHECK ((body IS NULL) = (retracted_at IS NOT NULL)),
  constraint edited_after_written CHECK (edited_at >= written_at),
  constraint retracted_after_written CHECK (retracted_at >= written_at),
  constraint message_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint message_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint message_pkey PRIMARY KEY (id)
);
CREATE INDEX message_by_thread ON missions.message USING btree (mission_id, about_noun, about_id, written_at);
CREATE TRIGGER check_document_thread BEFORE INSERT ON missions.message FOR EACH ROW WHEN (new.about_noun = 'document'::text) EXECUTE FUNCTION missions.check_document_thread();
CREATE TRIGGER journal_insert AFTER INSERT ON missions.message REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION missions.journal_messages();
CREATE TRIGGER journal_update AFTER UPDATE ON missions.message REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION missions.journal_messages();
CREATE TRIGGER version_rises BEFORE UPDATE ON missions.message FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy authors_change_their_messages for update to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (author_id = ( SELECT app.actor_account() AS actor_account)) AND (retracted_at IS NULL))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_read_their_messages for select to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (is_shared OR (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))));
create policy partners_write_messages for insert to escale_web
  with check ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (NOT (author_id IS DISTINCT FROM ( SELECT app.actor_account() AS actor_account))));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table missions.mission (
  id uuid not null,
  lead_organisation_id uuid not null default app.actor_organisation(),
  kind text not null default 'outgoing'::text,
  title jsonb not null,
  purpose jsonb not null default '{}'::jsonb,
  state text not null default 'idea'::text,
  head_member_id uuid,
  starts_on date,
  ends_on date,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  search_text text generated always as (app.fold(((COALESCE((title ->> 'fr'::text), ''::text) || ' '::text) || COALESCE((title ->> 'en'::text), ''::text)))) stored,
  constraint both_dates_or_none CHECK ((starts_on IS NULL) = (ends_on IS NULL)),
  constraint confirmed_has_dates CHECK (state <> 'confirmed'::text OR starts_on IS NOT NULL),
  constraint ends_after_it_starts CHECK (ends_on >= starts_on),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['outgoing'::text, 'incoming'::text, 'event'::text, 'virtual'::text])),
  constraint purpose_is_localized CHECK (app.is_localized(purpose)),
  constraint state_is_known CHECK (state = ANY (ARRAY['idea'::text, 'preparation'::text, 'confirmed'::text, 'cancelled'::text])),
  constraint title_is_localized CHECK (app.is_localized(title) AND title <> '{}'::jsonb),
  constraint head_is_a_member FOREIGN KEY (head_member_id) REFERENCES delegations.member(id) DEFERRABLE INITIALLY DEFERRED,
  constraint mission_lead_organisation_id_fkey FOREIGN KEY (lead_organisation_id) REFERENCES directory.organisation(id),
  constraint mission_pkey PRIMARY KEY (id)
);
CREATE INDEX mission_by_search_text ON missions.mission USING gin (search_text gin_trgm_ops);
CREATE INDEX mission_by_start ON missions.mission USING btree (starts_on DESC NULLS LAST, id);
CREATE TRIGGER head_travels_with_the_mission BEFORE INSERT OR UPDATE OF head_member_id ON missions.mission FOR EACH ROW WHEN (new.head_member_id IS NOT NULL) EXECUTE FUNCTION delegations.check_head_named();
CREATE TRIGGER journal_delete AFTER DELETE ON missions.mission REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.mission REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.mission REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON missions.mission FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy anyone_opens_its_own_mission for insert to escale_web
  with check (lead_organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_change_the_mission for update to escale_web
  using (id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_the_mission for select to escale_web
  using ((id IN ( SELECT missions.actor_seats() AS actor_seats)) OR (lead_organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table missions.mission_theme (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  theme_id uuid not null,
  constraint mission_theme_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint mission_theme_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES missions.theme(id),
  constraint mission_theme_pkey PRIMARY KEY (id),
  constraint a_theme_is_named_once UNIQUE (mission_id, theme_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.mission_theme REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.mission_theme REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.mission_theme REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_write_themes for all to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_themes for select to escale_web
  using (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table missions.narrative (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  body jsonb not null,
  version integer not null default 1,
  constraint body_is_localized CHECK (app.is_localized(body)),
  constraint narrative_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint narrative_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint narrative_pkey PRIMARY KEY (id),
  constraint one_narrative_per_partner UNIQUE (mission_id, organisation_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.narrative REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.narrative REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.narrative REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON missions.narrative FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_narrative for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table missions.objective (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  "position" integer not null,
  text jsonb not null,
  constraint text_is_localized CHECK (app.is_localized(text) AND text <> '{}'::jsonb),
  constraint objective_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint objective_pkey PRIMARY KEY (id),
  constraint one_objective_per_position UNIQUE (mission_id, "position") DEFERRABLE INITIALLY DEFERRED
);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.objective REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.objective REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.objective REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_objectives for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_change_objectives for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_objectives for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_objectives for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create view missions.own_seat with (security_barrier=true) as
 SELECT mission_id,
    organisation_id,
    role,
    accounts_closed_on,
    ratified_on,
    ( SELECT count(*)::integer AS count
           FROM missions.partner p
          WHERE p.mission_id = own.mission_id AND p.left_at IS NULL) AS partner_count,
    ( SELECT count(*)::integer AS count
           FROM missions.objective o
          WHERE o.mission_id = own.mission_id) AS objective_count,
    ( SELECT m.decided_on
           FROM missions.mandate m
          WHERE m.mission_id = own.mission_id AND m.organisation_id = own.organisation_id) AS mandate_decided_on,
    COALESCE(( SELECT jsonb_agg(l.city_name ORDER BY l."position") AS jsonb_agg
           FROM missions.leg l
          WHERE l.mission_id = own.mission_id), '[]'::jsonb) AS cities
   FROM missions.partner own
  WHERE organisation_id = app.actor_organisation() AND left_at IS NULL;
-- escale_web: select

create table missions.partner (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null,
  role text not null,
  workstream jsonb not null default '{}'::jsonb,
  joined_at timestamp with time zone not null default now(),
  left_at timestamp with time zone,
  accounts_closed_on date,
  ratified_on date,
  version integer not null default 1,
  constraint lead_does_not_leave CHECK (role <> 'lead'::text OR left_at IS NULL),
  constraint leaves_after_joining CHECK (left_at >= joined_at),
  constraint ratified_after_closing CHECK (ratified_on IS NULL OR accounts_closed_on IS NOT NULL),
  constraint role_is_known CHECK (role = ANY (ARRAY['lead'::text, 'co_organiser'::text, 'partner'::text, 'funder'::text, 'host'::text, 'support'::text])),
  constraint workstream_is_localized CHECK (app.is_localized(workstream)),
  constraint partner_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint partner_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint partner_pkey PRIMARY KEY (id),
  constraint a_partner_has_one_mission UNIQUE (id, mission_id),
  constraint a_partner_is_named_once UNIQUE (mission_id, organisation_id)
);
CREATE UNIQUE INDEX one_lead_per_mission ON missions.partner USING btree (mission_id) WHERE (role = 'lead'::text);
CREATE INDEX partner_by_organisation ON missions.partner USING btree (organisation_id, mission_id) WHERE (left_at IS NULL);
CREATE TRIGGER an_organisation_takes_its_own_seat BEFORE INSERT OR UPDATE ON missions.partner FOR EACH ROW EXECUTE FUNCTION missions.keep_seats_willing();
CREATE TRIGGER journal_delete AFTER DELETE ON missions.partner REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.partner REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.partner REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON missions.partner FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_change_partners for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_name_partners for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((role = 'lead'::text) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (EXISTS ( SELECT
   FROM missions.mission m
  WHERE ((m.id = partner.mission_id) AND (m.lead_organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)))))));
create policy partners_change_their_own_row for update to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (left_at IS NULL))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
create policy partners_see_each_other for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table missions.partner_invitation (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  invited_organisation_id uuid,
  seat_id uuid,
  organisation_name text not null,
  email text,
  language text not null,
  role text not null,
  workstream jsonb not null default '{}'::jsonb,
  message text not null default ''::text,
  token_digest bytea,
  invited_by uuid default app.actor_account(),
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  state text not null default 'open'::text,
  answered_at timestamp with time zone,
  answered_by uuid,
  accepted_organisation_id uuid,
  reason text,
  version integer not null default 1,
  constraint a_link_goes_to_an_address CHECK ((email IS NULL) = (token_digest IS NULL)),
  constraint accepted_by_an_organisation CHECK ((state = 'accepted'::text) = (accepted_organisation_id IS NOT NULL)),
  constraint an_invited_organisation_answers_itself CHECK (accepted_organisation_id = COALESCE(invited_organisation_id, accepted_organisation_id)),
  constraint answered_at_unless_open CHECK ((state = 'open'::text) = (answered_at IS NULL)),
  constraint declined_with_a_reason CHECK ((state = 'declined'::text) = (reason IS NOT NULL) AND btrim(reason) <> ''::text),
  constraint email_is_lower_case CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$'::text),
  constraint expires_after_invitation CHECK (expires_at > invited_at),
  constraint language_is_known CHECK (language = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint organisation_name_is_not_empty CHECK (btrim(organisation_name) <> ''::text),
  constraint role_is_known CHECK (role = ANY (ARRAY['co_organiser'::text, 'partner'::text, 'funder'::text, 'host'::text, 'support'::text])),
  constraint someone_is_invited CHECK (email IS NOT NULL OR invited_organisation_id IS NOT NULL),
  constraint state_is_known CHECK (state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'revoked'::text])),
  constraint workstream_is_localized CHECK (app.is_localized(workstream)),
  constraint partner_invitation_accepted_organisation_id_fkey FOREIGN KEY (accepted_organisation_id) REFERENCES directory.organisation(id),
  constraint partner_invitation_invited_organisation_id_fkey FOREIGN KEY (invited_organisation_id) REFERENCES directory.organisation(id),
  constraint partner_invitation_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint partner_invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint partner_invitation_seat_id_fkey FOREIGN KEY (seat_id) REFERENCES missions.partner(id),
  constraint partner_invitation_pkey PRIMARY KEY (id),
  constraint partner_invitation_token_digest_key UNIQUE (token_digest)
);
CREATE UNIQUE INDEX one_open_invitation_per_address ON missions.partner_invitation USING btree (mission_id, email) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX one_open_invitation_per_organisation ON missions.partner_invitation USING btree (mission_id, invited_organisation_id) WHERE (state = 'open'::text);
CREATE INDEX partner_invitation_by_invited ON missions.partner_invitation USING btree (invited_organisation_id) WHERE (state = 'open'::text);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.partner_invitation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.partner_invitation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.partner_invitation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON missions.partner_invitation FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_invite for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (state = 'open'::text));
create policy organisers_resend_and_revoke for update to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) AND (state = 'open'::text))
  with check (state = ANY (ARRAY['open'::text, 'revoked'::text]));
create policy organisers_see_invitations for select to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table missions.partner_leg (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  partner_id uuid not null,
  leg_id uuid not null,
  constraint a_leg_of_the_same_mission FOREIGN KEY (leg_id, mission_id) REFERENCES missions.leg(id, mission_id) ON DELETE CASCADE,
  constraint a_partner_of_the_same_mission FOREIGN KEY (partner_id, mission_id) REFERENCES missions.partner(id, mission_id),
  constraint partner_leg_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint partner_leg_pkey PRIMARY KEY (id),
  constraint passports_go_with_own_legs TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint a_leg_is_taken_once UNIQUE (partner_id, leg_id)
);
CREATE INDEX partner_leg_by_mission ON missions.partner_leg USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.partner_leg REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.partner_leg REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.partner_leg REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER lead_takes_every_leg BEFORE INSERT ON missions.partner_leg FOR EACH ROW EXECUTE FUNCTION missions.lead_takes_every_leg();
CREATE CONSTRAINT TRIGGER passports_go_with_own_legs AFTER INSERT OR DELETE ON missions.partner_leg DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registration.forget_passports();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_choose_partner_legs for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_give_partner_legs_back for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_partner_legs for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create view missions.pub_leg with (security_invoker=true) as
 SELECT id,
    mission_id,
    "position",
    city_id,
    city_name,
    country,
    starts_on,
    ends_on,
    time_zone
   FROM missions.leg;
-- escale_keeper: select
-- escale_web: select

create view missions.pub_mission with (security_invoker=true) as
 SELECT id,
    lead_organisation_id,
    kind,
    title,
    state,
    starts_on,
    ends_on,
    head_member_id
   FROM missions.mission;
-- escale_keeper: select
-- escale_web: select

create view missions.pub_mission_theme with (security_invoker=true) as
 SELECT mt.mission_id,
    t.label
   FROM missions.mission_theme mt
     JOIN missions.theme t ON t.id = mt.theme_id;
-- escale_keeper: select
-- escale_web: select

create view missions.pub_partner with (security_invoker=true) as
 SELECT id,
    mission_id,
    organisation_id,
    role,
    left_at,
    accounts_closed_on,
    ratified_on
   FROM missions.partner;
-- escale_keeper: select
-- escale_web: select

create view missions.received_invitation with (security_barrier=true) as
 SELECT i.id,
    i.mission_id,
    i.role,
    i.workstream,
    i.message,
    i.invited_at,
    i.expires_at,
    o.name AS inviter_organisation,
    u.name AS inviter_name,
    m.title,
    m.starts_on,
    m.ends_on,
    COALESCE(( SELECT jsonb_agg(l.city_name ORDER BY l."position") AS jsonb_agg
           FROM missions.leg l
          WHERE l.mission_id = m.id), '[]'::jsonb) AS cities
   FROM missions.partner_invitation i
     JOIN missions.mission m ON m.id = i.mission_id
     JOIN directory.organisation o ON o.id = i.organisation_id
     LEFT JOIN auth."user" u ON u.id = i.invited_by
  WHERE i.invited_organisation_id = app.actor_organisation() AND i.state = 'open'::text;
-- escale_web: select

create table missions.shared_contact (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  person_id uuid not null,
  with_capacity boolean not null,
  with_email boolean not null,
  with_phone boolean not null,
  to_everyone boolean not null,
  purpose text not null default ''::text,
  shared_at timestamp with time zone not null,
  constraint purpose_is_brief CHECK (length(purpose) <= 300),
  constraint a_partner_shares_a_contact FOREIGN KEY (mission_id, organisation_id) REFERENCES missions.partner(mission_id, organisation_id) ON DELETE CASCADE,
  constraint a_shared_contact_is_ones_own_card FOREIGN KEY (person_id, organisation_id) REFERENCES directory.person(id, organisation_id) ON DELETE CASCADE,
  constraint shared_contact_pkey PRIMARY KEY (id),
  constraint a_shared_contact_has_one_sharer UNIQUE (id, mission_id, organisation_id)
);
CREATE INDEX shared_contact_by_mission ON missions.shared_contact USING btree (mission_id, organisation_id);
CREATE INDEX shared_contact_by_person ON missions.shared_contact USING btree (person_id, organisation_id);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.shared_contact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.shared_contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.shared_contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_share_theirs for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy sharers_see_theirs for select to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
create policy sharers_take_back for delete to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table missions.shared_contact_reader (
  contact_id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  reader_id uuid not null,
  constraint a_contact_is_shared_with_others CHECK (reader_id <> organisation_id),
  constraint a_reader_is_a_partner FOREIGN KEY (mission_id, reader_id) REFERENCES missions.partner(mission_id, organisation_id) ON DELETE CASCADE,
  constraint a_reader_reads_a_shared_contact FOREIGN KEY (contact_id, mission_id, organisation_id) REFERENCES missions.shared_contact(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint a_contact_is_shared_once_with_each PRIMARY KEY (contact_id, reader_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.shared_contact_reader REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.shared_contact_reader REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.shared_contact_reader REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy sharers_name_readers for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy sharers_see_their_readers for select to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table missions.sign_off (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  signed_at timestamp with time zone not null,
  signed_by uuid default app.actor_account(),
  signed_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  withdrawn_name text,
  constraint withdrawn_after_signing CHECK (withdrawn_at >= signed_at),
  constraint withdrawn_because_is_known CHECK (withdrawn_because = ANY (ARRAY['by_hand'::text, 'delegation_changed'::text, 'mandate_changed'::text, 'expenses_changed'::text])),
  constraint withdrawn_for_a_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)),
  constraint sign_off_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint sign_off_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint sign_off_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX one_standing_sign_off ON missions.sign_off USING btree (mission_id, organisation_id) WHERE (withdrawn_at IS NULL);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.sign_off REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.sign_off REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.sign_off REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_see_sign_offs for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
create policy partners_sign_off_their_part for insert to escale_web
  with check ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)));
create policy partners_withdraw_their_own for update to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (withdrawn_at IS NULL))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table missions.task (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  is_shared boolean not null,
  title text not null,
  owner_organisation_id uuid not null,
  owner_account_id uuid,
  owner_name text,
  due_on date,
  about_noun text not null default 'mission'::text,
  about_id uuid,
  about_label text not null default ''::text,
  state text not null default 'open'::text,
  done_at timestamp with time zone,
  done_by uuid,
  done_by_name text,
  reminded_before_at timestamp with time zone,
  reminded_due_at timestamp with time zone,
  created_by uuid default app.actor_account(),
  created_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint a_person_is_named CHECK ((owner_account_id IS NULL) = (owner_name IS NULL)),
  constraint a_private_task_is_owed_at_home CHECK (is_shared OR owner_organisation_id = organisation_id),
  constraint about_noun_is_known CHECK (about_noun = ANY (ARRAY['mission'::text, 'partner'::text, 'member'::text, 'act'::text, 'item'::text])),
  constraint about_something CHECK ((about_noun = 'mission'::text) = (about_id IS NULL)),
  constraint an_act_is_private CHECK (about_noun <> 'act'::text OR NOT is_shared),
  constraint done_at_when_done CHECK ((state = 'done'::text) = (done_at IS NOT NULL)),
  constraint state_is_known CHECK (state = ANY (ARRAY['open'::text, 'done'::text])),
  constraint title_is_not_empty CHECK (btrim(title) <> ''::text),
  constraint owed_by_a_partner FOREIGN KEY (mission_id, owner_organisation_id) REFERENCES missions.partner(mission_id, organisation_id) ON UPDATE CASCADE,
  constraint task_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint task_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint task_pkey PRIMARY KEY (id)
);
CREATE INDEX task_by_mission ON missions.task USING btree (mission_id, due_on);
CREATE INDEX task_by_owner ON missions.task USING btree (owner_organisation_id, due_on) WHERE (state = 'open'::text);
CREATE INDEX task_to_remind ON missions.task USING btree (due_on) WHERE ((state = 'open'::text) AND (reminded_due_at IS NULL));
CREATE TRIGGER journal_delete AFTER DELETE ON missions.task REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.task REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.task REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON missions.task FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy authors_and_owners_change_tasks for update to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) OR (is_shared AND (owner_organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)))));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_see_shared_tasks for select to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (is_shared OR (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))));
create policy partners_write_tasks for insert to escale_web
  with check ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table missions.theme (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  label jsonb not null,
  constraint label_is_localized CHECK (app.is_localized(label) AND label <> '{}'::jsonb),
  constraint theme_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint theme_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX one_theme_per_french_label ON missions.theme USING btree (organisation_id, app.fold((label ->> 'fr'::text)));
CREATE TRIGGER journal_delete AFTER DELETE ON missions.theme REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.theme REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.theme REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_themes for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
create policy themes_of_shared_missions for select to escale_web
  using (id IN ( SELECT mt.theme_id
   FROM missions.mission_theme mt));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table missions.workstream (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  label jsonb not null,
  partner_id uuid not null,
  created_at timestamp with time zone not null default now(),
  constraint label_is_localized CHECK (app.is_localized(label) AND label <> '{}'::jsonb),
  constraint workstream_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint workstream_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES missions.partner(id),
  constraint workstream_pkey PRIMARY KEY (id)
);
CREATE INDEX workstream_by_mission ON missions.workstream USING btree (mission_id, created_at);
CREATE TRIGGER journal_delete AFTER DELETE ON missions.workstream REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON missions.workstream REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON missions.workstream REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_close_workstreams for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_open_workstreams for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) AND (EXISTS ( SELECT
   FROM missions.partner p
  WHERE ((p.id = workstream.partner_id) AND (p.mission_id = workstream.mission_id) AND (p.left_at IS NULL)))));
create policy partners_see_workstreams for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table pocket.agenda (
  member_id uuid not null,
  mission_id uuid not null,
  item_ids uuid[] not null,
  since integer[] not null,
  constraint each_moment_has_its_release CHECK (cardinality(item_ids) = cardinality(since)),
  constraint an_agenda_is_of_a_member FOREIGN KEY (member_id, mission_id) REFERENCES delegations.member(id, mission_id) ON DELETE CASCADE,
  constraint agenda_pkey PRIMARY KEY (member_id)
);
CREATE INDEX agenda_by_mission ON pocket.agenda USING btree (mission_id);
create policy holders_read_their_agenda for select to escale_web
  using (member_id = ( SELECT pocket.actor_member() AS actor_member));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update
-- escale_web: select

create table pocket.arrival (
  id uuid not null,
  member_id uuid not null,
  answer jsonb not null,
  arrived_at timestamp with time zone not null,
  constraint arrival_member_id_fkey FOREIGN KEY (member_id) REFERENCES delegations.member(id) ON DELETE CASCADE,
  constraint arrival_pkey PRIMARY KEY (id)
);
create policy holders_find_what_they_sent for select to escale_web
  using (member_id = ( SELECT pocket.actor_member() AS actor_member));
create policy holders_send for insert to escale_web
  with check (member_id = ( SELECT pocket.actor_member() AS actor_member));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table pocket.attendance (
  item_id uuid not null,
  member_id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null,
  presence text not null,
  said_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  constraint presence_is_known CHECK (presence = ANY (ARRAY['there'::text, 'not_there'::text])),
  constraint attendance_is_at_an_item FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id) ON DELETE CASCADE,
  constraint attendance_is_of_a_member FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint attendance_pkey PRIMARY KEY (item_id, member_id)
);
CREATE INDEX attendance_by_mission ON pocket.attendance USING btree (mission_id);
create policy holders_say_where_they_are for all to escale_web
  using (member_id = ( SELECT pocket.actor_member() AS actor_member))
  with check ((member_id = ( SELECT pocket.actor_member() AS actor_member)) AND (EXISTS ( SELECT
   FROM pocket.agenda a
  WHERE ((a.member_id = attendance.member_id) AND (attendance.item_id = ANY (a.item_ids))))));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy senders_and_organisers_see_attendance for select to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) OR (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]))));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table pocket.contact (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  name text not null,
  duty text not null default ''::text,
  phone text not null,
  is_shared boolean not null,
  created_at timestamp with time zone not null default now(),
  constraint name_is_not_empty CHECK (btrim(name) <> ''::text),
  constraint phone_is_international CHECK (phone ~ '^\+\d{4,15}$'::text),
  constraint contact_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint contact_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint contact_pkey PRIMARY KEY (id)
);
CREATE INDEX contact_by_mission ON pocket.contact USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON pocket.contact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON pocket.contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON pocket.contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_publish_contacts for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy partners_see_contacts for select to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (is_shared OR (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))));
create policy partners_withdraw_contacts for delete to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table pocket.invitation (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  member_id uuid not null,
  item_id uuid not null,
  sequence integer not null,
  method text not null,
  content jsonb not null,
  queued_at timestamp with time zone,
  constraint method_is_known CHECK (method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text])),
  constraint sequence_counts_from_one CHECK (sequence > 0),
  constraint an_invitation_is_for_a_member FOREIGN KEY (member_id, mission_id) REFERENCES delegations.member(id, mission_id) ON DELETE CASCADE,
  constraint invitation_pkey PRIMARY KEY (id),
  constraint a_calendar_is_told_once_per_release UNIQUE (member_id, item_id, sequence)
);
CREATE INDEX invitation_to_queue ON pocket.invitation USING btree (mission_id) WHERE (queued_at IS NULL);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update

create table pocket.moment (
  item_id uuid not null,
  mission_id uuid not null,
  changed_in integer not null,
  content jsonb not null,
  constraint a_moment_is_a_released_item FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id) ON DELETE CASCADE,
  constraint moment_pkey PRIMARY KEY (item_id)
);
CREATE INDEX moment_by_mission ON pocket.moment USING btree (mission_id);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update

create table pocket.note (
  id uuid not null default uuidv7(),
  member_id uuid not null,
  mission_id uuid not null,
  item_id uuid,
  body text not null,
  written_at timestamp with time zone not null,
  version integer not null default 1,
  constraint body_is_not_too_long CHECK (length(body) <= 20000),
  constraint a_note_is_about_an_item FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id) ON DELETE CASCADE,
  constraint a_note_is_of_a_member FOREIGN KEY (member_id, mission_id) REFERENCES delegations.member(id, mission_id) ON DELETE CASCADE,
  constraint note_pkey PRIMARY KEY (id),
  constraint one_note_per_moment UNIQUE NULLS NOT DISTINCT (member_id, item_id)
);
CREATE TRIGGER version_rises BEFORE UPDATE ON pocket.note FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy holders_keep_their_notes for all to escale_web
  using (member_id = ( SELECT pocket.actor_member() AS actor_member))
  with check ((member_id = ( SELECT pocket.actor_member() AS actor_member)) AND (EXISTS ( SELECT
   FROM pocket.agenda a
  WHERE ((a.member_id = note.member_id) AND ((note.item_id IS NULL) OR (note.item_id = ANY (a.item_ids)))))));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table pocket.pass (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  member_id uuid not null,
  link_sent_at timestamp with time zone,
  calendar_since timestamp with time zone,
  invitations boolean not null default false,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint a_pass_is_given_by_who_sends_the_member FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint pass_pkey PRIMARY KEY (id),
  constraint a_pass_is_of_its_sender UNIQUE (id, member_id, mission_id, organisation_id),
  constraint one_pass_per_member UNIQUE (member_id)
);
CREATE INDEX pass_by_mission ON pocket.pass USING btree (mission_id, organisation_id);
CREATE TRIGGER journal_delete AFTER DELETE ON pocket.pass REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON pocket.pass REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON pocket.pass REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy senders_change_passes for update to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy senders_give_passes for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy senders_see_their_passes for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table pocket.receipt (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null,
  member_id uuid not null,
  file_id uuid not null,
  label text not null,
  taken_at timestamp with time zone not null,
  state text not null default 'handed_in'::text,
  answered_at timestamp with time zone,
  reason text,
  created_at timestamp with time zone not null default now(),
  constraint answered_at_when_answered CHECK ((state = 'handed_in'::text) = (answered_at IS NULL)),
  constraint declined_with_a_reason CHECK ((state = 'declined'::text) = (reason IS NOT NULL) AND btrim(reason) <> ''::text),
  constraint label_is_not_empty CHECK (btrim(label) <> ''::text),
  constraint state_is_known CHECK (state = ANY (ARRAY['handed_in'::text, 'entered'::text, 'declined'::text])),
  constraint a_receipt_is_of_a_member FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint receipt_file_id_fkey FOREIGN KEY (file_id) REFERENCES app.file(id),
  constraint receipt_pkey PRIMARY KEY (id)
);
CREATE INDEX receipt_by_file ON pocket.receipt USING btree (file_id);
CREATE INDEX receipt_by_mission ON pocket.receipt USING btree (mission_id, organisation_id);
CREATE TRIGGER journal_delete AFTER DELETE ON pocket.receipt REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON pocket.receipt REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON pocket.receipt REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy holders_see_their_receipts for select to escale_web
  using (member_id = ( SELECT pocket.actor_member() AS actor_member));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy senders_answer_receipts for update to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy senders_see_receipts for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: select

create table pocket.secret (
  id uuid not null default uuidv7(),
  pass_id uuid not null,
  member_id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  digest bytea not null,
  account_id uuid,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  seen_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint a_link_and_a_device_expire CHECK (kind = 'calendar'::text OR expires_at > made_at),
  constraint an_account_opens_a_device CHECK (account_id IS NULL OR kind = 'device'::text),
  constraint digest_has_32_bytes CHECK (octet_length(digest) = 32),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['link'::text, 'device'::text, 'calendar'::text])),
  constraint a_secret_is_of_its_pass FOREIGN KEY (pass_id, member_id, mission_id, organisation_id) REFERENCES pocket.pass(id, member_id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint secret_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint secret_pkey PRIMARY KEY (id),
  constraint a_secret_opens_one_pass UNIQUE (digest)
);
CREATE UNIQUE INDEX one_link_and_one_calendar_at_a_time ON pocket.secret USING btree (pass_id, kind) WHERE ((kind <> 'device'::text) AND (ended_at IS NULL));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy senders_end_secrets for update to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (ended_at IS NULL))
  with check (ended_at IS NOT NULL);
create policy senders_make_links for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (kind = 'link'::text));
create policy senders_see_their_secrets for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table programme.document (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  item_id uuid not null,
  file_id uuid not null,
  name text not null,
  is_shared boolean not null,
  for_members boolean not null default false,
  constraint a_document_is_brought_by_its_owner FOREIGN KEY (file_id, organisation_id, is_shared) REFERENCES app.file(id, organisation_id, is_shared) ON DELETE CASCADE,
  constraint a_document_of_an_item FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id) ON DELETE CASCADE,
  constraint document_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint document_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint document_pkey PRIMARY KEY (id),
  constraint a_file_is_filed_once UNIQUE (file_id)
);
CREATE INDEX document_by_item ON programme.document USING btree (item_id);
CREATE INDEX document_by_mission ON programme.document USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.document REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.document REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.document REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_bring_documents for insert to escale_web
  with check ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)));
create policy partners_see_documents_they_may_read for select to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (is_shared OR (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))));
create policy partners_take_their_documents_back for delete to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table programme.holiday (
  country character(2) not null,
  day date not null,
  name jsonb not null,
  source text not null,
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint name_is_localized CHECK (app.is_localized(name) AND name <> '{}'::jsonb),
  constraint source_is_given CHECK (btrim(source) <> ''::text),
  constraint holiday_pkey PRIMARY KEY (country, day)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table programme.invited (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  item_id uuid not null,
  organisation_id uuid,
  member_id uuid,
  constraint one_of_two_kinds_of_guests CHECK ((organisation_id IS NULL) <> (member_id IS NULL)),
  constraint a_member_of_the_mission FOREIGN KEY (member_id, mission_id) REFERENCES delegations.member(id, mission_id),
  constraint a_sub_delegation_of_the_mission FOREIGN KEY (mission_id, organisation_id) REFERENCES missions.partner(mission_id, organisation_id),
  constraint invited_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint the_guests_of_an_item FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id) ON DELETE CASCADE,
  constraint invited_pkey PRIMARY KEY (id),
  constraint a_guest_is_invited_once UNIQUE NULLS NOT DISTINCT (item_id, organisation_id, member_id)
);
CREATE INDEX invited_by_mission ON programme.invited USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.invited REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.invited REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.invited REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_read_the_programme for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
create policy who_changes_an_item_invites for insert to escale_web
  with check (EXISTS ( SELECT
   FROM programme.item i
  WHERE ((i.id = invited.item_id) AND (i.mission_id = invited.mission_id) AND ((i.mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((i.organiser_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (i.mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])))))));
create policy who_changes_an_item_uninvites for delete to escale_web
  using (EXISTS ( SELECT
   FROM programme.item i
  WHERE ((i.id = invited.item_id) AND ((i.mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((i.organiser_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (i.mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])))))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table programme.item (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organiser_id uuid not null default app.actor_organisation(),
  leg_id uuid not null,
  venue_id uuid,
  track_id uuid,
  type text not null,
  state text not null default 'tentative'::text,
  attendance text not null default 'expected'::text,
  audience text not null default 'everyone'::text,
  theme_id uuid,
  title jsonb not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  time_zone text not null,
  skipped_start text,
  capacity integer,
  speakers text[] not null default '{}'::text[],
  languages text[] not null default '{}'::text[],
  interpreters_needed integer not null default 0,
  interpreters text[] not null default '{}'::text[],
  dress_code jsonb not null default '{}'::jsonb,
  briefing jsonb not null default '{}'::jsonb,
  plan_b jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  across text[] not null default '{}'::text[],
  vehicle_id uuid,
  constraint a_sector_is_named CHECK ((audience = 'sector'::text) = (theme_id IS NOT NULL)),
  constraint an_item_ends_after_it_starts CHECK (ends_at > starts_at),
  constraint an_item_lasts_two_days_at_most CHECK (ends_at <= (starts_at + '48:00:00'::interval)),
  constraint attendance_is_known CHECK (attendance = ANY (ARRAY['expected'::text, 'optional'::text])),
  constraint audience_is_known CHECK (audience = ANY (ARRAY['everyone'::text, 'sub_delegations'::text, 'members'::text, 'sector'::text])),
  constraint briefing_is_localized CHECK (app.is_localized(briefing)),
  constraint capacity_is_positive CHECK (capacity > 0),
  constraint dress_code_is_localized CHECK (app.is_localized(dress_code)),
  constraint interpreters_are_counted CHECK (interpreters_needed >= 0 AND interpreters_needed <= 50),
  constraint only_a_journey_has_a_vehicle CHECK (vehicle_id IS NULL OR type = 'travel'::text),
  constraint plan_b_is_localized CHECK (app.is_localized(plan_b)),
  constraint skipped_start_is_a_time CHECK (skipped_start ~ '^([01]\d|2[0-3]):[0-5]\d$'::text),
  constraint state_is_known CHECK (state = ANY (ARRAY['tentative'::text, 'confirmed'::text, 'cancelled'::text])),
  constraint title_is_localized CHECK (app.is_localized(title) AND title <> '{}'::jsonb),
  constraint type_is_known CHECK (type = ANY (ARRAY['official_meeting'::text, 'signing'::text, 'b2b_meeting'::text, 'round_table'::text, 'conference'::text, 'workshop'::text, 'site_visit'::text, 'promo_evening'::text, 'breakfast'::text, 'public_event'::text, 'press'::text, 'travel'::text, 'free'::text])),
  constraint zone_is_named CHECK (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'::text),
  constraint a_leg_with_programme_stays FOREIGN KEY (leg_id, mission_id) REFERENCES missions.leg(id, mission_id),
  constraint a_track_in_use_stays FOREIGN KEY (track_id, mission_id) REFERENCES programme.track(id, mission_id),
  constraint a_vehicle_in_use_stays FOREIGN KEY (vehicle_id, mission_id) REFERENCES programme.vehicle(id, mission_id),
  constraint a_venue_in_use_stays FOREIGN KEY (venue_id, mission_id) REFERENCES programme.venue(id, mission_id),
  constraint item_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint item_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES missions.theme(id),
  constraint the_organiser_is_a_partner FOREIGN KEY (mission_id, organiser_id) REFERENCES missions.partner(mission_id, organisation_id),
  constraint item_pkey PRIMARY KEY (id),
  constraint an_item_has_one_mission UNIQUE (id, mission_id)
);
CREATE INDEX item_by_mission ON programme.item USING btree (mission_id, starts_at);
CREATE INDEX item_by_vehicle ON programme.item USING btree (vehicle_id);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.item REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.item REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.item REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON programme.item FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_change_items for update to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organiser_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
create policy organisers_remove_items for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organiser_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
create policy partners_propose_items for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organiser_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
create policy partners_read_the_programme for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table programme.item_news (
  item_id uuid not null,
  mission_id uuid not null,
  number integer not null,
  were_invited boolean not null,
  are_invited boolean not null,
  member_ids uuid[] not null,
  constraint news_is_for_a_guest CHECK (were_invited OR are_invited),
  constraint news_is_for_somebody CHECK (cardinality(member_ids) > 0),
  constraint news_is_of_a_release FOREIGN KEY (mission_id, number) REFERENCES programme.release(mission_id, number) ON DELETE CASCADE,
  constraint news_is_of_an_item FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id) ON DELETE CASCADE,
  constraint a_release_tells_a_thing_once PRIMARY KEY (item_id, number, were_invited, are_invited)
);
CREATE INDEX item_news_by_release ON programme.item_news USING btree (mission_id, number);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_read_news for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: select

create table programme.item_version (
  item_id uuid not null,
  mission_id uuid not null,
  number integer not null,
  content jsonb not null,
  constraint a_version_is_of_a_release FOREIGN KEY (mission_id, number) REFERENCES programme.release(mission_id, number) ON DELETE CASCADE,
  constraint a_version_is_of_an_item FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id) ON DELETE CASCADE,
  constraint an_item_is_said_once_per_release PRIMARY KEY (item_id, number)
);
CREATE INDEX item_version_by_release ON programme.item_version USING btree (mission_id, number);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_read_versions for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: select

create table programme.member_sector (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  member_id uuid not null,
  theme_id uuid not null,
  constraint a_sector_is_chosen_by_who_sends_the_member FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint member_sector_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint member_sector_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES missions.theme(id),
  constraint member_sector_pkey PRIMARY KEY (id),
  constraint a_sector_is_followed_once UNIQUE (member_id, theme_id)
);
CREATE INDEX member_sector_by_mission ON programme.member_sector USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.member_sector REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.member_sector REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.member_sector REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_members_follow_sectors for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy own_members_leave_sectors for delete to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy partners_read_the_programme for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table programme.note (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  item_id uuid not null,
  body text not null,
  version integer not null default 1,
  constraint body_is_not_empty CHECK (btrim(body) <> ''::text),
  constraint a_note_on_an_item FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id) ON DELETE CASCADE,
  constraint note_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint note_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint note_pkey PRIMARY KEY (id),
  constraint one_note_per_organisation UNIQUE (item_id, organisation_id)
);
CREATE INDEX note_by_mission ON programme.note USING btree (mission_id, organisation_id);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.note REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.note REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.note REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON programme.note FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_notes for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table programme.placement (
  release_id uuid not null,
  mission_id uuid not null,
  item_id uuid not null,
  member_id uuid not null,
  period tstzrange not null,
  constraint a_placed_member_is_of_the_mission FOREIGN KEY (member_id, mission_id) REFERENCES delegations.member(id, mission_id),
  constraint a_placement_is_at_a_released_item FOREIGN KEY (release_id, item_id) REFERENCES programme.released_item(release_id, item_id) ON DELETE CASCADE,
  constraint placement_release_id_fkey FOREIGN KEY (release_id) REFERENCES programme.release(id) ON DELETE CASCADE,
  constraint an_item_is_attended_once PRIMARY KEY (release_id, item_id, member_id),
  constraint nobody_is_in_two_places_at_once EXCLUDE USING gist (release_id WITH =, member_id WITH =, period WITH &&)
);
CREATE INDEX placement_by_member ON programme.placement USING btree (member_id);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_read_placements for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: select

create view programme.pub_release with (security_invoker=true) as
 SELECT mission_id,
    number,
    released_at
   FROM programme.release r;
-- escale_keeper: select
-- escale_web: select

create table programme.public_item (
  item_id uuid not null,
  mission_id uuid not null,
  since integer not null,
  constraint since_is_a_release_or_none CHECK (since >= 0),
  constraint a_public_item_is_an_item FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id) ON DELETE CASCADE,
  constraint a_public_item_is_of_a_publication FOREIGN KEY (mission_id) REFERENCES programme.publication(mission_id) ON DELETE CASCADE,
  constraint public_item_pkey PRIMARY KEY (item_id)
);
CREATE INDEX public_item_by_mission ON programme.public_item USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.public_item REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.public_item REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.public_item REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_choose_what_is_public for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_take_back_what_is_public for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_read_what_is_public for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table programme.publication (
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  slug text not null,
  is_open boolean not null,
  version integer not null default 1,
  constraint slug_is_an_address CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text AND length(slug) >= 3 AND length(slug) <= 60),
  constraint publication_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint publication_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint publication_pkey PRIMARY KEY (mission_id),
  constraint an_address_serves_one_programme UNIQUE (slug)
);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.publication REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.publication REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.publication REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON programme.publication FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_change_the_publication for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_publish for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])));
create policy partners_read_the_publication for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table programme.release (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  number integer not null,
  name jsonb not null default '{}'::jsonb,
  note jsonb not null default '{}'::jsonb,
  digest bytea not null,
  item_count integer not null,
  concerned_count integer not null,
  released_by uuid default app.actor_account(),
  released_at timestamp with time zone not null,
  constraint counts_are_not_negative CHECK (item_count >= 0 AND concerned_count >= 0),
  constraint digest_has_32_bytes CHECK (octet_length(digest) = 32),
  constraint name_is_localized CHECK (app.is_localized(name)),
  constraint note_is_localized CHECK (app.is_localized(note)),
  constraint releases_count_from_one CHECK (number > 0),
  constraint release_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint release_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint release_pkey PRIMARY KEY (id),
  constraint a_release_has_one_mission UNIQUE (id, mission_id),
  constraint one_release_per_number UNIQUE (mission_id, number)
);
CREATE TRIGGER a_release_is_never_changed BEFORE DELETE OR UPDATE ON programme.release FOR EACH ROW EXECUTE FUNCTION app.refuse_change('a_release_is_never_changed');
CREATE TRIGGER journal_delete AFTER DELETE ON programme.release REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.release REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.release REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_release for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])));
create policy partners_read_releases for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table programme.release_content (
  release_id uuid not null,
  mission_id uuid not null,
  content text not null,
  constraint the_content_of_a_release FOREIGN KEY (release_id, mission_id) REFERENCES programme.release(id, mission_id) ON DELETE CASCADE,
  constraint release_content_pkey PRIMARY KEY (release_id)
);
CREATE TRIGGER a_released_text_is_never_changed BEFORE DELETE OR UPDATE ON programme.release_content FOR EACH ROW EXECUTE FUNCTION app.refuse_change('a_release_is_never_changed');
CREATE TRIGGER place_people AFTER INSERT ON programme.release_content FOR EACH ROW EXECUTE FUNCTION programme.place_people();
CREATE TRIGGER pockets_follow_releases AFTER INSERT ON programme.release_content FOR EACH ROW EXECUTE FUNCTION pocket.follow_release();
CREATE TRIGGER releases_keep_their_changes AFTER INSERT ON programme.release_content FOR EACH ROW EXECUTE FUNCTION programme.keep_changes_of_release();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_write_released_texts for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_read_released_texts for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table programme.released_item (
  release_id uuid not null,
  mission_id uuid not null,
  item_id uuid not null,
  constraint a_released_item_is_cancelled_not_removed FOREIGN KEY (item_id, mission_id) REFERENCES programme.item(id, mission_id),
  constraint released_item_release_id_fkey FOREIGN KEY (release_id) REFERENCES programme.release(id) ON DELETE CASCADE,
  constraint released_item_pkey PRIMARY KEY (release_id, item_id)
);
CREATE INDEX released_item_by_item ON programme.released_item USING btree (item_id);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_read_released_items for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: select

create table programme.track (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  "position" integer not null,
  name jsonb not null,
  constraint name_is_localized CHECK (app.is_localized(name) AND name <> '{}'::jsonb),
  constraint track_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint track_pkey PRIMARY KEY (id),
  constraint a_track_has_one_mission UNIQUE (id, mission_id),
  constraint one_track_per_position UNIQUE (mission_id, "position") DEFERRABLE INITIALLY DEFERRED
);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.track REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.track REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.track REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_tracks for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_change_tracks for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_tracks for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_read_the_programme for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table programme.travel_time (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  one_venue_id uuid not null,
  other_venue_id uuid not null,
  minutes integer not null,
  mode text not null,
  constraint minutes_are_of_one_day CHECK (minutes >= 0 AND minutes <= 1440),
  constraint mode_is_known CHECK (mode = ANY (ARRAY['walk'::text, 'coach'::text, 'car'::text, 'transit'::text, 'boat'::text, 'train'::text, 'flight'::text])),
  constraint two_places_in_one_order CHECK (one_venue_id < other_venue_id),
  constraint a_journey_arrives_at_a_venue FOREIGN KEY (other_venue_id, mission_id) REFERENCES programme.venue(id, mission_id) ON DELETE CASCADE,
  constraint a_journey_leaves_from_a_venue FOREIGN KEY (one_venue_id, mission_id) REFERENCES programme.venue(id, mission_id) ON DELETE CASCADE,
  constraint travel_time_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint travel_time_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint travel_time_pkey PRIMARY KEY (id),
  constraint one_travel_time_for_two_venues UNIQUE (one_venue_id, other_venue_id)
);
CREATE INDEX travel_time_by_mission ON programme.travel_time USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.travel_time REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.travel_time REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.travel_time REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_bring_their_own for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy partners_read_the_programme for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
create policy who_brought_it_or_organises_changes for update to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
create policy who_brought_it_or_organises_removes for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table programme.unavailability (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  member_id uuid,
  venue_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  time_zone text not null,
  constraint a_member_or_a_venue_is_unavailable CHECK ((member_id IS NULL) <> (venue_id IS NULL)),
  constraint an_unavailability_ends_after_it_starts CHECK (ends_at > starts_at),
  constraint zone_is_named CHECK (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'::text),
  constraint a_closed_venue_of_the_mission FOREIGN KEY (venue_id, mission_id) REFERENCES programme.venue(id, mission_id) ON DELETE CASCADE,
  constraint unavailability_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint unavailability_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint who_sends_a_member_says_when FOREIGN KEY (member_id, mission_id, organisation_id) REFERENCES delegations.member(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint unavailability_pkey PRIMARY KEY (id)
);
CREATE INDEX unavailability_by_member ON programme.unavailability USING btree (member_id);
CREATE INDEX unavailability_by_mission ON programme.unavailability USING btree (mission_id, starts_at);
CREATE INDEX unavailability_by_venue ON programme.unavailability USING btree (venue_id);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.unavailability REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.unavailability REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.unavailability REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_read_the_programme for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
create policy partners_say_when for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy who_said_it_or_organises_takes_it_back for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table programme.vehicle (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  name text not null,
  seats integer not null,
  constraint a_vehicle_is_named CHECK (name = btrim(name) AND length(name) >= 1 AND length(name) <= 100),
  constraint a_vehicle_seats_somebody CHECK (seats >= 1 AND seats <= 1000),
  constraint a_partner_brings_the_vehicle FOREIGN KEY (mission_id, organisation_id) REFERENCES missions.partner(mission_id, organisation_id),
  constraint vehicle_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint vehicle_pkey PRIMARY KEY (id),
  constraint a_vehicle_has_one_mission UNIQUE (id, mission_id),
  constraint one_vehicle_per_name UNIQUE (mission_id, name)
);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.vehicle REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.vehicle REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.vehicle REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_bring_their_own for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy partners_read_the_programme for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
create policy who_brought_it_or_organises_changes for update to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
create policy who_brought_it_or_organises_removes for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table programme.venue (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  leg_id uuid not null,
  name jsonb not null,
  address_local text not null default ''::text,
  address_latin text not null default ''::text,
  latitude double precision,
  longitude double precision,
  capacity integer,
  version integer not null default 1,
  constraint a_position_has_two_numbers CHECK ((latitude IS NULL) = (longitude IS NULL)),
  constraint a_position_is_on_earth CHECK (latitude >= '-90'::integer::double precision AND latitude <= 90::double precision AND longitude >= '-180'::integer::double precision AND longitude <= 180::double precision),
  constraint capacity_is_positive CHECK (capacity > 0),
  constraint name_is_localized CHECK (app.is_localized(name) AND name <> '{}'::jsonb),
  constraint a_leg_with_programme_stays FOREIGN KEY (leg_id, mission_id) REFERENCES missions.leg(id, mission_id),
  constraint venue_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint venue_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint venue_pkey PRIMARY KEY (id),
  constraint a_venue_has_one_mission UNIQUE (id, mission_id)
);
CREATE INDEX venue_by_mission ON programme.venue USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON programme.venue REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON programme.venue REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON programme.venue REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON programme.venue FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_bring_their_own for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[])));
create policy partners_read_the_programme for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
create policy who_brought_it_or_organises_changes for update to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
create policy who_brought_it_or_organises_removes for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_missions() AS actor_missions)::uuid[]))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table registration.application (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null,
  link_id uuid not null,
  link_kind text not null,
  state text not null default 'draft'::text,
  language text not null,
  given_name text not null default ''::text,
  family_name text not null default ''::text,
  category text,
  represents text,
  capacity text not null default ''::text,
  answers jsonb not null default '{}'::jsonb,
  secret_digest bytea not null,
  secret_turn integer not null default 1,
  request_digest bytea not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  verified_at timestamp with time zone,
  endorsed_at timestamp with time zone,
  waiting_since timestamp with time zone,
  decided_name text,
  reason text,
  member_id uuid,
  version integer not null default 1,
  constraint a_company_applies_in_its_name CHECK ((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR category <> 'company'::text OR btrim(COALESCE(represents, ''::text)) <> ''::text),
  constraint a_no_gives_its_reason CHECK ((state <> ALL (ARRAY['refused'::text, 'incomplete'::text])) OR btrim(COALESCE(reason, ''::text)) <> ''::text),
  constraint a_place_is_a_member CHECK (state <> 'approved'::text OR member_id IS NOT NULL),
  constraint answers_are_named CHECK (jsonb_typeof(answers) = 'object'::text),
  constraint category_is_known CHECK (category = ANY (ARRAY['elected'::text, 'staff'::text, 'guest'::text, 'company'::text, 'academic'::text, 'cultural'::text, 'press'::text, 'interpreter'::text])),
  constraint endorsed_before_a_place CHECK ((state <> ALL (ARRAY['endorsed'::text, 'waiting'::text, 'approved'::text])) OR endorsed_at IS NOT NULL),
  constraint language_is_known CHECK (language = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint nobody_applies_without_a_name CHECK ((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR btrim(given_name) <> ''::text AND btrim(family_name) <> ''::text AND category IS NOT NULL),
  constraint nothing_is_read_before_its_address_is_verified CHECK ((state = ANY (ARRAY['draft'::text, 'unverified'::text, 'withdrawn'::text])) OR verified_at IS NOT NULL),
  constraint state_is_known CHECK (state = ANY (ARRAY['draft'::text, 'unverified'::text, 'received'::text, 'incomplete'::text, 'endorsed'::text, 'waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])),
  constraint waits_since_a_moment CHECK ((state = 'waiting'::text) = (waiting_since IS NOT NULL)),
  constraint an_application_came_by_a_link FOREIGN KEY (link_id, link_kind, mission_id, organisation_id) REFERENCES registration.link(id, kind, mission_id, organisation_id),
  constraint application_member_id_fkey FOREIGN KEY (member_id) REFERENCES delegations.member(id),
  constraint application_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint application_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint application_pkey PRIMARY KEY (id),
  constraint an_application_has_one_sender UNIQUE (id, mission_id, organisation_id),
  constraint application_request_digest_key UNIQUE (request_digest),
  constraint application_secret_digest_key UNIQUE (secret_digest)
);
CREATE UNIQUE INDEX a_member_has_one_application ON registration.application USING btree (member_id) WHERE (state = 'approved'::text);
CREATE UNIQUE INDEX a_personal_link_serves_once ON registration.application USING btree (link_id) WHERE ((link_kind = 'personal'::text) AND (state <> 'withdrawn'::text));
CREATE INDEX application_by_link ON registration.application USING btree (link_id);
CREATE INDEX application_by_mission ON registration.application USING btree (mission_id, organisation_id, state);
CREATE TRIGGER each_step_has_who_may_take_it BEFORE UPDATE OF state ON registration.application FOR EACH ROW EXECUTE FUNCTION registration.check_step();
CREATE TRIGGER journal_delete AFTER DELETE ON registration.application REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON registration.application REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON registration.application REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER needs_go_with_the_place AFTER UPDATE OF state ON registration.application FOR EACH ROW WHEN (old.state = 'approved'::text AND new.state <> 'approved'::text) EXECUTE FUNCTION registration.forget_needs();
CREATE TRIGGER passport_goes_with_the_place AFTER UPDATE OF state ON registration.application FOR EACH ROW WHEN (old.state = 'approved'::text AND new.state <> 'approved'::text) EXECUTE FUNCTION registration.forget_passports();
CREATE TRIGGER version_rises BEFORE UPDATE ON registration.application FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_move_what_was_endorsed for update to escale_web
  using ((endorsed_at IS NOT NULL) AND (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])))
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_see_what_was_endorsed for select to escale_web
  using ((endorsed_at IS NOT NULL) AND (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])));
create policy senders_move_applications for update to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy senders_see_applications for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: select

create table registration.application_contact (
  id uuid not null default uuidv7(),
  application_id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null,
  email text,
  phone text,
  person_id uuid,
  verify_digest bytea,
  verify_expires_at timestamp with time zone,
  verify_sent_at timestamp with time zone,
  verify_count integer not null default 0,
  constraint email_is_lower_case CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$'::text),
  constraint phone_is_international CHECK (phone ~ '^\+\d{4,15}$'::text),
  constraint a_contact_belongs_to_its_application FOREIGN KEY (application_id, mission_id, organisation_id) REFERENCES registration.application(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint application_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id) ON DELETE SET NULL,
  constraint application_contact_pkey PRIMARY KEY (id),
  constraint application_contact_application_id_key UNIQUE (application_id),
  constraint application_contact_verify_digest_key UNIQUE (verify_digest)
);
CREATE TRIGGER journal_delete AFTER DELETE ON registration.application_contact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON registration.application_contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON registration.application_contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy senders_name_the_card for update to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy senders_see_contacts for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: select

create table registration.knock (
  id uuid not null default uuidv7(),
  link_id uuid not null,
  knocked_at timestamp with time zone not null,
  constraint knock_link_id_fkey FOREIGN KEY (link_id) REFERENCES registration.link(id) ON DELETE CASCADE,
  constraint knock_pkey PRIMARY KEY (id)
);
CREATE INDEX knock_by_link ON registration.knock USING btree (link_id, knocked_at);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update

create table registration.letter (
  id uuid not null default uuidv7(),
  application_id uuid not null,
  mission_id uuid not null,
  sender_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  kind text not null,
  language text not null,
  words jsonb not null,
  former_state text not null,
  former_waiting_since timestamp with time zone,
  decided_by uuid default app.actor_account(),
  written_at timestamp with time zone not null,
  leaves_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  undone_at timestamp with time zone,
  replaced_by uuid,
  constraint kind_is_known CHECK (kind = ANY (ARRAY['endorsed'::text, 'incomplete'::text, 'refused'::text, 'approved'::text, 'waiting'::text, 'promoted'::text, 'replaced'::text, 'substituted'::text])),
  constraint language_is_known CHECK (language = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint leaves_after_writing CHECK (leaves_at >= written_at),
  constraint sent_or_undone CHECK (num_nonnulls(sent_at, undone_at, replaced_by) <= 1),
  constraint a_letter_is_about_an_application FOREIGN KEY (application_id, mission_id, sender_id) REFERENCES registration.application(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint letter_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint letter_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES registration.letter(id) DEFERRABLE INITIALLY DEFERRED,
  constraint letter_pkey PRIMARY KEY (id)
);
CREATE INDEX letter_by_departure ON registration.letter USING btree (leaves_at) WHERE ((sent_at IS NULL) AND (undone_at IS NULL) AND (replaced_by IS NULL));
CREATE UNIQUE INDEX one_letter_waits_per_application ON registration.letter USING btree (application_id) WHERE ((sent_at IS NULL) AND (undone_at IS NULL) AND (replaced_by IS NULL));
CREATE TRIGGER a_letter_replaces_the_former BEFORE INSERT ON registration.letter FOR EACH ROW EXECUTE FUNCTION registration.replace_letters();
CREATE TRIGGER a_letter_undone_gives_it_back AFTER UPDATE OF undone_at ON registration.letter FOR EACH ROW WHEN (new.undone_at IS NOT NULL AND old.undone_at IS NULL) EXECUTE FUNCTION registration.replace_letters();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy readers_of_the_application_see_letters for select to escale_web
  using (application_id IN ( SELECT a.id
   FROM registration.application a));
create policy who_decided_holds_letters for update to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (sent_at IS NULL));
create policy who_decides_writes for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (application_id IN ( SELECT a.id
   FROM registration.application a)));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table registration.link (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  kind text not null,
  given_name text,
  family_name text,
  represents text,
  email text,
  language text not null,
  places integer not null,
  token_digest bytea not null,
  created_by uuid default app.actor_account(),
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  version integer not null default 1,
  constraint a_focal_point_names_its_organisation CHECK (kind <> 'focal_point'::text OR btrim(COALESCE(represents, ''::text)) <> ''::text),
  constraint a_link_serves_someone CHECK (places >= 1 AND places <= 500),
  constraint a_personal_link_names_one_person CHECK (kind <> 'personal'::text OR btrim(COALESCE(given_name, ''::text)) <> ''::text AND btrim(COALESCE(family_name, ''::text)) <> ''::text AND places = 1),
  constraint email_is_lower_case CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$'::text),
  constraint expires_after_creation CHECK (expires_at > created_at),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['personal'::text, 'focal_point'::text])),
  constraint language_is_known CHECK (language = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint link_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint link_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint link_pkey PRIMARY KEY (id),
  constraint a_link_stays_where_it_leads UNIQUE (id, kind, mission_id, organisation_id),
  constraint link_token_digest_key UNIQUE (token_digest)
);
CREATE INDEX link_by_mission ON registration.link USING btree (mission_id, organisation_id);
CREATE TRIGGER journal_delete AFTER DELETE ON registration.link REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON registration.link REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON registration.link REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON registration.link FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_links for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table registration.passport (
  id uuid not null default uuidv7(),
  application_id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null,
  key_id text not null,
  sealed bytea not null,
  expires_on date not null,
  written_at timestamp with time zone not null,
  constraint a_key_is_named CHECK (key_id ~ '^[A-Za-z0-9_-]{1,32}$'::text),
  constraint a_passport_is_sealed CHECK (octet_length(sealed) > 28),
  constraint a_passport_is_of_an_application FOREIGN KEY (application_id, mission_id, organisation_id) REFERENCES registration.application(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint passport_pkey PRIMARY KEY (id),
  constraint passport_application_id_key UNIQUE (application_id)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update

create table registration.passport_ask (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  country character(2) not null,
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint passport_ask_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint passport_ask_pkey PRIMARY KEY (id),
  constraint a_destination_is_asked_once UNIQUE (mission_id, country)
);
CREATE TRIGGER a_passport_is_asked_for_a_destination BEFORE INSERT ON registration.passport_ask FOR EACH ROW EXECUTE FUNCTION registration.check_passport_ask();
CREATE TRIGGER journal_delete AFTER DELETE ON registration.passport_ask REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON registration.passport_ask REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON registration.passport_ask REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER passports_go_with_the_last_ask AFTER DELETE ON registration.passport_ask FOR EACH ROW EXECUTE FUNCTION registration.forget_passports();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_ask for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_ask_no_longer for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_what_is_asked for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table registration.passport_reader (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  rank smallint not null,
  account_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  constraint a_reader_has_a_name CHECK (btrim(name) <> ''::text),
  constraint two_people_at_most_read_passports CHECK (rank >= 1 AND rank <= 2),
  constraint passport_reader_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint passport_reader_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint passport_reader_pkey PRIMARY KEY (id),
  constraint a_reader_is_named_once UNIQUE (mission_id, account_id),
  constraint one_reader_per_rank UNIQUE (mission_id, rank)
);
CREATE TRIGGER a_reader_is_of_the_lead_or_of_a_partner BEFORE INSERT OR UPDATE ON registration.passport_reader FOR EACH ROW EXECUTE FUNCTION registration.check_passport_reader();
CREATE TRIGGER journal_delete AFTER DELETE ON registration.passport_reader REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON registration.passport_reader REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON registration.passport_reader REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_see_who_reads for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
create policy the_lead_takes_the_right_back for delete to escale_web
  using ((mission_id IN ( SELECT m.id
   FROM missions.mission m
  WHERE (m.lead_organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)))) AND (( SELECT app.actor_roles() AS actor_roles) && ARRAY['administrator'::text, 'officer'::text]));
-- escale_keeper: delete insert select update
-- escale_web: delete select

create table registration.passport_reading (
  id uuid not null default uuidv7(),
  application_id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null,
  account_id uuid not null,
  reader_name text not null,
  reader_organisation text not null,
  purpose text not null,
  read_at timestamp with time zone not null,
  constraint purpose_is_known CHECK (purpose = ANY (ARRAY['page'::text, 'consulate_list'::text])),
  constraint a_reading_is_of_an_application FOREIGN KEY (application_id, mission_id, organisation_id) REFERENCES registration.application(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint passport_reading_pkey PRIMARY KEY (id)
);
CREATE INDEX passport_reading_by_application ON registration.passport_reading USING btree (application_id, read_at);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy who_sends_the_person_sees_readings for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: select

create view registration.place_count with (security_barrier=true) as
 SELECT p.mission_id,
    p.organisation_id,
    q.places,
    COALESCE(q.version, 0) AS version,
    ( SELECT count(*)::integer AS count
           FROM delegations.member m
          WHERE m.mission_id = p.mission_id AND m.organisation_id = p.organisation_id AND m.state = 'registered'::text) AS taken,
    ( SELECT count(*)::integer AS count
           FROM registration.application a
          WHERE a.mission_id = p.mission_id AND a.organisation_id = p.organisation_id AND a.state = 'waiting'::text) AS waiting,
    ( SELECT count(*)::integer AS count
           FROM registration.application a
          WHERE a.mission_id = p.mission_id AND a.organisation_id = p.organisation_id AND a.state = 'approved'::text) AS by_application
   FROM missions.partner p
     LEFT JOIN registration.quota q ON q.mission_id = p.mission_id AND q.organisation_id = p.organisation_id
  WHERE p.left_at IS NULL AND ((p.mission_id = ANY ((( SELECT missions.actor_led_missions() AS actor_led_missions))::uuid[])) OR p.organisation_id = (( SELECT app.actor_organisation() AS actor_organisation)) AND (p.mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_web: select

create table registration.purge (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null,
  subject text not null,
  row_count integer not null,
  kept_until date not null,
  ground text not null,
  purged_at timestamp with time zone not null,
  constraint a_purge_erased_something CHECK (row_count > 0),
  constraint subject_is_known CHECK (subject = ANY (ARRAY['begun'::text, 'health'::text, 'travel'::text, 'passport'::text, 'reading'::text])),
  constraint purge_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint purge_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint purge_pkey PRIMARY KEY (id)
);
CREATE INDEX purge_by_organisation ON registration.purge USING btree (organisation_id, purged_at DESC);
CREATE TRIGGER journal_delete AFTER DELETE ON registration.purge REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON registration.purge REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON registration.purge REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy administrators_see_what_was_erased for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (( SELECT app.actor_roles() AS actor_roles) && ARRAY['administrator'::text]));
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update
-- escale_web: select

create table registration.quota (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null,
  places integer not null,
  version integer not null default 1,
  constraint places_are_few_enough CHECK (places >= 0 AND places <= 10000),
  constraint a_quota_is_for_a_partner FOREIGN KEY (mission_id, organisation_id) REFERENCES missions.partner(mission_id, organisation_id) ON DELETE CASCADE,
  constraint quota_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint quota_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint quota_pkey PRIMARY KEY (id),
  constraint one_quota_per_partner UNIQUE (mission_id, organisation_id)
);
CREATE TRIGGER hold_places BEFORE INSERT OR UPDATE ON registration.quota FOR EACH ROW EXECUTE FUNCTION registration.hold_places_of_row();
CREATE TRIGGER journal_delete AFTER DELETE ON registration.quota REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON registration.quota REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON registration.quota REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER quota_covers_who_travels AFTER INSERT OR UPDATE ON registration.quota FOR EACH ROW EXECUTE FUNCTION registration.check_quota();
CREATE TRIGGER version_rises BEFORE UPDATE ON registration.quota FOR EACH ROW EXECUTE FUNCTION app.raise_version();
CREATE TRIGGER waiting_list_follows_quota AFTER DELETE OR UPDATE ON registration.quota FOR EACH ROW EXECUTE FUNCTION registration.follow_quota();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_add_quotas for insert to escale_web
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_change_quotas for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_remove_quotas for delete to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_see_quotas for select to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_their_own_quota for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table registration.retention_rule (
  subject text not null,
  valid_from date not null,
  days integer not null,
  ground text not null,
  constraint ground_is_told CHECK (btrim(ground) <> ''::text),
  constraint kept_a_while_at_most CHECK (days >= 0 AND days <= 3650),
  constraint subject_is_known CHECK (subject = ANY (ARRAY['begun'::text, 'health'::text, 'travel'::text, 'passport'::text, 'reading'::text])),
  constraint retention_rule_pkey PRIMARY KEY (subject, valid_from)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table registration.substitution (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null,
  former_id uuid not null,
  successor_id uuid not null,
  former_decided_name text,
  successor_was text not null,
  successor_waiting_since timestamp with time zone,
  successor_endorsed_at timestamp with time zone,
  made_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint a_place_goes_to_someone_else CHECK (former_id <> successor_id),
  constraint a_place_leaves_an_application FOREIGN KEY (former_id, mission_id, organisation_id) REFERENCES registration.application(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint a_place_stays_with_its_sender FOREIGN KEY (successor_id, mission_id, organisation_id) REFERENCES registration.application(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint substitution_pkey PRIMARY KEY (id)
);
CREATE INDEX substitution_by_former ON registration.substitution USING btree (former_id);
CREATE INDEX substitution_by_successor ON registration.substitution USING btree (successor_id);
CREATE TRIGGER a_frozen_delegation_changes_by_request BEFORE INSERT ON registration.substitution FOR EACH ROW EXECUTE FUNCTION registration.guard_substitution();
CREATE TRIGGER journal_delete AFTER DELETE ON registration.substitution REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON registration.substitution REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON registration.substitution REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy senders_see_substitutions for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: select

create table registration.substitution_ask (
  id uuid not null default uuidv7(),
  request_id uuid not null,
  former_id uuid not null,
  successor_id uuid not null,
  words jsonb,
  secret_digest bytea,
  reason text not null,
  letters jsonb not null,
  constraint a_person_named_has_a_page CHECK ((words IS NULL) = (secret_digest IS NULL)),
  constraint a_place_goes_for_a_reason CHECK (btrim(reason) <> ''::text),
  constraint substitution_ask_former_id_fkey FOREIGN KEY (former_id) REFERENCES registration.application(id) ON DELETE CASCADE,
  constraint substitution_ask_request_id_fkey FOREIGN KEY (request_id) REFERENCES delegations.change_request(id) ON DELETE CASCADE,
  constraint substitution_ask_pkey PRIMARY KEY (id),
  constraint substitution_ask_request_id_key UNIQUE (request_id)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update

create table registration.travel_needs (
  id uuid not null default uuidv7(),
  application_id uuid not null,
  mission_id uuid not null,
  organisation_id uuid not null,
  wishes text not null default ''::text,
  rooming text not null default ''::text,
  diet text not null default ''::text,
  access text not null default ''::text,
  written_at timestamp with time zone not null,
  health_erased_at timestamp with time zone,
  constraint needs_are_short CHECK (GREATEST(length(wishes), length(rooming), length(diet), length(access)) <= 2000),
  constraint what_was_erased_stays_empty CHECK (health_erased_at IS NULL OR diet = ''::text AND access = ''::text),
  constraint needs_belong_to_an_application FOREIGN KEY (application_id, mission_id, organisation_id) REFERENCES registration.application(id, mission_id, organisation_id) ON DELETE CASCADE,
  constraint travel_needs_pkey PRIMARY KEY (id),
  constraint travel_needs_application_id_key UNIQUE (application_id)
);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy who_prepares_the_journey_reads_needs for select to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (( SELECT app.actor_roles() AS actor_roles) && ARRAY['administrator'::text, 'officer'::text]));
-- escale_keeper: delete insert select update
-- escale_web: select

create table relations.exchange (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  city_id uuid not null,
  kind text not null,
  direction text,
  on_day date not null,
  subject text not null,
  with_whom text not null default ''::text,
  person_id uuid,
  constraint day_is_plausible CHECK (on_day > '1800-01-01'::date AND on_day < '2200-01-01'::date),
  constraint direction_is_known CHECK (direction = ANY (ARRAY['sent'::text, 'received'::text])),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['letter'::text, 'call'::text, 'meeting'::text, 'event'::text])),
  constraint letters_have_a_sender CHECK ((kind = ANY (ARRAY['letter'::text, 'call'::text])) = (direction IS NOT NULL)),
  constraint subject_is_not_empty CHECK (btrim(subject) <> ''::text),
  constraint exchange_city_id_fkey FOREIGN KEY (city_id) REFERENCES directory.city(id),
  constraint exchange_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint exchange_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id) ON DELETE SET NULL,
  constraint exchange_pkey PRIMARY KEY (id)
);
CREATE INDEX exchange_by_city ON relations.exchange USING btree (organisation_id, city_id, on_day);
CREATE INDEX exchange_by_person ON relations.exchange USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE TRIGGER journal_delete AFTER DELETE ON relations.exchange REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON relations.exchange REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON relations.exchange REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_exchanges for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND ((person_id IS NULL) OR (EXISTS ( SELECT
   FROM directory.person p
  WHERE (p.id = exchange.person_id)))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table relations.fact (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  city_id uuid not null,
  label jsonb not null,
  value text not null,
  qualifier text not null default 'exact'::text,
  year integer not null,
  scope jsonb not null default '{}'::jsonb,
  source text not null,
  constraint a_fact_names_its_source CHECK (btrim(source) <> ''::text),
  constraint label_is_localized CHECK (app.is_localized(label) AND label <> '{}'::jsonb),
  constraint qualifier_is_known CHECK (qualifier = ANY (ARRAY['exact'::text, 'atLeast'::text, 'about'::text])),
  constraint scope_is_localized CHECK (app.is_localized(scope)),
  constraint value_is_not_empty CHECK (btrim(value) <> ''::text),
  constraint year_is_plausible CHECK (year >= 1000 AND year <= 2200),
  constraint fact_city_id_fkey FOREIGN KEY (city_id) REFERENCES directory.city(id),
  constraint fact_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint fact_pkey PRIMARY KEY (id),
  constraint a_source_says_it_once UNIQUE (organisation_id, city_id, label, scope, year, source)
);
CREATE INDEX fact_by_city ON relations.fact USING btree (organisation_id, city_id);
CREATE TRIGGER journal_delete AFTER DELETE ON relations.fact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON relations.fact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON relations.fact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_facts for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table relations.membership (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  network_code text not null,
  city_id uuid,
  role text not null default 'member'::text,
  detail jsonb not null default '{}'::jsonb,
  since_year integer,
  until_year integer,
  source text not null,
  constraint a_membership_names_its_source CHECK (btrim(source) <> ''::text),
  constraint detail_is_localized CHECK (app.is_localized(detail)),
  constraint role_is_known CHECK (role = ANY (ARRAY['member'::text, 'board'::text, 'commission_chair'::text, 'vice_president'::text, 'president'::text])),
  constraint until_follows_since CHECK (until_year >= since_year),
  constraint years_are_plausible CHECK (since_year >= 1800 AND since_year <= 2200 AND until_year >= 1800 AND until_year <= 2200),
  constraint membership_city_id_fkey FOREIGN KEY (city_id) REFERENCES directory.city(id),
  constraint membership_network_code_fkey FOREIGN KEY (network_code) REFERENCES relations.network(code),
  constraint membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint membership_pkey PRIMARY KEY (id),
  constraint a_role_is_told_once UNIQUE NULLS NOT DISTINCT (organisation_id, network_code, city_id, role, detail)
);
CREATE TRIGGER journal_delete AFTER DELETE ON relations.membership REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON relations.membership REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON relations.membership REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_memberships for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table relations.network (
  code text not null,
  name jsonb not null,
  constraint code_is_plain CHECK (code ~ '^[a-z_]{1,40}$'::text),
  constraint name_is_localized CHECK (app.is_localized(name) AND name <> '{}'::jsonb),
  constraint network_pkey PRIMARY KEY (code)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table strategy.destination (
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  destination_limit integer not null,
  number integer not null,
  city_id uuid,
  city_name jsonb not null default '{}'::jsonb,
  city_key text not null generated always as (app.fold(btrim(COALESCE((city_name ->> 'fr'::text), (city_name ->> 'en'::text), ''::text)))) stored,
  country character(2) not null,
  justification text not null default ''::text,
  shared_with_id uuid,
  version integer not null default 1,
  constraint beyond_the_limit_is_justified CHECK (number <= destination_limit OR btrim(justification) <> ''::text),
  constraint city_name_is_localized CHECK (app.is_localized(city_name)),
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint number_starts_at_one CHECK (number > 0),
  constraint shared_with_another CHECK (shared_with_id <> organisation_id),
  constraint destination_city_id_fkey FOREIGN KEY (city_id) REFERENCES directory.city(id),
  constraint destination_of_an_own_plan FOREIGN KEY (plan_id, organisation_id, destination_limit) REFERENCES strategy.plan(id, organisation_id, destination_limit) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint destination_shared_with_id_fkey FOREIGN KEY (shared_with_id) REFERENCES directory.organisation(id),
  constraint destination_pkey PRIMARY KEY (id),
  constraint a_destination_is_named_once UNIQUE (plan_id, country, city_key),
  constraint destinations_are_numbered UNIQUE (plan_id, number),
  constraint one_plan_per_destination UNIQUE (id, plan_id)
);
CREATE TRIGGER an_archived_strategy_is_kept BEFORE INSERT OR DELETE OR UPDATE OF justification ON strategy.destination FOR EACH ROW EXECUTE FUNCTION strategy.keep_archived();
CREATE TRIGGER journal_delete AFTER DELETE ON strategy.destination REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON strategy.destination REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON strategy.destination REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON strategy.destination FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_destination for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table strategy.field (
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  objective_id uuid,
  kind text not null,
  label jsonb not null,
  label_key text not null generated always as (app.fold(btrim(COALESCE((label ->> 'fr'::text), (label ->> 'en'::text), (label)::text)))) stored,
  weight integer not null default 1,
  constraint a_preference_weighs CHECK (weight >= 1 AND weight <= 5),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['theme'::text, 'sector'::text])),
  constraint label_is_localized CHECK (app.is_localized(label) AND label <> '{}'::jsonb),
  constraint field_of_an_objective FOREIGN KEY (objective_id, plan_id) REFERENCES strategy.objective(id, plan_id) ON DELETE SET NULL (objective_id),
  constraint field_of_an_own_plan FOREIGN KEY (plan_id, organisation_id) REFERENCES strategy.plan(id, organisation_id) ON DELETE CASCADE,
  constraint field_pkey PRIMARY KEY (id),
  constraint a_field_is_named_once UNIQUE (plan_id, kind, label_key)
);
CREATE INDEX field_by_objective ON strategy.field USING btree (objective_id);
CREATE TRIGGER an_archived_strategy_is_kept BEFORE INSERT OR DELETE OR UPDATE ON strategy.field FOR EACH ROW EXECUTE FUNCTION strategy.keep_archived();
CREATE TRIGGER journal_delete AFTER DELETE ON strategy.field REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON strategy.field REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON strategy.field REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_field for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table strategy.objective (
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  "position" integer not null,
  title jsonb not null,
  version integer not null default 1,
  constraint title_is_localized CHECK (app.is_localized(title) AND title <> '{}'::jsonb),
  constraint objective_of_an_own_plan FOREIGN KEY (plan_id, organisation_id) REFERENCES strategy.plan(id, organisation_id) ON DELETE CASCADE,
  constraint objective_pkey PRIMARY KEY (id),
  constraint one_objective_per_position UNIQUE (plan_id, "position"),
  constraint one_owner_of_an_objective UNIQUE (id, organisation_id),
  constraint one_plan_per_objective UNIQUE (id, plan_id)
);
CREATE TRIGGER an_archived_strategy_is_kept BEFORE INSERT OR DELETE OR UPDATE ON strategy.objective FOR EACH ROW EXECUTE FUNCTION strategy.keep_archived();
CREATE TRIGGER journal_delete AFTER DELETE ON strategy.objective REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON strategy.objective REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON strategy.objective REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON strategy.objective FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_objective for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table strategy.plan (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  title jsonb not null,
  purpose jsonb not null default '{}'::jsonb,
  source text not null default ''::text,
  from_year integer not null,
  to_year integer not null,
  destination_limit integer not null,
  version integer not null default 1,
  archived_on date,
  constraint a_period_has_years CHECK (from_year >= 1900 AND from_year <= 2200 AND to_year >= from_year AND to_year <= 2200),
  constraint destinations_are_limited CHECK (destination_limit >= 1 AND destination_limit <= 250),
  constraint purpose_is_localized CHECK (app.is_localized(purpose)),
  constraint title_is_localized CHECK (app.is_localized(title) AND title <> '{}'::jsonb),
  constraint plan_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint plan_pkey PRIMARY KEY (id),
  constraint one_owner_of_a_plan UNIQUE (id, organisation_id),
  constraint what_a_destination_follows UNIQUE (id, organisation_id, destination_limit),
  constraint what_a_target_follows UNIQUE (id, organisation_id, from_year, to_year),
  constraint one_strategy_a_year EXCLUDE USING gist (organisation_id WITH =, int4range(from_year, to_year, '[]'::text) WITH &&) WHERE (archived_on IS NULL)
);
CREATE TRIGGER an_archived_strategy_is_kept BEFORE UPDATE ON strategy.plan FOR EACH ROW WHEN (old.archived_on IS NOT NULL AND new.archived_on IS NOT NULL) EXECUTE FUNCTION strategy.keep_archived_plan();
CREATE TRIGGER journal_delete AFTER DELETE ON strategy.plan REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON strategy.plan REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON strategy.plan REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON strategy.plan FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_plan for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table strategy.review (
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  from_year integer not null,
  to_year integer not null,
  year integer not null,
  opening jsonb not null,
  findings jsonb not null,
  outlook jsonb not null,
  version integer not null default 1,
  constraint a_review_is_in_its_period CHECK (year >= from_year AND year <= to_year),
  constraint findings_is_localized CHECK (app.is_localized(findings)),
  constraint opening_is_localized CHECK (app.is_localized(opening)),
  constraint outlook_is_localized CHECK (app.is_localized(outlook)),
  constraint review_of_an_own_plan FOREIGN KEY (plan_id, organisation_id, from_year, to_year) REFERENCES strategy.plan(id, organisation_id, from_year, to_year) ON UPDATE CASCADE,
  constraint review_pkey PRIMARY KEY (id),
  constraint one_review_a_year UNIQUE (plan_id, year)
);
CREATE TRIGGER an_archived_strategy_is_kept BEFORE INSERT OR DELETE OR UPDATE ON strategy.review FOR EACH ROW EXECUTE FUNCTION strategy.keep_archived();
CREATE TRIGGER journal_delete AFTER DELETE ON strategy.review REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON strategy.review REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON strategy.review REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON strategy.review FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_review for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table strategy.target (
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  from_year integer not null,
  to_year integer not null,
  destination_id uuid,
  objective_id uuid,
  year integer not null,
  measure text not null,
  planned integer not null,
  constraint a_target_is_in_its_period CHECK (year >= from_year AND year <= to_year),
  constraint a_target_is_of_one_thing CHECK (num_nonnulls(destination_id, objective_id) = 1),
  constraint measure_is_known CHECK (measure = ANY (ARRAY['missions'::text, 'visits'::text, 'events'::text, 'agreements'::text])),
  constraint planned_is_counted CHECK (planned >= 0 AND planned <= 1000),
  constraint target_of_a_destination FOREIGN KEY (destination_id, plan_id) REFERENCES strategy.destination(id, plan_id) ON DELETE CASCADE,
  constraint target_of_an_objective FOREIGN KEY (objective_id, plan_id) REFERENCES strategy.objective(id, plan_id) ON DELETE CASCADE,
  constraint target_of_an_own_plan FOREIGN KEY (plan_id, organisation_id, from_year, to_year) REFERENCES strategy.plan(id, organisation_id, from_year, to_year) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint target_pkey PRIMARY KEY (id),
  constraint a_target_is_set_once UNIQUE NULLS NOT DISTINCT (plan_id, destination_id, objective_id, year, measure)
);
CREATE INDEX target_by_destination ON strategy.target USING btree (destination_id);
CREATE INDEX target_by_objective ON strategy.target USING btree (objective_id);
CREATE TRIGGER an_archived_strategy_is_kept BEFORE INSERT OR DELETE OR UPDATE ON strategy.target FOR EACH ROW EXECUTE FUNCTION strategy.keep_archived();
CREATE TRIGGER journal_delete AFTER DELETE ON strategy.target REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON strategy.target REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON strategy.target REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_target for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table strategy.tie (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  objective_id uuid not null,
  mission_id uuid,
  agreement_id uuid,
  constraint a_tie_is_of_one_thing CHECK (num_nonnulls(mission_id, agreement_id) = 1),
  constraint tie_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements.agreement(id) ON DELETE CASCADE,
  constraint tie_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint tie_to_an_own_objective FOREIGN KEY (objective_id, organisation_id) REFERENCES strategy.objective(id, organisation_id),
  constraint tie_pkey PRIMARY KEY (id),
  constraint a_thing_is_tied_once UNIQUE NULLS NOT DISTINCT (objective_id, mission_id, agreement_id)
);
CREATE INDEX tie_by_agreement ON strategy.tie USING btree (agreement_id);
CREATE INDEX tie_by_mission ON strategy.tie USING btree (mission_id);
CREATE TRIGGER an_archived_strategy_is_kept AFTER INSERT ON strategy.tie FOR EACH ROW EXECUTE FUNCTION strategy.offer_open_objectives();
CREATE TRIGGER journal_delete AFTER DELETE ON strategy.tie REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON strategy.tie REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON strategy.tie REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_tie for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND ((mission_id IS NULL) OR (mission_id IN ( SELECT missions.actor_seats() AS actor_seats))) AND ((agreement_id IS NULL) OR (agreement_id IN ( SELECT pub_agreement.id
   FROM agreements.pub_agreement))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table visits.criterion (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  kind text not null,
  value text not null default ''::text,
  reason jsonb not null,
  weight integer not null,
  partner text not null default ''::text,
  valid_from date,
  valid_to date,
  version integer not null default 1,
  constraint a_criterion_has_its_value CHECK ((kind = 'known'::text) = (btrim(value) = ''::text)),
  constraint a_size_is_a_number CHECK (kind <> 'size'::text OR value ~ '^[1-9][0-9]{0,3}$'::text),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['country'::text, 'city'::text, 'topic'::text, 'asker'::text, 'size'::text, 'known'::text])),
  constraint reason_is_localized CHECK (app.is_localized(reason) AND reason <> '{}'::jsonb),
  constraint valid_dates_are_in_order CHECK (valid_to >= valid_from),
  constraint weight_is_moderate CHECK (weight >= '-5'::integer AND weight <= 5 AND weight <> 0),
  constraint criterion_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint criterion_pkey PRIMARY KEY (id)
);
CREATE INDEX criterion_by_organisation ON visits.criterion USING btree (organisation_id);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.criterion REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.criterion REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.criterion REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON visits.criterion FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_rows for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table visits.desk (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  slug text not null,
  is_open boolean not null default false,
  welcome jsonb not null default '{}'::jsonb,
  strong_from integer not null default 4,
  version integer not null default 1,
  constraint slug_is_an_address CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text AND length(slug) >= 3 AND length(slug) <= 60),
  constraint strong_interest_is_a_sum CHECK (strong_from >= 1 AND strong_from <= 100),
  constraint welcome_is_localized CHECK (app.is_localized(welcome)),
  constraint desk_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint desk_pkey PRIMARY KEY (id),
  constraint an_address_serves_one_desk UNIQUE (slug),
  constraint one_desk_per_organisation UNIQUE (organisation_id)
);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.desk REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.desk REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.desk REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON visits.desk FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_rows for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table visits.gift (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  mission_id uuid,
  direction text not null,
  on_day date not null,
  description text not null,
  giver text not null,
  recipient text not null,
  value_cents bigint not null,
  qualifier text not null,
  threshold_cents bigint,
  disposition text not null default 'to_settle'::text,
  declared_on date,
  kept_where text not null default ''::text,
  version integer not null default 1,
  constraint a_gift_given_is_settled CHECK (direction = 'received'::text OR disposition = 'handed_over'::text),
  constraint description_is_not_empty CHECK (btrim(description) <> ''::text),
  constraint direction_is_known CHECK (direction = ANY (ARRAY['received'::text, 'given'::text])),
  constraint disposition_is_known CHECK (disposition = ANY (ARRAY['to_settle'::text, 'kept'::text, 'handed_over'::text, 'returned'::text])),
  constraint giver_and_recipient_are_named CHECK (btrim(giver) <> ''::text AND btrim(recipient) <> ''::text),
  constraint handed_over_somewhere CHECK (direction = 'given'::text OR disposition <> 'handed_over'::text OR btrim(kept_where) <> ''::text),
  constraint over_the_threshold_is_declared CHECK (direction = 'given'::text OR disposition = 'to_settle'::text OR value_cents <= threshold_cents OR declared_on IS NOT NULL),
  constraint over_the_threshold_is_not_kept CHECK (direction = 'given'::text OR disposition <> 'kept'::text OR value_cents <= threshold_cents),
  constraint qualifier_is_known CHECK (qualifier = ANY (ARRAY['exact'::text, 'atLeast'::text, 'about'::text])),
  constraint value_is_not_negative CHECK (value_cents >= 0),
  constraint gift_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id),
  constraint gift_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint gift_pkey PRIMARY KEY (id)
);
CREATE INDEX gift_by_organisation ON visits.gift USING btree (organisation_id, on_day DESC);
CREATE TRIGGER gift_follows_the_rule_of_its_day BEFORE INSERT OR UPDATE ON visits.gift FOR EACH ROW EXECUTE FUNCTION visits.apply_gift_rule();
CREATE TRIGGER journal_delete AFTER DELETE ON visits.gift REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.gift REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.gift REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON visits.gift FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_gifts for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND ((mission_id IS NULL) OR (mission_id IN ( SELECT missions.actor_seats() AS actor_seats))));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table visits.gift_rule (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  threshold_cents bigint not null,
  valid_from date,
  valid_to date,
  source text not null,
  constraint source_is_given CHECK (btrim(source) <> ''::text),
  constraint threshold_is_not_negative CHECK (threshold_cents >= 0),
  constraint valid_dates_are_in_order CHECK (valid_to >= valid_from),
  constraint gift_rule_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint gift_rule_pkey PRIMARY KEY (id),
  constraint one_rule_at_a_time EXCLUDE USING gist (organisation_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.gift_rule REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.gift_rule REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.gift_rule REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_rules for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table visits.greeting (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  day date not null,
  at_time text not null,
  what jsonb not null,
  place text not null,
  greeter text not null,
  greeter_phone text not null default ''::text,
  car text not null default ''::text,
  version integer not null default 1,
  constraint at_time_is_a_time CHECK (at_time ~ '^([01]\d|2[0-3]):[0-5]\d$'::text),
  constraint greeter_is_named CHECK (btrim(greeter) <> ''::text),
  constraint place_is_not_empty CHECK (btrim(place) <> ''::text),
  constraint what_is_localized CHECK (app.is_localized(what) AND what <> '{}'::jsonb),
  constraint greeting_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint greeting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint greeting_pkey PRIMARY KEY (id)
);
CREATE INDEX greeting_by_mission ON visits.greeting USING btree (mission_id, day, at_time);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.greeting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.greeting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.greeting REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON visits.greeting FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_greet for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
create policy partners_see_greetings for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
create policy who_greets_withdraws for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table visits.guest (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  side text not null,
  name text not null,
  title text not null default ''::text,
  rank_code text not null,
  since_on date,
  invites boolean not null default false,
  interprets_for uuid,
  equivalence_id uuid,
  constraint a_host_invites CHECK (NOT invites OR side = 'host'::text),
  constraint name_is_not_empty CHECK (btrim(name) <> ''::text),
  constraint nobody_interprets_for_oneself CHECK (interprets_for <> id),
  constraint side_is_known CHECK (side = ANY (ARRAY['host'::text, 'visitor'::text])),
  constraint a_guest_has_a_rank FOREIGN KEY (rank_code) REFERENCES visits.rank(code),
  constraint a_guest_has_the_rank_of_its_title FOREIGN KEY (equivalence_id, organisation_id, rank_code) REFERENCES visits.title_equivalence(id, organisation_id, rank_code) ON UPDATE CASCADE,
  constraint guest_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint guest_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint one_interprets_for_a_guest_of_the_mission FOREIGN KEY (interprets_for, mission_id) REFERENCES visits.guest(id, mission_id) ON DELETE SET NULL (interprets_for),
  constraint guest_pkey PRIMARY KEY (id),
  constraint a_guest_is_listed_once UNIQUE (mission_id, side, name),
  constraint a_guest_is_of_one_mission UNIQUE (id, mission_id)
);
CREATE INDEX guest_by_equivalence ON visits.guest USING btree (equivalence_id, organisation_id, rank_code);
CREATE INDEX guest_by_interpreted ON visits.guest USING btree (interprets_for, mission_id);
CREATE UNIQUE INDEX one_authority_invites ON visits.guest USING btree (mission_id) WHERE invites;
CREATE TRIGGER journal_delete AFTER DELETE ON visits.guest REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.guest REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.guest REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy partners_list_guests for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((NOT invites) OR (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]))));
create policy partners_see_guests for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
create policy who_listed_removes for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) OR ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table visits.kept_apart (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  guest_id uuid not null,
  other_id uuid not null,
  extent text not null,
  constraint a_pair_is_written_one_way CHECK (guest_id < other_id),
  constraint extent_is_known CHECK (extent = ANY (ARRAY['neighbours'::text, 'table'::text])),
  constraint a_listed_guest_is_apart FOREIGN KEY (guest_id, mission_id) REFERENCES visits.guest(id, mission_id) ON DELETE CASCADE,
  constraint from_a_listed_guest FOREIGN KEY (other_id, mission_id) REFERENCES visits.guest(id, mission_id) ON DELETE CASCADE,
  constraint kept_apart_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint kept_apart_pkey PRIMARY KEY (id),
  constraint a_pair_is_kept_apart_once UNIQUE (organisation_id, guest_id, other_id)
);
CREATE INDEX kept_apart_by_guest ON visits.kept_apart USING btree (guest_id, mission_id);
CREATE INDEX kept_apart_by_other ON visits.kept_apart USING btree (other_id, mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.kept_apart REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.kept_apart REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.kept_apart REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_confidences for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table visits.knock (
  id uuid not null default uuidv7(),
  organisation_id uuid not null,
  network_digest bytea not null,
  knocked_at timestamp with time zone not null,
  constraint digest_has_32_bytes CHECK (octet_length(network_digest) = 32),
  constraint knock_pkey PRIMARY KEY (id)
);
CREATE INDEX knock_by_age ON visits.knock USING btree (organisation_id, knocked_at);
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
-- escale_keeper: delete insert select update

create table visits.letter (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  request_id uuid not null,
  kind text not null,
  language text not null,
  recipient text not null,
  email text,
  subject text not null,
  body text not null,
  written_on date not null,
  written_by_name text not null,
  is_sent boolean not null,
  constraint body_is_not_empty CHECK (btrim(body) <> ''::text),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['accepted'::text, 'redirected'::text, 'declined'::text, 'thanks'::text])),
  constraint language_is_known CHECK (language = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint subject_is_not_empty CHECK (btrim(subject) <> ''::text),
  constraint what_is_sent_has_an_address CHECK (NOT is_sent OR email IS NOT NULL),
  constraint a_letter_answers_a_request FOREIGN KEY (request_id, organisation_id) REFERENCES visits.request(id, organisation_id),
  constraint letter_pkey PRIMARY KEY (id)
);
CREATE INDEX letter_by_request ON visits.letter USING btree (request_id);
CREATE UNIQUE INDEX one_answer_per_request ON visits.letter USING btree (request_id) WHERE (kind <> 'thanks'::text);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.letter REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.letter REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.letter REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy those_who_answer for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (( SELECT app.actor_roles() AS actor_roles) && ARRAY['officer'::text, 'administrator'::text]))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (( SELECT app.actor_roles() AS actor_roles) && ARRAY['officer'::text, 'administrator'::text]));
-- escale_keeper: delete insert select update
-- escale_web: insert select

create table visits.letter_text (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  kind text not null,
  subject jsonb not null,
  body jsonb not null,
  version integer not null default 1,
  constraint body_is_localized CHECK (app.is_localized(body)),
  constraint kind_is_known CHECK (kind = ANY (ARRAY['accepted'::text, 'redirected'::text, 'declined'::text, 'thanks'::text])),
  constraint subject_is_localized CHECK (app.is_localized(subject)),
  constraint letter_text_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint letter_text_pkey PRIMARY KEY (id),
  constraint one_text_per_kind UNIQUE (organisation_id, kind)
);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.letter_text REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.letter_text REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.letter_text REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON visits.letter_text FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_rows for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table visits.promise (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  what text not null,
  promised_by text not null,
  promised_to text not null,
  is_ours boolean not null,
  due_on date,
  state text not null default 'open'::text,
  settled_on date,
  version integer not null default 1,
  constraint both_sides_are_named CHECK (btrim(promised_by) <> ''::text AND btrim(promised_to) <> ''::text),
  constraint settled_on_unless_open CHECK ((state = 'open'::text) = (settled_on IS NULL)),
  constraint state_is_known CHECK (state = ANY (ARRAY['open'::text, 'kept'::text, 'dropped'::text])),
  constraint what_is_not_empty CHECK (btrim(what) <> ''::text),
  constraint promise_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint promise_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint promise_pkey PRIMARY KEY (id),
  constraint a_promise_is_of_one_mission UNIQUE (id, mission_id, organisation_id)
);
CREATE INDEX promise_by_organisation ON visits.promise USING btree (organisation_id, state, due_on);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.promise REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.promise REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.promise REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON visits.promise FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_promises for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table visits.proposed_threshold (
  valid_from date not null,
  threshold_cents bigint not null,
  source jsonb not null,
  constraint source_is_localized CHECK (app.is_localized(source) AND source <> '{}'::jsonb),
  constraint threshold_is_not_negative CHECK (threshold_cents >= 0),
  constraint proposed_threshold_pkey PRIMARY KEY (valid_from)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table visits.proposed_title (
  id uuid not null default uuidv7(),
  country character(2) not null,
  title text not null,
  equivalent jsonb not null,
  rank_code text not null,
  address jsonb not null,
  valid_from date not null,
  source jsonb not null,
  constraint address_is_localized CHECK (app.is_localized(address) AND address <> '{}'::jsonb),
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint equivalent_is_localized CHECK (app.is_localized(equivalent) AND equivalent <> '{}'::jsonb),
  constraint source_is_localized CHECK (app.is_localized(source) AND source <> '{}'::jsonb),
  constraint title_is_not_empty CHECK (btrim(title) <> ''::text),
  constraint proposed_title_rank_code_fkey FOREIGN KEY (rank_code) REFERENCES visits.rank(code),
  constraint proposed_title_pkey PRIMARY KEY (id),
  constraint a_title_is_proposed_once UNIQUE (country, title, valid_from)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create view visits.pub_visit with (security_invoker=true) as
 SELECT id,
    mission_id,
    visitor,
    country,
    city,
    people_count
   FROM visits.visit;
-- escale_keeper: select
-- escale_web: select

create table visits.rank (
  code text not null,
  name jsonb not null,
  constraint code_is_plain CHECK (code ~ '^[a-z_]{1,40}$'::text),
  constraint name_is_localized CHECK (app.is_localized(name) AND name <> '{}'::jsonb),
  constraint rank_pkey PRIMARY KEY (code)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table visits.rank_place (
  rank_code text not null,
  valid_from date not null,
  place integer not null,
  decree_rank integer,
  source jsonb not null,
  constraint decree_rank_is_positive CHECK (decree_rank > 0),
  constraint place_is_positive CHECK (place > 0),
  constraint source_is_localized CHECK (app.is_localized(source) AND source <> '{}'::jsonb),
  constraint rank_place_rank_code_fkey FOREIGN KEY (rank_code) REFERENCES visits.rank(code),
  constraint rank_place_pkey PRIMARY KEY (rank_code, valid_from)
) /* no row-level security */;
-- escale_keeper: select
-- escale_web: select

create table visits.request (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  number integer not null,
  request_key uuid,
  source text not null,
  received_at timestamp with time zone not null,
  language text not null,
  asker text not null,
  asker_kind text not null default 'other'::text,
  country character(2) not null,
  city text not null default ''::text,
  contact_name text not null default ''::text,
  contact_email text,
  contact_phone text not null default ''::text,
  head_name text not null default ''::text,
  head_capacity text not null default ''::text,
  people_count integer,
  wished_from date,
  wished_to date,
  topics text not null default ''::text,
  purpose text not null default ''::text,
  original text not null default ''::text,
  state text not null default 'received'::text,
  decided_at timestamp with time zone,
  decided_by_name text,
  reason text,
  redirected_to text,
  duplicate_of uuid,
  mission_id uuid,
  version integer not null default 1,
  search_text text generated always as (app.fold(((asker || ' '::text) || city))) stored,
  constraint a_duplicate_names_its_original CHECK ((state = 'duplicate'::text) = (duplicate_of IS NOT NULL)),
  constraint a_form_leaves_an_address CHECK (source <> 'form'::text OR contact_email IS NOT NULL),
  constraint an_acceptance_opens_a_mission CHECK ((state = 'accepted'::text) = (mission_id IS NOT NULL)),
  constraint asker_is_named CHECK (btrim(asker) <> ''::text),
  constraint asker_kind_is_known CHECK (asker_kind = ANY (ARRAY['authority'::text, 'government'::text, 'company'::text, 'academic'::text, 'cultural'::text, 'network'::text, 'press'::text, 'other'::text])),
  constraint contact_email_is_an_address CHECK (contact_email ~ '^[^@\s]+@[^@\s]+$'::text),
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint decided_at_unless_received CHECK ((state = 'received'::text) = (decided_at IS NULL)),
  constraint declined_with_a_reason CHECK (state <> 'declined'::text OR reason IS NOT NULL AND btrim(reason) <> ''::text),
  constraint language_is_known CHECK (language = ANY (ARRAY['fr'::text, 'en'::text])),
  constraint nothing_is_its_own_duplicate CHECK (duplicate_of <> id),
  constraint people_are_counted CHECK (people_count >= 1 AND people_count <= 10000),
  constraint redirected_to_someone CHECK ((state = 'redirected'::text) = (redirected_to IS NOT NULL) AND btrim(redirected_to) <> ''::text),
  constraint source_is_known CHECK (source = ANY (ARRAY['form'::text, 'mail'::text, 'manual'::text])),
  constraint state_is_known CHECK (state = ANY (ARRAY['received'::text, 'accepted'::text, 'redirected'::text, 'declined'::text, 'duplicate'::text])),
  constraint wished_days_are_in_order CHECK (wished_to >= wished_from AND (wished_to IS NULL OR wished_from IS NOT NULL)),
  constraint an_original_of_the_same_desk FOREIGN KEY (duplicate_of, organisation_id) REFERENCES visits.request(id, organisation_id),
  constraint request_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id),
  constraint request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint request_pkey PRIMARY KEY (id),
  constraint a_form_has_one_effect UNIQUE (organisation_id, request_key),
  constraint a_request_has_one_number UNIQUE (organisation_id, number),
  constraint a_request_is_of_one_organisation UNIQUE (id, organisation_id),
  constraint one_request_per_mission UNIQUE (mission_id)
);
CREATE INDEX request_by_search_text ON visits.request USING gin (search_text gin_trgm_ops);
CREATE INDEX request_by_state ON visits.request USING btree (organisation_id, state, received_at DESC);
CREATE TRIGGER a_request_is_decided_once BEFORE UPDATE ON visits.request FOR EACH ROW EXECUTE FUNCTION visits.guard_request();
CREATE TRIGGER journal_delete AFTER DELETE ON visits.request REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.request REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.request REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER version_rises BEFORE UPDATE ON visits.request FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy those_who_answer for all to escale_web
  using ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (( SELECT app.actor_roles() AS actor_roles) && ARRAY['officer'::text, 'administrator'::text]))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (( SELECT app.actor_roles() AS actor_roles) && ARRAY['officer'::text, 'administrator'::text]));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

create table visits.seat (
  id uuid not null default uuidv7(),
  seating_id uuid not null,
  mission_id uuid not null,
  table_id uuid not null,
  seat_count integer not null,
  place integer not null,
  guest_id uuid not null,
  by_hand boolean not null default false,
  constraint a_seat_is_at_its_table CHECK (place >= 1 AND place <= seat_count),
  constraint a_listed_guest_sits FOREIGN KEY (guest_id, mission_id) REFERENCES visits.guest(id, mission_id) ON DELETE CASCADE,
  constraint a_seat_is_of_one_plan FOREIGN KEY (seating_id, mission_id) REFERENCES visits.seating(id, mission_id) ON DELETE CASCADE,
  constraint a_seat_is_of_one_table FOREIGN KEY (table_id, seating_id, seat_count) REFERENCES visits.seating_table(id, seating_id, seat_count) ON DELETE CASCADE,
  constraint seat_pkey PRIMARY KEY (id),
  constraint one_person_one_seat UNIQUE (seating_id, guest_id) DEFERRABLE,
  constraint one_seat_one_person UNIQUE (table_id, place) DEFERRABLE
);
CREATE INDEX seat_by_guest ON visits.seat USING btree (guest_id, mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.seat REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.seat REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.seat REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_seat for all to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]))
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_the_plan for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table visits.seating (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  title jsonb not null,
  held_on date,
  interpreters text not null default 'behind'::text,
  version integer not null default 1,
  constraint interpreters_are_placed CHECK (interpreters = ANY (ARRAY['behind'::text, 'beside'::text])),
  constraint title_is_localized CHECK (app.is_localized(title) AND title <> '{}'::jsonb),
  constraint seating_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint seating_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint seating_pkey PRIMARY KEY (id),
  constraint a_plan_is_of_one_mission UNIQUE (id, mission_id)
);
CREATE INDEX seating_by_mission ON visits.seating USING btree (mission_id, held_on);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.seating REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.seating REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.seating REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON visits.seating FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_seat for all to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]))
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_the_plan for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table visits.seating_table (
  id uuid not null default uuidv7(),
  seating_id uuid not null,
  mission_id uuid not null,
  name text not null,
  shape text not null,
  seat_count integer not null,
  is_head boolean not null default false,
  constraint a_long_table_has_two_even_sides CHECK (shape <> 'long'::text OR (seat_count % 2) = 0),
  constraint a_table_seats_2_to_40 CHECK (seat_count >= 2 AND seat_count <= 40),
  constraint name_is_not_empty CHECK (btrim(name) <> ''::text),
  constraint shape_is_known CHECK (shape = ANY (ARRAY['round'::text, 'long'::text])),
  constraint a_table_is_of_one_plan FOREIGN KEY (seating_id, mission_id) REFERENCES visits.seating(id, mission_id) ON DELETE CASCADE,
  constraint seating_table_pkey PRIMARY KEY (id),
  constraint a_name_is_of_one_table UNIQUE (seating_id, name),
  constraint a_table_keeps_its_seats UNIQUE (id, seating_id, seat_count)
);
CREATE UNIQUE INDEX one_head_table ON visits.seating_table USING btree (seating_id) WHERE is_head;
CREATE TRIGGER journal_delete AFTER DELETE ON visits.seating_table REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.seating_table REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.seating_table REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_seat for all to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]))
  with check (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy partners_see_the_plan for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table visits.sequel (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  became_mission_id uuid,
  agreement_id uuid,
  promise_id uuid,
  constraint a_visit_does_not_become_itself CHECK (became_mission_id <> mission_id),
  constraint it_became_one_thing CHECK (num_nonnulls(became_mission_id, agreement_id) = 1),
  constraint a_promise_of_the_visit FOREIGN KEY (promise_id, mission_id, organisation_id) REFERENCES visits.promise(id, mission_id, organisation_id) ON DELETE SET NULL (promise_id),
  constraint sequel_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements.agreement(id) ON DELETE CASCADE,
  constraint sequel_became_mission_id_fkey FOREIGN KEY (became_mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint sequel_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint sequel_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint sequel_pkey PRIMARY KEY (id),
  constraint a_sequel_is_said_once UNIQUE NULLS NOT DISTINCT (organisation_id, mission_id, became_mission_id, agreement_id)
);
CREATE INDEX sequel_by_agreement ON visits.sequel USING btree (agreement_id);
CREATE INDEX sequel_by_mission ON visits.sequel USING btree (became_mission_id);
CREATE INDEX sequel_by_promise ON visits.sequel USING btree (promise_id, mission_id, organisation_id);
CREATE INDEX sequel_by_visit ON visits.sequel USING btree (mission_id);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.sequel REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.sequel REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.sequel REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_sequels for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((became_mission_id IS NULL) OR (became_mission_id IN ( SELECT missions.actor_seats() AS actor_seats))) AND ((agreement_id IS NULL) OR (agreement_id IN ( SELECT pub_agreement.id
   FROM agreements.pub_agreement))));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table visits.slot (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  leg_id uuid not null,
  title jsonb not null,
  wish jsonb not null default '{}'::jsonb,
  day date not null,
  start_time text not null,
  end_time text not null,
  suggested_for text not null default ''::text,
  claimed_by uuid,
  claimed_at timestamp with time zone,
  item_id uuid,
  version integer not null default 1,
  constraint a_moment_was_claimed CHECK (item_id IS NULL OR claimed_by IS NOT NULL),
  constraint a_slot_ends_after_it_starts CHECK (end_time > start_time),
  constraint claimed_at_when_claimed CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
  constraint end_time_is_a_time CHECK (end_time ~ '^([01]\d|2[0-3]):[0-5]\d$'::text),
  constraint start_time_is_a_time CHECK (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$'::text),
  constraint title_is_localized CHECK (app.is_localized(title) AND title <> '{}'::jsonb),
  constraint wish_is_localized CHECK (app.is_localized(wish)),
  constraint a_leg_with_slots_stays FOREIGN KEY (leg_id, mission_id) REFERENCES missions.leg(id, mission_id),
  constraint a_partner_claims FOREIGN KEY (mission_id, claimed_by) REFERENCES missions.partner(mission_id, organisation_id) ON UPDATE CASCADE,
  constraint slot_item_id_fkey FOREIGN KEY (item_id) REFERENCES programme.item(id) ON DELETE SET NULL,
  constraint slot_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint slot_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint slot_pkey PRIMARY KEY (id)
);
CREATE INDEX slot_by_mission ON visits.slot USING btree (mission_id, day, start_time);
CREATE TRIGGER a_slot_is_claimed_once BEFORE UPDATE ON visits.slot FOR EACH ROW EXECUTE FUNCTION visits.guard_slot();
CREATE TRIGGER journal_delete AFTER DELETE ON visits.slot REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.slot REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.slot REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON visits.slot FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_propose_slots for insert to escale_web
  with check ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) AND (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)));
create policy organisers_withdraw_free_slots for delete to escale_web
  using ((mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])) AND (claimed_by IS NULL));
create policy partners_claim_free_slots for update to escale_web
  using ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((claimed_by IS NULL) OR (claimed_by = ( SELECT app.actor_organisation() AS actor_organisation))))
  with check ((mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((claimed_by IS NULL) OR (claimed_by = ( SELECT app.actor_organisation() AS actor_organisation))));
create policy partners_see_slots for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table visits.stated_count (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  year integer not null,
  measure text not null,
  about text not null default ''::text,
  value integer not null,
  qualifier text not null,
  source text not null,
  constraint measure_is_known CHECK (measure = ANY (ARRAY['delegations_received'::text, 'hosted_events'::text, 'missions'::text])),
  constraint qualifier_is_known CHECK (qualifier = ANY (ARRAY['exact'::text, 'atLeast'::text, 'about'::text])),
  constraint source_is_given CHECK (btrim(source) <> ''::text),
  constraint value_is_not_negative CHECK (value >= 0),
  constraint year_is_ours CHECK (year >= 1950 AND year <= 2100),
  constraint stated_count_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint stated_count_pkey PRIMARY KEY (id),
  constraint a_source_states_it_once UNIQUE (organisation_id, year, measure, about, source)
);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.stated_count REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.stated_count REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.stated_count REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_stated_counts for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select

create table visits.title_equivalence (
  id uuid not null default uuidv7(),
  organisation_id uuid not null default app.actor_organisation(),
  country character(2) not null,
  title text not null,
  equivalent jsonb not null,
  rank_code text not null,
  address jsonb not null,
  valid_from date,
  valid_to date,
  source text not null default ''::text,
  confirmed_on date,
  confirmed_by_name text,
  constraint a_confirmation_is_signed CHECK ((confirmed_on IS NULL) = (confirmed_by_name IS NULL) AND btrim(confirmed_by_name) <> ''::text),
  constraint address_is_localized CHECK (app.is_localized(address) AND address <> '{}'::jsonb),
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint equivalent_is_localized CHECK (app.is_localized(equivalent) AND equivalent <> '{}'::jsonb),
  constraint title_is_not_empty CHECK (btrim(title) <> ''::text),
  constraint valid_dates_are_in_order CHECK (valid_to >= valid_from),
  constraint title_equivalence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint title_equivalence_rank_code_fkey FOREIGN KEY (rank_code) REFERENCES visits.rank(code),
  constraint title_equivalence_pkey PRIMARY KEY (id),
  constraint a_guest_takes_title_and_rank UNIQUE (id, organisation_id, rank_code),
  constraint one_equivalence_at_a_time EXCLUDE USING gist (organisation_id WITH =, country WITH =, app.fold(title) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);
CREATE TRIGGER a_confirmed_equivalence_stays BEFORE UPDATE ON visits.title_equivalence FOR EACH ROW EXECUTE FUNCTION visits.guard_title();
CREATE TRIGGER journal_delete AFTER DELETE ON visits.title_equivalence REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.title_equivalence REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.title_equivalence REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('private');
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy own_titles for all to escale_web
  using (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation))
  with check (organisation_id = ( SELECT app.actor_organisation() AS actor_organisation));
create policy partners_see_titles_of_guests for select to escale_web
  using (id IN ( SELECT guest.equivalence_id
   FROM visits.guest));
-- escale_keeper: delete insert select update
-- escale_web: delete insert select update

create table visits.visit (
  id uuid not null default uuidv7(),
  mission_id uuid not null,
  organisation_id uuid not null default app.actor_organisation(),
  visitor text not null,
  country character(2) not null,
  city text not null default ''::text,
  head_name text not null default ''::text,
  head_capacity text not null default ''::text,
  people_count integer,
  version integer not null default 1,
  search_text text generated always as (app.fold(((visitor || ' '::text) || city))) stored,
  constraint country_is_iso_alpha2 CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint people_are_counted CHECK (people_count >= 1 AND people_count <= 10000),
  constraint visitor_is_named CHECK (btrim(visitor) <> ''::text),
  constraint visit_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions.mission(id) ON DELETE CASCADE,
  constraint visit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES directory.organisation(id),
  constraint visit_pkey PRIMARY KEY (id),
  constraint one_visit_per_mission UNIQUE (mission_id)
);
CREATE INDEX visit_by_search_text ON visits.visit USING gin (search_text gin_trgm_ops);
CREATE TRIGGER journal_delete AFTER DELETE ON visits.visit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_insert AFTER INSERT ON visits.visit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER journal_update AFTER UPDATE ON visits.visit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.journal_changes('shared');
CREATE TRIGGER version_rises BEFORE UPDATE ON visits.visit FOR EACH ROW EXECUTE FUNCTION app.raise_version();
create policy keeper_sees_all for all to escale_keeper
  using true
  with check true;
create policy organisers_correct_who_is_received for update to escale_web
  using (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[]));
create policy organisers_say_who_is_received for insert to escale_web
  with check ((organisation_id = ( SELECT app.actor_organisation() AS actor_organisation)) AND (mission_id = ANY (( SELECT missions.actor_led_missions() AS actor_led_missions)::uuid[])));
create policy partners_see_who_is_received for select to escale_web
  using (mission_id IN ( SELECT missions.actor_seats() AS actor_seats));
-- escale_keeper: delete insert select update
-- escale_web: insert select update

CREATE OR REPLACE FUNCTION acts.guard_kind_of_missions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from acts.act a where a.id = new.act_id and a.kind = 'agreement') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_agreement_act_has_no_mission', message = 'an act about an agreement is about no mission';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION acts.guard_missions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  v_act_id  uuid := coalesce(new.act_id, old.act_id);
  v_act     acts.act;
begin
  select * into v_act from acts.act a where a.id = v_act_id;
  if v_act.state not in ('draft', 'adjourned') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'missions_of_a_submitted_act_do_not_move', message = 'the missions of a submitted act do not change';
  end if;
  if tg_op <> 'DELETE' then
    perform pg_advisory_xact_lock(hashtextextended('acts of ' || new.organisation_id, 0));
    if exists (select from acts.act_mission am join acts.act a on a.id = am.act_id
               where am.mission_id = new.mission_id and am.organisation_id = new.organisation_id and am.act_id <> new.act_id
                 and a.kind = v_act.kind and (a.state in ('draft', 'submitted', 'adjourned') or a.outcome = 'adopted')) then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_mission_has_one_act_at_a_time', message = 'another act is about this mission';
    end if;
    return new;
  end if;
  return old;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION acts.guard_subject()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (old.kind, old.agreement_id) is distinct from (new.kind, new.agreement_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_an_act_is_about_does_not_move', message = 'an act stays about what it was opened for';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION acts.guard_voted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'withdrawn' then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_withdrawn_act_stays_so', message = 'a withdrawn act does not change';
  end if;
  if old.state = 'voted' and (old.state, old.outcome, old.voted_on, old.convened_on, old.secretary, old.vote_in_office, old.vote_present, old.vote_represented,
      old.vote_for, old.vote_against, old.vote_abstained, old.vote_not_voting, old.vote_is_secret, old.vote_is_second_call)
     is distinct from (new.state, new.outcome, new.voted_on, new.convened_on, new.secretary, new.vote_in_office, new.vote_present, new.vote_represented,
      new.vote_for, new.vote_against, new.vote_abstained, new.vote_not_voting, new.vote_is_secret, new.vote_is_second_call) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_voted_does_not_move', message = 'a voted act does not change';
  end if;
  if old.state in ('submitted', 'voted')
     and (old.kind, old.organisation_id, old.language, old.reference, old.object, old.header, old.fiscal_year, old.meeting_on, old.submitted_at, old.snapshot_id)
     is distinct from (new.kind, new.organisation_id, new.language, new.reference, new.object, new.header, new.fiscal_year, new.meeting_on, new.submitted_at, new.snapshot_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_submitted_does_not_move', message = 'a submitted act does not change';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION agreements.guard_edition()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from agreements.licence l where l.id = new.licence_id and l.agreement_id = new.agreement_id and new.held_on between l.starts_on and l.last_day) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_edition_is_held_under_its_licence', message = 'no such licence runs that day';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION agreements.guard_parties()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  v_agreement uuid := case when tg_table_name = 'agreement' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(old) ->> 'agreement_id')::uuid end;
begin
  if exists (select from agreements.agreement a where a.id = v_agreement and a.signed_on is not null
      and (select count(*) from agreements.party p where p.agreement_id = a.id) < 2) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_agreement_binds_two_parties', message = 'a signed agreement has two parties at least';
  end if;
  return null;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION agreements.guard_party()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.kind := (select o.kind from directory.organisation o where o.id = new.party_id);
  if new.state_ground is not null and new.state_ground_on is not null and not exists (select from agreements.state_ground g
      where g.code = new.state_ground and new.state_ground_on >= g.valid_from and new.state_ground_on <= coalesce(g.valid_until, new.state_ground_on)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_ground_is_law_on_its_day', message = 'the law knew no such ground that day';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION agreements.guard_proofs()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.vote_act_id is not null
     and (old.vote_act_id, old.voted_on, old.vote_reference) is distinct from (new.vote_act_id, new.voted_on, new.vote_reference) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_an_act_proves_stays', message = 'the vote of an agreement is that of its act';
  end if;
  if new.vote_act_id is not null and not exists (select from acts.act a
      where a.id = new.vote_act_id and a.agreement_id = new.id and a.outcome = 'adopted' and a.voted_on = new.voted_on) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_vote_is_that_of_its_act', message = 'the act named did not adopt the agreement that day';
  end if;
  if new.transmission_act_id is not null and not exists (select from acts.act a
      where a.id = new.transmission_act_id and a.agreement_id = new.id and a.transmitted_on = new.transmitted_on) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_transmission_is_that_of_its_act', message = 'the act named was not transmitted that day';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION agreements.guard_removal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.voted_on is not null or old.signed_on is not null or old.attested_on is not null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_voted_stays', message = 'an agreement that was voted or signed stays';
  end if;
  return old;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION agreements.guard_signed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.signed_on is not null and old.unproven_because is null and new.signed_on is not null and (
      (old.type, old.term_months, old.renews_id, old.unproven_because) is distinct from (new.type, new.term_months, new.renews_id, new.unproven_because)
      or (old.object <> '{}' and old.object <> new.object)
      or (old.forecast_cents, old.forecast_currency) is distinct from (new.forecast_cents, new.forecast_currency) and old.forecast_cents is not null
      -- A term counted from the entry into force follows it.
      or ((old.runs_from, old.last_day) is distinct from (new.runs_from, new.last_day) and (old.runs_from is not null or old.last_day is not null)
        and old.in_force_from is not distinct from new.in_force_from)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_signed_does_not_move', message = 'a signed agreement does not change';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION agreements.guard_signed_parties()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  v_agreement uuid := case when tg_op = 'DELETE' then old.agreement_id else new.agreement_id end;
begin
  if exists (select from agreements.agreement a where a.id = v_agreement and a.signed_on is not null and a.unproven_because is null) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_signed_does_not_move', message = 'the parties of a signed agreement do not change';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION agreements.guard_wording()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from agreements.agreement a where a.id = old.agreement_id and a.signed_on is not null and a.unproven_because is null) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_signed_does_not_move', message = 'a signed text does not change';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION agreements.last_day(runs_from date, months integer)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN (EXTRACT(day FROM (runs_from + make_interval(months => months))) < EXTRACT(day FROM runs_from)) THEN ((runs_from + make_interval(months => months)))::date ELSE (((runs_from + make_interval(months => months)))::date - 1) END
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION agreements.rename_party(p_from uuid, p_to uuid, p_rows uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'agreements'
AS $function$
  update agreements.party p set party_id = p_to
    from directory.organisation o
    where p.party_id = p_from and p.organisation_id = app.actor_organisation() and (p_rows is null or p.id = any (p_rows))
      and o.id = p_to and (o.kept_by = app.actor_organisation() or o.is_workspace) and (o.kind = 'state') = (p.kind = 'state')
    returning p.id
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION agreements.reopen_with_a_reason()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'agreements'
AS $function$
begin
  if not exists (select from agreements.reopening r where r.action_id = old.id and r.action_version = old.version) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_closed_action_reopens_for_a_reason', message = 'a closed action is taken up again for a reason';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.actor_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.actor_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.actor_roles()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN string_to_array(NULLIF(current_setting('app.roles'::text, true), ''::text), ','::text)
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.append_to_journal(p_operation text, p_entity text, p_changes jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'app'
AS $function$
declare
  v_chain  uuid := coalesce(app.actor_organisation(), '00000000-0000-0000-0000-000000000000');
  v_head   app.journal_head;
  v_entry  app.journal;
  v_change jsonb;
begin
  insert into app.journal_head values (v_chain, 0, sha256(convert_to(v_chain::text, 'UTF8'))) on conflict do nothing;
  select * into v_head from app.journal_head where chain = v_chain for update;
  for v_change in select * from jsonb_array_elements(p_changes) loop
    v_entry.chain           := v_chain;
    v_entry.seq             := v_head.seq + 1;
    v_entry.recorded_at     := transaction_timestamp();
    v_entry.account_id      := app.actor_account();
    v_entry.actor_name      := nullif(current_setting('app.actor_name', true), '');
    v_entry.organisation_id := app.actor_organisation();
    v_entry.event           := coalesce(nullif(current_setting('app.event', true), ''), 'system.' || p_operation);
    v_entry.operation       := p_operation;
    v_entry.entity          := p_entity;
    v_entry.entity_id       := (v_change ->> 'id')::uuid;
    v_entry.mission_id      := (v_change ->> 'missionId')::uuid;
    v_entry.is_shared       := (v_change ->> 'shared')::boolean and v_entry.mission_id is not null;
    v_entry.payload         := jsonb_strip_nulls(jsonb_build_object('before', v_change -> 'before', 'after', v_change -> 'after'));
    v_entry.payload_digest  := sha256(convert_to(v_entry.payload::text, 'UTF8'));
    v_entry.previous_digest := v_head.digest;
    v_entry.digest          := app.journal_digest(v_entry);
    insert into app.journal select v_entry.*;
    v_head.seq    := v_entry.seq;
    v_head.digest := v_entry.digest;
  end loop;
  update app.journal_head set seq = v_head.seq, digest = v_head.digest where chain = v_chain;
end $function$
;
-- owner escale_keeper, execute escale_auth escale_web

CREATE OR REPLACE FUNCTION app.enqueue(p_task text, p_payload json, p_job_key text DEFAULT NULL::text, p_run_at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'app'
AS $function$
begin
  perform graphile_worker.add_job(p_task, p_payload, job_key => p_job_key, run_at => p_run_at, max_attempts => 12);
end $function$
;
-- owner the migrations, execute escale_auth escale_keeper escale_web

CREATE OR REPLACE FUNCTION app.fold(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, $1))
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.guard_journal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    if new.payload is null and (to_jsonb(new) - 'payload') = (to_jsonb(old) - 'payload') then return new; end if;
  end if;
  raise exception using errcode = 'integrity_constraint_violation', constraint = 'journal_is_append_only', message = 'the journal is append-only';
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.is_localized(content jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((jsonb_typeof(content) = 'object'::text) AND (NOT jsonb_path_exists(content, '$.*?(@.type() != "string" || @ == "")'::jsonpath)) AND (NOT jsonb_path_exists(content, '$.keyvalue()?(!(@."key" like_regex "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))'::jsonpath)))
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.is_time_zone(name text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM pg_timezone_names WHERE (pg_timezone_names.name = is_time_zone.name)))
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.journal_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  v_entity  text := tg_table_schema || '.' || tg_table_name;
  v_changes jsonb;
begin
  if tg_op = 'INSERT' then
    select jsonb_agg(jsonb_build_object('id', n.r -> 'id', 'missionId', case when v_entity = 'missions.mission' then n.r -> 'id' else n.r -> 'mission_id' end,
        'shared', tg_argv[0] = 'shared' or coalesce((n.r ->> 'is_shared')::boolean, false), 'after', jsonb_strip_nulls(n.r) - 'search_text'))
      into v_changes from (select to_jsonb(new_rows) r from new_rows) n;
  elsif tg_op = 'DELETE' then
    select jsonb_agg(jsonb_build_object('id', o.r -> 'id', 'missionId', case when v_entity = 'missions.mission' then o.r -> 'id' else o.r -> 'mission_id' end,
        'shared', tg_argv[0] = 'shared' or coalesce((o.r ->> 'is_shared')::boolean, false), 'before', jsonb_strip_nulls(o.r) - 'search_text'))
      into v_changes from (select to_jsonb(old_rows) r from old_rows) o;
  else
    select jsonb_agg(jsonb_build_object('id', n.r -> 'id', 'missionId', case when v_entity = 'missions.mission' then n.r -> 'id' else n.r -> 'mission_id' end,
        'shared', tg_argv[0] = 'shared' or coalesce((n.r ->> 'is_shared')::boolean, false), 'before', d.before, 'after', d.after))
      into v_changes
      from (select to_jsonb(new_rows) r from new_rows) n
      join (select to_jsonb(old_rows) r from old_rows) o on o.r ->> 'id' = n.r ->> 'id'
      cross join lateral (
        select jsonb_object_agg(key, o.r -> key) as before, jsonb_object_agg(key, n.r -> key) as after
        from jsonb_object_keys(n.r) key
        where o.r -> key is distinct from n.r -> key and key not in ('version', 'search_text')
      ) d
      where d.after is not null;
  end if;
  if v_changes is not null then
    perform app.append_to_journal(lower(tg_op), v_entity, v_changes);
  end if;
  return null;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.journal_digest(entry app.journal)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
RETURN sha256(convert_to(concat_ws('|'::text, encode((entry).previous_digest, 'hex'::text), (entry).chain, (entry).seq, to_char(((entry).recorded_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US'::text), (entry).account_id, (entry).actor_name, (entry).organisation_id, (entry).event, (entry).operation, (entry).entity, (entry).entity_id, (entry).mission_id, (entry).is_shared, encode((entry).payload_digest, 'hex'::text)), 'UTF8'::name))
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.kept_system_mail()
 RETURNS TABLE(id uuid, recipient text, language text, subject text, body_text text, body_html text, queued_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'app'
BEGIN ATOMIC
 SELECT m.id,
     m.recipient,
     m.language,
     m.subject,
     m.body_text,
     m.body_html,
     m.queued_at
    FROM app.mail m
   WHERE ((m.organisation_id IS NULL) AND (m.state = 'kept'::text) AND (m.queued_at > (now() - '01:00:00'::interval)))
   ORDER BY m.queued_at DESC
  LIMIT 50;
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION app.names_someone(p_text text, p_names text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (EXISTS (SELECT FROM unnest(names_someone.p_names) named(name) WHERE ((app.words_of(named.name) !~ '^ *$'::text) AND (strpos(app.words_of(names_someone.p_text), app.words_of(named.name)) > 0))))
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.on_behalf_of()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.on_behalf_of'::text, true), ''::text))::uuid
;
-- owner the migrations, execute escale_keeper escale_web public

CREATE OR REPLACE FUNCTION app.protect(p_table regclass, audience text, web_privileges text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security, force row level security', p_table);
  execute format('create policy keeper_sees_all on %s to escale_keeper using (true) with check (true)', p_table);
  execute format('grant select, insert, update, delete on %s to escale_keeper', p_table);
  if web_privileges <> '' then execute format('grant %s on %s to escale_web', web_privileges, p_table); end if;
  if audience <> 'silent' then
    execute format('create trigger journal_insert after insert on %s referencing new table as new_rows for each statement execute function app.journal_changes(%L)', p_table, audience);
    execute format('create trigger journal_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function app.journal_changes(%L)', p_table, audience);
    execute format('create trigger journal_delete after delete on %s referencing old table as old_rows for each statement execute function app.journal_changes(%L)', p_table, audience);
  end if;
  if exists (select from pg_attribute where attrelid = p_table and attname = 'version' and not attisdropped) then
    execute format('create trigger version_rises before update on %s for each row execute function app.raise_version()', p_table);
  end if;
end $function$
;
-- owner the migrations, execute -

CREATE OR REPLACE FUNCTION app.queue_system_mail(p_recipient text, p_language text, p_subject text, p_body_text text, p_body_html text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'app'
AS $function$
declare
  v_mail uuid;
begin
  insert into app.mail (recipient, language, subject, body_text, body_html)
    values (p_recipient, p_language, p_subject, p_body_text, p_body_html) returning id into v_mail;
  perform app.enqueue('platform.send-mail', json_build_object('mailId', v_mail));
  return v_mail;
end $function$
;
-- owner escale_keeper, execute escale_auth escale_web

CREATE OR REPLACE FUNCTION app.raise_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.version := old.version + 1;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception using errcode = 'integrity_constraint_violation', constraint = tg_argv[0],
    message = format('%s.%s is append-only', tg_table_schema, tg_table_name);
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION app.words_of(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ((' '::text || btrim(regexp_replace(app.fold(p_text), '[[:space:][:punct:]]+'::text, ' '::text, 'g'::text))) || ' '::text)
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION budget.check_expense()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'budget'
AS $function$
declare
  v_reversed  budget.expense;
  v_closed_on date;
begin
  select p.accounts_closed_on into v_closed_on from missions.partner p
    where p.mission_id = new.mission_id and p.organisation_id = new.organisation_id for share;
  if v_closed_on is not null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'closed_accounts_take_no_expense', message = 'the accounts of this mission are closed';
  end if;
  if new.beneficiary_id is not null
     and not exists (select from missions.partner p where p.mission_id = new.mission_id and p.organisation_id = new.beneficiary_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_beneficiary_is_a_partner', message = 'the beneficiary is no partner of this mission';
  end if;
  if new.receipt_id is not null
     and not exists (select from app.file f where f.id = new.receipt_id and f.organisation_id = new.organisation_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_receipt_belongs_to_its_payer', message = 'the payer has no such file';
  end if;
  if new.corrects_id is not null
     and not exists (select from budget.expense r
                     where r.reverses_id = new.corrects_id and r.mission_id = new.mission_id and r.organisation_id = new.organisation_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_correction_follows_a_reversal', message = 'only a reversed expense is corrected';
  end if;
  if new.reverses_id is not null then
    select * into v_reversed from budget.expense where id = new.reverses_id;
    if v_reversed.reverses_id is not null
       or (v_reversed.mission_id, v_reversed.organisation_id, v_reversed.spent_on, v_reversed.category, v_reversed.is_shared,
           v_reversed.currency, v_reversed.base_currency, -v_reversed.amount_cents, -v_reversed.base_cents,
           v_reversed.rate, v_reversed.rate_on, v_reversed.rate_source, v_reversed.rate_from, v_reversed.benefits, v_reversed.beneficiary_id)
          is distinct from
          (new.mission_id, new.organisation_id, new.spent_on, new.category, new.is_shared,
           new.currency, new.base_currency, new.amount_cents, new.base_cents,
           new.rate, new.rate_on, new.rate_source, new.rate_from, new.benefits, new.beneficiary_id) then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_reversal_mirrors_its_expense', message = 'a reversal mirrors its expense exactly';
    end if;
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION delegations.accept_change(p_request uuid, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'delegations'
AS $function$
declare
  v_request delegations.change_request;
begin
  select * into v_request from delegations.change_request r
    where r.id = p_request and r.state = 'open' and r.kind = 'change' and r.mission_id = any (missions.actor_led_missions())
      and app.actor_roles() && array['administrator', 'officer'] for update;
  if not found then return false; end if;
  perform from delegations.member m where m.id = v_request.member_id and m.state = 'registered'
    and jsonb_build_object('givenName', m.given_name, 'familyName', m.family_name, 'category', m.category, 'capacity', m.capacity, 'represents', m.represents) = v_request.was for update;
  if not found then return false; end if;
  perform delegations.apply_facts(v_request.member_id, v_request.becomes);
  update delegations.change_request set state = 'accepted', decided_name = nullif(current_setting('app.actor_name', true), ''), decided_at = p_now where id = p_request;
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION delegations.apply_facts(p_member uuid, p_facts jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'delegations'
BEGIN ATOMIC
 UPDATE delegations.member SET given_name = (apply_facts.p_facts ->> 'givenName'::text), family_name = (apply_facts.p_facts ->> 'familyName'::text), category = (apply_facts.p_facts ->> 'category'::text), capacity = (apply_facts.p_facts -> 'capacity'::text), represents = (apply_facts.p_facts ->> 'represents'::text)
   WHERE (member.id = apply_facts.p_member);
END
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION delegations.check_head_named()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'delegations'
AS $function$
begin
  perform from delegations.member m where m.id = new.head_member_id and m.mission_id = new.id and m.state = 'registered' for share;
  if not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_head_of_a_mission_travels_with_it',
      message = 'the head of a mission is one of its registered members';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION delegations.check_head_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'delegations'
AS $function$
begin
  if exists (select from missions.mission m where m.head_member_id = new.id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_head_of_a_mission_travels_with_it',
      message = 'the head of a mission is one of its registered members';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION delegations.guard_freeze()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'escale_web' and delegations.is_frozen(new.mission_id, current_date) and not new.mission_id = any (missions.actor_led_missions())
     and (tg_op = 'INSERT' or (new.given_name, new.family_name, new.category, new.capacity, new.represents) is distinct from
            (old.given_name, old.family_name, old.category, old.capacity, old.represents) or (new.state = 'registered' and old.state <> 'registered')) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_frozen_delegation_changes_by_request',
      message = 'the delegation is frozen: ask those who organise the mission';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION delegations.is_frozen(p_mission uuid, p_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM delegations."freeze" f WHERE ((f.mission_id = is_frozen.p_mission) AND (f.frozen_on < is_frozen.p_day))))
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION delegations.rename_person(p_from uuid, p_to uuid, p_rows uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'delegations'
AS $function$
  update delegations.member m set person_id = p_to
    where m.person_id = p_from and m.organisation_id = app.actor_organisation() and (p_rows is null or m.id = any (p_rows))
      and exists (select from directory.person p where p.id = p_to and p.organisation_id = app.actor_organisation())
    returning m.id
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION departure.badge_holder(p_mission uuid, p_code text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'departure'
AS $function$
  select member_id from departure.badge where mission_id = p_mission and code = p_code and p_mission in (select missions.actor_seats())
$function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION departure.check_beds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'departure'
AS $function$
declare
  v_beds integer;
begin
  select beds into v_beds from departure.room where id = new.room_id for no key update;
  if exists (select from generate_series(new.arrives_on, new.leaves_on - 1, interval '1 day') night
      where v_beds < (select count(*) from departure.stay s where s.room_id = new.room_id and night::date >= s.arrives_on and night::date < s.leaves_on)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'no_more_people_than_beds', message = 'a room sleeps as many people as it has beds';
  end if;
  return null;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION departure.check_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'departure'
AS $function$
begin
  if tg_op = 'UPDATE' then
    if old.state = 'withdrawn' or to_jsonb(new) - '{state,withdrawn_on,withdrawn_because}'::text[] <> to_jsonb(old) - '{state,withdrawn_on,withdrawn_because}'::text[] then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_issued_order_is_frozen', message = 'a travel order is withdrawn, and not changed';
    end if;
  elsif not exists (select from delegations.member m where m.id = new.member_id and m.category = 'staff' and m.state = 'registered') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_travel_order_is_for_staff', message = 'a travel order is given to staff who travel';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION departure.check_seats()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'departure'
AS $function$
declare
  v_segment uuid := case when tg_table_name = 'segment' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'segment_id')::uuid end;
  v_seats integer;
begin
  select seats into v_seats from departure.segment where id = v_segment for no key update;
  if v_seats < (select count(*) from departure.passenger where segment_id = v_segment) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'no_more_passengers_than_seats', message = 'a vehicle takes as many people as it has seats';
  end if;
  return null;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION departure.itineraries(p_missions uuid[])
 RETURNS TABLE(mission_id uuid, organisation_id uuid, country character, arrives_on date, starts_on date, ends_on date)
 LANGUAGE sql
 STABLE
AS $function$
  select leg.mission_id, leg.organisation_id, leg.country, min(leg.starts_on), min(min(leg.starts_on)) over journey, max(max(leg.ends_on)) over journey
    from missions.legs_taken(p_missions) leg
    group by 1, 2, 3
    window journey as (partition by leg.mission_id, leg.organisation_id)
$function$
;
-- owner the migrations, execute escale_keeper

CREATE OR REPLACE FUNCTION departure.others_alight()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'departure'
AS $function$
begin
  delete from departure.passenger where segment_id = new.id and organisation_id <> new.organisation_id;
  return null;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION departure.own_passport_terms(p_missions uuid[])
 RETURNS TABLE(member_id uuid, mission_id uuid, organisation_id uuid, country text, valid_until date, is_long_enough boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'departure'
AS $function$
  select t.* from departure.passport_terms(p_missions) t
    where t.organisation_id = app.actor_organisation() and t.mission_id in (select missions.actor_seats())
$function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION departure.own_requirements(p_missions uuid[])
 RETURNS TABLE(mission_id uuid, organisation_id uuid, member_id uuid, kind text, country text, due_on date, state text, item_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'departure'
AS $function$
  select r.* from departure.requirements(p_missions) r
    where r.organisation_id = app.actor_organisation() and r.mission_id in (select missions.actor_seats())
$function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION departure.passport_terms(p_missions uuid[])
 RETURNS TABLE(member_id uuid, mission_id uuid, organisation_id uuid, country text, valid_until date, is_long_enough boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select mem.id, mem.mission_id, mem.organisation_id, d.country::text, until.day, p.expires_on >= until.day
    from delegations.member mem
    join directory.organisation sender on sender.id = mem.organisation_id
    join registration.application a on a.member_id = mem.id and a.state = 'approved'
    join registration.passport p on p.application_id = a.id
    join departure.itineraries(p_missions) d on d.mission_id = mem.mission_id and d.organisation_id = mem.organisation_id
    left join departure.country_rule r on r.country = d.country and r.nationals = sender.country and r.kind = 'passport'
      and daterange(r.valid_from, r.valid_until, '[]') @> d.arrives_on
    cross join lateral (select greatest(d.ends_on, ((case r.validity_from when 'arrival' then d.arrives_on else d.ends_on end)
      + make_interval(months => coalesce(r.validity_months, 0)))::date) as day) until
    where mem.mission_id = any (p_missions) and mem.state = 'registered'
$function$
;
-- owner the migrations, execute escale_keeper

CREATE OR REPLACE FUNCTION departure.readiness(p_missions uuid[])
 RETURNS TABLE(mission_id uuid, organisation_id uuid, person_count integer, ready_count integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'departure'
AS $function$
  with seen as (select coalesce(array_agg(seat), '{}') as missions from missions.actor_seats() seat where seat = any (p_missions)),
  waiting as (select distinct r.member_id from seen, departure.requirements(seen.missions) r where r.state = 'to_do')
  select mem.mission_id, mem.organisation_id, count(*)::int, (count(*) filter (where w.member_id is null))::int
    from seen
    join delegations.member mem on mem.mission_id = any (seen.missions) and mem.state = 'registered'
    join missions.partner seat on seat.mission_id = mem.mission_id and seat.organisation_id = mem.organisation_id and seat.left_at is null
    left join waiting w on w.member_id = mem.id
    group by 1, 2
$function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION departure.requirements(p_missions uuid[])
 RETURNS TABLE(mission_id uuid, organisation_id uuid, member_id uuid, kind text, country text, due_on date, state text, item_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  with itinerary as (
    select * from departure.itineraries(p_missions)
  ), person as (
    select mem.id, mem.mission_id, mem.organisation_id, mem.category, sender.country as home,
        coalesce(way.starts_on, mission.starts_on) as starts_on, coalesce(way.ends_on, mission.ends_on) as ends_on
      from delegations.member mem
      join missions.mission mission on mission.id = mem.mission_id and mission.kind = 'outgoing' and mission.starts_on is not null and mission.state <> 'cancelled'
      join missions.partner seat on seat.mission_id = mem.mission_id and seat.organisation_id = mem.organisation_id and seat.left_at is null
      join directory.organisation sender on sender.id = mem.organisation_id
      left join lateral (select i.starts_on, i.ends_on from itinerary i
        where i.mission_id = mem.mission_id and i.organisation_id = mem.organisation_id limit 1) way on true
      where mem.mission_id = any (p_missions) and mem.state = 'registered'
  ), asked as (
    select p.id, p.mission_id, p.organisation_id, p.starts_on, p.ends_on, k.kind, null::char(2) as country, coalesce(own.notice_days, k.notice_days) as notice_days
      from person p
      join departure.requirement_kind k on not k.is_of_destination
      left join departure.own_rule own on own.organisation_id = p.organisation_id and own.kind = k.kind and own.country is null
      where coalesce(own.is_asked, true) and p.category = any (coalesce(own.categories, k.categories))
    union all
    select p.id, p.mission_id, p.organisation_id, p.starts_on, p.ends_on, k.kind, d.country, coalesce(here.notice_days, own.notice_days, k.notice_days)
      from person p
      join itinerary d on d.mission_id = p.mission_id and d.organisation_id = p.organisation_id and d.country is distinct from p.home
      join departure.requirement_kind k on k.is_of_destination
      left join departure.country_rule r on r.country = d.country and r.nationals = p.home and r.kind = k.kind
        and daterange(r.valid_from, r.valid_until, '[]') @> d.arrives_on
      left join departure.own_rule own on own.organisation_id = p.organisation_id and own.kind = k.kind and own.country is null
      left join departure.own_rule here on here.organisation_id = p.organisation_id and here.kind = k.kind and here.country = d.country
      where coalesce(here.is_asked, coalesce(own.is_asked, true) and r.need = 'required', false)
        and p.category = any (coalesce(here.categories, own.categories, k.categories))
  )
  select a.mission_id, a.organisation_id, a.id, a.kind, a.country::text, coalesce(i.due_on, a.starts_on - a.notice_days),
      case
        when i.state = 'not_needed' then i.state
        when t.is_long_enough is not null then case when t.is_long_enough then 'done' else 'to_do' end
        when i.state <> 'to_do' then i.state
        when a.kind = 'special_mandate' and exists (select from missions.mandate mandate where mandate.mission_id = a.mission_id
          and mandate.organisation_id = a.organisation_id and mandate.decided_on <= a.starts_on) then 'done'
        when a.kind = 'travel_order' and exists (select from departure.travel_order o where o.member_id = a.id and o.state = 'issued'
          and o.valid_from <= a.starts_on and o.valid_until >= a.ends_on) then 'done'
        else 'to_do'
      end, i.id
    from asked a
    left join departure.item i on i.member_id = a.id and i.kind = a.kind and i.country is not distinct from a.country
    left join departure.passport_terms(p_missions) t on a.kind = 'passport' and t.member_id = a.id and t.country = a.country
$function$
;
-- owner the migrations, execute escale_keeper

CREATE OR REPLACE FUNCTION directory.drop_merged_card(p_card uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'directory'
AS $function$
  delete from directory.organisation o
    where o.id = p_card and o.kept_by = app.actor_organisation() and not o.is_workspace
      and exists (select from directory.merge m where m.gone_id = p_card and m.undone_at is null and m.organisation_id = app.actor_organisation())
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION directory.forget_history(p_card uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'directory'
AS $function$
  with allowed as (
    select from directory.erasure e where e.card_id = p_card and e.organisation_id = app.actor_organisation() and app.actor_roles() && array['administrator']),
  about as (
    select j.entity, j.entity_id from app.journal j
      where j.organisation_id = app.actor_organisation() and j.entity in ('directory.affiliation', 'relations.exchange')
        and p_card::text in (j.payload -> 'after' ->> 'person_id', j.payload -> 'before' ->> 'person_id')),
  emptied as (
    update app.journal j set payload = null
      where exists (select from allowed) and j.organisation_id = app.actor_organisation() and j.payload is not null
        and ((j.entity = 'directory.person' and j.entity_id = p_card) or (j.entity, j.entity_id) in (select entity, entity_id from about))
      returning 1)
  select count(*)::integer from emptied
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION directory.guard_workspace()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.id, new.is_workspace) is distinct from (old.id, old.is_workspace) and not pg_has_role(current_user, 'escale_keeper', 'member') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_workspace_stays_a_workspace', message = 'what an organisation is does not change here';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION directory.organisations_named(p_name text, p_country text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public'
 SET "pg_trgm.word_similarity_threshold" TO '0.6'
AS $function$
declare
  v_actor uuid := app.actor_organisation();
  v_name  text := app.fold(p_name);
begin
  if v_actor is null then return; end if;
  return query
    select o.id from directory.organisation o
      where o.search_text %> v_name and o.country = p_country
        and (o.kept_by = v_actor or o.is_workspace or o.id = any (missions.actor_co_travellers()))
        and (app.fold(o.name) = v_name or exists (select from jsonb_each_text(o.names) each_name (language, text) where app.fold(each_name.text) = v_name))
      order by o.kept_by = v_actor desc, o.is_workspace desc, o.id;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION directory.search(p_words jsonb, p_threshold real, p_identifier text, p_country text, p_kind text, p_limit integer, p_offset integer)
 RETURNS TABLE(kind text, id uuid, total bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 25
 SET search_path TO 'pg_catalog', 'public'
 SET "pg_trgm.word_similarity_threshold" TO '0.6'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  -- From so many cards that hold the words as they are written, what merely resembles them is not looked for.
  c_common        constant integer := 200;
  v_actor         uuid    := app.actor_organisation();
  v_co_travellers uuid[]  := missions.actor_co_travellers();
  v_organisations boolean := coalesce(p_kind, 'organisation') = 'organisation';
  v_people        boolean := coalesce(p_kind, 'person') = 'person';
  v_cities        boolean := coalesce(p_kind, 'city') = 'city';
  -- As typed, the longest first: six at most, see domain/search-words.ts.
  v_words         text[];
  -- What a text must hold, one row for each spelling: as typed where that is common, otherwise with one word replaced by another form of it.
  v_held          jsonb;
  v_is_common     boolean;
  -- Whether what is held is answer enough: what resembles the words is looked for otherwise.
  v_is_settled    boolean;
begin
  if v_actor is null then return; end if;
  perform set_config('pg_trgm.word_similarity_threshold', p_threshold::text, true);
  select coalesce(array_agg(app.fold(e.forms ->> 0) order by e.n), '{}') into v_words from jsonb_array_elements(p_words) with ordinality e (forms, n);
  v_is_common := (
    select count(*) >= c_common from (
      (select from directory.person p
        where v_people and p.organisation_id = v_actor and p.search_text like '%' || v_words[1] || '%'
          and (v_words[2] is null or p.search_text like '%' || v_words[2] || '%') and (v_words[3] is null or p.search_text like '%' || v_words[3] || '%')
          and (v_words[4] is null or p.search_text like '%' || v_words[4] || '%') and (v_words[5] is null or p.search_text like '%' || v_words[5] || '%')
          and (v_words[6] is null or p.search_text like '%' || v_words[6] || '%') limit c_common)
      union all
      (select from directory.organisation o
        where v_organisations and o.kept_by = v_actor and o.search_text like '%' || v_words[1] || '%'
          and (v_words[2] is null or o.search_text like '%' || v_words[2] || '%') and (v_words[3] is null or o.search_text like '%' || v_words[3] || '%')
          and (v_words[4] is null or o.search_text like '%' || v_words[4] || '%') and (v_words[5] is null or o.search_text like '%' || v_words[5] || '%')
          and (v_words[6] is null or o.search_text like '%' || v_words[6] || '%') limit c_common)) held);
  v_held := case when v_is_common then jsonb_build_array(to_jsonb(v_words)) else (
    select coalesce(jsonb_agg(jsonb_set(to_jsonb(v_words), array[(e.n - 1)::text], to_jsonb(app.fold(form.text)))), '[]')
      from jsonb_array_elements(p_words) with ordinality e (forms, n), jsonb_array_elements_text(e.forms) with ordinality form (text, n) where form.n > 1) end;
  v_is_settled := v_is_common or exists (
    select from jsonb_array_elements(v_held) h join directory.person p on p.organisation_id = v_actor
      where v_people and p.search_text like all (array(select '%' || w || '%' from jsonb_array_elements_text(h) w)) and p.search_text like '%' || (h ->> 0) || '%');
  return query
    with held as (
      select '%' || (h ->> 0) || '%' as a, '%' || coalesce(h ->> 1, h ->> 0) || '%' as b, '%' || coalesce(h ->> 2, h ->> 0) || '%' as c, h, jsonb_array_length(h) > 3 as is_long
        from jsonb_array_elements(v_held) h
    ),
    candidate as (
      select 'organisation' as kind, o.id, o.search_text, null::real as score
        from directory.organisation o where v_organisations and not v_is_settled and o.kept_by = v_actor and o.search_text %> v_words[1]
          and (v_words[2] is null or o.search_text %> v_words[2]) and (v_words[3] is null or o.search_text %> v_words[3])
          and (v_words[4] is null or o.search_text %> v_words[4]) and (v_words[5] is null or o.search_text %> v_words[5]) and (v_words[6] is null or o.search_text %> v_words[6])
      union all
      select 'organisation', o.id, o.search_text, null
        from directory.organisation o where v_organisations and o.is_workspace and o.search_text %> v_words[1]
          and (v_words[2] is null or o.search_text %> v_words[2]) and (v_words[3] is null or o.search_text %> v_words[3])
          and (v_words[4] is null or o.search_text %> v_words[4]) and (v_words[5] is null or o.search_text %> v_words[5]) and (v_words[6] is null or o.search_text %> v_words[6])
      union all
      select 'organisation', o.id, o.search_text, null
        from directory.organisation o where v_organisations and o.id = any (v_co_travellers) and o.search_text %> v_words[1]
          and (v_words[2] is null or o.search_text %> v_words[2]) and (v_words[3] is null or o.search_text %> v_words[3])
          and (v_words[4] is null or o.search_text %> v_words[4]) and (v_words[5] is null or o.search_text %> v_words[5]) and (v_words[6] is null or o.search_text %> v_words[6])
      union all
      select 'organisation', o.id, o.search_text, case when v_is_common then 1 else 0.9 end
        from held join directory.organisation o on (o.kept_by = v_actor or o.is_workspace or o.id = any (v_co_travellers))
          and o.search_text like held.a and o.search_text like held.b and o.search_text like held.c
          and (not held.is_long or not exists (select from jsonb_array_elements_text(held.h) w where strpos(o.search_text, w) = 0)) where v_organisations
      union all
      select 'organisation', o.id, o.search_text, 1
        from directory.organisation_identifier i join directory.organisation o on o.id = i.organisation_id
        where v_organisations and i.value = p_identifier and (o.kept_by = v_actor or o.is_workspace or o.id = any (v_co_travellers))
      union all
      select 'organisation', o.id, o.search_text, 0.5
        from directory.organisation o where v_organisations and o.country = p_country and (o.kept_by = v_actor or o.is_workspace or o.id = any (v_co_travellers))
      union all
      select 'person', p.id, p.search_text, null
        from directory.person p where v_people and not v_is_settled and p.organisation_id = v_actor and p.search_text %> v_words[1]
          and (v_words[2] is null or p.search_text %> v_words[2]) and (v_words[3] is null or p.search_text %> v_words[3])
          and (v_words[4] is null or p.search_text %> v_words[4]) and (v_words[5] is null or p.search_text %> v_words[5]) and (v_words[6] is null or p.search_text %> v_words[6])
      union all
      select 'person', p.id, p.search_text, case when v_is_common then 1 else 0.9 end
        from held join directory.person p on p.organisation_id = v_actor
          and p.search_text like held.a and p.search_text like held.b and p.search_text like held.c
          and (not held.is_long or not exists (select from jsonb_array_elements_text(held.h) w where strpos(p.search_text, w) = 0)) where v_people
      union all
      select 'city', c.id, c.search_text, null
        from directory.city c where v_cities and c.search_text %> v_words[1]
          and (v_words[2] is null or c.search_text %> v_words[2]) and (v_words[3] is null or c.search_text %> v_words[3])
          and (v_words[4] is null or c.search_text %> v_words[4]) and (v_words[5] is null or c.search_text %> v_words[5]) and (v_words[6] is null or c.search_text %> v_words[6])
      union all
      select 'city', c.id, c.search_text, case when v_is_common then 1 else 0.9 end
        from held join directory.city c on c.search_text like held.a and c.search_text like held.b and c.search_text like held.c
          and (not held.is_long or not exists (select from jsonb_array_elements_text(held.h) w where strpos(c.search_text, w) = 0)) where v_cities
      union all
      select 'city', c.id, c.search_text, 0.5
        from directory.city c where v_cities and c.country = p_country
    ),
    answer as (
      select c.kind, c.id, c.search_text, max(coalesce(c.score, (select avg(public.word_similarity(w, c.search_text)) from unnest(v_words) w))) as score
        from candidate c group by c.kind, c.id, c.search_text
    )
    select a.kind, a.id, count(*) over () from answer a where a.score > 0
      order by a.score desc,
        v_is_common and strpos(' ' || a.search_text || ' ', ' ' || v_words[1] || ' ') > 0 desc,
        length(a.search_text), a.search_text, a.id
      limit p_limit offset p_offset;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION identity.accept_invitation(p_token_digest bytea, p_account uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
AS $function$
declare
  v_invitation identity.invitation;
  v_name text;
begin
  select * into v_invitation from identity.invitation
    where token_digest = p_token_digest and accepted_at is null and withdrawn_at is null and expires_at > now() for update;
  if not found then return null; end if;
  select u.name into v_name from auth."user" u where u.id = p_account and u.email = v_invitation.email;
  if not found then return null; end if;
  perform set_config('app.account', p_account::text, true), set_config('app.organisation', v_invitation.organisation_id::text, true),
          set_config('app.roles', '', true), set_config('app.actor_name', v_name, true), set_config('app.event', 'invitation.accepted', true);
  update identity.invitation set accepted_at = now() where id = v_invitation.id;
  insert into identity.membership as m (account_id, organisation_id, roles) values (p_account, v_invitation.organisation_id, v_invitation.roles)
    on conflict on constraint one_membership_per_organisation
    do update set roles = array(select distinct role from unnest(m.roles || excluded.roles) role order by role);
  return v_invitation.organisation_id;
end $function$
;
-- owner escale_keeper, execute escale_auth

CREATE OR REPLACE FUNCTION identity.change_own_card(p_version integer, p_name text, p_names jsonb, p_website text, p_identifiers jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'directory'
AS $function$
begin
  update directory.organisation set name = p_name, names = p_names, website = p_website
    where id = app.actor_organisation() and version = p_version;
  if not found then return false; end if;
  delete from directory.organisation_identifier known
    where known.organisation_id = app.actor_organisation()
      and not exists (select from jsonb_to_recordset(p_identifiers) given (scheme text, value text) where (given.scheme, given.value) = (known.scheme, known.value));
  insert into directory.organisation_identifier (organisation_id, scheme, value)
    select app.actor_organisation(), given.scheme, given.value from jsonb_to_recordset(p_identifiers) given (scheme text, value text)
    on conflict on constraint one_value_per_scheme do nothing;
  return true;
end $function$
;
-- owner the migrations, execute escale_web

CREATE OR REPLACE FUNCTION identity.deputyships_of(p_account uuid)
 RETURNS TABLE(deputyship_id uuid, organisation_id uuid, organisation_name text, roles text[], principal_id uuid, principal_name text, ends_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
BEGIN ATOMIC
 SELECT d.id,
     d.organisation_id,
     o.name,
     kept.roles,
     d.principal_id,
     u.name,
     d.ends_on
    FROM (((((identity.deputyship d
      JOIN identity.membership m ON (((m.account_id = d.principal_id) AND (m.organisation_id = d.organisation_id))))
      JOIN directory.organisation o ON ((o.id = d.organisation_id)))
      JOIN auth."user" u ON ((u.id = d.principal_id)))
      LEFT JOIN identity.workspace w ON ((w.organisation_id = d.organisation_id)))
      CROSS JOIN LATERAL ( SELECT ARRAY( SELECT r.r
                    FROM unnest(m.roles) r(r)
                   WHERE (r.r <> ALL (ARRAY['administrator'::text, 'assembly'::text]))) AS roles) kept)
   WHERE ((d.deputy_id = deputyships_of.p_account) AND (d.ended_at IS NULL) AND (cardinality(kept.roles) > 0) AND ((((now() AT TIME ZONE COALESCE(w.time_zone, 'Europe/Paris'::text)))::date >= d.starts_on) AND (((now() AT TIME ZONE COALESCE(w.time_zone, 'Europe/Paris'::text)))::date <= d.ends_on)))
   ORDER BY o.name, u.name, d.id;
END
;
-- owner escale_keeper, execute escale_auth escale_web

CREATE OR REPLACE FUNCTION identity.enter(p_account uuid, p_organisation uuid, p_deputyship uuid DEFAULT NULL::uuid)
 RETURNS TABLE(roles text[], account_name text, locale text, currency text, time_zone text, organisation_name text, principal_id uuid, principal_name text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
AS $function$
#variable_conflict use_column
declare
  v_name text;
begin
  select m.roles, u.name, u.locale, w.currency::text, w.time_zone, o.name
    into roles, account_name, locale, currency, time_zone, organisation_name
    from identity.membership m
    join auth."user" u on u.id = m.account_id
    join directory.organisation o on o.id = m.organisation_id
    left join identity.workspace w on w.organisation_id = m.organisation_id
    where m.account_id = p_account and m.organisation_id = p_organisation;
  if not found then return; end if;
  v_name := account_name;
  if p_deputyship is not null then
    select d.roles, d.principal_id, d.principal_name into roles, principal_id, principal_name
      from identity.deputyships_of(p_account) d where d.deputyship_id = p_deputyship and d.organisation_id = p_organisation;
    if not found then return; end if;
    select account_name || case w.locale when 'en' then ', for ' else ', pour ' end || principal_name into v_name
      from (select) one left join identity.workspace w on w.organisation_id = p_organisation;
  end if;
  perform set_config('app.account', p_account::text, true), set_config('app.organisation', p_organisation::text, true),
          set_config('app.on_behalf_of', coalesce(principal_id::text, ''), true),
          set_config('app.roles', array_to_string(roles, ','), true), set_config('app.actor_name', v_name, true);
  return next;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION identity.enter_by_key(p_token_digest bytea)
 RETURNS TABLE(key_id uuid, key_name text, organisation_id uuid, roles text[], currency text, time_zone text, organisation_name text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
AS $function$
#variable_conflict use_column
begin
  select k.id, k.name, k.organisation_id, k.roles into key_id, key_name, organisation_id, roles
    from identity.api_key k
    where k.token_digest = p_token_digest and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
  if not found then return; end if;
  insert into identity.api_key_use as u values (key_id, current_date)
    on conflict (api_key_id) do update set used_on = current_date where u.used_on < current_date;
  select w.currency::text, w.time_zone into currency, time_zone from identity.workspace w where w.organisation_id = enter_by_key.organisation_id;
  select o.name into organisation_name from directory.organisation o where o.id = enter_by_key.organisation_id;
  perform set_config('app.account', '', true), set_config('app.organisation', enter_by_key.organisation_id::text, true),
          set_config('app.roles', array_to_string(enter_by_key.roles, ','), true), set_config('app.actor_name', key_name, true);
  return next;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION identity.found(p_account uuid, p_organisation uuid, p_name text, p_kind text, p_country text, p_city text, p_currency text, p_time_zone text, p_locale text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
AS $function$
begin
  perform set_config('app.account', p_account::text, true), set_config('app.organisation', p_organisation::text, true),
          set_config('app.roles', 'administrator', true), set_config('app.event', 'organisation.founded', true);
  insert into directory.organisation (id, kept_by, is_workspace, name, kind, country, city_name)
    values (p_organisation, p_organisation, true, p_name, p_kind, p_country, p_city);
  insert into identity.workspace (organisation_id, currency, time_zone, locale) values (p_organisation, p_currency, p_time_zone, p_locale);
  insert into identity.membership (account_id, organisation_id, roles) values (p_account, p_organisation, array['administrator', 'officer']);
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION identity.found_first(p_account uuid, p_organisation uuid, p_name text, p_kind text, p_country text, p_city text, p_currency text, p_time_zone text, p_locale text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtext('identity.found_first'));
  if exists (select from identity.membership) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_first_organisation_is_founded_once', message = 'an organisation exists already';
  end if;
  perform identity.found(p_account, p_organisation, p_name, p_kind, p_country, p_city, p_currency, p_time_zone, p_locale);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION identity.invitation_of(p_token_digest bytea)
 RETURNS TABLE(invitation_id uuid, organisation_id uuid, organisation_name text, email text, roles text[], inviter_name text, state text, account_id uuid, locale text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
BEGIN ATOMIC
 SELECT i.id,
     i.organisation_id,
     o.name,
     i.email,
     i.roles,
     inviter.name,
         CASE
             WHEN (i.accepted_at IS NOT NULL) THEN 'accepted'::text
             WHEN (i.withdrawn_at IS NOT NULL) THEN 'withdrawn'::text
             WHEN (i.expires_at <= now()) THEN 'expired'::text
             ELSE 'open'::text
         END AS "case",
     invited.id,
     COALESCE(w.locale, 'fr'::text) AS "coalesce"
    FROM ((((identity.invitation i
      JOIN directory.organisation o ON ((o.id = i.organisation_id)))
      LEFT JOIN identity.workspace w ON ((w.organisation_id = i.organisation_id)))
      LEFT JOIN auth."user" inviter ON ((inviter.id = i.invited_by)))
      LEFT JOIN auth."user" invited ON ((invited.email = i.email)))
   WHERE (i.token_digest = invitation_of.p_token_digest);
END
;
-- owner escale_keeper, execute escale_auth escale_web

CREATE OR REPLACE FUNCTION identity.is_empty()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
BEGIN ATOMIC
 SELECT (NOT (EXISTS ( SELECT
            FROM identity.membership)));
END
;
-- owner escale_keeper, execute escale_web public

CREATE OR REPLACE FUNCTION identity.is_invited(p_email text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM identity.invitation
           WHERE ((invitation.email = lower(is_invited.p_email)) AND (invitation.accepted_at IS NULL) AND (invitation.withdrawn_at IS NULL) AND (invitation.expires_at > now())))) AS "exists";
END
;
-- owner escale_keeper, execute escale_auth

CREATE OR REPLACE FUNCTION identity.keep_an_administrator()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
AS $function$
begin
  if 'administrator' = any (old.roles)
     and exists (select from identity.membership where organisation_id = old.organisation_id)
     and not exists (select from identity.membership where organisation_id = old.organisation_id and 'administrator' = any (roles)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'organisation_keeps_an_administrator',
      message = 'an organisation keeps at least one administrator';
  end if;
  return null;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION identity.memberships_of(p_account uuid)
 RETURNS TABLE(organisation_id uuid, organisation_name text, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'identity'
BEGIN ATOMIC
 SELECT m.organisation_id,
     o.name,
     m.roles
    FROM (identity.membership m
      JOIN directory.organisation o ON ((o.id = m.organisation_id)))
   WHERE (m.account_id = memberships_of.p_account)
   ORDER BY o.name;
END
;
-- owner escale_keeper, execute escale_auth escale_web

CREATE OR REPLACE FUNCTION meetings.answer_by_link(p_digest bytea, p_wish uuid, p_accepts boolean, p_reason text, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  perform set_config('app.event', 'meeting_request.answered', true), set_config('app.actor_name', v_participant.name, true);
  update meetings.wish w set state = case when p_accepts then 'accepted' else 'declined' end, answered_at = p_now,
      reason = case when p_accepts then null else btrim(p_reason) end
    where w.id = p_wish and w.state = 'open' and w.expires_at > p_now and w.about_id = v_participant.id;
  return found;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.answer_request(p_wish uuid, p_accepts boolean, p_reason text, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
begin
  update meetings.wish w set state = case when p_accepts then 'accepted' else 'declined' end, answered_at = p_now,
      reason = case when p_accepts then null else btrim(p_reason) end
    where w.id = p_wish and w.state = 'open' and w.expires_at > p_now
      and (w.mission_id = any (missions.actor_led_missions()) or w.about_id in (select meetings.kept_participants()));
  return found;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.answer_survey(p_digest bytea, p_answer jsonb, p_version integer, p_now timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_survey meetings.survey;
  v_name   text;
begin
  select s.* into v_survey from meetings.survey_link l join meetings.survey s on s.id = l.survey_id
    where l.token_digest = p_digest and s.expires_at > p_now for update of s;
  if not found then return 'over'; end if;
  if v_survey.version <> p_version then return 'stale'; end if;
  select btrim(r.given_name || ' ' || r.family_name) into v_name from meetings.survey_link l join meetings.representative r on r.id = l.representative_id
    where l.token_digest = p_digest;
  perform set_config('app.event', 'meeting_survey.answered', true), set_config('app.actor_name', v_name, true);
  update meetings.survey set follow_up = p_answer ->> 'followUp', answered_at = p_now, completed_at = p_now, answered_name = v_name,
      quotes = (p_answer ->> 'quotes')::integer, contracts = (p_answer ->> 'contracts')::integer, jobs = (p_answer ->> 'jobs')::integer,
      value_cents = (p_answer ->> 'valueCents')::bigint, value_currency = p_answer ->> 'valueCurrency', value_qualifier = p_answer ->> 'valueQualifier',
      words = coalesce(p_answer ->> 'words', '')
    where id = v_survey.id;
  return 'saved';
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.appointments_of_member(p_member uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(jsonb_build_object('id', k.id, 'sequence', k.sequence, 'changedAt', meetings.iso(k.changed_at), 'state',
         CASE
             WHEN (k.called_off_to IS NULL) THEN 'confirmed'::text
             ELSE 'cancelled'::text
         END, 'startsAt', meetings.iso(k.starts_at), 'endsAt', meetings.iso(k.ends_at), 'timeZone', l.time_zone, 'city', c.city_name, 'spot', s.name, 'address', s.address, 'met',
         CASE r.participant_id
             WHEN k.one_id THEN jsonb_build_array(b.name)
             WHEN k.other_id THEN jsonb_build_array(a.name)
             ELSE jsonb_build_array(a.name, b.name)
         END) ORDER BY k.starts_at, k.id), '[]'::jsonb) AS "coalesce"
    FROM (((((((meetings.pub_traveller w
      JOIN meetings.appointment k ON ((k.event_id = w.event_id)))
      LEFT JOIN meetings.representative r ON ((r.id = w.who_id)))
      JOIN meetings.event_leg l ON (((l.event_id = k.event_id) AND (l.leg_id = k.leg_id))))
      JOIN missions.leg c ON ((c.id = k.leg_id)))
      JOIN meetings.participant a ON ((a.id = k.one_id)))
      JOIN meetings.participant b ON ((b.id = k.other_id)))
      JOIN meetings.spot s ON ((s.id = k.spot_id)))
   WHERE ((w.member_id = appointments_of_member.p_member) AND
         CASE
             WHEN (k.called_off_to IS NOT NULL) THEN (w.who_id = ANY (k.called_off_to))
             ELSE (EXISTS ( SELECT
                FROM (meetings.meeting m
                  JOIN meetings.attendance t ON ((t.meeting_id = m.id)))
               WHERE ((m.event_id = k.event_id) AND (LEAST(m.one_id, m.other_id) = k.one_id) AND (GREATEST(m.one_id, m.other_id) = k.other_id) AND (COALESCE(t.representative_id, t.resource_id) = w.who_id))))
         END);
END
;
-- owner the migrations, execute escale_keeper

CREATE OR REPLACE FUNCTION meetings.away_by_link(p_digest bytea, p_representative uuid, p_slots uuid[], p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  if not exists (select from meetings.representative r where r.id = p_representative and r.participant_id = v_participant.id) then return false; end if;
  delete from meetings.absence where representative_id = p_representative and slot_id <> all (p_slots);
  insert into meetings.absence (mission_id, event_id, slot_id, representative_id)
    select s.mission_id, s.event_id, s.id, p_representative from meetings.slot s where s.event_id = v_participant.event_id and s.id = any (p_slots)
    on conflict do nothing;
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.check_outcome()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
begin
  if not exists (select from meetings.meeting m where m.id = new.meeting_id and m.event_id = new.event_id and new.participant_id in (m.one_id, m.other_id)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_side_tells_its_own_meeting',
      message = 'only the two who meet tell what became of it';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION meetings.check_presence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant uuid := coalesce(new.participant_id, old.participant_id);
begin
  perform from meetings.participant p where p.id = v_participant for update;
  if exists (select from meetings.participant_leg l where l.participant_id = v_participant)
    and exists (select from meetings.meeting m where v_participant in (m.one_id, m.other_id)
      and not exists (select from meetings.participant_leg l where l.participant_id = v_participant and l.leg_id = m.leg_id)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'nobody_leaves_a_leg_with_meetings',
      message = 'nobody leaves a leg on which they have a meeting';
  end if;
  return null;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION meetings.check_slot_offer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
begin
  if (select count(*) from meetings.slot s where s.event_id = new.event_id and s.id = any (new.slot_ids)) <> 3 then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'three_slots_of_the_event', message = 'an offer is of three slots of its event';
  end if;
  if not exists (select from meetings.wish w where w.id = new.wish_id and w.event_id = new.event_id and w.about_id = new.host_id and w.degree <> 'no') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_offer_answers_a_request', message = 'slots are offered to who is asked';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION meetings.check_snapshot()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
begin
  if tg_op = 'UPDATE' then
    if new.snapshot <> old.snapshot then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_snapshot_is_never_changed', message = 'a snapshot is never changed';
    end if;
  elsif not exists (select from meetings.run r where r.id = new.run_id and r.digest = sha256(convert_to(new.snapshot, 'UTF8'))) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_snapshot_is_what_its_digest_says',
      message = 'the snapshot of a run has the digest of the run';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION meetings.check_wish()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_rule meetings.rule;
begin
  select r.* into v_rule from meetings.rule r
    join meetings.participant a on a.id = new.participant_id and a.circle_id = r.from_id
    join meetings.participant b on b.id = new.about_id and b.circle_id = r.to_id;
  if new.degree <> 'no' and not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_rule_allows_the_wish', message = 'no rule lets this participant ask that one';
  end if;
  if new.degree <> 'no' and v_rule.is_answered = (new.state = 'noted') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_rule_says_who_answers', message = 'a wish is answered when its rule says so';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION meetings.choose_slot(p_host uuid, p_offer uuid, p_slot uuid, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_wish uuid;
begin
  update meetings.slot_offer set state = 'chosen', chosen_slot_id = p_slot, answered_at = p_now
    where id = p_offer and host_id = p_host and state = 'open' and p_slot = any (slot_ids) returning wish_id into v_wish;
  if not found then return false; end if;
  update meetings.wish set state = 'accepted', answered_at = p_now, reason = null where id = v_wish and state = 'open' and expires_at > p_now;
  return exists (select from meetings.wish w where w.id = v_wish and w.state in ('accepted', 'noted'));
end $function$
;
-- owner the migrations, execute escale_keeper

CREATE OR REPLACE FUNCTION meetings.choose_slot_by_link(p_digest bytea, p_offer uuid, p_slot uuid, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  perform set_config('app.event', 'meeting_request.answered', true), set_config('app.actor_name', v_participant.name, true);
  return meetings.choose_slot(v_participant.id, p_offer, p_slot, p_now);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.choose_slot_for(p_host uuid, p_offer uuid, p_slot uuid, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
begin
  if not exists (select from meetings.participant p where p.id = p_host
      and (p.mission_id = any (missions.actor_led_missions()) or p.id in (select meetings.kept_participants()))) then return false; end if;
  return meetings.choose_slot(p_host, p_offer, p_slot, p_now);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.contacts_before(p_event uuid, p_participant uuid, p_now timestamp with time zone)
 RETURNS TABLE(participant_id uuid, other_id uuid, is_held boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 SELECT p.id,
     x.id,
     bool_or((EXISTS ( SELECT
            FROM (meetings.meeting m
              JOIN meetings.outcome o ON (((o.meeting_id = m.id) AND (o.participant_id = b.id) AND (o.state = 'held'::text))))
           WHERE (((m.one_id = b.id) AND (m.other_id = y.id)) OR ((m.one_id = y.id) AND (m.other_id = b.id)))))) AS bool_or
    FROM ((((meetings.participant p
      JOIN meetings.participant b ON (((b.organisation_id = p.organisation_id) AND (b.event_id <> p.event_id) AND (app.fold(btrim(b.name)) = app.fold(btrim(p.name))) AND COALESCE((b.country = p.country), true))))
      JOIN missions.partner k ON (((k.mission_id = b.mission_id) AND (k.organisation_id = b.organisation_id) AND (k.left_at IS NULL))))
      JOIN meetings.participant y ON (((y.event_id = b.event_id) AND (y.id <> b.id))))
      JOIN meetings.participant x ON (((x.event_id = p.event_id) AND (x.id <> p.id) AND (app.fold(btrim(x.name)) = app.fold(btrim(y.name))) AND COALESCE((x.country = y.country), true))))
   WHERE ((p.event_id = contacts_before.p_event) AND ((contacts_before.p_participant IS NULL) OR (p.id = contacts_before.p_participant)) AND ( SELECT (max(s.ends_at) < contacts_before.p_now)
            FROM meetings.slot s
           WHERE (s.event_id = b.event_id)) AND (NOT (EXISTS ( SELECT
            FROM missions.partner now_led
           WHERE ((now_led.mission_id = p.mission_id) AND (now_led.left_at IS NULL) AND (now_led.role = ANY (ARRAY['lead'::text, 'co_organiser'::text])) AND (NOT (EXISTS ( SELECT
                    FROM missions.partner then_led
                   WHERE ((then_led.mission_id = b.mission_id) AND (then_led.left_at IS NULL) AND (then_led.organisation_id = now_led.organisation_id) AND (then_led.role = ANY (ARRAY['lead'::text, 'co_organiser'::text])))))))))))
   GROUP BY p.id, x.id;
END
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION meetings.contacts_of_link(p_digest bytea, p_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  if v_participant.id is null then return null; end if;
  return jsonb_build_object('country', v_participant.country, 'contacts', coalesce((select jsonb_object_agg(c.other_id, c.is_held)
    from meetings.contacts_before(v_participant.event_id, v_participant.id, p_now) c), '{}'));
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.count_wishes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_asked integer := 0;
  v_taken integer := 0;
begin
  if tg_op <> 'INSERT' and old.degree <> 'no' then
    v_asked := v_asked - (old.state in ('noted', 'open', 'accepted'))::int;
    v_taken := v_taken - (old.state = 'accepted')::int;
  end if;
  if tg_op <> 'DELETE' and new.degree <> 'no' then
    v_asked := v_asked + (new.state in ('noted', 'open', 'accepted'))::int;
    v_taken := v_taken + (new.state = 'accepted')::int;
  end if;
  if v_asked <> 0 then
    update meetings.allowance set requested = requested + v_asked where participant_id = coalesce(new.participant_id, old.participant_id);
  end if;
  if v_taken <> 0 then
    update meetings.allowance set accepted = accepted + v_taken where participant_id = coalesce(new.about_id, old.about_id);
  end if;
  return null;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION meetings.day_of_slot()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
begin
  -- On a leg the event does not hold, the key says so.
  new.day := coalesce((select (new.starts_at at time zone l.time_zone)::date from meetings.event_leg l
    where l.event_id = new.event_id and l.leg_id = new.leg_id), (new.starts_at at time zone 'UTC')::date);
  return new;
end $function$
;
-- owner the migrations, execute -

CREATE OR REPLACE FUNCTION meetings.earlier_contacts(p_event uuid, p_participant uuid, p_now timestamp with time zone)
 RETURNS TABLE(participant_id uuid, other_id uuid, is_held boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 SELECT c.participant_id,
     c.other_id,
     c.is_held
    FROM meetings.contacts_before(earlier_contacts.p_event, earlier_contacts.p_participant, earlier_contacts.p_now) c(participant_id, other_id, is_held)
   WHERE ((c.participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)) OR (EXISTS ( SELECT
            FROM meetings.event e
           WHERE ((e.id = earlier_contacts.p_event) AND (e.mission_id = ANY (missions.actor_led_missions()))))));
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.expire_requests(p_event uuid, p_now timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_count integer;
begin
  update meetings.wish set state = 'expired' where event_id = p_event and state = 'open' and expires_at <= p_now;
  get diagnostics v_count = row_count;
  return v_count;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.forget_suggestions(p_now timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 WITH rule AS (
          SELECT (forget_suggestions.p_now - make_interval(days => k.days)) AS since
            FROM directory.retention_rule k
           WHERE ((k.legal_basis = 'public_task'::text) AND (k.valid_from <= (forget_suggestions.p_now)::date))
           ORDER BY k.valid_from DESC
          LIMIT 1
         )
  DELETE FROM meetings.suggestion_run r
    USING rule
   WHERE ((r.shown_at < rule.since) AND (NOT (EXISTS ( SELECT
            FROM meetings.slot s
           WHERE ((s.event_id = r.event_id) AND (s.ends_at >= rule.since))))));
END
;
-- owner the migrations, execute -

CREATE OR REPLACE FUNCTION meetings.iso(p_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT to_char((p_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text) AS to_char;
END
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION meetings.keep_appointment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
begin
  if tg_op = 'DELETE' then
    update meetings.appointment a set sequence = a.sequence + 1, changed_at = now(), called_off_to = coalesce(
        (select array_agg(coalesce(t.representative_id, t.resource_id)) from meetings.attendance t where t.meeting_id = old.id), '{}')
      where a.event_id = old.event_id and a.one_id = least(old.one_id, old.other_id) and a.other_id = greatest(old.one_id, old.other_id);
    return old;
  end if;
  insert into meetings.appointment as a (mission_id, event_id, one_id, other_id, leg_id, spot_id, starts_at, ends_at)
    values (new.mission_id, new.event_id, least(new.one_id, new.other_id), greatest(new.one_id, new.other_id), new.leg_id, new.spot_id, new.starts_at, new.ends_at)
    on conflict (event_id, one_id, other_id) do update set sequence = a.sequence + 1, changed_at = now(), called_off_to = null,
      leg_id = excluded.leg_id, spot_id = excluded.spot_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at
      where (a.called_off_to is not null, a.spot_id, a.starts_at, a.ends_at) is distinct from (false, excluded.spot_id, excluded.starts_at, excluded.ends_at);
  return null;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION meetings.keep_locked()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.is_locked and (tg_op = 'DELETE' or (new.slot_id, new.spot_id, new.starts_at, new.ends_at) is distinct from (old.slot_id, old.spot_id, old.starts_at, old.ends_at)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_locked_meeting_does_not_move', message = 'a locked meeting does not move';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION meetings.keep_quotas()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
begin
  insert into meetings.allowance (participant_id, mission_id, request_quota, meeting_quota)
    values (new.id, new.mission_id, new.request_quota, new.meeting_quota)
    on conflict (participant_id) do update set request_quota = excluded.request_quota, meeting_quota = excluded.meeting_quota;
  return null;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION meetings.keep_sent_round()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.sent_at is not null and pg_trigger_depth() = 1 then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_round_that_was_sent_stays', message = 'a round that was sent stays';
  end if;
  return old;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION meetings.keep_suggestions(p_participant uuid, p_said jsonb, p_name text, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_last meetings.suggestion_run;
begin
  select * into v_last from meetings.suggestion_run r where r.participant_id = p_participant order by r.number desc limit 1;
  if (v_last.version, v_last.weights, v_last.own, v_last.compared, v_last.pairs)
     is not distinct from ((p_said ->> 'version')::integer, p_said -> 'weights', p_said -> 'own', (p_said ->> 'compared')::integer, p_said -> 'pairs') then
    return false;
  end if;
  insert into meetings.suggestion_run (mission_id, event_id, participant_id, number, shown_at, shown_name, version, weights, own, compared, pairs)
    select p.mission_id, p.event_id, p.id, coalesce(v_last.number, 0) + 1, p_now, p_name, (p_said ->> 'version')::integer, p_said -> 'weights',
        p_said -> 'own', (p_said ->> 'compared')::integer, p_said -> 'pairs'
      from meetings.participant p where p.id = p_participant
    on conflict on constraint one_suggestion_run_per_number do nothing;
  return found;
end $function$
;
-- owner the migrations, execute escale_keeper escale_web

CREATE OR REPLACE FUNCTION meetings.kept_participants()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 SELECT p.id
    FROM (meetings.participant p
      JOIN missions.partner s ON (((s.mission_id = p.mission_id) AND (s.organisation_id = p.organisation_id) AND (s.left_at IS NULL))))
   WHERE (p.organisation_id = app.actor_organisation());
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.leg_of_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
begin
  -- Of a slot that is gone, the key says so.
  new.leg_id := coalesce((select s.leg_id from meetings.slot s where s.id = new.slot_id), '00000000-0000-0000-0000-000000000000');
  -- Presences do not change meanwhile.
  perform from meetings.participant p where p.id in (new.one_id, new.other_id) order by p.id for key share;
  if exists (select from meetings.participant_leg l where l.participant_id in (new.one_id, new.other_id)
      group by l.participant_id having not bool_or(l.leg_id = new.leg_id)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'who_meets_is_on_the_leg', message = 'both who meet are on the leg of the meeting';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION meetings.meetings_of_link(p_digest bytea, p_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  return coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', x.name, 'spot', s.name,
      'startsAt', meetings.iso(m.starts_at), 'endsAt', meetings.iso(m.ends_at), 'timeZone', l.time_zone,
      'outcome', case when o.id is not null then jsonb_build_object('state', o.state, 'nextStep', o.next_step, 'nextStepOn', o.next_step_on,
        'nextStepWords', o.next_step_words, 'version', o.version) end) order by m.starts_at, m.id)
    from meetings.meeting m
    join meetings.participant x on x.id in (m.one_id, m.other_id) and x.id <> v_participant.id
    join meetings.spot s on s.id = m.spot_id
    join meetings.event_leg l on l.event_id = m.event_id and l.leg_id = m.leg_id
    left join meetings.outcome o on o.meeting_id = m.id and o.participant_id = v_participant.id
    where v_participant.id in (m.one_id, m.other_id) and m.starts_at <= p_now), '[]');
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.meetings_of_member(p_member uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(jsonb_build_object('id', m.id, 'startsAt', meetings.iso(m.starts_at), 'endsAt', meetings.iso(m.ends_at), 'timeZone', l.time_zone, 'city', c.city_name, 'spot', s.name, 'address', s.address, 'met',
         CASE r.participant_id
             WHEN m.one_id THEN jsonb_build_array(b.name)
             WHEN m.other_id THEN jsonb_build_array(a.name)
             ELSE jsonb_build_array(a.name, b.name)
         END) ORDER BY m.starts_at, m.id), '[]'::jsonb) AS "coalesce"
    FROM ((((((((meetings.pub_traveller w
      JOIN meetings.attendance t ON (((t.event_id = w.event_id) AND (COALESCE(t.representative_id, t.resource_id) = w.who_id))))
      JOIN meetings.meeting m ON ((m.id = t.meeting_id)))
      LEFT JOIN meetings.representative r ON ((r.id = t.representative_id)))
      JOIN meetings.event_leg l ON (((l.event_id = m.event_id) AND (l.leg_id = m.leg_id))))
      JOIN missions.leg c ON ((c.id = m.leg_id)))
      JOIN meetings.participant a ON ((a.id = m.one_id)))
      JOIN meetings.participant b ON ((b.id = m.other_id)))
      JOIN meetings.spot s ON ((s.id = m.spot_id)))
   WHERE (w.member_id = meetings_of_member.p_member);
END
;
-- owner the migrations, execute escale_keeper

CREATE OR REPLACE FUNCTION meetings.offers_of_link(p_digest bytea, p_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  return coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'wishId', o.wish_id, 'slotIds', o.slot_ids, 'state', o.state, 'chosenSlotId', o.chosen_slot_id))
    from meetings.slot_offer o where o.host_id = v_participant.id and o.state <> 'withdrawn'), '[]');
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.open_link(p_digest bytea, p_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_link meetings.answer_link;
begin
  select * into v_link from meetings.answer_link where token_digest = p_digest;
  if not found then return null; end if;
  if v_link.revoked_at is not null then return jsonb_build_object('state', 'revoked', 'language', v_link.language); end if;
  if v_link.expires_at <= p_now then return jsonb_build_object('state', 'expired', 'language', v_link.language); end if;
  return (select jsonb_build_object('state', 'open', 'language', v_link.language, 'expiresAt', meetings.iso(v_link.expires_at),
      'event', jsonb_build_object('id', e.id, 'title', e.title, 'timeZone', e.time_zone, 'opensAt', meetings.iso(e.opens_at), 'closesAt', meetings.iso(e.closes_at)),
      'organisation', o.name,
      'participant', jsonb_build_object('id', p.id, 'name', p.name, 'sectors', p.sectors, 'offers', p.offers, 'needs', p.needs, 'languages', p.languages),
      'quotas', (select jsonb_build_object('requestQuota', a.request_quota, 'meetingQuota', a.meeting_quota, 'requested', a.requested, 'accepted', a.accepted)
         from meetings.allowance a where a.participant_id = p.id),
      'slots', meetings.slots_of_participant(p.id),
      'representatives', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'givenName', r.given_name, 'familyName', r.family_name,
           'away', coalesce((select jsonb_agg(b.slot_id) from meetings.absence b where b.representative_id = r.id), '[]')) order by r.family_name, r.id)
         from meetings.representative r where r.participant_id = p.id), '[]'),
      'requests', coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', x.name, 'city', x.city, 'country', x.country, 'sectors', x.sectors,
           'offers', x.offers, 'needs', x.needs, 'state', case when w.state = 'open' and w.expires_at <= p_now then 'expired' else w.state end,
           'motive', w.motive, 'expiresAt', meetings.iso(w.expires_at), 'reason', w.reason) order by w.asked_at, w.id)
         from meetings.wish w join meetings.participant x on x.id = w.participant_id
         where w.about_id = p.id and w.state in ('open', 'accepted', 'declined', 'expired')), '[]'),
      'choices', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'city', x.city, 'country', x.country, 'sectors', x.sectors,
           'offers', x.offers, 'needs', x.needs, 'languages', x.languages, 'isAnswered', r.is_answered, 'degree', w.degree, 'state', w.state, 'motive', coalesce(w.motive, ''),
           'reason', w.reason) order by lower(x.name), x.id)
         from meetings.participant x join meetings.rule r on r.from_id = p.circle_id and r.to_id = x.circle_id
         left join meetings.wish w on w.participant_id = p.id and w.about_id = x.id
         where x.event_id = e.id and x.id <> p.id), '[]'))
    from meetings.participant p join meetings.event e on e.id = p.event_id join directory.organisation o on o.id = v_link.organisation_id
    where p.id = v_link.participant_id);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.open_survey(p_digest bytea, p_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 SELECT
         CASE
             WHEN (s.expires_at <= open_survey.p_now) THEN jsonb_build_object('state', 'expired', 'language', l.language)
             ELSE jsonb_build_object('state', 'open', 'language', l.language, 'stage', s.stage, 'expiresAt', meetings.iso(s.expires_at), 'timeZone', COALESCE(f.time_zone, e.time_zone), 'title', e.title, 'organisation', o.name, 'company', p.name, 'meetings', ( SELECT count(*) AS count
                FROM meetings.meeting m
               WHERE ((p.id = m.one_id) OR (p.id = m.other_id))), 'questions', COALESCE(( SELECT jsonb_agg(jsonb_build_object('measure', q.measure, 'wording', q.wording) ORDER BY q."position") AS jsonb_agg
                FROM meetings.asked_question q
               WHERE ((q.event_id = s.event_id) AND (q.stage = s.stage))), '[]'::jsonb), 'answer', jsonb_build_object('followUp', s.follow_up, 'quotes', s.quotes, 'contracts', s.contracts, 'jobs', s.jobs, 'valueCents', (s.value_cents)::text, 'valueCurrency', s.value_currency, 'valueQualifier', s.value_qualifier, 'words', s.words, 'isComplete', (s.completed_at IS NOT NULL), 'version', s.version))
         END AS jsonb_build_object
    FROM (((((meetings.survey_link l
      JOIN meetings.survey s ON ((s.id = l.survey_id)))
      JOIN meetings.event e ON ((e.id = s.event_id)))
      LEFT JOIN meetings.event_end f ON ((f.event_id = e.id)))
      JOIN meetings.participant p ON ((p.id = s.participant_id)))
      JOIN directory.organisation o ON ((o.id = e.organisation_id)))
   WHERE (l.token_digest = open_survey.p_digest);
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.participant_of_link(p_digest bytea, p_now timestamp with time zone)
 RETURNS meetings.participant
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 SELECT p.id,
     p.mission_id,
     p.event_id,
     p.organisation_id,
     p.circle_id,
     p.name,
     p.city,
     p.country,
     p.sectors,
     p.offers,
     p.needs,
     p.languages,
     p.target,
     p.meeting_quota,
     p.request_quota,
     p.external_key,
     p.version
    FROM (meetings.answer_link l
      JOIN meetings.participant p ON ((p.id = l.participant_id)))
   WHERE ((l.token_digest = participant_of_link.p_digest) AND (l.revoked_at IS NULL) AND (l.expires_at > participant_of_link.p_now));
END
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION meetings.profile_by_link(p_digest bytea, p_version integer, p_profile jsonb, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  if v_participant.id is null then return false; end if;
  perform set_config('app.event', 'meeting_participant.written', true), set_config('app.actor_name', v_participant.name, true);
  if not meetings.put_profile(v_participant.id, p_version, p_profile) then return false; end if;
  update meetings.participant set sectors = array(select jsonb_array_elements_text(p_profile -> 'sectors')),
      offers = array(select jsonb_array_elements_text(p_profile -> 'offers')), needs = array(select jsonb_array_elements_text(p_profile -> 'needs')),
      languages = array(select jsonb_array_elements_text(p_profile -> 'languages'))
    where id = v_participant.id;
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.profile_of_link(p_digest bytea, p_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  if v_participant.id is null then return null; end if;
  return jsonb_build_object(
    'own', (select jsonb_build_object('sectorCodes', p.sector_codes, 'stage', p.stage, 'markets', p.markets, 'knownBy', p.known_by, 'shown', p.shown,
        'version', p.version) from meetings.profile p where p.id = v_participant.id),
    'shown', coalesce((select jsonb_object_agg(p.id, jsonb_build_object(
        'sectorCodes', case when 'sectorCodes' = any (p.shown) then p.sector_codes else '{}' end,
        'stage', case when 'stage' = any (p.shown) then p.stage end,
        'markets', case when 'markets' = any (p.shown) then p.markets else '{}' end,
        'knownBy', case when 'knownBy' = any (p.shown) then p.known_by else '' end))
      from meetings.profile p where p.event_id = v_participant.event_id and p.id <> v_participant.id), '{}'));
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.put_profile(p_participant uuid, p_version integer, p_profile jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
begin
  insert into meetings.profile (id, mission_id, event_id, sector_codes, stage, markets, known_by, shown)
    select p.id, p.mission_id, p.event_id, array(select jsonb_array_elements_text(p_profile -> 'sectorCodes')), p_profile ->> 'stage',
        array(select jsonb_array_elements_text(p_profile -> 'markets')), p_profile ->> 'knownBy', array(select jsonb_array_elements_text(p_profile -> 'shown'))
      from meetings.participant p where p.id = p_participant
    on conflict (id) do update
      set sector_codes = excluded.sector_codes, stage = excluded.stage, markets = excluded.markets, known_by = excluded.known_by, shown = excluded.shown
      where profile.version = p_version;
  return found;
end $function$
;
-- owner the migrations, execute escale_keeper escale_web

CREATE OR REPLACE FUNCTION meetings.put_wish(p_participant uuid, p_about uuid, p_degree text, p_motive text, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_event    meetings.event;
  v_rule     boolean;
  v_state    text;
  v_keeper   uuid;
  v_known    meetings.wish;
begin
  select p.organisation_id into v_keeper from meetings.participant p where p.id = p_participant;
  select e.* into v_event from meetings.event e join meetings.participant p on p.event_id = e.id and p.id = p_participant;
  if v_event.id is null or p_now < v_event.opens_at or p_now > v_event.closes_at then return false; end if;
  select * into v_known from meetings.wish w where w.participant_id = p_participant and w.about_id = p_about for update;
  if p_degree = '' then
    if v_known.id is null or v_known.state = 'withdrawn' then return true; end if;
    if v_known.state in ('accepted', 'declined') then return false; end if;
    update meetings.wish set state = 'withdrawn', degree = case when degree = 'no' then 'like' else degree end,
      expires_at = coalesce(expires_at, p_now) where id = v_known.id;
    return true;
  end if;
  select r.is_answered into v_rule from meetings.rule r
    join meetings.participant a on a.id = p_participant and a.circle_id = r.from_id
    join meetings.participant b on b.id = p_about and b.circle_id = r.to_id;
  v_state := case when p_degree <> 'no' and v_rule then 'open' else 'noted' end;
  if v_known.id is null then
    insert into meetings.wish (mission_id, event_id, organisation_id, participant_id, about_id, degree, state, motive, asked_at, expires_at)
      values (v_event.mission_id, v_event.id, v_keeper, p_participant, p_about, p_degree, v_state, p_motive, p_now,
        case when v_state = 'open' then p_now + make_interval(days => v_event.answer_days) end);
    return true;
  end if;
  if v_known.state in ('accepted', 'declined') and p_degree = 'no' then return false; end if;
  if v_known.state in ('accepted', 'declined') or (v_known.state = 'open' and v_state = 'open') then
    update meetings.wish set degree = p_degree, motive = p_motive where id = v_known.id and (degree, motive) is distinct from (p_degree, p_motive);
  else
    update meetings.wish set degree = p_degree, motive = p_motive, state = v_state, asked_at = p_now,
      expires_at = case when v_state = 'open' then p_now + make_interval(days => v_event.answer_days) end
      where id = v_known.id and (degree, motive, state) is distinct from (p_degree, p_motive, v_state);
  end if;
  return true;
end $function$
;
-- owner the migrations, execute escale_keeper escale_web

CREATE OR REPLACE FUNCTION meetings.questions_of(p_event uuid, p_day date)
 RETURNS TABLE(measure text, "position" integer, stages text[], wording jsonb, version integer)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 SELECT q.measure,
     q."position",
     COALESCE(o.stages, q.stages) AS "coalesce",
     COALESCE(o.wording, q.wording) AS "coalesce",
     COALESCE(o.version, 0) AS "coalesce"
    FROM (meetings.survey_question q
      LEFT JOIN meetings.event_question o ON (((o.event_id = questions_of.p_event) AND (o.measure = q.measure))))
   WHERE (daterange(q.valid_from, q.valid_to, '[]'::text) @> questions_of.p_day)
   ORDER BY q."position";
END
;
-- owner the migrations, execute escale_keeper escale_web

CREATE OR REPLACE FUNCTION meetings.rename_person(p_from uuid, p_to uuid, p_rows uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
  update meetings.kept_contact c set person_id = p_to
    where c.person_id = p_from and c.organisation_id = app.actor_organisation() and (p_rows is null or c.id = any (p_rows))
      and exists (select from directory.person p where p.id = p_to and p.organisation_id = app.actor_organisation())
    returning c.id
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.shown_contacts(p_meeting uuid)
 RETURNS TABLE(representative_id uuid, given_name text, family_name text, job text, company text, country text, email text, phone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 SELECT r.id,
     r.given_name,
     r.family_name,
     r.job,
     p.name,
     p.country,
         CASE
             WHEN ('email'::text = ANY (r.consents)) THEN c.email
             ELSE NULL::text
         END AS "case",
         CASE
             WHEN ('phone'::text = ANY (r.consents)) THEN c.phone
             ELSE NULL::text
         END AS "case"
    FROM (((((meetings.meeting m
      JOIN meetings.outcome o ON (((o.meeting_id = m.id) AND (o.state = 'held'::text) AND (o.participant_id IN ( SELECT meetings.kept_participants() AS kept_participants)))))
      JOIN meetings.attendance a ON ((a.meeting_id = m.id)))
      JOIN meetings.representative r ON (((r.id = a.representative_id) AND ((r.participant_id = m.one_id) OR (r.participant_id = m.other_id)) AND (r.participant_id <> o.participant_id))))
      JOIN meetings.participant p ON ((p.id = r.participant_id)))
      JOIN meetings.representative_contact c ON ((c.id = r.id)))
   WHERE ((m.id = shown_contacts.p_meeting) AND (((c.email IS NOT NULL) AND ('email'::text = ANY (r.consents))) OR ((c.phone IS NOT NULL) AND ('phone'::text = ANY (r.consents)))))
   ORDER BY r.family_name, r.id;
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.slots_of_participant(p_participant uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(jsonb_build_object('id', s.id, 'startsAt', meetings.iso(s.starts_at), 'endsAt', meetings.iso(s.ends_at), 'legId', s.leg_id, 'timeZone', l.time_zone, 'city',
         CASE
             WHEN (( SELECT count(*) AS count
                FROM meetings.event_leg o
               WHERE (o.event_id = s.event_id)) > 1) THEN m.city_name
             ELSE NULL::jsonb
         END) ORDER BY s.starts_at), '[]'::jsonb) AS "coalesce"
    FROM (((meetings.participant p
      JOIN meetings.slot s ON ((s.event_id = p.event_id)))
      JOIN meetings.event_leg l ON (((l.event_id = s.event_id) AND (l.leg_id = s.leg_id))))
      JOIN missions.leg m ON ((m.id = s.leg_id)))
   WHERE ((p.id = slots_of_participant.p_participant) AND ((NOT (EXISTS ( SELECT
            FROM meetings.participant_leg x
           WHERE (x.participant_id = p.id)))) OR (EXISTS ( SELECT
            FROM meetings.participant_leg x
           WHERE ((x.participant_id = p.id) AND (x.leg_id = s.leg_id))))));
END
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION meetings.suggestions_by_link(p_digest bytea, p_said jsonb, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  return v_participant.id is not null and meetings.keep_suggestions(v_participant.id, p_said, null, p_now);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.suggestions_of_link(p_digest bytea, p_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  return coalesce((select jsonb_agg(jsonb_build_object('number', r.number, 'shownAt', meetings.iso(r.shown_at), 'shownName', r.shown_name,
      'version', r.version, 'weights', r.weights, 'own', r.own, 'compared', r.compared, 'pairs', r.pairs) order by r.number desc)
    from meetings.suggestion_run r where r.participant_id = v_participant.id), '[]');
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.tap_survey(p_digest bytea, p_follow_up text, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_survey meetings.survey;
  v_name   text;
  v_hasty  boolean;
begin
  select s.* into v_survey from meetings.survey_link l join meetings.survey s on s.id = l.survey_id
    where l.token_digest = p_digest and s.expires_at > p_now for update of s;
  if not found then return false; end if;
  if v_survey.completed_at is not null or v_survey.follow_up = p_follow_up then return true; end if;
  select p.name into v_name from meetings.participant p where p.id = v_survey.participant_id;
  perform set_config('app.event', 'meeting_survey.answered', true), set_config('app.actor_name', v_name, true);
  v_hasty := v_survey.tapped_at is not null and p_now - v_survey.tapped_at < interval '1 minute';
  update meetings.survey set tapped_at = p_now,
      follow_up = case when not v_hasty then p_follow_up end,
      answered_at = case when not v_hasty then p_now end,
      answered_name = case when not v_hasty then v_name end
    where id = v_survey.id;
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.tell_by_link(p_digest bytea, p_meeting uuid, p_state text, p_step text, p_step_on date, p_words text, p_version integer, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
  v_meeting     meetings.meeting;
begin
  select * into v_meeting from meetings.meeting m where m.id = p_meeting and v_participant.id in (m.one_id, m.other_id) and m.starts_at <= p_now;
  if not found then return false; end if;
  perform set_config('app.event', 'meeting_outcome.told', true), set_config('app.actor_name', v_participant.name, true);
  if p_version = 0 then
    insert into meetings.outcome (mission_id, event_id, meeting_id, participant_id, state, next_step, next_step_on, next_step_words, said_at, said_name)
      values (v_meeting.mission_id, v_meeting.event_id, v_meeting.id, v_participant.id, p_state, p_step, p_step_on, p_words, p_now, v_participant.name)
      on conflict (meeting_id, participant_id) do nothing;
  else
    update meetings.outcome o set state = p_state, next_step = p_step, next_step_on = p_step_on, next_step_words = p_words, said_at = p_now,
        said_name = v_participant.name
      where o.meeting_id = v_meeting.id and o.participant_id = v_participant.id and o.version = p_version;
  end if;
  return found or exists (select from meetings.outcome o where o.meeting_id = v_meeting.id and o.participant_id = v_participant.id
    and (o.state, o.next_step, o.next_step_words) = (p_state, p_step, p_words) and o.next_step_on is not distinct from p_step_on);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION meetings.wish_by_link(p_digest bytea, p_about uuid, p_degree text, p_motive text, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'meetings'
AS $function$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  if v_participant.id is null then return false; end if;
  perform set_config('app.event', 'meeting_wish.written', true), set_config('app.actor_name', v_participant.name, true);
  return meetings.put_wish(v_participant.id, p_about, p_degree, p_motive, p_now);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION missions.actor_co_travellers()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT p.organisation_id), '{}'::uuid[]) AS "coalesce"
    FROM missions.partner p
   WHERE (p.mission_id = ANY (missions.actor_missions()));
END
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION missions.actor_led_missions()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(partner.mission_id), '{}'::uuid[]) AS "coalesce"
    FROM missions.partner
   WHERE ((partner.organisation_id = app.actor_organisation()) AND (partner.left_at IS NULL) AND (partner.role = ANY (ARRAY['lead'::text, 'co_organiser'::text])));
END
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION missions.actor_missions()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(partner.mission_id), '{}'::uuid[]) AS "coalesce"
    FROM missions.partner
   WHERE ((partner.organisation_id = app.actor_organisation()) AND (partner.left_at IS NULL));
END
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION missions.actor_seats()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'missions'
BEGIN ATOMIC
 SELECT partner.mission_id
    FROM missions.partner
   WHERE ((partner.organisation_id = app.actor_organisation()) AND (partner.left_at IS NULL));
END
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION missions.check_document_thread()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
AS $function$
begin
  if not exists (
    select from programme.document d where d.id = new.about_id and d.mission_id = new.mission_id
      and (d.is_shared or (d.organisation_id = new.organisation_id and not new.is_shared))) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_private_document_is_spoken_of_at_home',
      message = 'a document is spoken of among those who may read it';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION missions.contacts_of(p_mission uuid, p_today date)
 RETURNS TABLE(id uuid, organisation_id uuid, organisation_name text, given_name text, family_name text, capacity jsonb, affiliated_name text, email text, phone text, purpose text, shared_at timestamp with time zone, is_own boolean, to_everyone boolean, reader_names text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
BEGIN ATOMIC
 SELECT c.id,
     c.organisation_id,
     o.name,
     p.given_name,
     p.family_name,
     held.capacity,
     held.name,
         CASE
             WHEN c.with_email THEN p.email
             ELSE NULL::text
         END AS "case",
         CASE
             WHEN c.with_phone THEN p.phone
             ELSE NULL::text
         END AS "case",
     c.purpose,
     c.shared_at,
     (c.organisation_id = app.actor_organisation()),
         CASE
             WHEN (c.organisation_id = app.actor_organisation()) THEN c.to_everyone
             ELSE NULL::boolean
         END AS "case",
         CASE
             WHEN (c.organisation_id = app.actor_organisation()) THEN ARRAY( SELECT r.name
                FROM (missions.shared_contact_reader s
                  JOIN directory.organisation r ON ((r.id = s.reader_id)))
               WHERE (s.contact_id = c.id)
               ORDER BY r.name)
             ELSE NULL::text[]
         END AS "case"
    FROM ((((missions.shared_contact c
      JOIN directory.organisation o ON ((o.id = c.organisation_id)))
      JOIN directory.person p ON ((p.id = c.person_id)))
      JOIN missions.partner seat ON (((seat.mission_id = c.mission_id) AND (seat.organisation_id = c.organisation_id) AND (seat.left_at IS NULL))))
      LEFT JOIN LATERAL ( SELECT a.capacity,
             held_at.name
            FROM (directory.affiliation a
              JOIN directory.organisation held_at ON ((held_at.id = a.affiliated_to_id)))
           WHERE ((a.person_id = p.id) AND c.with_capacity AND ((a.starts_on IS NULL) OR (a.starts_on <= contacts_of.p_today)) AND ((a.ends_on IS NULL) OR (a.ends_on >= contacts_of.p_today)))
           ORDER BY a.protocol_rank, a.starts_on DESC NULLS LAST, a.id
          LIMIT 1) held ON (true))
   WHERE ((c.mission_id = contacts_of.p_mission) AND (contacts_of.p_mission IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((c.organisation_id = app.actor_organisation()) OR c.to_everyone OR (EXISTS ( SELECT
            FROM missions.shared_contact_reader s
           WHERE ((s.contact_id = c.id) AND (s.reader_id = app.actor_organisation()))))))
   ORDER BY (app.fold(p.family_name)), (app.fold(p.given_name)), c.id;
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION missions.decline_invitation(p_invitation uuid, p_token_digest bytea, p_now timestamp with time zone, p_reason text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
AS $function$
declare
  v_invitation uuid;
begin
  perform set_config('app.event', 'partnership.declined', true);
  update missions.partner_invitation i set state = 'declined', answered_at = p_now, answered_by = app.actor_account(), reason = btrim(p_reason)
    where i.state = 'open' and i.expires_at > p_now
      and case when p_token_digest is null then i.id = p_invitation and i.invited_organisation_id = app.actor_organisation()
                    and app.actor_roles() && array['administrator', 'officer']
               else i.token_digest = p_token_digest end
    returning i.id into v_invitation;
  if not found then return false; end if;
  perform app.enqueue('missions.tell-answer', json_build_object('invitationId', v_invitation));
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION missions.follow_legs()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update missions.mission m set starts_on = l.starts_on, ends_on = l.ends_on
    from (select min(starts_on) starts_on, max(ends_on) ends_on from missions.leg where mission_id = coalesce(new.mission_id, old.mission_id)) l
    where m.id = coalesce(new.mission_id, old.mission_id) and (m.starts_on, m.ends_on) is distinct from (l.starts_on, l.ends_on);
  return null;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION missions.found_and_take_seat(p_token_digest bytea, p_now timestamp with time zone, p_account uuid, p_organisation uuid, p_name text, p_kind text, p_country text, p_city text, p_currency text, p_time_zone text, p_locale text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
AS $function$
declare
  v_account_name text;
begin
  select u.name into v_account_name from missions.partner_invitation i join auth."user" u on u.email = i.email
    where i.token_digest = p_token_digest and i.state = 'open' and i.expires_at > p_now and i.invited_organisation_id is null and u.id = p_account;
  if not found then return null; end if;
  perform set_config('app.actor_name', v_account_name, true);
  perform identity.found(p_account, p_organisation, p_name, p_kind, p_country, p_city, p_currency, p_time_zone, p_locale);
  perform set_config('app.event', 'partnership.accepted', true);
  return missions.take_seat(null, p_token_digest, p_now);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION missions.journal_messages()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform app.append_to_journal(lower(tg_op), 'missions.message', (
    select jsonb_agg(jsonb_build_object('id', r.id, 'missionId', r.mission_id, 'shared', r.is_shared, 'after',
      jsonb_strip_nulls(jsonb_build_object('edited_at', r.edited_at, 'retracted_at', r.retracted_at, 'about_label', nullif(r.about_label, ''))))) from new_rows r));
  return null;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION missions.keep_seats_willing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    if new.organisation_id = old.organisation_id and (new.left_at is not null or old.left_at is null) then return new; end if;
  end if;
  if current_user = 'escale_web' and new.organisation_id is distinct from app.actor_organisation()
     and exists (select from directory.organisation o where o.id = new.organisation_id and o.is_workspace) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_organisation_takes_its_own_seat',
      message = 'an organisation that works in Escale takes its own seat';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION missions.lead_takes_every_leg()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
AS $function$
begin
  if exists (select from missions.partner p where p.id = new.partner_id and p.role = 'lead') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_lead_takes_part_in_every_leg',
      message = 'the lead of a mission takes part in every leg';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION missions.legs_taken(p_missions uuid[])
 RETURNS TABLE(mission_id uuid, organisation_id uuid, leg_id uuid, country character, starts_on date, ends_on date)
 LANGUAGE sql
 STABLE
AS $function$
  select leg.mission_id, seat.organisation_id, leg.id, leg.country, leg.starts_on, leg.ends_on
    from missions.leg leg
    join missions.partner seat on seat.mission_id = leg.mission_id
    where leg.mission_id = any (p_missions)
      and (exists (select from missions.partner_leg taken where taken.partner_id = seat.id and taken.leg_id = leg.id)
        or not exists (select from missions.partner_leg taken where taken.partner_id = seat.id))
$function$
;
-- owner the migrations, execute escale_keeper

CREATE OR REPLACE FUNCTION missions.part_changes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
AS $function$
declare
  v_row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'version' - 'updated_at' - 'person_id' = to_jsonb(old) - 'version' - 'updated_at' - 'person_id' then return null; end if;
  end if;
  update missions.sign_off set withdrawn_at = greatest(transaction_timestamp(), signed_at), withdrawn_because = tg_argv[0],
      withdrawn_name = nullif(current_setting('app.actor_name', true), '')
    where mission_id = (v_row ->> 'mission_id')::uuid and organisation_id = (v_row ->> 'organisation_id')::uuid and withdrawn_at is null;
  return null;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION missions.partner_invitation_of(p_token_digest bytea, p_now timestamp with time zone)
 RETURNS TABLE(id uuid, state text, email text, organisation_name text, invited_organisation_id uuid, role text, workstream jsonb, message text, language text, expires_at timestamp with time zone, inviter_organisation text, inviter_name text, title jsonb, starts_on date, ends_on date, cities jsonb, has_account boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
BEGIN ATOMIC
 SELECT i.id,
         CASE
             WHEN ((i.state = 'open'::text) AND (i.expires_at <= partner_invitation_of.p_now)) THEN 'expired'::text
             ELSE i.state
         END AS state,
     i.email,
     i.organisation_name,
     i.invited_organisation_id,
     i.role,
     i.workstream,
     i.message,
     i.language,
     i.expires_at,
     o.name,
     u.name,
     m.title,
     m.starts_on,
     m.ends_on,
     COALESCE(( SELECT jsonb_agg(l.city_name ORDER BY l."position") AS jsonb_agg
            FROM missions.leg l
           WHERE (l.mission_id = m.id)), '[]'::jsonb) AS "coalesce",
     (EXISTS ( SELECT
            FROM auth."user" a
           WHERE (a.email = i.email))) AS "exists"
    FROM (((missions.partner_invitation i
      JOIN missions.mission m ON ((m.id = i.mission_id)))
      JOIN directory.organisation o ON ((o.id = i.organisation_id)))
      LEFT JOIN auth."user" u ON ((u.id = i.invited_by)))
   WHERE (i.token_digest = partner_invitation_of.p_token_digest);
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION missions.rename_contact(p_from uuid, p_to uuid, p_rows uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
BEGIN ATOMIC
 UPDATE missions.shared_contact c SET person_id = rename_contact.p_to
   WHERE ((c.person_id = rename_contact.p_from) AND (c.organisation_id = app.actor_organisation()) AND ((rename_contact.p_rows IS NULL) OR (c.id = ANY (rename_contact.p_rows))))
   RETURNING c.id;
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION missions.rename_partner(p_from uuid, p_to uuid, p_rows uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
AS $function$
  update missions.partner p set organisation_id = p_to
    from directory.organisation o
    where p.organisation_id = p_from and p.mission_id = any (missions.actor_led_missions()) and (p_rows is null or p.id = any (p_rows))
      and o.id = p_to and o.kept_by = app.actor_organisation() and not o.is_workspace
    returning p.id
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION missions.take_seat(p_invitation uuid, p_token_digest bytea, p_now timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'missions'
AS $function$
declare
  v_invitation missions.partner_invitation;
  v_seat missions.partner;
begin
  select * into v_invitation from missions.partner_invitation i
    where i.state = 'open' and i.expires_at > p_now
      and case when p_token_digest is null then i.id = p_invitation and i.invited_organisation_id = app.actor_organisation()
               else i.token_digest = p_token_digest end
    for update;
  if not found or not app.actor_roles() && array['administrator', 'officer'] then return null; end if;
  if v_invitation.invited_organisation_id is null then
    if not exists (select from auth."user" u where u.id = app.actor_account() and u.email = v_invitation.email) then return null; end if;
  elsif v_invitation.invited_organisation_id <> app.actor_organisation() then
    return null;
  end if;
  update missions.partner_invitation set state = 'accepted', answered_at = p_now, answered_by = app.actor_account(),
      accepted_organisation_id = app.actor_organisation() where id = v_invitation.id;
  select * into v_seat from missions.partner where mission_id = v_invitation.mission_id and organisation_id = app.actor_organisation() for update;
  if found and v_seat.left_at is null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_partner_is_named_once', message = 'the organisation is a partner already';
  elsif found then
    update missions.partner set left_at = null, role = v_invitation.role, workstream = v_invitation.workstream where id = v_seat.id;
  else
    update missions.partner set organisation_id = app.actor_organisation(), role = v_invitation.role, workstream = v_invitation.workstream
      where id = v_invitation.seat_id and left_at is null
        and exists (select from directory.organisation o where o.id = partner.organisation_id and not o.is_workspace);
    if not found then
      insert into missions.partner (mission_id, organisation_id, role, workstream, joined_at)
        values (v_invitation.mission_id, app.actor_organisation(), v_invitation.role, v_invitation.workstream, p_now);
    end if;
  end if;
  perform app.enqueue('missions.tell-answer', json_build_object('invitationId', v_invitation.id));
  return v_invitation.mission_id;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.actor_member()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.pocket_member'::text, true), ''::text))::uuid
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION pocket.appointments()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT meetings.appointments_of_member(pocket.actor_member()) AS appointments_of_member;
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.catch_up(p_member uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
declare
  v_pass pocket.pass;
begin
  select * into v_pass from pocket.pass p where p.member_id = p_member and p.invitations and p.revoked_at is null
    and (p_member = pocket.actor_member() or p.organisation_id = app.actor_organisation());
  if not found then return; end if;
  insert into pocket.invitation (mission_id, member_id, item_id, sequence, method, content)
    select a.mission_id, a.member_id, m.item_id, greatest(t.since, m.changed_in), 'REQUEST', m.content
      from pocket.agenda a cross join unnest(a.item_ids, a.since) t (item_id, since) join pocket.moment m on m.item_id = t.item_id
      where a.member_id = p_member and m.content ->> 'state' <> 'cancelled'
    on conflict on constraint a_calendar_is_told_once_per_release do nothing;
  if found then perform app.enqueue('pocket.queue-invitations', json_build_object('missionId', v_pass.mission_id)); end if;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.changelog()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(jsonb_build_object('number', r.number, 'name', r.name, 'releasedAt', to_char((r.released_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'changes', COALESCE(( SELECT jsonb_agg(jsonb_build_object('before',
                 CASE
                     WHEN n.were_invited THEN w.content
                     ELSE NULL::jsonb
                 END, 'after',
                 CASE
                     WHEN n.are_invited THEN v.content
                     ELSE NULL::jsonb
                 END) ORDER BY (COALESCE(v.content, w.content) ->> 'startsAt'::text), n.item_id) AS jsonb_agg
            FROM ((programme.item_news n
              LEFT JOIN LATERAL ( SELECT o.content
                    FROM programme.item_version o
                   WHERE ((o.item_id = n.item_id) AND (o.number < n.number))
                   ORDER BY o.number DESC
                  LIMIT 1) w ON (true))
              LEFT JOIN LATERAL ( SELECT o.content
                    FROM programme.item_version o
                   WHERE ((o.item_id = n.item_id) AND (o.number <= n.number))
                   ORDER BY o.number DESC
                  LIMIT 1) v ON (true))
           WHERE ((n.mission_id = r.mission_id) AND (n.number = r.number) AND (m.id = ANY (n.member_ids)))), '[]'::jsonb)) ORDER BY r.number DESC), '[]'::jsonb) AS "coalesce"
    FROM (delegations.member m
      JOIN programme.release r ON ((r.mission_id = m.mission_id)))
   WHERE (m.id = pocket.actor_member());
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.choose_calendar(p_event text, p_address bytea, p_ends_address boolean, p_invitations boolean, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
declare
  v_member delegations.member;
  v_pass   pocket.pass;
begin
  select * into v_member from delegations.member where id = pocket.actor_member();
  select * into v_pass from pocket.pass where member_id = v_member.id for update;
  if not found then return; end if;
  perform set_config('app.organisation', v_member.organisation_id::text, true), set_config('app.event', p_event, true),
    set_config('app.actor_name', v_member.given_name || ' ' || v_member.family_name, true);
  if p_ends_address or p_address is not null then
    update pocket.secret set ended_at = p_now where pass_id = v_pass.id and kind = 'calendar' and ended_at is null;
  end if;
  if p_address is not null then
    insert into pocket.secret (pass_id, member_id, mission_id, organisation_id, kind, digest, made_at)
      values (v_pass.id, v_pass.member_id, v_pass.mission_id, v_pass.organisation_id, 'calendar', p_address, p_now);
  end if;
  update pocket.pass set invitations = coalesce(p_invitations, invitations),
      calendar_since = case when p_address is not null then p_now when p_ends_address then null else calendar_since end
    where id = v_pass.id;
  perform set_config('app.organisation', '', true);
  if p_invitations then perform pocket.catch_up(v_member.id); end if;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.close(p_secret bytea, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 UPDATE pocket.secret SET ended_at = close.p_now
   WHERE ((secret.digest = close.p_secret) AND (secret.kind = 'device'::text) AND (secret.ended_at IS NULL));
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.documents()
 RETURNS TABLE(id uuid, item_id uuid, name text, media_type text, size_bytes bigint, sha256 bytea, place bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT d.id,
     d.item_id,
     f.name,
     f.media_type,
     f.size_bytes,
     f.sha256,
     t.place
    FROM ((((pocket.agenda a
      CROSS JOIN LATERAL unnest(a.item_ids) WITH ORDINALITY t(item_id, place))
      JOIN delegations.member m ON ((m.id = a.member_id)))
      JOIN programme.document d ON (((d.item_id = t.item_id) AND (d.mission_id = a.mission_id) AND d.for_members)))
      JOIN app.file f ON ((f.id = d.file_id)))
   WHERE ((a.member_id = pocket.actor_member()) AND (d.is_shared OR (d.organisation_id = m.organisation_id)));
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.enter(p_kind text, p_digest bytea, p_now timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
declare
  v record;
begin
  perform set_config('app.pocket_member', '', true);
  select * into v from pocket.pass_of(p_kind, p_digest, p_now);
  if not found then return null; end if;
  update pocket.secret s set seen_at = p_now where s.id = v.secret_id and (s.seen_at is null or s.seen_at < p_now - interval '10 minutes');
  perform set_config('app.pocket_member', v.member_id::text, true);
  return v.member_id;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.enter_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
declare
  v_receipt pocket.receipt;
begin
  select * into v_receipt from pocket.receipt r where r.file_id = new.receipt_id for no key update;
  if not found then return null; end if;
  -- The line that corrects another keeps its photograph.
  if v_receipt.state = 'entered' and new.corrects_id is null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_handed_receipt_is_entered_once', message = 'this receipt has its expense already';
  end if;
  if v_receipt.state <> 'entered' then
    update pocket.receipt set state = 'entered', answered_at = new.recorded_at, reason = null where id = v_receipt.id;
  end if;
  return null;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION pocket.facts()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT jsonb_build_object('memberId', m.id, 'givenName', m.given_name, 'familyName', m.family_name, 'organisationName', o.name, 'missionId', mission.id, 'title', mission.title, 'startsOn', mission.starts_on, 'endsOn', mission.ends_on, 'organiserName', lead.name, 'release', ( SELECT jsonb_build_object('number', r.number, 'name', r.name, 'releasedAt', to_char((r.released_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text)) AS jsonb_build_object
            FROM programme.release r
           WHERE (r.mission_id = m.mission_id)
           ORDER BY r.number DESC
          LIMIT 1), 'locale', COALESCE(( SELECT w.locale
            FROM identity.workspace w
           WHERE (w.organisation_id = m.organisation_id)), 'fr'::text), 'calendarSince', to_char((p.calendar_since AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'invitations', p.invitations, 'items', COALESCE(( SELECT jsonb_agg((moment.content || jsonb_build_object('sequence', r.number, 'changedAt', to_char((r.released_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text))) ORDER BY t.place) AS jsonb_agg
            FROM (((pocket.agenda a
              CROSS JOIN LATERAL UNNEST(a.item_ids, a.since) WITH ORDINALITY t(item_id, since, place))
              JOIN pocket.moment moment ON ((moment.item_id = t.item_id)))
              JOIN programme.release r ON (((r.mission_id = a.mission_id) AND (r.number = GREATEST(t.since, moment.changed_in)))))
           WHERE (a.member_id = m.id)), '[]'::jsonb), 'contacts', COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'duty', c.duty, 'phone', c.phone, 'organisationName', co.name) ORDER BY (c.organisation_id <> m.organisation_id), c.created_at, c.id) AS jsonb_agg
            FROM ((pocket.contact c
              JOIN directory.organisation co ON ((co.id = c.organisation_id)))
              JOIN missions.partner seat ON (((seat.mission_id = c.mission_id) AND (seat.organisation_id = c.organisation_id) AND (seat.left_at IS NULL))))
           WHERE ((c.mission_id = m.mission_id) AND (c.is_shared OR (c.organisation_id = m.organisation_id)))), '[]'::jsonb), 'documents', COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', d.id, 'itemId', d.item_id, 'name', d.name, 'sizeBytes', d.size_bytes) ORDER BY d.place, d.id) AS jsonb_agg
            FROM pocket.documents() d(id, item_id, name, media_type, size_bytes, sha256, place)), '[]'::jsonb), 'tasks', COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title, 'dueOn', k.due_on, 'isDone', (k.state = 'done'::text), 'doneByName', k.done_by_name) ORDER BY (k.state = 'done'::text), k.due_on, k.id) AS jsonb_agg
            FROM pocket.own_tasks() k(id, mission_id, organisation_id, is_shared, title, owner_organisation_id, owner_account_id, owner_name, due_on, about_noun, about_id, about_label, state, done_at, done_by, done_by_name, reminded_before_at, reminded_due_at, created_by, created_at, version)), '[]'::jsonb), 'attendance', COALESCE(( SELECT jsonb_object_agg(a.item_id, a.presence) AS jsonb_object_agg
            FROM pocket.attendance a
           WHERE (a.member_id = m.id)), '{}'::jsonb), 'notes', COALESCE(( SELECT jsonb_agg(jsonb_build_object('itemId', n.item_id, 'body', n.body, 'version', n.version) ORDER BY n.id) AS jsonb_agg
            FROM pocket.note n
           WHERE (n.member_id = m.id)), '[]'::jsonb), 'receipts', COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', r.id, 'label', r.label, 'state', r.state, 'reason', r.reason, 'takenAt', to_char((r.taken_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text)) ORDER BY r.taken_at DESC, r.id) AS jsonb_agg
            FROM pocket.receipt r
           WHERE (r.member_id = m.id)), '[]'::jsonb)) AS jsonb_build_object
    FROM ((((delegations.member m
      JOIN missions.mission mission ON ((mission.id = m.mission_id)))
      JOIN directory.organisation o ON ((o.id = m.organisation_id)))
      JOIN directory.organisation lead ON ((lead.id = mission.lead_organisation_id)))
      JOIN pocket.pass p ON ((p.member_id = m.id)))
   WHERE (m.id = pocket.actor_member());
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.follow(p_release uuid, p_text text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
declare
  v_items    jsonb := p_text::jsonb -> 'items';
  v_mission  uuid;
  v_number   integer;
begin
  select r.mission_id, r.number into v_mission, v_number from programme.release r where r.id = p_release;

  with said as materialized (
    select (i ->> 'id')::uuid as item_id, pocket.said(i) as content, i ->> 'state' = 'cancelled' as is_cancelled, i -> 'people' as people from jsonb_array_elements(v_items) i
  ), told as (
    select p.member_id from pocket.pass p join delegations.member m on m.id = p.member_id and m.state = 'registered'
      where p.mission_id = v_mission and p.invitations and p.revoked_at is null
  ), was as (
    select a.member_id, t.item_id, m.content, m.content ->> 'state' = 'cancelled' as is_cancelled
      from pocket.agenda a join told on told.member_id = a.member_id cross join unnest(a.item_ids) t (item_id) join pocket.moment m on m.item_id = t.item_id
  ), now_is as (
    select told.member_id, s.item_id, s.content, s.is_cancelled from said s cross join jsonb_array_elements_text(s.people) p (id) join told on told.member_id = p.id::uuid
  )
  insert into pocket.invitation (mission_id, member_id, item_id, sequence, method, content)
  select v_mission, coalesce(n.member_id, w.member_id), coalesce(n.item_id, w.item_id), v_number, verb, coalesce(n.content, w.content)
    from now_is n full join was w on w.member_id = n.member_id and w.item_id = n.item_id
    cross join lateral (select case when n.item_id is null or n.is_cancelled then 'CANCEL' else 'REQUEST' end as verb) v
    where case verb
      when 'REQUEST' then w.item_id is null or w.is_cancelled or w.content <> n.content
      else w.item_id is not null and not w.is_cancelled and exists (
        select from pocket.invitation e where e.member_id = w.member_id and e.item_id = w.item_id and e.method = 'REQUEST') end;
  if found then perform app.enqueue('pocket.queue-invitations', json_build_object('missionId', v_mission)); end if;

  insert into pocket.moment (item_id, mission_id, changed_in, content)
    select (i ->> 'id')::uuid, v_mission, v_number, pocket.said(i) from jsonb_array_elements(v_items) i
    on conflict (item_id) do update set changed_in = excluded.changed_in, content = excluded.content where moment.content <> excluded.content;

  with now_is as materialized (
    select p.id::uuid as member_id, (i ->> 'id')::uuid as item_id, i ->> 'state' = 'cancelled' as is_cancelled, place
      from jsonb_array_elements(v_items) with ordinality a (i, place) cross join jsonb_array_elements_text(i -> 'people') p (id)
  ), was as materialized (
    select a.member_id, t.item_id, t.since from pocket.agenda a cross join unnest(a.item_ids, a.since) t (item_id, since) where a.mission_id = v_mission
  ), theirs as (
    select n.member_id, array_agg(n.item_id order by n.place) as item_ids, array_agg(coalesce(w.since, v_number) order by n.place) as since
      from now_is n left join was w on w.member_id = n.member_id and w.item_id = n.item_id
      -- What was cancelled before one heard of it is nobody's news.
      where w.item_id is not null or not n.is_cancelled
      group by n.member_id
  ), gone as (
    delete from pocket.agenda a where a.mission_id = v_mission and not exists (select from theirs t where t.member_id = a.member_id)
  )
  insert into pocket.agenda (member_id, mission_id, item_ids, since)
    select t.member_id, v_mission, t.item_ids, t.since from theirs t
    on conflict (member_id) do update set item_ids = excluded.item_ids, since = excluded.since
      where (agenda.item_ids, agenda.since) is distinct from (excluded.item_ids, excluded.since);
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION pocket.follow_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
begin
  perform pocket.follow(new.release_id, new.content);
  return null;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION pocket.hand_in_receipt(p_id uuid, p_label text, p_taken_at timestamp with time zone, p_sha256 bytea, p_size bigint, p_media_type text, p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
declare
  v_member delegations.member;
  v_file   uuid;
begin
  select * into v_member from delegations.member where id = pocket.actor_member();
  if not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_receipt_is_of_a_member', message = 'no pocket is open';
  end if;
  perform set_config('app.organisation', v_member.organisation_id::text, true), set_config('app.event', 'pocket.receipt_handed_in', true),
    set_config('app.actor_name', v_member.given_name || ' ' || v_member.family_name, true);
  insert into app.file (organisation_id, mission_id, sha256, size_bytes, media_type, name)
    values (v_member.organisation_id, v_member.mission_id, p_sha256, p_size, p_media_type, p_name) returning id into v_file;
  insert into pocket.receipt (id, mission_id, organisation_id, member_id, file_id, label, taken_at)
    values (p_id, v_member.mission_id, v_member.organisation_id, v_member.id, v_file, p_label, p_taken_at);
  perform set_config('app.organisation', '', true);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.holder()
 RETURNS TABLE(member_id uuid, mission_id uuid, organisation_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT m.id,
     m.mission_id,
     m.organisation_id
    FROM delegations.member m
   WHERE (m.id = pocket.actor_member());
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.journeys_of(p_account uuid)
 RETURNS TABLE(member_id uuid, mission_id uuid, title jsonb, starts_on date, ends_on date, organisation_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT m.id,
     mission.id,
     mission.title,
     mission.starts_on,
     mission.ends_on,
     o.name
    FROM (((((auth."user" u
      JOIN delegations.member_contact c ON ((lower(c.email) = lower(u.email))))
      JOIN delegations.member m ON (((m.id = c.member_id) AND (m.state = 'registered'::text))))
      JOIN missions.mission mission ON (((mission.id = m.mission_id) AND (mission.state <> 'cancelled'::text))))
      JOIN missions.partner seat ON (((seat.mission_id = m.mission_id) AND (seat.organisation_id = m.organisation_id) AND (seat.left_at IS NULL))))
      JOIN directory.organisation o ON ((o.id = m.organisation_id)))
   WHERE ((u.id = journeys_of.p_account) AND (NOT (EXISTS ( SELECT
            FROM pocket.pass p
           WHERE ((p.member_id = m.id) AND (p.revoked_at IS NOT NULL))))))
   ORDER BY mission.starts_on DESC NULLS LAST, m.id;
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.lasting(p_mission uuid, p_now timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT (GREATEST(( SELECT (m.ends_on)::timestamp with time zone AS ends_on
            FROM missions.mission m
           WHERE (m.id = lasting.p_mission)), p_now) + '30 days'::interval);
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.link_letter(p_digest bytea, p_now timestamp with time zone)
 RETURNS TABLE(given_name text, family_name text, organisation_name text, title jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT m.given_name,
     m.family_name,
     o.name,
     mission.title
    FROM (((pocket.pass_of('link'::text, link_letter.p_digest, link_letter.p_now) p(secret_id, pass_id, member_id, mission_id, organisation_id)
      JOIN delegations.member m ON ((m.id = p.member_id)))
      JOIN directory.organisation o ON ((o.id = p.organisation_id)))
      JOIN missions.mission mission ON ((mission.id = p.mission_id)));
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.lock_task(p_task uuid)
 RETURNS TABLE(title text, is_done boolean, done_at timestamp with time zone, done_by_name text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
begin
  perform from missions.task k where k.id = p_task for no key update;
  return query select k.title, k.state = 'done', k.done_at, k.done_by_name from pocket.own_tasks() k where k.id = p_task;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.meetings()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT meetings.meetings_of_member(pocket.actor_member()) AS meetings_of_member;
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.open_by_account(p_account uuid, p_member uuid, p_secret bytea, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
declare
  v_member delegations.member;
  v_pass   uuid;
begin
  if not exists (select from pocket.journeys_of(p_account) j where j.member_id = p_member) then return false; end if;
  select * into v_member from delegations.member where id = p_member;
  perform set_config('app.organisation', v_member.organisation_id::text, true), set_config('app.account', p_account::text, true),
    set_config('app.actor_name', v_member.given_name || ' ' || v_member.family_name, true), set_config('app.event', 'pocket.opened', true);
  insert into pocket.pass (mission_id, organisation_id, member_id) values (v_member.mission_id, v_member.organisation_id, p_member) on conflict (member_id) do nothing;
  select id into v_pass from pocket.pass where member_id = p_member;
  perform set_config('app.organisation', '', true), set_config('app.account', '', true);
  insert into pocket.secret (pass_id, member_id, mission_id, organisation_id, kind, digest, account_id, made_at, expires_at, seen_at)
    values (v_pass, p_member, v_member.mission_id, v_member.organisation_id, 'device', p_secret, p_account, p_now, pocket.lasting(v_member.mission_id, p_now), p_now);
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.open_by_link(p_link bytea, p_secret bytea, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
begin
  insert into pocket.secret (pass_id, member_id, mission_id, organisation_id, kind, digest, made_at, expires_at, seen_at)
    select p.pass_id, p.member_id, p.mission_id, p.organisation_id, 'device', p_secret, p_now, pocket.lasting(p.mission_id, p_now), p_now
      from pocket.pass_of('link', p_link, p_now) p;
  return found;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION pocket.own_tasks()
 RETURNS SETOF missions.task
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT k.id,
     k.mission_id,
     k.organisation_id,
     k.is_shared,
     k.title,
     k.owner_organisation_id,
     k.owner_account_id,
     k.owner_name,
     k.due_on,
     k.about_noun,
     k.about_id,
     k.about_label,
     k.state,
     k.done_at,
     k.done_by,
     k.done_by_name,
     k.reminded_before_at,
     k.reminded_due_at,
     k.created_by,
     k.created_at,
     k.version
    FROM (((delegations.member m
      JOIN delegations.member_contact c ON ((c.member_id = m.id)))
      JOIN auth."user" u ON ((lower(u.email) = lower(c.email))))
      JOIN missions.task k ON (((k.owner_account_id = u.id) AND (k.mission_id = m.mission_id) AND (k.owner_organisation_id = m.organisation_id))))
   WHERE (m.id = pocket.actor_member());
END
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION pocket.pass_of(p_kind text, p_digest bytea, p_now timestamp with time zone)
 RETURNS TABLE(secret_id uuid, pass_id uuid, member_id uuid, mission_id uuid, organisation_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'pocket'
BEGIN ATOMIC
 SELECT s.id,
     s.pass_id,
     s.member_id,
     s.mission_id,
     s.organisation_id
    FROM (((pocket.secret s
      JOIN pocket.pass p ON (((p.id = s.pass_id) AND (p.revoked_at IS NULL))))
      JOIN delegations.member m ON (((m.id = s.member_id) AND (m.state = 'registered'::text))))
      JOIN missions.partner seat ON (((seat.mission_id = s.mission_id) AND (seat.organisation_id = s.organisation_id) AND (seat.left_at IS NULL))))
   WHERE ((s.digest = pass_of.p_digest) AND (s.kind = pass_of.p_kind) AND (s.ended_at IS NULL) AND ((s.expires_at IS NULL) OR (s.expires_at > pass_of.p_now)) AND ((s.account_id IS NULL) OR (EXISTS ( SELECT
            FROM (auth."user" u
              JOIN delegations.member_contact c ON ((lower(c.email) = lower(u.email))))
           WHERE ((u.id = s.account_id) AND (c.member_id = s.member_id))))));
END
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION pocket.said(p_item jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN programme.said(p_item)
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION pocket.tick_task(p_task uuid, p_done boolean, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pocket'
AS $function$
declare
  v_member delegations.member;
  v_name   text;
begin
  select * into v_member from delegations.member where id = pocket.actor_member();
  v_name := v_member.given_name || ' ' || v_member.family_name;
  perform set_config('app.organisation', v_member.organisation_id::text, true), set_config('app.actor_name', v_name, true),
    set_config('app.event', case when p_done then 'task.done' else 'task.reopened' end, true);
  update missions.task k
    set state = case when p_done then 'done' else 'open' end, done_at = case when p_done then p_at end,
        done_by = case when p_done then k.owner_account_id end, done_by_name = case when p_done then v_name end
    where k.id in (select o.id from pocket.own_tasks() o where o.id = p_task);
  perform set_config('app.organisation', '', true);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION programme.keep_changes(p_release uuid, p_text text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'programme'
AS $function$
declare
  v_mission  uuid;
  v_number   integer;
  v_before   jsonb;
begin
  select r.mission_id, r.number into v_mission, v_number from programme.release r where r.id = p_release;
  select c.content::jsonb -> 'items' into v_before
    from programme.release r join programme.release_content c on c.release_id = r.id where r.mission_id = v_mission and r.number = v_number - 1;

  with was as materialized (
    select (i ->> 'id')::uuid as item_id, programme.said(i) as content, i -> 'people' as people from jsonb_array_elements(coalesce(v_before, '[]')) i
  ), now_is as materialized (
    select (i ->> 'id')::uuid as item_id, programme.said(i) as content, i -> 'people' as people from jsonb_array_elements(p_text::jsonb -> 'items') i
  ), compared as materialized (
    select n.item_id, n.content, n.people, w.people as were, w.content is distinct from n.content as is_said
      from now_is n left join was w using (item_id) where w.item_id is null or w.content <> n.content or w.people <> n.people
  ), kept as (
    insert into programme.item_version (item_id, mission_id, number, content) select b.item_id, v_mission, v_number, b.content from compared b where b.is_said
  )
  insert into programme.item_news (item_id, mission_id, number, were_invited, are_invited, member_ids)
    select b.item_id, v_mission, v_number, m.were, m.are, array_agg(m.id order by m.id)
      from compared b cross join lateral (
        select p.id::uuid as id, coalesce(b.were ? p.id, false) as were, true as are from jsonb_array_elements_text(b.people) p (id)
        union all
        select p.id::uuid, true, false from jsonb_array_elements_text(coalesce(b.were, '[]')) p (id) where not b.people ? p.id) m
      where v_before is not null and (b.is_said or not (m.were and m.are))
      group by b.item_id, m.were, m.are;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION programme.keep_changes_of_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'programme'
AS $function$
begin
  perform programme.keep_changes(new.release_id, new.content);
  return null;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION programme.place_people()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'programme'
AS $function$
begin
  if not exists (select from programme.release r where r.id = new.release_id and r.digest = sha256(convert_to(new.content, 'UTF8'))) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_release_is_what_its_digest_says',
      message = 'the content of a release has the digest of the release';
  end if;
  insert into programme.released_item (release_id, mission_id, item_id)
    select new.release_id, new.mission_id, (i ->> 'id')::uuid from jsonb_array_elements(new.content::jsonb -> 'items') i;
  insert into programme.placement (release_id, mission_id, item_id, member_id, period)
    select new.release_id, new.mission_id, (i ->> 'id')::uuid, p::uuid, tstzrange((i ->> 'startsAt')::timestamptz, (i ->> 'endsAt')::timestamptz)
      from jsonb_array_elements(new.content::jsonb -> 'items') i cross join jsonb_array_elements_text(i -> 'people') p
      where i ->> 'attendance' = 'expected' and i ->> 'state' <> 'cancelled' and i ->> 'type' <> 'free';
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION programme.public_facts(p_said jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN jsonb_build_object('id', (p_said -> 'id'::text), 'type', (p_said -> 'type'::text), 'state', (p_said -> 'state'::text), 'title', (p_said -> 'title'::text), 'languages', (p_said -> 'languages'::text), 'startsAt', (p_said -> 'startsAt'::text), 'endsAt', (p_said -> 'endsAt'::text), 'timeZone', (p_said -> 'timeZone'::text), 'venue', (p_said -> 'venue'::text), 'organiser', (p_said -> 'organiser'::text))
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION programme.published_at(p_slug text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'programme'
BEGIN ATOMIC
 SELECT jsonb_build_object('title', m.title, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'organiserName', lead.name, 'releases', COALESCE(( SELECT jsonb_agg(jsonb_build_object('number', r.number, 'releasedAt', to_char((r.released_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'changes', COALESCE(( SELECT jsonb_agg(jsonb_build_object('before', programme.public_facts(w.content), 'after', programme.public_facts(v.content)) ORDER BY (v.content ->> 'startsAt'::text), v.item_id) AS jsonb_agg
                    FROM ((programme.item_version v
                      JOIN programme.public_item i ON (((i.item_id = v.item_id) AND (i.since < v.number))))
                      LEFT JOIN LATERAL ( SELECT o.content
                            FROM programme.item_version o
                           WHERE ((o.item_id = v.item_id) AND (o.number < v.number))
                           ORDER BY o.number DESC
                          LIMIT 1) w ON (true))
                   WHERE ((v.mission_id = r.mission_id) AND (v.number = r.number) AND (r.number > 1))), '[]'::jsonb)) ORDER BY r.number DESC) AS jsonb_agg
            FROM programme.release r
           WHERE (r.mission_id = p.mission_id)), '[]'::jsonb), 'items', COALESCE(( SELECT jsonb_agg(programme.public_facts(v.content) ORDER BY (v.content ->> 'startsAt'::text), i.item_id) AS jsonb_agg
            FROM (programme.public_item i
              CROSS JOIN LATERAL ( SELECT o.content
                    FROM programme.item_version o
                   WHERE (o.item_id = i.item_id)
                   ORDER BY o.number DESC
                  LIMIT 1) v)
           WHERE (i.mission_id = p.mission_id)), '[]'::jsonb)) AS jsonb_build_object
    FROM ((programme.publication p
      JOIN missions.mission m ON ((m.id = p.mission_id)))
      JOIN directory.organisation lead ON ((lead.id = m.lead_organisation_id)))
   WHERE ((p.slug = published_at.p_slug) AND p.is_open);
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION programme.said(p_item jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (p_item - ARRAY['people'::text, 'audience'::text, 'organisationIds'::text, 'memberIds'::text, 'themeId'::text, 'trackId'::text, 'capacity'::text, 'interpretersNeeded'::text, 'interpreters'::text])
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION programme.tell_members(p_release uuid, p_notices jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'programme'
AS $function$
declare
  v_notice record;
  v_mail   uuid;
begin
  if not exists (select from programme.release r where r.id = p_release and r.organisation_id = app.actor_organisation()
      and r.mission_id = any (missions.actor_led_missions()) and r.released_by is not distinct from app.actor_account()) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'only_who_releases_tells',
      message = 'only who releases a programme tells its people';
  end if;
  for v_notice in
    select m.organisation_id, c.email, case w.locale when 'en' then 'en' else 'fr' end as language,
           n -> 'letters' -> case w.locale when 'en' then 'en' else 'fr' end as letter
      from jsonb_array_elements(p_notices) n
      join programme.release r on r.id = p_release
      join delegations.member m on m.id = (n ->> 'memberId')::uuid and m.mission_id = r.mission_id and m.state = 'registered'
      join delegations.member_contact c on c.member_id = m.id and c.email is not null
      left join identity.workspace w on w.organisation_id = m.organisation_id
  loop
    insert into app.mail (organisation_id, recipient, language, subject, body_text, body_html)
      values (v_notice.organisation_id, v_notice.email, v_notice.language, v_notice.letter ->> 'subject', v_notice.letter ->> 'text', v_notice.letter ->> 'html')
      returning id into v_mail;
    perform app.enqueue('platform.send-mail', json_build_object('mailId', v_mail));
  end loop;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.accept_substitution(p_request uuid, p_now timestamp with time zone, p_leaves_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_request delegations.change_request;
  v_ask     registration.substitution_ask;
  v_actor   text := coalesce(current_setting('app.organisation', true), '');
  v_name    text := nullif(current_setting('app.actor_name', true), '');
begin
  select * into v_request from delegations.change_request r
    where r.id = p_request and r.state = 'open' and r.kind = 'substitution' and r.mission_id = any (missions.actor_led_missions())
      and app.actor_roles() && array['administrator', 'officer'] for update;
  if not found then return false; end if;
  select * into strict v_ask from registration.substitution_ask k where k.request_id = p_request;
  update delegations.change_request set state = 'accepted', decided_name = v_name, decided_at = p_now where id = p_request;
  perform set_config('app.organisation', v_request.organisation_id::text, true);
  if not registration.substitute(v_ask.former_id, v_ask.successor_id, v_ask.words, v_ask.secret_digest, v_ask.reason, p_now) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_substitution_asked_is_still_possible', message = 'one of the two is no longer where they were';
  end if;
  insert into registration.letter (application_id, mission_id, sender_id, organisation_id, kind, language, words, former_state, former_waiting_since, written_at, leaves_at)
    select case l ->> 'kind' when 'replaced' then v_ask.former_id else v_ask.successor_id end, v_request.mission_id, v_request.organisation_id, v_request.organisation_id,
           l ->> 'kind', l ->> 'language', l -> 'words', l ->> 'formerState', (l ->> 'formerWaitingSince')::timestamptz, p_now, p_leaves_at
      from jsonb_array_elements(v_ask.letters) l;
  delete from registration.substitution_ask where id = v_ask.id;
  perform set_config('app.organisation', v_actor, true);
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.approve(p_application uuid, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  perform from registration.application a
    where a.id = p_application and a.state in ('endorsed', 'waiting') and a.endorsed_at is not null
      and a.mission_id = any (missions.actor_led_missions()) and app.actor_roles() && array['administrator', 'officer'];
  if not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'each_step_has_who_may_take_it',
      message = 'a place is given by those who organise, to someone endorsed';
  end if;
  perform registration.seat(p_application, p_now);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.ask_substitution(p_former uuid, p_successor uuid, p_words jsonb, p_secret_digest bytea, p_reason text, p_letters jsonb, p_becomes jsonb, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_former  registration.application;
  v_member  delegations.member;
  v_request uuid := uuidv7();
begin
  select * into v_former from registration.application a
    where a.id = p_former and a.organisation_id = app.actor_organisation() and a.mission_id in (select missions.actor_seats())
      and app.actor_roles() && array['administrator', 'officer'] and a.state = 'approved' for update;
  if not found then return false; end if;
  select * into strict v_member from delegations.member where id = v_former.member_id for update;
  update delegations.change_request set state = 'replaced' where member_id = v_member.id and state = 'open';
  insert into delegations.change_request (id, mission_id, organisation_id, member_id, kind, asked_by, asked_name, asked_at, was, becomes)
    values (v_request, v_member.mission_id, v_member.organisation_id, v_member.id, 'substitution', 'partner', coalesce(nullif(current_setting('app.actor_name', true), ''), '?'), p_now,
      jsonb_build_object('givenName', v_member.given_name, 'familyName', v_member.family_name, 'category', v_member.category, 'capacity', v_member.capacity, 'represents', v_member.represents),
      p_becomes);
  insert into registration.substitution_ask (request_id, former_id, successor_id, words, secret_digest, reason, letters)
    values (v_request, p_former, p_successor, p_words, p_secret_digest, p_reason, p_letters);
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.change_application(p_secret_digest bytea, p_words jsonb, p_is_sent boolean, p_verify_digest bytea, p_now timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_application registration.application;
  v_contact     registration.application_contact;
  v_is_verified boolean;
  v_state       text;
begin
  select * into v_application from registration.application a where a.secret_digest = p_secret_digest and a.state in ('draft', 'unverified', 'incomplete') for update;
  if not found then return 'closed'; end if;
  select * into v_contact from registration.application_contact c where c.application_id = v_application.id for update;
  v_is_verified := v_application.verified_at is not null and v_contact.email is not distinct from nullif(p_words ->> 'email', '');
  if p_is_sent and not v_is_verified and v_contact.verify_count >= 10 then return 'too_many'; end if;
  v_state := case when not p_is_sent then case when v_is_verified then v_application.state else 'draft' end when v_is_verified then 'received' else 'unverified' end;
  perform set_config('app.organisation', v_application.organisation_id::text, true),
          set_config('app.event', case when p_is_sent then 'application.sent' else 'application.saved' end, true),
          set_config('app.actor_name', trim(concat(p_words ->> 'givenName', ' ', p_words ->> 'familyName')), true);
  perform registration.write_words(v_application.id, p_words);
  update registration.application a set state = v_state, changed_at = case when v_state = a.state then a.changed_at else p_now end,
      verified_at = case when v_is_verified then a.verified_at end,
      submitted_at = case when p_is_sent then coalesce(a.submitted_at, p_now) else a.submitted_at end
    where a.id = v_application.id;
  if v_state = 'unverified' then
    update registration.application_contact set verify_digest = p_verify_digest, verify_expires_at = p_now + interval '2 days', verify_sent_at = p_now,
        verify_count = verify_count + 1
      where application_id = v_application.id;
  end if;
  if v_state = 'received' and v_application.state <> 'received' then
    perform app.enqueue('registration.tell-received', json_build_object('applicationId', v_application.id));
  end if;
  perform set_config('app.organisation', '', true), set_config('app.actor_name', '', true);
  return v_state;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.change_own_facts(p_secret_digest bytea, p_facts jsonb, p_now timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_application registration.application;
  v_member      delegations.member;
  v_was         jsonb;
  v_becomes     jsonb;
  v_outcome     text := 'applied';
begin
  select a.* into v_application from registration.application a join missions.mission m on m.id = a.mission_id
    where a.secret_digest = p_secret_digest and a.state = 'approved' and (m.ends_on is null or m.ends_on >= p_now::date) for update of a;
  if not found then return 'closed'; end if;
  select * into strict v_member from delegations.member where id = v_application.member_id for update;
  v_was := jsonb_build_object('givenName', v_member.given_name, 'familyName', v_member.family_name, 'category', v_member.category,
    'capacity', v_member.capacity, 'represents', v_member.represents);
  v_becomes := v_was || jsonb_build_object('givenName', p_facts ->> 'givenName', 'familyName', p_facts ->> 'familyName', 'represents', nullif(p_facts ->> 'represents', ''),
    'capacity', case when btrim(coalesce(p_facts ->> 'capacity', '')) = '' then v_member.capacity - v_application.language
                     else v_member.capacity || jsonb_build_object(v_application.language, p_facts ->> 'capacity') end);
  if v_becomes = v_was then return 'applied'; end if;
  perform set_config('app.organisation', v_application.organisation_id::text, true), set_config('app.actor_name', trim(v_member.given_name || ' ' || v_member.family_name), true);
  if delegations.is_frozen(v_application.mission_id, p_now::date) then
    perform set_config('app.event', 'change.asked', true);
    update delegations.change_request set state = 'replaced' where member_id = v_member.id and state = 'open';
    insert into delegations.change_request (mission_id, organisation_id, member_id, kind, asked_by, asked_name, asked_at, was, becomes)
      values (v_member.mission_id, v_member.organisation_id, v_member.id, 'change', 'applicant', trim(v_member.given_name || ' ' || v_member.family_name), p_now, v_was, v_becomes);
    v_outcome := 'asked';
  else
    perform set_config('app.event', 'member.changed', true);
    perform delegations.apply_facts(v_member.id, v_becomes);
  end if;
  perform set_config('app.organisation', '', true), set_config('app.actor_name', '', true);
  return v_outcome;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.check_passport_ask()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  if not exists (select from missions.leg g where g.mission_id = new.mission_id and g.country = new.country) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_passport_is_asked_for_a_destination', message = 'no leg goes there';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.check_passport_reader()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  if not exists (select from identity.membership b join missions.partner p on p.organisation_id = b.organisation_id and p.left_at is null
                   where b.account_id = new.account_id and b.organisation_id = new.organisation_id and p.mission_id = new.mission_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_reader_is_of_the_lead_or_of_a_partner',
      message = 'whoever reads passports is a member of an organisation of the mission';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.check_quota()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  if registration.free_places(new.mission_id, new.organisation_id) < 0 then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_quota_covers_who_travels_already',
      message = 'more people are registered than this';
  end if;
  return null;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION registration.check_step()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  v_sender    boolean := new.organisation_id = app.actor_organisation();
  v_organiser boolean := new.mission_id = any (missions.actor_led_missions());
  v_allowed   boolean;
begin
  if current_user <> 'escale_web' or new.state = old.state then return new; end if;
  v_allowed := case
    when old.state = 'received'   and new.state in ('endorsed', 'incomplete', 'refused') then v_sender
    when old.state = 'incomplete' and new.state in ('received', 'refused')               then v_sender
    when old.state = 'endorsed'   and new.state in ('waiting', 'refused')                then v_organiser
    when old.state = 'endorsed'   and new.state = 'received'                             then v_sender
    when old.state = 'waiting'    and new.state in ('endorsed', 'refused')               then v_organiser
    when old.state = 'refused'    and new.state = 'received' and old.endorsed_at is null then v_sender
    when old.state = 'refused'    and new.state = 'incomplete' and old.endorsed_at is null then v_sender
    when old.state = 'refused'    and new.state in ('endorsed', 'waiting')               then v_organiser and old.endorsed_at is not null
    else false end;
  if not v_allowed then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'each_step_has_who_may_take_it',
      message = format('%s does not become %s by this organisation', old.state, new.state);
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION registration.erase_own_passport(p_secret_digest bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  delete from registration.passport p using registration.application a where a.id = p.application_id and a.secret_digest = p_secret_digest;
  return found;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.follow_member()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  if new.state = 'withdrawn' then
    update registration.application set state = 'withdrawn', changed_at = transaction_timestamp() where member_id = new.id and state = 'approved';
    if exists (select from registration.application a where a.mission_id = new.mission_id and a.organisation_id = new.organisation_id and a.state = 'waiting') then
      perform app.enqueue('registration.promote', json_build_object('missionId', new.mission_id, 'organisationId', new.organisation_id),
        'registration.promote ' || new.mission_id || ' ' || new.organisation_id);
    end if;
  else
    update registration.application set state = 'approved', changed_at = transaction_timestamp()
      where id = (select a.id from registration.application a where a.member_id = new.id order by a.changed_at desc, a.id desc limit 1)
        and state = 'withdrawn';
  end if;
  return null;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.follow_quota()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_quota registration.quota := coalesce(new, old);
begin
  perform app.enqueue('registration.promote', json_build_object('missionId', v_quota.mission_id, 'organisationId', v_quota.organisation_id),
    'registration.promote ' || v_quota.mission_id || ' ' || v_quota.organisation_id);
  return null;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.forget_needs()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  delete from registration.travel_needs where application_id = new.id;
  return null;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.forget_passports()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  if tg_table_name = 'application' then
    delete from registration.passport where application_id = new.id;
  else
    delete from registration.passport p where p.mission_id = coalesce(new.mission_id, old.mission_id)
      and not exists (select from registration.passports_asked(p.mission_id) k where k.organisation_id = p.organisation_id);
  end if;
  return null;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.forget_substitution_ask()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  delete from registration.substitution_ask where request_id = new.id;
  return null;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.free_places(p_mission uuid, p_organisation uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
BEGIN ATOMIC
 SELECT (q.places - ( SELECT (count(*))::integer AS count
            FROM delegations.member m
           WHERE ((m.mission_id = q.mission_id) AND (m.organisation_id = q.organisation_id) AND (m.state = 'registered'::text))))
    FROM registration.quota q
   WHERE ((q.mission_id = free_places.p_mission) AND (q.organisation_id = free_places.p_organisation));
END
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.guard_substitution()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  if delegations.is_frozen(new.mission_id, current_date) and not new.mission_id = any (missions.actor_led_missions())
     and not exists (select from registration.substitution_ask k join delegations.change_request r on r.id = k.request_id
                       where k.former_id = new.former_id and r.state = 'accepted') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_frozen_delegation_changes_by_request',
      message = 'the delegation is frozen: ask those who organise the mission';
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.hold_places(p_mission uuid, p_organisation uuid)
 RETURNS void
 LANGUAGE sql
RETURN pg_advisory_xact_lock(hashtextextended(((p_mission)::text || (p_organisation)::text), (40)::bigint))
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION registration.hold_places_of_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform registration.hold_places(new.mission_id, new.organisation_id);
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION registration.keep_quota()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_touched record;
begin
  for v_touched in select distinct mission_id, organisation_id from new_rows where state = 'registered' loop
    if registration.free_places(v_touched.mission_id, v_touched.organisation_id) < 0 then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_sub_delegation_keeps_to_its_quota',
        message = 'every place of this sub-delegation is taken';
    end if;
  end loop;
  return null;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION registration.kept_until(p_subject text, p_ends_on date)
 RETURNS date
 LANGUAGE sql
 STABLE
RETURN (p_ends_on + (SELECT r.days FROM registration.retention_rule r WHERE ((r.subject = kept_until.p_subject) AND (r.valid_from <= kept_until.p_ends_on)) ORDER BY r.valid_from DESC LIMIT 1))
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION registration.name_passport_reader(p_mission uuid, p_rank smallint, p_email text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_lead   uuid;
  v_found  record;
begin
  select m.lead_organisation_id into v_lead from missions.mission m
    where m.id = p_mission and m.lead_organisation_id = app.actor_organisation() and m.id in (select missions.actor_seats())
      and app.actor_roles() && array['administrator', 'officer'];
  if not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_lead_names_who_reads_passports', message = 'only the organisation that leads';
  end if;
  select u.id, u.name, b.organisation_id into v_found
    from auth."user" u join identity.membership b on b.account_id = u.id
    join missions.partner p on p.organisation_id = b.organisation_id and p.mission_id = p_mission and p.left_at is null
    where lower(u.email) = lower(p_email) order by (b.organisation_id = v_lead) desc, b.organisation_id limit 1;
  if not found then return 'unknown'; end if;
  delete from registration.passport_reader r where r.mission_id = p_mission and r.rank = p_rank;
  insert into registration.passport_reader (mission_id, rank, account_id, organisation_id, name)
    values (p_mission, p_rank, v_found.id, v_found.organisation_id, v_found.name);
  return 'named';
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.open_application(p_token_digest bytea, p_request_digest bytea, p_id uuid, p_secret_digest bytea, p_words jsonb, p_now timestamp with time zone)
 RETURNS TABLE(id uuid, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
#variable_conflict use_column
declare
  v_link registration.link;
begin
  select * into v_link from registration.link l where l.token_digest = p_token_digest for update;
  if not found then outcome := 'link_over'; return next; return; end if;
  select a.id into id from registration.application a where a.request_digest = p_request_digest and a.link_id = v_link.id;
  if found then outcome := 'repeated'; return next; return; end if;
  if not exists (select from registration.opened_link(p_token_digest, p_now) o where o.state = 'open') then outcome := 'link_over'; return next; return; end if;
  insert into registration.knock (link_id, knocked_at) values (v_link.id, p_now);
  if (select count(*) from registration.knock k where k.link_id = v_link.id and k.knocked_at > p_now - interval '1 hour') > 60 then
    outcome := 'too_many'; return next; return;
  end if;
  perform set_config('app.organisation', v_link.organisation_id::text, true), set_config('app.event', 'application.begun', true),
          set_config('app.actor_name', trim(concat(p_words ->> 'givenName', ' ', p_words ->> 'familyName')), true);
  insert into registration.application (id, mission_id, organisation_id, link_id, link_kind, language, secret_digest, request_digest, created_at, changed_at)
    values (p_id, v_link.mission_id, v_link.organisation_id, v_link.id, v_link.kind, p_words ->> 'language', p_secret_digest, p_request_digest, p_now, p_now);
  insert into registration.application_contact (application_id, mission_id, organisation_id) values (p_id, v_link.mission_id, v_link.organisation_id);
  perform registration.write_words(p_id, p_words);
  perform set_config('app.organisation', '', true), set_config('app.actor_name', '', true);
  id := p_id;
  outcome := 'opened';
  return next;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.opened_link(p_token_digest bytea, p_now timestamp with time zone)
 RETURNS TABLE(id uuid, kind text, state text, given_name text, family_name text, represents text, language text, places integer, used integer, expires_at timestamp with time zone, organisation_name text, title jsonb, starts_on date, ends_on date, cities jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
BEGIN ATOMIC
 SELECT l.id,
     l.kind,
         CASE
             WHEN ((l.revoked_at IS NOT NULL) OR (p.left_at IS NOT NULL) OR (m.state = 'cancelled'::text)) THEN 'revoked'::text
             WHEN (l.expires_at <= opened_link.p_now) THEN 'expired'::text
             WHEN (u.used >= l.places) THEN 'used'::text
             ELSE 'open'::text
         END AS "case",
     l.given_name,
     l.family_name,
     l.represents,
     l.language,
     l.places,
     u.used,
     l.expires_at,
     o.name,
     m.title,
     m.starts_on,
     m.ends_on,
     COALESCE(( SELECT jsonb_agg(g.city_name ORDER BY g."position") AS jsonb_agg
            FROM missions.leg g
           WHERE (g.mission_id = m.id)), '[]'::jsonb) AS "coalesce"
    FROM ((((registration.link l
      JOIN missions.mission m ON ((m.id = l.mission_id)))
      JOIN missions.partner p ON (((p.mission_id = l.mission_id) AND (p.organisation_id = l.organisation_id))))
      JOIN directory.organisation o ON ((o.id = l.organisation_id)))
      CROSS JOIN LATERAL ( SELECT (count(*))::integer AS used
            FROM registration.application a
           WHERE ((a.link_id = l.id) AND (a.state <> 'withdrawn'::text))) u)
   WHERE (l.token_digest = opened_link.p_token_digest);
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.overdue(p_day date)
 RETURNS TABLE(subject text, mission_id uuid, organisation_id uuid, row_count integer, kept_until date, days integer, ground text)
 LANGUAGE sql
 STABLE
AS $function$
  with held as (
    select 'begun' as subject, a.mission_id, a.organisation_id, a.changed_at::date as counted_from
      from registration.application a where a.state in ('draft', 'unverified') and a.verified_at is null and a.endorsed_at is null
    union all
    select 'health', n.mission_id, n.organisation_id, m.ends_on
      from registration.travel_needs n join missions.mission m on m.id = n.mission_id where n.health_erased_at is null and m.ends_on is not null
    union all
    select 'travel', n.mission_id, n.organisation_id, m.ends_on
      from registration.travel_needs n join missions.mission m on m.id = n.mission_id where m.ends_on is not null
    union all
    select 'passport', p.mission_id, p.organisation_id, m.ends_on
      from registration.passport p join missions.mission m on m.id = p.mission_id where m.ends_on is not null
    union all
    select 'reading', d.mission_id, d.organisation_id, d.read_at::date from registration.passport_reading d
  )
  select h.subject, h.mission_id, h.organisation_id, count(*)::int, max(h.counted_from + r.days), r.days, r.ground
    from held h
    cross join lateral (select rule.days, rule.ground from registration.retention_rule rule
      where rule.subject = h.subject and rule.valid_from <= h.counted_from order by rule.valid_from desc limit 1) r
    where h.counted_from + r.days < p_day
    group by 1, 2, 3, 6, 7
$function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.own_application(p_secret_digest bytea)
 RETURNS TABLE(id uuid, mission_id uuid, state text, language text, given_name text, family_name text, category text, represents text, capacity text, answers jsonb, email text, phone text, changed_at timestamp with time zone, submitted_at timestamp with time zone, verified_at timestamp with time zone, reason text, waiting_rank integer, version integer, organisation_name text, organiser_name text, title jsonb, starts_on date, ends_on date, cities jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
BEGIN ATOMIC
 SELECT a.id,
     a.mission_id,
     a.state,
     a.language,
     a.given_name,
     a.family_name,
     a.category,
     a.represents,
     a.capacity,
     a.answers,
     c.email,
     c.phone,
     a.changed_at,
     a.submitted_at,
     a.verified_at,
     a.reason,
         CASE
             WHEN (a.state = 'waiting'::text) THEN ( SELECT (count(*))::integer AS count
                FROM registration.application w
               WHERE ((w.mission_id = a.mission_id) AND (w.organisation_id = a.organisation_id) AND (w.state = 'waiting'::text) AND (ROW(w.waiting_since, w.id) <= ROW(a.waiting_since, a.id))))
             ELSE NULL::integer
         END AS "case",
     a.version,
     o.name,
     leader.name,
     m.title,
     m.starts_on,
     m.ends_on,
     COALESCE(( SELECT jsonb_agg(g.city_name ORDER BY g."position") AS jsonb_agg
            FROM missions.leg g
           WHERE (g.mission_id = m.id)), '[]'::jsonb) AS "coalesce"
    FROM ((((registration.application a
      JOIN registration.application_contact c ON ((c.application_id = a.id)))
      JOIN missions.mission m ON ((m.id = a.mission_id)))
      JOIN directory.organisation o ON ((o.id = a.organisation_id)))
      JOIN directory.organisation leader ON ((leader.id = m.lead_organisation_id)))
   WHERE (a.secret_digest = own_application.p_secret_digest);
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.own_facts(p_secret_digest bytea)
 RETURNS TABLE(facts jsonb, language text, frozen_on date, requests jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
BEGIN ATOMIC
 SELECT jsonb_build_object('givenName', m.given_name, 'familyName', m.family_name, 'category', m.category, 'capacity', m.capacity, 'represents', m.represents) AS jsonb_build_object,
     a.language,
     f.frozen_on,
     ( SELECT COALESCE(jsonb_agg(jsonb_build_object('id', r.id, 'askedAt', to_char((r.asked_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'was', r.was, 'becomes', r.becomes, 'state', r.state, 'reason', r.reason) ORDER BY r.asked_at DESC, r.id DESC), '[]'::jsonb) AS "coalesce"
            FROM delegations.change_request r
           WHERE ((r.member_id = m.id) AND (r.kind = 'change'::text) AND (r.asked_by = 'applicant'::text) AND (r.state <> 'replaced'::text))) AS "coalesce"
    FROM ((registration.application a
      JOIN delegations.member m ON ((m.id = a.member_id)))
      LEFT JOIN delegations."freeze" f ON ((f.mission_id = a.mission_id)))
   WHERE ((a.secret_digest = own_facts.p_secret_digest) AND (a.state = 'approved'::text));
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.own_needs(p_secret_digest bytea)
 RETURNS TABLE(wishes text, rooming text, diet text, access text, written_at timestamp with time zone, health_until date, travel_until date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
BEGIN ATOMIC
 SELECT COALESCE(n.wishes, ''::text) AS "coalesce",
     COALESCE(n.rooming, ''::text) AS "coalesce",
     COALESCE(n.diet, ''::text) AS "coalesce",
     COALESCE(n.access, ''::text) AS "coalesce",
     n.written_at,
     registration.kept_until('health'::text, m.ends_on) AS kept_until,
     registration.kept_until('travel'::text, m.ends_on) AS kept_until
    FROM ((registration.application a
      JOIN missions.mission m ON ((m.id = a.mission_id)))
      LEFT JOIN registration.travel_needs n ON ((n.application_id = a.id)))
   WHERE ((a.secret_digest = own_needs.p_secret_digest) AND (a.state = 'approved'::text));
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.own_overdue(p_day date)
 RETURNS TABLE(subject text, mission_id uuid, organisation_id uuid, row_count integer, kept_until date, days integer, ground text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
  select o.* from registration.overdue(p_day) o where o.organisation_id = app.actor_organisation() and app.actor_roles() && array['administrator']
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.own_passport(p_secret_digest bytea)
 RETURNS TABLE(countries text[], written_at timestamp with time zone, expires_on date, kept_until date, ends_on date, readers jsonb, readings jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
BEGIN ATOMIC
 SELECT ( SELECT COALESCE(array_agg(k.country ORDER BY k.country), '{}'::text[]) AS "coalesce"
            FROM registration.passports_asked(a.mission_id) k(organisation_id, country)
           WHERE (k.organisation_id = a.organisation_id)) AS "coalesce",
     p.written_at,
     p.expires_on,
     registration.kept_until('passport'::text, m.ends_on) AS kept_until,
     m.ends_on,
     ( SELECT COALESCE(jsonb_agg(jsonb_build_object('name', r.name, 'organisation', o.name) ORDER BY r.rank), '[]'::jsonb) AS "coalesce"
            FROM (registration.passport_reader r
              JOIN directory.organisation o ON ((o.id = r.organisation_id)))
           WHERE ((r.mission_id = a.mission_id) AND ((r.organisation_id = a.organisation_id) OR (r.organisation_id = m.lead_organisation_id)))) AS "coalesce",
     ( SELECT COALESCE(jsonb_agg(jsonb_build_object('readAt', to_char((d.read_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'name', d.reader_name, 'organisation', d.reader_organisation, 'purpose', d.purpose) ORDER BY d.read_at DESC, d.id), '[]'::jsonb) AS "coalesce"
            FROM registration.passport_reading d
           WHERE (d.application_id = a.id)) AS "coalesce"
    FROM ((registration.application a
      JOIN missions.mission m ON ((m.id = a.mission_id)))
      LEFT JOIN registration.passport p ON ((p.application_id = a.id)))
   WHERE ((a.secret_digest = own_passport.p_secret_digest) AND (a.state = 'approved'::text));
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.passports_asked(p_mission uuid)
 RETURNS TABLE(organisation_id uuid, country text)
 LANGUAGE sql
 STABLE
AS $function$
  select distinct leg.organisation_id, k.country::text
    from registration.passport_ask k join missions.legs_taken(array[p_mission]) leg on leg.country = k.country
    where k.mission_id = p_mission
$function$
;
-- owner the migrations, execute escale_keeper

CREATE OR REPLACE FUNCTION registration.passports_told(p_mission uuid)
 RETURNS TABLE(application_id uuid, member_id uuid, organisation_id uuid, given_name text, family_name text, written_at timestamp with time zone, may_read boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
BEGIN ATOMIC
 SELECT a.id,
     a.member_id,
     a.organisation_id,
     a.given_name,
     a.family_name,
     p.written_at,
     registration.reads_passports_of(a.mission_id, a.organisation_id) AS reads_passports_of
    FROM (registration.application a
      LEFT JOIN registration.passport p ON ((p.application_id = a.id)))
   WHERE ((a.mission_id = passports_told.p_mission) AND (a.state = 'approved'::text) AND (a.mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND (a.organisation_id IN ( SELECT k.organisation_id
            FROM registration.passports_asked(passports_told.p_mission) k(organisation_id, country))) AND (((a.organisation_id = app.actor_organisation()) AND (app.actor_roles() && ARRAY['administrator'::text, 'officer'::text])) OR registration.reads_passports_of(a.mission_id, a.organisation_id)));
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.promote(p_mission uuid, p_organisation uuid, p_now timestamp with time zone)
 RETURNS TABLE(application_id uuid, former_waiting_since timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
#variable_conflict use_column
begin
  perform registration.hold_places(p_mission, p_organisation);
  perform set_config('app.event', 'application.promoted', true), set_config('app.organisation', p_organisation::text, true);
  for application_id, former_waiting_since in
    select a.id, a.waiting_since from registration.application a
      where a.mission_id = p_mission and a.organisation_id = p_organisation and a.state = 'waiting'
      order by a.waiting_since, a.id for update
  loop
    exit when coalesce(registration.free_places(p_mission, p_organisation), 1) <= 0;
    begin
      perform registration.seat(application_id, p_now);
      return next;
    exception when unique_violation then
      continue;
    end;
  end loop;
  perform set_config('app.organisation', '', true);
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.purge_overdue(p_now timestamp with time zone)
 RETURNS TABLE(subject text, mission_id uuid, organisation_id uuid, row_count integer, kept_until date, days integer, ground text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
#variable_conflict use_column
declare
  v_due record;
begin
  perform pg_advisory_xact_lock(43, 43);
  perform set_config('app.event', 'retention.purged', true);
  for v_due in select * from registration.overdue(p_now::date) o order by o.organisation_id, o.mission_id, o.subject loop
    perform set_config('app.organisation', v_due.organisation_id::text, true);
    insert into registration.purge (mission_id, organisation_id, subject, row_count, kept_until, ground, purged_at)
      values (v_due.mission_id, v_due.organisation_id, v_due.subject, v_due.row_count, v_due.kept_until, v_due.ground, p_now);
    case v_due.subject
      when 'begun' then delete from registration.application a where a.mission_id = v_due.mission_id and a.organisation_id = v_due.organisation_id
        and a.state in ('draft', 'unverified') and a.verified_at is null and a.endorsed_at is null and a.changed_at::date + v_due.days < p_now::date;
      when 'health' then update registration.travel_needs n set diet = '', access = '', health_erased_at = p_now
        where n.mission_id = v_due.mission_id and n.organisation_id = v_due.organisation_id and n.health_erased_at is null;
      when 'travel' then delete from registration.travel_needs n where n.mission_id = v_due.mission_id and n.organisation_id = v_due.organisation_id;
      when 'passport' then delete from registration.passport p where p.mission_id = v_due.mission_id and p.organisation_id = v_due.organisation_id;
      when 'reading' then delete from registration.passport_reading d where d.mission_id = v_due.mission_id and d.organisation_id = v_due.organisation_id
        and d.read_at::date + v_due.days < p_now::date;
    end case;
    return query select v_due.subject, v_due.mission_id, v_due.organisation_id, v_due.row_count, v_due.kept_until, v_due.days, v_due.ground;
  end loop;
  perform set_config('app.organisation', '', true);
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.read_passports(p_mission uuid, p_applications uuid[], p_purpose text, p_now timestamp with time zone)
 RETURNS TABLE(application_id uuid, member_id uuid, key_id text, sealed bytea, expires_on date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
#variable_conflict use_column
begin
  insert into registration.passport_reading (application_id, mission_id, organisation_id, account_id, reader_name, reader_organisation, purpose, read_at)
    select p.application_id, p.mission_id, p.organisation_id, app.actor_account(), coalesce(nullif(current_setting('app.actor_name', true), ''), r.name), o.name, p_purpose, p_now
      from registration.passport p
      join registration.passport_reader r on r.mission_id = p.mission_id and r.account_id = app.actor_account() and r.organisation_id = app.actor_organisation()
      join directory.organisation o on o.id = r.organisation_id
      where p.mission_id = p_mission and p.application_id = any (p_applications) and registration.reads_passports_of(p.mission_id, p.organisation_id);
  return query select p.application_id, a.member_id, p.key_id, p.sealed, p.expires_on
    from registration.passport p join registration.application a on a.id = p.application_id
    where p.mission_id = p_mission and p.application_id = any (p_applications) and registration.reads_passports_of(p.mission_id, p.organisation_id);
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.reads_passports_of(p_mission uuid, p_organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM (registration.passport_reader r
              JOIN missions.mission m ON ((m.id = r.mission_id)))
           WHERE ((r.mission_id = reads_passports_of.p_mission) AND (r.account_id = app.actor_account()) AND (r.organisation_id = app.actor_organisation()) AND (r.mission_id IN ( SELECT missions.actor_seats() AS actor_seats)) AND ((r.organisation_id = m.lead_organisation_id) OR (r.organisation_id = reads_passports_of.p_organisation))))) AS "exists";
END
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.registered_by(p_token_digest bytea)
 RETURNS TABLE(given_name text, family_name text, state text, changed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
BEGIN ATOMIC
 SELECT a.given_name,
     a.family_name,
     a.state,
     a.changed_at
    FROM (registration.application a
      JOIN registration.link l ON ((l.id = a.link_id)))
   WHERE ((l.token_digest = registered_by.p_token_digest) AND (l.kind = 'focal_point'::text))
   ORDER BY a.created_at, (app.fold(a.family_name)), a.id;
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.rename_person(p_from uuid, p_to uuid, p_rows uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
  update registration.application_contact c set person_id = p_to
    where c.person_id = p_from and c.organisation_id = app.actor_organisation() and (p_rows is null or c.id = any (p_rows))
      and exists (select from directory.person p where p.id = p_to and p.organisation_id = app.actor_organisation())
    returning c.id
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.renew_verification(p_secret_digest bytea, p_verify_digest bytea, p_now timestamp with time zone)
 RETURNS TABLE(email text, language text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
#variable_conflict use_column
begin
  update registration.application_contact c set verify_digest = p_verify_digest, verify_expires_at = p_now + interval '2 days', verify_sent_at = p_now,
      verify_count = c.verify_count + 1
    from registration.application a
    where a.id = c.application_id and a.secret_digest = p_secret_digest and a.state = 'unverified' and c.verify_count < 10
      and c.verify_sent_at <= p_now - interval '2 minutes'
    returning c.email, a.language into email, language;
  if found then return next; end if;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.replace_letters()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  if tg_op = 'INSERT' then
    update registration.letter set replaced_by = new.id
      where application_id = new.application_id and sent_at is null and undone_at is null and replaced_by is null;
  else
    update registration.letter set replaced_by = null where replaced_by = new.id;
  end if;
  return new;
end $function$
;
-- owner escale_keeper, execute public

CREATE OR REPLACE FUNCTION registration.seat(p_application uuid, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_application registration.application;
  v_contact     registration.application_contact;
  v_actor       text := coalesce(current_setting('app.organisation', true), '');
  v_member      uuid;
begin
  select * into strict v_application from registration.application where id = p_application;
  select * into strict v_contact from registration.application_contact where application_id = p_application;
  select m.id into v_member from delegations.member m
    where m.mission_id = v_application.mission_id and m.organisation_id = v_application.organisation_id and m.state = 'withdrawn'
      and m.identity_key = app.fold(v_application.family_name || '|' || v_application.given_name || '|' || coalesce(v_application.represents, ''))
    order by m.created_at desc, m.id limit 1;
  if v_member is null then
    v_member := uuidv7();
    insert into delegations.member (id, mission_id, organisation_id, person_id, given_name, family_name, category, capacity, represents)
      values (v_member, v_application.mission_id, v_application.organisation_id, v_contact.person_id, v_application.given_name, v_application.family_name,
              v_application.category,
              case when btrim(v_application.capacity) = '' then '{}'::jsonb else jsonb_build_object(v_application.language, v_application.capacity) end,
              v_application.represents);
    update registration.application set member_id = v_member where id = p_application;
  else
    update registration.application set member_id = v_member where id = p_application;
    update delegations.member set state = 'registered', function = 'member', category = v_application.category where id = v_member;
  end if;
  update registration.application set state = 'approved', waiting_since = null, reason = null, changed_at = p_now where id = p_application;
  perform set_config('app.organisation', v_application.organisation_id::text, true);
  insert into delegations.member_contact as c (member_id, mission_id, organisation_id, email, phone)
    values (v_member, v_application.mission_id, v_application.organisation_id, v_contact.email, v_contact.phone)
    on conflict (member_id) do update set email = coalesce(c.email, excluded.email), phone = coalesce(c.phone, excluded.phone);
  perform set_config('app.organisation', v_actor, true);
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.substitute(p_former uuid, p_successor uuid, p_words jsonb, p_secret_digest bytea, p_reason text, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_former    registration.application;
  v_successor registration.application;
begin
  select * into v_former from registration.application a
    where a.id = p_former and a.organisation_id = app.actor_organisation() and a.mission_id in (select missions.actor_seats())
      and app.actor_roles() && array['administrator', 'officer'] and a.state = 'approved' for update;
  if not found or btrim(coalesce(p_reason, '')) = '' then return false; end if;
  perform registration.withdraw_application(p_former, p_now);
  update registration.application set reason = p_reason, decided_name = nullif(current_setting('app.actor_name', true), '') where id = p_former;
  if p_words is not null then
    insert into registration.application (id, mission_id, organisation_id, link_id, link_kind, state, language, given_name, family_name, category, secret_digest,
        request_digest, created_at, changed_at, submitted_at, verified_at)
      values (p_successor, v_former.mission_id, v_former.organisation_id, v_former.link_id, v_former.link_kind, 'received', p_words ->> 'language',
        p_words ->> 'givenName', p_words ->> 'familyName', p_words ->> 'category', p_secret_digest, sha256(convert_to(p_successor::text, 'UTF8')), p_now, p_now, p_now, p_now);
    insert into registration.application_contact (application_id, mission_id, organisation_id) values (p_successor, v_former.mission_id, v_former.organisation_id);
    perform registration.write_words(p_successor, p_words);
  end if;
  select * into v_successor from registration.application a
    where a.id = p_successor and a.mission_id = v_former.mission_id and a.organisation_id = v_former.organisation_id
      and a.state in ('received', 'endorsed', 'waiting') for update;
  if not found then return false; end if;
  if app.fold(v_former.family_name || '|' || v_former.given_name || '|' || coalesce(v_former.represents, ''))
      = app.fold(v_successor.family_name || '|' || v_successor.given_name || '|' || coalesce(v_successor.represents, '')) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_place_goes_to_someone_else', message = 'the same person';
  end if;
  insert into registration.substitution (mission_id, organisation_id, former_id, successor_id, former_decided_name, successor_was, successor_waiting_since,
      successor_endorsed_at, made_at)
    values (v_former.mission_id, v_former.organisation_id, p_former, p_successor, v_former.decided_name,
      case when p_words is null then v_successor.state else 'withdrawn' end, v_successor.waiting_since, v_successor.endorsed_at, p_now);
  update registration.application set endorsed_at = coalesce(endorsed_at, p_now), decided_name = nullif(current_setting('app.actor_name', true), ''), changed_at = p_now where id = p_successor;
  perform registration.seat(p_successor, p_now);
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.take_place_back(p_application uuid, p_state text, p_waiting_since timestamp with time zone, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_member uuid;
begin
  update registration.application set state = p_state, waiting_since = p_waiting_since, changed_at = p_now
    where id = p_application and state = 'approved' and (p_state in ('endorsed', 'waiting') or (p_state = 'received' and organisation_id = app.actor_organisation()))
      and mission_id = any (missions.actor_led_missions()) and app.actor_roles() && array['administrator', 'officer']
    returning member_id into v_member;
  if not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'each_step_has_who_may_take_it',
      message = 'a place is taken back by those who gave it';
  end if;
  update delegations.member set state = 'withdrawn' where id = v_member;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.undo_substitution(p_application uuid, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_substitution registration.substitution;
  v_former       uuid;
  v_successor    uuid;
begin
  select * into v_substitution from registration.substitution s
    where p_application in (s.former_id, s.successor_id) and s.undone_at is null and s.organisation_id = app.actor_organisation()
      and s.mission_id in (select missions.actor_seats()) and app.actor_roles() && array['administrator', 'officer']
    order by s.made_at desc, s.id desc limit 1 for update;
  if not found then return false; end if;
  perform from registration.letter l where l.application_id in (v_substitution.former_id, v_substitution.successor_id)
    and l.sent_at is null and l.undone_at is null and l.replaced_by is null order by l.id for update;
  if (select count(*) from registration.letter l where l.sent_at is null and l.undone_at is null and l.replaced_by is null
        and ((l.application_id = v_substitution.former_id and l.kind = 'replaced') or (l.application_id = v_substitution.successor_id and l.kind = 'substituted'))) < 2 then
    return false;
  end if;
  select a.member_id into v_former from registration.application a where a.id = v_substitution.former_id and a.state = 'withdrawn' for update;
  if not found then return false; end if;
  select a.member_id into v_successor from registration.application a where a.id = v_substitution.successor_id and a.state = 'approved' for update;
  if not found then return false; end if;
  update registration.letter set undone_at = p_now where application_id in (v_substitution.former_id, v_substitution.successor_id)
    and sent_at is null and undone_at is null and replaced_by is null;
  update registration.substitution set undone_at = p_now where id = v_substitution.id;
  update registration.application set state = v_substitution.successor_was, waiting_since = v_substitution.successor_waiting_since,
      endorsed_at = v_substitution.successor_endorsed_at, decided_name = null, changed_at = p_now
    where id = v_substitution.successor_id;
  update delegations.member set state = 'withdrawn' where id = v_successor;
  update registration.application set state = 'approved', reason = null, decided_name = v_substitution.former_decided_name, changed_at = p_now
    where id = v_substitution.former_id;
  update delegations.member set state = 'registered' where id = v_former;
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.verify_address(p_verify_digest bytea, p_now timestamp with time zone)
 RETURNS TABLE(id uuid, secret_turn integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
#variable_conflict use_column
declare
  v_id           uuid;
  v_organisation uuid;
  v_name         text;
begin
  select a.id, a.secret_turn, a.organisation_id, a.given_name || ' ' || a.family_name into v_id, secret_turn, v_organisation, v_name
    from registration.application_contact c join registration.application a on a.id = c.application_id
    where c.verify_digest = p_verify_digest and c.verify_expires_at > p_now and a.state = 'unverified' for update of a, c;
  if not found then return; end if;
  perform set_config('app.organisation', v_organisation::text, true), set_config('app.event', 'application.received', true), set_config('app.actor_name', v_name, true);
  update registration.application_contact c set verify_digest = null where c.application_id = v_id;
  update registration.application a set state = 'received', verified_at = p_now, changed_at = p_now where a.id = v_id;
  perform app.enqueue('registration.tell-received', json_build_object('applicationId', v_id));
  perform set_config('app.organisation', '', true), set_config('app.actor_name', '', true);
  id := v_id;
  return next;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.withdraw_application(p_application uuid, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_application registration.application;
begin
  select * into v_application from registration.application where id = p_application and state <> 'withdrawn' for update;
  if not found then return; end if;
  update registration.application set state = 'withdrawn', waiting_since = null, changed_at = p_now where id = p_application;
  if v_application.state = 'approved' then
    update delegations.member set state = 'withdrawn' where id = v_application.member_id;
  end if;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION registration.withdraw_for(p_application uuid, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  perform from registration.application a
    where a.id = p_application and a.organisation_id = app.actor_organisation() and a.state <> 'withdrawn'
      and a.mission_id in (select missions.actor_seats()) and app.actor_roles() && array['administrator', 'officer'];
  if not found then return false; end if;
  perform registration.withdraw_application(p_application, p_now);
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.withdraw_own(p_secret_digest bytea, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_application registration.application;
begin
  select * into v_application from registration.application a where a.secret_digest = p_secret_digest and a.state not in ('withdrawn', 'refused');
  if not found then return false; end if;
  perform registration.hold_places(v_application.mission_id, v_application.organisation_id);
  perform set_config('app.organisation', v_application.organisation_id::text, true), set_config('app.event', 'application.withdrawn', true),
          set_config('app.actor_name', trim(v_application.given_name || ' ' || v_application.family_name), true);
  perform registration.withdraw_application(v_application.id, p_now);
  perform set_config('app.organisation', '', true), set_config('app.actor_name', '', true);
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.write_needs(p_secret_digest bytea, p_needs jsonb, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_application registration.application;
begin
  select a.* into v_application from registration.application a join missions.mission m on m.id = a.mission_id
    where a.secret_digest = p_secret_digest and a.state = 'approved' and (m.ends_on is null or m.ends_on >= p_now::date);
  if not found then return false; end if;
  insert into registration.travel_needs as n (application_id, mission_id, organisation_id, wishes, rooming, diet, access, written_at)
    values (v_application.id, v_application.mission_id, v_application.organisation_id, p_needs ->> 'wishes', p_needs ->> 'rooming', p_needs ->> 'diet', p_needs ->> 'access', p_now)
    on conflict (application_id) do update set wishes = excluded.wishes, rooming = excluded.rooming, diet = excluded.diet, access = excluded.access,
      written_at = excluded.written_at, health_erased_at = null;
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.write_passport(p_secret_digest bytea, p_key_id text, p_sealed bytea, p_expires_on date, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
declare
  v_application registration.application;
begin
  select a.* into v_application from registration.application a join missions.mission m on m.id = a.mission_id
    where a.secret_digest = p_secret_digest and a.state = 'approved' and (m.ends_on is null or m.ends_on >= p_now::date)
      and exists (select from registration.passports_asked(m.id) k where k.organisation_id = a.organisation_id);
  if not found then return false; end if;
  insert into registration.passport as p (application_id, mission_id, organisation_id, key_id, sealed, expires_on, written_at)
    values (v_application.id, v_application.mission_id, v_application.organisation_id, p_key_id, p_sealed, p_expires_on, p_now)
    on conflict (application_id) do update set key_id = excluded.key_id, sealed = excluded.sealed, expires_on = excluded.expires_on, written_at = excluded.written_at;
  return true;
end $function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION registration.write_words(p_application uuid, p_words jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registration'
AS $function$
begin
  update registration.application set language = p_words ->> 'language', given_name = p_words ->> 'givenName', family_name = p_words ->> 'familyName',
      category = nullif(p_words ->> 'category', ''), represents = nullif(p_words ->> 'represents', ''), capacity = p_words ->> 'capacity',
      answers = p_words -> 'answers'
    where id = p_application;
  update registration.application_contact set email = nullif(p_words ->> 'email', ''), phone = nullif(p_words ->> 'phone', '')
    where application_id = p_application;
end $function$
;
-- owner escale_keeper, execute -

CREATE OR REPLACE FUNCTION relations.forget_person(p_card uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'relations'
AS $function$
  with changed as (
    update relations.exchange e set person_id = null, with_whom = ''
      where e.person_id = p_card and e.organisation_id = app.actor_organisation() and app.actor_roles() && array['administrator']
      returning 1)
  select count(*)::integer from changed
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION relations.rename_person(p_from uuid, p_to uuid, p_rows uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'relations'
AS $function$
  update relations.exchange e set person_id = p_to
    where e.person_id = p_from and e.organisation_id = app.actor_organisation() and (p_rows is null or e.id = any (p_rows))
      and exists (select from directory.person p where p.id = p_to and p.organisation_id = app.actor_organisation())
    returning e.id
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION strategy.keep_archived()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'strategy'
AS $function$
declare
  of_plan uuid := coalesce(to_jsonb(new), to_jsonb(old)) ->> 'plan_id';
begin
  if exists (select from strategy.plan p where p.id = of_plan and p.archived_on is not null) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_archived_strategy_is_kept', message = 'an archived strategy does not change';
  end if;
  return coalesce(new, old);
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION strategy.keep_archived_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'strategy'
AS $function$
begin
  raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_archived_strategy_is_kept', message = 'an archived strategy does not change';
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION strategy.offer_open_objectives()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'strategy'
AS $function$
begin
  if exists (select from strategy.objective o join strategy.plan p on p.id = o.plan_id where o.id = new.objective_id and p.archived_on is not null) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_archived_strategy_is_kept', message = 'an archived strategy is not offered';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION strategy.rename_sharer(p_from uuid, p_to uuid, p_rows uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'strategy'
AS $function$
  update strategy.destination d set shared_with_id = p_to
    from directory.organisation o
    where d.shared_with_id = p_from and d.organisation_id = app.actor_organisation() and (p_rows is null or d.id = any (p_rows))
      and o.id = p_to and (o.kept_by = app.actor_organisation() or o.is_workspace)
    returning d.id
$function$
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION visits.apply_gift_rule()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.threshold_cents := coalesce(
    (select r.threshold_cents from visits.gift_rule r where r.organisation_id = new.organisation_id and daterange(r.valid_from, r.valid_to, '[]') @> new.on_day),
    (select t.threshold_cents from visits.proposed_threshold t where t.valid_from <= new.on_day order by t.valid_from desc limit 1));
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION visits.desk_at(p_slug text)
 RETURNS TABLE(organisation_name text, is_open boolean, welcome jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'visits'
BEGIN ATOMIC
 SELECT o.name,
     d.is_open,
     d.welcome
    FROM (visits.desk d
      JOIN directory.organisation o ON ((o.id = d.organisation_id)))
   WHERE (d.slug = desk_at.p_slug);
END
;
-- owner escale_keeper, execute escale_web

CREATE OR REPLACE FUNCTION visits.guard_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.organisation_id, new.number, new.source, new.received_at, new.original) is distinct from
     (old.organisation_id, old.number, old.source, old.received_at, old.original) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_request_stays_as_it_came', message = 'a request stays as it came';
  end if;
  if old.state <> 'received' and new.state is distinct from old.state then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_request_is_decided_once', message = 'the request is decided already';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION visits.guard_slot()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.claimed_by is not null and new.claimed_by is distinct from old.claimed_by and new.claimed_by is not null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_slot_is_claimed_once', message = 'the slot is claimed already';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION visits.guard_title()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.confirmed_on is not null and (to_jsonb(new) - 'valid_to') is distinct from (to_jsonb(old) - 'valid_to') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_confirmed_equivalence_stays', message = 'the equivalence is confirmed';
  end if;
  return new;
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION visits.next_number(p_organisation uuid)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('visits.request ' || p_organisation, 0));
  return (select coalesce(max(number), 0) + 1 from visits.request where organisation_id = p_organisation);
end $function$
;
-- owner the migrations, execute public

CREATE OR REPLACE FUNCTION visits.receive(p_slug text, p_key uuid, p_network_digest bytea, p_now timestamp with time zone, p_facts jsonb)
 RETURNS TABLE(number integer, refusal text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'visits'
AS $function$
#variable_conflict use_column
declare
  v_organisation uuid;
  v_number integer;
  v_id uuid;
begin
  select d.organisation_id into v_organisation from visits.desk d where d.slug = p_slug and d.is_open;
  if not found then return query select null::integer, 'desk_closed'; return; end if;
  v_number := visits.next_number(v_organisation);
  if exists (select from visits.request r where r.organisation_id = v_organisation and r.request_key = p_key) then
    return query select r.number, null::text from visits.request r where r.organisation_id = v_organisation and r.request_key = p_key;
    return;
  end if;
  delete from visits.knock k where k.organisation_id = v_organisation and k.knocked_at < p_now - interval '1 day';
  if (select count(*) >= 60 or count(*) filter (where k.network_digest = p_network_digest and k.knocked_at > p_now - interval '1 hour') >= 6
      from visits.knock k where k.organisation_id = v_organisation) then
    return query select null::integer, 'too_many_requests'; return;
  end if;
  insert into visits.knock (organisation_id, network_digest, knocked_at) values (v_organisation, p_network_digest, p_now);
  perform set_config('app.event', 'visit.requested', true);
  insert into visits.request (organisation_id, number, request_key, source, received_at, language, asker, asker_kind, country, city, contact_name, contact_email,
      contact_phone, head_name, head_capacity, people_count, wished_from, wished_to, topics, purpose)
    select v_organisation, v_number, p_key, 'form', p_now, f.language, f.asker, f.asker_kind, f.country, f.city, f.contact_name, f.contact_email,
           f.contact_phone, f.head_name, f.head_capacity, f.people_count, f.wished_from, f.wished_to, f.topics, f.purpose
      from jsonb_to_record(p_facts) f (language text, asker text, asker_kind text, country text, city text, contact_name text, contact_email text,
        contact_phone text, head_name text, head_capacity text, people_count integer, wished_from date, wished_to date, topics text, purpose text)
    returning id into v_id;
  perform app.enqueue('visits.tell-request', json_build_object('requestId', v_id));
  return query select v_number, null::text;
end $function$
;
-- owner escale_keeper, execute escale_web
