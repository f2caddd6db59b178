-- Public holidays of the countries one travels to: dated facts with their source. One day may be a holiday of one region only; those here hold for the
-- whole country (Germany: for every Land).
create table programme.holiday (
  country  char(2) not null,
  day      date not null,
  name     jsonb not null,
  source   text not null,
  primary key (country, day),
  constraint country_is_iso_alpha2 check (country ~ '^[A-Z]{2}$'),
  constraint name_is_localized     check (app.is_localized(name) and name <> '{}'),
  constraint source_is_given       check (btrim(source) <> '')
);
grant select on programme.holiday to escale_web, escale_keeper;

insert into programme.holiday (country, day, name, source)
select country, day::date, jsonb_build_object('fr', fr, 'en', en), source
from (values
  ('US', '2017-09-04', 'Fête du Travail', 'Labor Day', '5 U.S.C. § 6103'),
  ('US', '2017-10-09', 'Jour de Christophe Colomb', 'Columbus Day', '5 U.S.C. § 6103'),
  ('US', '2017-11-10', 'Jour des anciens combattants (jour observé)', 'Veterans Day (observed)', '5 U.S.C. § 6103'),
  ('US', '2017-11-23', 'Thanksgiving', 'Thanksgiving Day', '5 U.S.C. § 6103'),
  ('US', '2017-12-25', 'Noël', 'Christmas Day', '5 U.S.C. § 6103'),
  ('US', '2026-01-01', 'Jour de l’an', 'New Year’s Day', '5 U.S.C. § 6103'),
  ('US', '2026-01-19', 'Jour de Martin Luther King', 'Birthday of Martin Luther King, Jr.', '5 U.S.C. § 6103'),
  ('US', '2026-02-16', 'Anniversaire de Washington', 'Washington’s Birthday', '5 U.S.C. § 6103'),
  ('US', '2026-05-25', 'Memorial Day', 'Memorial Day', '5 U.S.C. § 6103'),
  ('US', '2026-06-19', 'Juneteenth', 'Juneteenth National Independence Day', '5 U.S.C. § 6103'),
  ('US', '2026-07-03', 'Fête de l’Indépendance (jour observé)', 'Independence Day (observed)', '5 U.S.C. § 6103'),
  ('US', '2026-09-07', 'Fête du Travail', 'Labor Day', '5 U.S.C. § 6103'),
  ('US', '2026-10-12', 'Jour de Christophe Colomb', 'Columbus Day', '5 U.S.C. § 6103'),
  ('US', '2026-11-11', 'Jour des anciens combattants', 'Veterans Day', '5 U.S.C. § 6103'),
  ('US', '2026-11-26', 'Thanksgiving', 'Thanksgiving Day', '5 U.S.C. § 6103'),
  ('US', '2026-12-25', 'Noël', 'Christmas Day', '5 U.S.C. § 6103'),
  ('IT', '2017-11-01', 'Toussaint', 'All Saints’ Day', 'Legge 27 maggio 1949, n. 260'),
  ('IT', '2017-12-08', 'Immaculée Conception', 'Immaculate Conception', 'Legge 27 maggio 1949, n. 260'),
  ('IT', '2017-12-25', 'Noël', 'Christmas Day', 'Legge 27 maggio 1949, n. 260'),
  ('IT', '2017-12-26', 'Saint-Étienne', 'Saint Stephen’s Day', 'Legge 27 maggio 1949, n. 260'),
  ('IT', '2026-04-06', 'Lundi de Pâques', 'Easter Monday', 'Legge 27 maggio 1949, n. 260'),
  ('IT', '2026-04-25', 'Anniversaire de la Libération', 'Liberation Day', 'Legge 27 maggio 1949, n. 260'),
  ('IT', '2026-05-01', 'Fête du Travail', 'Labour Day', 'Legge 27 maggio 1949, n. 260'),
  ('IT', '2026-06-02', 'Fête de la République', 'Republic Day', 'Legge 27 maggio 1949, n. 260'),
  ('IT', '2026-08-15', 'Assomption', 'Assumption Day', 'Legge 27 maggio 1949, n. 260'),
  ('IT', '2026-12-25', 'Noël', 'Christmas Day', 'Legge 27 maggio 1949, n. 260'),
  ('DE', '2026-04-03', 'Vendredi saint', 'Good Friday', 'Feiertagsgesetze der Länder'),
  ('DE', '2026-04-06', 'Lundi de Pâques', 'Easter Monday', 'Feiertagsgesetze der Länder'),
  ('DE', '2026-05-01', 'Fête du Travail', 'Labour Day', 'Feiertagsgesetze der Länder'),
  ('DE', '2026-05-14', 'Ascension', 'Ascension Day', 'Feiertagsgesetze der Länder'),
  ('DE', '2026-05-25', 'Lundi de Pentecôte', 'Whit Monday', 'Feiertagsgesetze der Länder'),
  ('DE', '2026-10-03', 'Jour de l’Unité allemande', 'German Unity Day', 'Einigungsvertrag, Art. 2 Abs. 2'),
  ('DE', '2026-12-25', 'Noël', 'Christmas Day', 'Feiertagsgesetze der Länder'),
  ('DE', '2026-12-26', 'Deuxième jour de Noël', 'Second Day of Christmas', 'Feiertagsgesetze der Länder'),
  ('DE', '2027-01-01', 'Jour de l’an', 'New Year’s Day', 'Feiertagsgesetze der Länder'),
  ('DE', '2027-03-26', 'Vendredi saint', 'Good Friday', 'Feiertagsgesetze der Länder'),
  ('DE', '2027-03-29', 'Lundi de Pâques', 'Easter Monday', 'Feiertagsgesetze der Länder'),
  ('DE', '2027-05-01', 'Fête du Travail', 'Labour Day', 'Feiertagsgesetze der Länder'),
  ('DE', '2027-05-06', 'Ascension', 'Ascension Day', 'Feiertagsgesetze der Länder'),
  ('DE', '2027-05-17', 'Lundi de Pentecôte', 'Whit Monday', 'Feiertagsgesetze der Länder'),
  ('DE', '2027-10-03', 'Jour de l’Unité allemande', 'German Unity Day', 'Einigungsvertrag, Art. 2 Abs. 2')
) facts (country, day, fr, en, source);
