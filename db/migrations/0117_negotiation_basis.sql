-- Each date of an agreement is proven: the day its negotiation opened names what shows it, a letter, minutes, a meeting.
alter table agreements.agreement add column negotiation_basis text;

-- Of those opened before, nobody asked; it is said so. A migration acts for nobody, and the journal writes down what people do.
alter table agreements.agreement disable trigger user;
update agreements.agreement set negotiation_basis = 'Non demandé à l’ouverture' where negotiated_since is not null;
alter table agreements.agreement enable trigger user;

alter table agreements.agreement add constraint a_negotiation_says_what_opened_it
  check ((negotiated_since is null) = (negotiation_basis is null) and btrim(negotiation_basis) <> '');
