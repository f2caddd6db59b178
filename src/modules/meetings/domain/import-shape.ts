import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { foldAccents } from '#platform/pure/text.ts'
import type { CellProblem, ImportColumn, ImportShape } from '#platform/tabular/import.ts'
import { type Stage, stages } from './company-profile.ts'
import { type Scheme, type SectorCode, readSectorCode } from './nomenclatures.ts'

/** A line of a list of companies: one company, and one of those who come for it. A company on several lines comes with several people. */
export type ParticipantLine = {
  readonly name: string
  readonly city: string
  /** Cities of the legs on which it is; none, on all of them. */
  readonly legs: readonly string[]
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly offers: readonly string[]
  readonly needs: readonly string[]
  readonly languages: readonly string[]
  readonly nace: readonly SectorCode[]
  readonly cpv: readonly SectorCode[]
  readonly stage: Stage | null
  readonly markets: readonly string[]
  readonly knownBy: string
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
const codes =
  (scheme: Scheme) =>
  (text: string): Outcome<readonly SectorCode[], CellProblem> => {
    const read = words(text).map((code) => readSectorCode(scheme, code))
    return read.every((code) => code !== null) ? ok([...new Set(read)]) : refused({ code: 'sector_code_unknown' })
  }
const countries = (text: string): Outcome<readonly string[], CellProblem> => {
  const upper = words(text).map((code) => code.toUpperCase())
  return upper.every((code) => /^[A-Z]{2}$/.test(code)) ? ok([...new Set(upper)]) : refused({ code: 'country_is_iso_3166' })
}
/** What a list may call each stage, accents and capitals aside. */
const stageNames: Readonly<Record<Stage, readonly string[]>> = {
  idea: ['idea', 'idee', 'projet', 'project'],
  start: ['start', 'creation', 'demarrage', 'start-up', 'startup', 'jeune entreprise', 'starting'],
  growth: ['growth', 'croissance', 'developpement', 'growing'],
  established: ['established', 'etablie', 'maturite', 'mature'],
}
const stage = (text: string): Outcome<Stage, CellProblem> => {
  const known = stages.find((each) => stageNames[each].includes(foldAccents(text)))
  return known ? ok(known) : refused({ code: 'unknown' })
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
    legs: optional<readonly string[], readonly string[]>('Étapes', 'Legs', [], wordList, [
      'étape',
      'leg',
      'présence',
      'présent à',
      'attends',
    ]),
    country: optional('Pays', 'Country', null, country, ['code pays']),
    sectors: optional<readonly string[], readonly string[]>('Secteurs', 'Sectors', [], wordList, ['secteur', 'sector']),
    offers: optional<readonly string[], readonly string[]>('Offres', 'Offers', [], wordList, ['offre', 'propose']),
    needs: optional<readonly string[], readonly string[]>('Besoins', 'Needs', [], wordList, ['besoin', 'recherche', 'looks for']),
    languages: optional<readonly string[], readonly string[]>('Langues', 'Languages', [], languages, ['langue']),
    nace: optional<readonly SectorCode[], readonly SectorCode[]>('Code NAF', 'NACE code', [], codes('nace'), [
      'naf',
      'nace',
      'ape',
      'code ape',
      'code nace',
    ]),
    cpv: optional<readonly SectorCode[], readonly SectorCode[]>('Code CPV', 'CPV code', [], codes('cpv'), ['cpv']),
    stage: optional<Stage, null>('Stade', 'Stage', null, stage, ['maturité']),
    markets: optional<readonly string[], readonly string[]>('Marchés', 'Markets', [], countries, ['marché', 'market', 'pays visés']),
    knownBy: optional('Références', 'References', '', textOf(1000), ['clients']),
    externalKey: optional('Identifiant', 'Key', null, textOf(100), ['id', 'numéro', 'siren', 'reference']),
    givenName: optional('Prénom', 'Given name', '', textOf(100), ['first name']),
    familyName: optional('Nom', 'Family name', '', textOf(100), ['last name', 'nom de famille']),
    job: optional('Fonction', 'Job', '', textOf(150), ['poste', 'job title']),
    email: optional('Adresse électronique', 'E-mail', null, email, ['email', 'courriel', 'mail']),
    phone: optional('Téléphone', 'Phone', null, textOf(40), ['mobile']),
  },
}
