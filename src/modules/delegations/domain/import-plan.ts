import { type Localized, withText } from '#platform/pure/localized.ts'
import type { MemberCategory, MemberFunction, MemberId, MemberState } from './member.ts'
import type { RowProblemCode } from './problems.ts'
import { type MemberDraft, decideRegistration } from './registration.ts'

/** A member as one line of a file says it. */
export type MemberRow = {
  readonly externalKey: string | null
  readonly givenName: string
  readonly familyName: string
  readonly category: MemberCategory
  readonly function: MemberFunction | null
  readonly capacityFr: string
  readonly capacityEn: string
  readonly represents: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly notes: string | null
}

/** What the file says, and nothing about the columns it does not have: those keep what is known already. */
export type GivenRow = Partial<MemberRow> & Pick<MemberRow, 'givenName' | 'familyName' | 'category'>

/** Folded by the database, as its constraint does: the same person, whatever the accents and capitals. */
export type IdentityKeys = { readonly nameKey: string; readonly representsKey: string }

export type GivenLine = { readonly line: number; readonly given: GivenRow } & IdentityKeys

export type KnownMember = MemberDraft & IdentityKeys & { readonly id: MemberId; readonly state: MemberState }

export type RowEffect = 'create' | 'update' | 'same' | 'refused'

export type PlannedRow = {
  readonly line: number
  readonly effect: RowEffect
  /** The member this line is about; null for someone new. */
  readonly known: KnownMember | null
  /** Someone who had withdrawn is registered again. */
  readonly returns: boolean
  readonly draft: MemberDraft
  readonly problems: RowProblems
}

export type RowProblems = Readonly<Partial<Record<keyof MemberRow, { readonly code: RowProblemCode }>>>

/**
 * What each line of an import does to a sub-delegation, decided together: a line finds its member by the external key,
 * else by name and organisation represented, those registered before those withdrawn; else it is someone new.
 * Nothing is refused silently: each problem stands on the column to mend.
 */
export function planImport(known: readonly KnownMember[], lines: readonly GivenLine[]): PlannedRow[] {
  const find = finderOf(known)
  const rows = lines.map((line) => planLine(line, find(line)))
  const clashes = findClashes(known, lines, rows)
  return rows.map((row, index) => refuseIfWrong(row, { ...clashes[index], ...row.problems }))
}

function refuseIfWrong(row: PlannedRow, problems: RowProblems): PlannedRow {
  return Object.keys(problems).length === 0 ? row : { ...row, effect: 'refused', problems }
}

type Found = { readonly member: KnownMember | null; readonly problems: RowProblems }

function finderOf(known: readonly KnownMember[]): (line: GivenLine) => Found {
  const byKey = new Map(known.flatMap((member) => (member.externalKey === null ? [] : [[member.externalKey, member] as const])))
  const byName = Map.groupBy(known, (member) => member.nameKey)
  return ({ given, nameKey, representsKey }) => {
    const keyed = given.externalKey ? byKey.get(given.externalKey) : undefined
    if (keyed) return { member: keyed, problems: {} }
    const namesakes = (byName.get(nameKey) ?? []).filter(
      (member) =>
        (given.represents === undefined || member.representsKey === representsKey) &&
        (member.externalKey === null || !given.externalKey || member.externalKey === given.externalKey),
    )
    const registered = namesakes.filter((member) => member.state === 'registered')
    if (registered.length > 1) return { member: null, problems: { familyName: { code: 'several_of_this_name' } } }
    return { member: registered[0] ?? namesakes[0] ?? null, problems: {} }
  }
}

function planLine({ line, given }: GivenLine, { member, problems }: Found): PlannedRow {
  const draft = merge(member, given)
  const decided = decideRegistration(draft)
  const refusal: RowProblems = decided.ok ? {} : { [columnOf[decided.problem.code]]: { code: decided.problem.code } }
  const final = decided.ok ? decided.value : draft
  const returns = member?.state === 'withdrawn'
  const effect = member === null ? 'create' : returns || !saysTheSame(member, final) ? 'update' : 'same'
  return { line, effect, known: member, returns, draft: final, problems: { ...refusal, ...problems } }
}

const columnOf = {
  names_are_not_empty: 'familyName',
  a_company_member_represents_someone: 'represents',
  email_is_one_address: 'email',
  phone_is_international: 'phone',
} as const

/** What the file says, over what is known. An empty number or role erases none; who had withdrawn comes back as a plain member. */
function merge(known: KnownMember | null, given: GivenRow): MemberDraft {
  const contact = known?.contact
  return {
    givenName: given.givenName,
    familyName: given.familyName,
    category: given.category,
    function: given.function ?? (known?.state === 'registered' ? known.function : 'member'),
    capacity: withGiven(withGiven(known?.capacity ?? {}, 'fr', given.capacityFr), 'en', given.capacityEn),
    represents: given.represents === undefined ? (known?.represents ?? null) : given.represents,
    externalKey: given.externalKey ?? known?.externalKey ?? null,
    contact: {
      email: given.email === undefined ? (contact?.email ?? null) : given.email,
      phone: given.phone === undefined ? (contact?.phone ?? null) : given.phone,
      notes: given.notes === undefined ? (contact?.notes ?? null) : given.notes,
    },
  }
}

function withGiven(capacity: Localized, language: string, text: string | undefined): Localized {
  return text === undefined ? capacity : withText(capacity, language, text)
}

function saysTheSame(known: KnownMember, draft: MemberDraft): boolean {
  const facts = ({ contact, capacity, ...member }: MemberDraft) => [
    member.givenName,
    member.familyName,
    member.category,
    member.function,
    member.represents,
    member.externalKey,
    contact.email,
    contact.phone,
    contact.notes,
    Object.entries(capacity).sort(),
  ]
  return JSON.stringify(facts(known)) === JSON.stringify(facts(draft))
}

/** What no line says wrong by itself: two lines for one person, two heads, a name someone else already has. */
function findClashes(known: readonly KnownMember[], lines: readonly GivenLine[], rows: readonly PlannedRow[]): RowProblems[] {
  const identities = rows.map((row, index) => finalIdentity(row, lines[index]))
  const touched = new Set(rows.flatMap((row) => (row.known ? [row.known.id] : [])))
  const others = known.filter((member) => member.state === 'registered' && !touched.has(member.id))
  const taken = new Set(others.map((member) => `${member.nameKey}|${member.representsKey}`))
  const hasOtherHead = others.some((member) => member.function === 'head')
  const seen = { key: new Set<string>(), person: new Set<string>(), heads: 0 }
  return rows.map((row, index) => {
    const problems: Partial<Record<keyof MemberRow, { code: RowProblemCode }>> = {}
    const identity = identities[index] ?? ''
    const key = lines[index]?.given.externalKey
    const persons = row.known ? [identity, row.known.id] : [identity]
    if (key && seen.key.has(key)) problems.externalKey = { code: 'key_twice_in_the_file' }
    else if (persons.some((person) => seen.person.has(person))) problems.familyName = { code: 'twice_in_the_file' }
    else if (taken.has(identity)) problems.familyName = { code: 'a_name_is_listed_once_per_sub_delegation' }
    if (row.draft.function === 'head') {
      seen.heads += 1
      if (seen.heads > 1) problems.function = { code: 'two_heads_in_the_file' }
      else if (hasOtherHead) problems.function = { code: 'one_head_per_sub_delegation' }
    }
    if (key) seen.key.add(key)
    for (const person of persons) seen.person.add(person)
    return problems
  })
}

/** The key under which the database will file this row: a column the file does not have keeps its known value. */
function finalIdentity(row: PlannedRow, line: GivenLine | undefined): string {
  const representsKey = line?.given.represents === undefined ? (row.known?.representsKey ?? '') : line.representsKey
  return `${line?.nameKey ?? ''}|${representsKey}`
}
