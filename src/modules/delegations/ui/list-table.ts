import type { Locale } from '#platform/pure/locale.ts'
import type { Member } from '../domain/member.ts'
import type { MemberDraft } from '../domain/registration.ts'
import { memberColumnNames, memberColumns } from '../domain/member-columns.ts'
import { delegationTexts } from '../texts.ts'

export type ListTable = { readonly headers: readonly string[]; readonly rows: ReadonlyArray<readonly (string | null)[]> }

/** What every partner reads, in the order of the template. */
const publicColumns = ['givenName', 'familyName', 'category', 'function', 'capacityFr', 'capacityEn', 'represents'] as const

/** The headers of an import, with nothing under them. */
export function templateTable(locale: Locale): ListTable {
  return { headers: memberColumns.map((column) => memberColumnNames[locale][column]), rows: [] }
}

/** One's own sub-delegation, contacts included: the same file can be changed and imported again. */
export function ownListTable(members: readonly MemberDraft[], locale: Locale): ListTable {
  const rows = members.map((member) => [
    member.externalKey,
    ...publicCells(member, locale),
    member.contact.email,
    member.contact.phone,
    member.contact.notes,
  ])
  return { headers: templateTable(locale).headers, rows }
}

/** The whole mission, partner by partner: what every partner reads. */
export function missionListTable(members: readonly Member[], locale: Locale): ListTable {
  const { file, import: words } = delegationTexts[locale]
  return {
    headers: [file.partner, ...publicColumns.map((column) => words.columns[column])],
    rows: members.map((member) => [member.organisationName, ...publicCells(member, locale)]),
  }
}

type PublicFacts = Pick<MemberDraft, 'givenName' | 'familyName' | 'category' | 'function' | 'capacity' | 'represents'>

function publicCells(member: PublicFacts, locale: Locale): (string | null)[] {
  const { categories, functions } = delegationTexts[locale]
  return [
    member.givenName,
    member.familyName,
    categories[member.category],
    functions[member.function],
    member.capacity.fr ?? null,
    member.capacity.en ?? null,
    member.represents,
  ]
}
