import type { ActDocument, Block } from '#modules/acts/index.ts'
import { directoryTexts } from '#modules/directory/texts.ts'
import { fullName, languageName } from '#modules/directory/index.ts'
import { registrationTexts } from '#modules/registration/texts.ts'
import { relationTexts } from '#modules/relations/texts.ts'
import { protocolTexts } from '#modules/visits/texts/protocol-texts.ts'
import { type Instant, formatZoned, onTheClock } from '#platform/pure/instant.ts'
import { formatDate, formatPeriod } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Localized, pick } from '#platform/pure/localized.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { formatPhone } from '#platform/pure/phone.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { eventTexts } from './event-texts.ts'
import { documentName } from './person-document-name.ts'
import { personDataTexts } from './person-data-texts.ts'
import type { PersonData } from './person-data.ts'
import { personDocumentTexts } from './person-document-texts.ts'
import { appTexts } from './texts.ts'

type Frame = { readonly organisation: string; readonly now: Instant; readonly zone: TimeZone; readonly locale: Locale }
type Row = readonly string[]

/** Everything kept of one person, in words they can read, part by part (GDPR, articles 12 and 15); what has nothing says so. */
export function personDataDocument(data: PersonData, frame: Frame): ActDocument {
  const { organisation, now, zone, locale } = frame
  const { archive: words } = personDataTexts[locale]
  const title = words.title(fullName(data.card))
  const parts = partsOf(data, frame)
  return {
    language: locale,
    title,
    metadata: {
      runningReference: title,
      author: organisation,
      subject: title,
      keywords: [],
      dated: onTheClock({ instant: now, zone }).date,
    },
    blocks: [
      { kind: 'heading', level: 1, content: text(title) },
      { kind: 'paragraph', role: 'lead', content: text(words.lead(organisation, formatZoned({ instant: now, zone }, locale))) },
      ...(Object.keys(words.parts) as (keyof PersonData)[]).flatMap((part): Block[] => [
        { kind: 'heading', level: 2, content: text(words.parts[part]) },
        ...(parts[part].length > 0 ? parts[part] : [{ kind: 'paragraph', role: 'body', content: text(words.nothing) } as const]),
      ]),
    ],
  }
}

function partsOf(data: PersonData, { zone, locale, organisation }: Frame): Record<keyof PersonData, Block[]> {
  const { kept, archive: words } = personDataTexts[locale]
  const { personRelation: relation, travels } = appTexts[locale]
  const { kinds, directions, timeline } = relationTexts[locale]
  const { columns: seen } = words
  const documents = personDocumentTexts[locale]
  const say = (content: Localized) => pick(content, locale).text
  const day = (date: LocalDate | null) => (date === null ? '' : formatDate(date, locale))
  const days = (from: LocalDate | null, to: LocalDate | null) => (from && to ? formatPeriod(from, to, locale) : day(from ?? to))
  const at = (instant: Instant, of: TimeZone = zone) => formatZoned({ instant, zone: of }, locale)
  const applied = registrationTexts[locale]
  const questions: Readonly<Record<string, string>> = applied.questions
  const { sides } = protocolTexts[locale]
  return {
    card: cardBlocks(data, locale, day),
    rule: data.rule === null ? [] : [{ kind: 'paragraph', role: 'body', content: text(kept.rule(data.rule.days, say(data.rule.ground))) }],
    delegations: table(
      words.parts.delegations,
      [travels.mission, travels.dates, travels.capacity, travels.state],
      data.delegations.map(({ title, startsOn, endsOn, capacity, isCancelled }) => [
        say(title),
        days(startsOn, endsOn),
        say(capacity),
        isCancelled ? travels.cancelled : travels.registered,
      ]),
    ),
    applications: data.applications.map(({ state, givenName, familyName, capacity, email, phone, answers }) =>
      facts([
        [seen.name, fullName({ givenName, familyName })],
        [travels.capacity, capacity],
        [travels.state, (applied.states as Readonly<Record<string, string>>)[state] ?? state],
        [seen.reach, [email, phone].filter(Boolean).join(', ')],
        ...Object.entries(answers).map(([question, said]) => [questions[question] ?? question, String(said)] as const),
      ]),
    ),
    exchanges: table(
      words.parts.exchanges,
      [relation.exchanges.on, relation.exchanges.what, relation.exchanges.kind],
      data.exchanges.map(({ onDay, subject, kind, direction }) => [
        day(onDay),
        subject,
        timeline.line(kinds[kind], direction ? directions[direction] : ''),
      ]),
    ),
    promises: table(
      words.parts.promises,
      [relation.promises.what, relation.promises.side, relation.promises.mission, relation.promises.due, relation.promises.state],
      data.promises.map(({ what, promisedBy, promisedTo, missionTitle, dueOn, state }) => [
        what,
        relation.promises.sides(promisedBy, promisedTo),
        say(missionTitle),
        day(dueOn),
        relation.promises.states[state] ?? state,
      ]),
    ),
    signatures: table(
      words.parts.signatures,
      [
        relation.signatures.agreement,
        relation.signatures.capacity,
        relation.signatures.party,
        relation.signatures.on,
        relation.signatures.place,
      ],
      data.signatures.map(({ agreementTitle, capacity, partyName, signedOn, signedAtPlace }) => [
        say(agreementTitle),
        say(capacity),
        partyName ?? '',
        day(signedOn),
        signedAtPlace ?? '',
      ]),
    ),
    visits: table(
      words.parts.visits,
      [relation.visits.visit, relation.visits.dates, relation.visits.side, relation.visits.as],
      data.visits.map(({ missionTitle, startsOn, endsOn, side, title }) => [say(missionTitle), days(startsOn, endsOn), sides[side], title]),
    ),
    meetings: table(
      words.parts.meetings,
      [seen.on, seen.who],
      data.meetings.map(({ startsAt, timeZone, one, other }) => [at(startsAt, timeZone), seen.between(one, other)]),
    ),
    documents: table(
      words.parts.documents,
      [documents.document, documents.about, documents.on, documents.seen],
      data.documents.map((document) => [
        documentName(document, locale),
        say(document.about),
        day(document.onDay),
        documents.seenBy[document.seenBy](organisation),
      ]),
    ),
    history: table(
      words.parts.history,
      [seen.on, seen.what, seen.who],
      data.history.map(({ recordedAt, event, actorName }) => [at(recordedAt), eventTexts[locale][event] ?? event, actorName ?? '']),
    ),
  }
}

function cardBlocks({ card }: PersonData, locale: Locale, day: (date: LocalDate | null) => string): Block[] {
  const { person: words, affiliation, honorifics, legalBases } = directoryTexts[locale]
  const { columns: seen } = personDataTexts[locale].archive
  const consent = card.consentedOn ? [day(card.consentedOn), words.consentBy(card.consentSource ?? '')].join('') : ''
  return [
    facts([
      [seen.name, fullName(card)],
      [words.honorific, card.honorific ? honorifics[card.honorific] : ''],
      [words.originalScript, card.originalScript ?? ''],
      [words.email, card.email ?? ''],
      [words.phone, card.phone ? formatPhone(card.phone) : ''],
      [words.language, card.preferredLanguage ? languageName(card.preferredLanguage, locale) : ''],
      [words.legalBasis, legalBases[card.legalBasis]],
      [words.consentedOn, consent],
      [words.lastContact, day(card.lastContactOn)],
    ]),
    ...table(
      affiliation.title,
      [affiliation.columns.capacity, affiliation.columns.organisation, seen.from, seen.until],
      card.affiliations.map(({ capacity, organisation, startsOn, endsOn }) => [
        pick(capacity, locale).text,
        organisation.name,
        day(startsOn),
        day(endsOn),
      ]),
    ),
  ]
}

const text = (words: string) => [{ kind: 'text', text: words } as const]

/** What nobody told is left out. */
function facts(entries: readonly (readonly [string, string])[]): Block {
  return { kind: 'key-values', entries: entries.flatMap(([key, value]) => (value === '' ? [] : [{ key, value: text(value) }])) }
}

function table(caption: string, headers: readonly string[], rows: readonly Row[]): Block[] {
  if (rows.length === 0) return []
  const columns = headers.map((header) => ({ header, align: 'start', share: 1 }) as const)
  return [{ kind: 'table', caption: text(caption), columns, rows: rows.map((cells) => ({ role: 'body', cells: cells.map(text) })) }]
}
