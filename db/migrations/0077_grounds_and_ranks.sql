-- On what ground someone's facts are kept (GDPR art. 6), when one was last in contact, and in which order the people of an organisation are named.
alter table directory.person
  add column legal_basis     text not null default 'public_task',
  add column consented_on    date,
  add column consent_source  text,
  add column last_contact_on date,
  add constraint legal_basis_is_known    check (legal_basis in ('public_task', 'legal_obligation', 'contract', 'consent')),
  add constraint consent_is_dated        check ((legal_basis = 'consent') = (consented_on is not null)),
  add constraint consent_says_how        check ((consented_on is null) = (consent_source is null) and btrim(consent_source) <> ''),
  add constraint contact_is_plausible    check (last_contact_on > '1900-01-01' and last_contact_on < '2200-01-01'),
  add constraint consent_is_plausible    check (consented_on > '1900-01-01' and consented_on < '2200-01-01');

-- 1 is named first. Several may share a rank; no rank comes after every rank.
alter table directory.affiliation
  add column protocol_rank smallint,
  add constraint protocol_rank_is_plausible check (protocol_rank between 1 and 999);
