import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { CellProblem, ImportColumn, ImportShape } from '#platform/tabular/import.ts'

/** A line of a list of companies: one company, and one of those who come for it. A company on several lines comes with several people. */
export type ParticipantLine = {
  readonly name: string
  readonly city: string
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly offers: readonly string[]
  readonly needs: readonly string[]
  readonly languages: readonly string[]
  readonly externalKey: string | null
  readonly givenName: string
  readonly familyName: string
  readonly job: string
  readonly email: string | null
  readonly phone: string | null
}

const words = (text: string) =>
  text
    .split(/[;,|/]/)
    .map((word) => word.trim())
    .filter(Boolean)
const textOf =
  (max: number) =>
  (text: string): Outcome<string, CellProblem> =>
    text.length > max ? refused({ code: 'too_long' }) : ok(text)
const wordList = (text: string): Outcome<readonly string[], CellProblem> => ok(words(text))
const languages = (text: string): Outcome<readonly string[], CellProblem> => {
  const tags = words(text).map((tag) => tag.toLowerCase())
  return tags.every((tag) => /^[a-z]{2}$/.test(tag)) ? ok(tags) : refused({ code: 'language_malformed' })
}
const country = (text: string): Outcome<string, CellProblem> =>
  /^[A-Za-z]{2}$/.test(text) ? ok(text.toUpperCase()) : refused({ code: 'country_is_iso_3166' })
const email = (text: string): Outcome<string, CellProblem> =>
  /^[^@\s]+@[^@\s]+$/.test(text) ? ok(text.toLowerCase()) : refused({ code: 'email_malformed' })

const optional = <Value, Blank>(
  fr: string,
  en: string,
  whenBlank: Blank,
  parse: (text: string) => Outcome<Value, CellProblem>,
  aliases: readonly string[] = [],
): ImportColumn<Value | Blank> => ({ labels: { fr, en }, aliases, isRequired: false, whenBlank, parse })

/** The columns of a list of companies, under the names people give them. */
export const participantShape: ImportShape<ParticipantLine> = {
  kind: 'meeting-participants',
  columns: {
    name: {
      labels: { fr: 'Entreprise', en: 'Company' },
      aliases: ['organisation', 'raison sociale', 'société', 'company name'],
      isRequired: true,
      parse: textOf(200),
    },
    city: optional('Ville', 'City', '', textOf(100)),
    country: optional('Pays', 'Country', null, country, ['code pays']),
    sectors: optional<readonly string[], readonly string[]>('Secteurs', 'Sectors', [], wordList, ['secteur', 'sector']),
    offers: optional<readonly string[], readonly string[]>('Offres', 'Offers', [], wordList, ['offre', 'propose']),
    needs: optional<readonly string[], readonly string[]>('Besoins', 'Needs', [], wordList, ['besoin', 'recherche', 'looks for']),
    languages: optional<readonly string[], readonly string[]>('Langues', 'Languages', [], languages, ['langue']),
    externalKey: optional('Identifiant', 'Reference', null, textOf(100), ['id', 'numéro', 'siren']),
    givenName: optional('Prénom', 'Given name', '', textOf(100), ['first name']),
    familyName: optional('Nom', 'Family name', '', textOf(100), ['last name', 'nom de famille']),
    job: optional('Fonction', 'Job', '', textOf(150), ['poste', 'job title']),
    email: optional('Adresse électronique', 'E-mail', null, email, ['email', 'courriel', 'mail']),
    phone: optional('Téléphone', 'Phone', null, textOf(40), ['mobile']),
  },
}
