import type { OrganisationId } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { localized } from '#platform/pure/localized.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { type AffiliationDraft, decideAffiliation } from '../domain/affiliation.ts'
import { type CardNote, type NamesakeRule, type PlannedLine, refusedLine } from '../domain/card-import.ts'
import { decidePerson } from '../domain/person-draft.ts'
import { draftWith, knownPosition, positionWith } from '../domain/person-merge.ts'
import { type AffiliationId, type Person, fullName } from '../domain/person.ts'
import { personField } from '../schemas.ts'
import type { PersonRow } from '../schemas/person-row.ts'
import { listMatches } from '../sql/matches.ts'
import { type PersonFacts, listPeopleCards } from '../sql/people.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'
import { type NamedCard, nameOrganisations, organisationKey } from './name-organisations.ts'

export type PersonLine = { readonly line: number; readonly row: PersonRow }

/** What one line writes. Lines of one `who` are about the same person, whom the first of them may create. */
export type PlannedPerson = PlannedLine & {
  readonly who: string
  readonly known: Person | null
  readonly facts: PersonFacts | null
  readonly position: PlannedPosition | null
}

export type PlannedPosition = {
  readonly organisation: { readonly id: OrganisationId | null; readonly name: string; readonly country: string | null }
  readonly changes: AffiliationId | null
  readonly draft: Required<AffiliationDraft>
}

/**
 * What each line of a file of people does, without doing it. A line is about someone known when it comes from their card, or when name and
 * address agree, or name and position; a name alone is a question, answered once for the file by `rule`.
 */
export async function planPeople(ctx: Ctx, lines: readonly PersonLine[], rule: NamesakeRule): Promise<PlannedPerson[]> {
  const organisations = await nameOrganisations(
    ctx,
    lines.flatMap(({ row }) => (row.organisation ? [{ ...row, organisation: row.organisation }] : [])),
  )
  const found = await listMatches(
    ctx.tx,
    lines.map(({ row: { id, givenName, familyName, email } }, n) => ({ n, id, givenName: givenName ?? '', familyName, email })),
  )
  const cards = new Map(
    (await listPeopleCards(ctx.tx, [...new Set(found.map(({ personId }) => personId))], found.length + 1)).map((card) => [card.id, card]),
  )
  const matches = Map.groupBy(found, ({ n }) => n)
  const begun = new Map<string, PlannedPerson>()
  return lines.map(({ line, row }, n) => {
    const near = (matches.get(n) ?? []).flatMap(({ personId, by }) => {
      const card = cards.get(personId)
      return card ? [{ card, by }] : []
    })
    const organisation = row.organisation ? (organisations.get(organisationKey({ ...row, organisation: row.organisation })) ?? null) : null
    const planned = planLine({ line, row, near, organisation, begun, rule })
    if (planned.effect !== 'refused' && !begun.has(planned.who)) begun.set(planned.who, planned)
    return planned
  })
}

type Line = PersonLine & {
  readonly near: readonly { readonly card: Person; readonly by: 'id' | 'name' | 'email' }[]
  readonly organisation: NamedCard | null
  readonly begun: ReadonlyMap<string, PlannedPerson>
  readonly rule: NamesakeRule
}

function planLine({ line, row, near, organisation, begun, rule }: Line): PlannedPerson {
  const refuse = (column: string, code: string) => ({
    ...refusedLine(line, column, code),
    who: '',
    known: null,
    facts: null,
    position: null,
  })
  if (organisation && !organisation.ok) return refuse(organisation.problem.column, organisation.problem.code)
  const organisationId = organisation?.value ?? null
  const { certain, namesakes, sameAddress } = whoIsMeant(near, row, organisationId)
  if (!certain && rule === 'complete' && namesakes.length > 1) return refuse('familyName', 'several_of_this_name')
  const known = certain ?? (rule === 'complete' ? (namesakes[0] ?? null) : null)
  const who = known?.id ?? `${foldAccents(`${row.familyName}|${row.givenName ?? ''}`)}|${row.email?.toLowerCase() ?? ''}`
  const first = begun.get(who)
  const [namesake] = namesakes
  const note: CardNote | null = certain
    ? null
    : namesake
      ? { code: rule, name: fullName(namesake) }
      : sameAddress && !first
        ? { code: 'same_email', name: fullName(sameAddress) }
        : null
  if (!certain && namesake && rule === 'aside')
    return { line, effect: 'same', note, problems: {}, who, known: namesake, facts: null, position: null }

  const facts = decidePerson(draftWith(row, known))
  if (!facts.ok) return refuse(personField(facts.problem) || 'familyName', facts.problem.code)
  const position = planPosition(row, known, organisationId)
  if (!position.ok) return refuse(...position.problem)
  const changed = first ? null : changedFacts(facts.value, known)
  const effect = !known && !first ? 'create' : changed || position.value ? 'update' : 'same'
  const goesWith: CardNote | null = first && !known ? { code: 'goes_with', name: `${first.line}` } : null
  return { line, effect, note: goesWith ?? note, problems: {}, who, known, facts: changed, position: position.value }
}

function whoIsMeant(near: Line['near'], row: PersonRow, organisationId: OrganisationId | null) {
  const cardsBy = (by: 'id' | 'name' | 'email') => near.filter((match) => match.by === by).map(({ card }) => card)
  const namesakes = cardsBy('name')
  const agreeing = namesakes.filter(
    ({ email, affiliations }) =>
      (row.email !== null && email?.toLowerCase() === row.email.toLowerCase()) ||
      ((row.email === null || email === null) &&
        organisationId !== null &&
        affiliations.some((one) => one.organisation.id === organisationId)),
  )
  const certain = cardsBy('id')[0] ?? (agreeing.length === 1 ? agreeing[0] : undefined) ?? null
  return { certain, namesakes, sameAddress: cardsBy('email')[0] ?? null }
}

type Planned<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: readonly [column: string, code: string] }

/** An organisation without a capacity is where one is reached: they are its contact. */
function planPosition(row: PersonRow, known: Person | null, organisationId: OrganisationId | null): Planned<PlannedPosition | null> {
  const named = localized(row.capacityFr ?? '', row.capacityEn ?? '')
  if (row.organisation === null)
    return Object.keys(named).length > 0 ? { ok: false, problem: ['organisation', 'organisation_missing'] } : { ok: true, value: null }
  const contact = localized(cardFileTexts.fr.contact, cardFileTexts.en.contact)
  const asWritten = {
    capacity: Object.keys(named).length > 0 ? named : contact,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    protocolRank: row.protocolRank,
  }
  const held = known?.affiliations ?? []
  const place = { id: organisationId, name: row.organisation, country: row.country }
  const position = organisationId === null ? null : knownPosition(held, organisationId, asWritten)
  if (
    !position &&
    organisationId !== null &&
    Object.keys(named).length === 0 &&
    held.some(({ organisation }) => organisation.id === organisationId)
  )
    return { ok: true, value: null }
  const wanted = position ? positionWith(position, asWritten) : asWritten
  if (wanted === null) return { ok: true, value: null }
  const others = held.filter((one) => one.organisation.id === organisationId && one.id !== position?.id)
  const decided = decideAffiliation(wanted, others)
  if (!decided.ok)
    return { ok: false, problem: [decided.problem.code === 'ends_before_it_starts' ? 'endsOn' : 'capacityFr', decided.problem.code] }
  return { ok: true, value: { organisation: place, changes: position?.id ?? null, draft: decided.value } }
}

function changedFacts(facts: PersonFacts, known: Person | null): PersonFacts | null {
  if (!known) return facts
  return (Object.keys(facts) as (keyof PersonFacts)[]).some((field) => facts[field] !== known[field]) ? facts : null
}
