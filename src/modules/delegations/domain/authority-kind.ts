import { type AuthorityKind, authorityKinds } from '#platform/pure/delegation-words.ts'
import { foldAccents } from '#platform/pure/text.ts'

/**
 * The kind of authority behind an organisation of the directory; null for a chamber, a port, a city abroad.
 * The directory does not tell a métropole from the other groupings of communes (CGCT L5217-1); its name does.
 */
export function authorityKind(organisation: { readonly kind: string; readonly name: string }): AuthorityKind | null {
  if (organisation.kind === 'intermunicipal' && foldAccents(organisation.name).includes('metropole')) return 'metropolis'
  return authorityKinds.find((kind) => kind === organisation.kind) ?? null
}
