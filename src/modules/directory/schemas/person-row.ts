import type { LocalDate } from '#platform/pure/local-date.ts'
import { ok, refused } from '#platform/pure/outcome.ts'
import { foldAccents } from '#platform/pure/text.ts'
import type { ImportShape } from '#platform/tabular/import.ts'
import type { PersonColumn } from '../domain/card-columns.ts'
import { importKinds } from '../domain/card-import.ts'
import { isLanguage, languageCodes, languageName } from '../domain/language.ts'
import type { Honorific, LegalBasis } from '../domain/person.ts'
import { directoryTexts } from '../texts.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'
import { cardId, codeOf, country, day, maybe, rank, required, textUpTo } from './card-cells.ts'

/** A person, and one position of theirs, as a line of a file says it. Null is a blank cell: it changes nothing. */
export type PersonRow = {
  readonly id: string | null
  readonly honorific: Honorific | null
  readonly givenName: string | null
  readonly familyName: string
  readonly originalScript: string | null
  readonly preferredLanguage: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly capacityFr: string | null
  readonly capacityEn: string | null
  readonly organisation: string | null
  readonly country: string | null
  readonly startsOn: LocalDate | null
  readonly endsOn: LocalDate | null
  readonly protocolRank: number | null
  readonly legalBasis: LegalBasis | null
  readonly consentedOn: LocalDate | null
  readonly consentSource: string | null
  readonly lastContactOn: LocalDate | null
}

const names = (column: PersonColumn, ...aliases: string[]) => ({
  labels: { fr: cardFileTexts.fr.columns.person[column], en: cardFileTexts.en.columns.person[column] },
  aliases,
})
const { fr, en } = directoryTexts

const languageOf = (text: string) => {
  const asked = foldAccents(text)
  const code = isLanguage(text.toLowerCase())
    ? text.toLowerCase()
    : languageCodes.find((one) => [languageName(one, 'fr'), languageName(one, 'en')].some((name) => foldAccents(name) === asked))
  return code === undefined ? refused({ code: 'language_unknown' }) : ok(code)
}

/** « M. », « Monsieur », "Mr": a prefix that is a title of another kind is left out. */
const honorificOf = (text: string) => {
  const known = codeOf<Honorific>({ m: 'M', mme: 'Mme' }, { m: 'Monsieur', mme: 'Madame' }, { m: 'Mr', mme: 'Mrs' }, { m: 'Mr', mme: 'Ms' })
  const read = known(text.replace(/\.$/, ''))
  return ok(read.ok ? read.value : null)
}

export const personRowShape: ImportShape<PersonRow> = {
  kind: importKinds.person,
  columns: {
    id: maybe(names('id'), cardId),
    honorific: maybe(names('honorific', 'titre de civilité', 'salutation'), honorificOf),
    givenName: maybe(names('givenName', 'given name', 'forename'), textUpTo(100)),
    familyName: required(names('familyName', 'nom de famille', 'last name', 'surname'), textUpTo(100)),
    originalScript: maybe(names('originalScript'), textUpTo(100)),
    preferredLanguage: maybe(names('preferredLanguage', 'langue', 'language'), languageOf),
    email: maybe(names('email', 'e-mail', 'mail', 'adresse électronique', 'adresse mail'), textUpTo(200)),
    phone: maybe(names('phone', 'tél', 'tel', 'mobile', 'portable', 'phone'), textUpTo(40)),
    capacityFr: maybe(names('capacityFr', 'titre', 'mandat', 'poste', 'qualité', 'job title', 'position'), textUpTo(300)),
    capacityEn: maybe(names('capacityEn', 'capacity'), textUpTo(300)),
    organisation: maybe(names('organisation', 'organisme', 'structure', 'entreprise', 'société', 'company', 'employeur'), textUpTo(200)),
    country: maybe(names('country', 'pays', 'country'), country),
    startsOn: maybe(names('startsOn', 'début', 'from'), day),
    endsOn: maybe(names('endsOn', 'fin', 'to'), day),
    protocolRank: maybe(names('protocolRank', 'rang', 'rank'), rank),
    legalBasis: maybe(names('legalBasis'), codeOf<LegalBasis>(fr.legalBases, en.legalBases)),
    consentedOn: maybe(names('consentedOn'), day),
    consentSource: maybe(names('consentSource'), textUpTo(200)),
    lastContactOn: maybe(names('lastContactOn'), day),
  },
}
