import type { FileKind } from './card-columns.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { OrganisationKind } from './organisation.ts'
import type { PersonLine } from './person.ts'

export const resultKinds = ['organisation', 'person', 'city'] as const
export type ResultKind = (typeof resultKinds)[number]

/** One answer of the directory, and enough to tell it from its namesakes. */
export type SearchResult =
  | {
      readonly kind: 'organisation'
      readonly id: string
      readonly name: string
      readonly names: Localized
      readonly country: string
      readonly organisationKind: OrganisationKind
      readonly cityName: string | null
      readonly isWorkspace: boolean
    }
  | {
      readonly kind: 'person'
      readonly id: string
      readonly givenName: string
      readonly familyName: string
      readonly capacities: PersonLine['capacities']
    }
  | { readonly kind: 'city'; readonly id: string; readonly name: string; readonly names: Localized; readonly country: string }

/** Kinds of answers as the address says them: /annuaire?type=villes. */
export const kindWords: Readonly<Record<ResultKind, string>> = { organisation: 'organisations', person: 'personnes', city: 'villes' }

export function kindOfWord(word: string | null): ResultKind | null {
  return resultKinds.find((kind) => kindWords[kind] === word) ?? null
}

/** The kind of cards a file may hold: cities are not ours to write. */
export function fileKindOf(word: string | null): FileKind | null {
  const kind = kindOfWord(word)
  return kind === 'city' ? null : kind
}
