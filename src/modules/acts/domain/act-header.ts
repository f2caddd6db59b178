import type { AuthorityKind } from '#platform/pure/delegation-words.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Gender } from '#platform/pure/number-words.ts'
import type { OfficeHolder } from './facts.ts'
import { institutionGender } from './institution-names.ts'

/** The head of an act, as people typed it: who speaks, through whom, before which body. Shapes of `facts.ts`. */
export type ActHeader = {
  readonly authorityName: Localized
  readonly authorityGender: Gender
  readonly directorates: readonly Localized[]
  /** Where acts are signed. */
  readonly place: string | null
  readonly body: Localized
  readonly bodyGender: Gender
  readonly chair: OfficeHolder | null
  readonly rapporteurs: readonly OfficeHolder[]
  readonly proposer: Localized | null
  readonly signatory: OfficeHolder | null
}

/** As many rapporteurs as a form offers. */
export const mostRapporteurs = 6

type Authority = { readonly name: string; readonly names: Localized; readonly cityName: string | null }

/** The body that usually votes such acts; an authority changes it once, and its next acts copy it. */
const BODIES: { readonly [Kind in AuthorityKind]: { readonly fr: string; readonly en: string } } = {
  municipality: { fr: 'Conseil municipal', en: 'City Council' },
  department: { fr: 'Commission permanente', en: 'Standing Committee' },
  region: { fr: 'Commission permanente', en: 'Standing Committee' },
  metropolis: { fr: 'Conseil de la Métropole', en: 'Metropolitan Council' },
  intermunicipal: { fr: 'Conseil communautaire', en: 'Community Council' },
}

/** The head of an authority's very first act; every later one begins with the head of the latest. */
export function firstHeader(authority: Authority, kind: AuthorityKind): ActHeader {
  const body = BODIES[kind]
  const authorityName = { fr: authority.name, ...authority.names }
  return {
    authorityName,
    authorityGender: institutionGender(authorityName.fr),
    directorates: [],
    place: authority.cityName,
    body,
    bodyGender: institutionGender(body.fr),
    chair: null,
    rapporteurs: [],
    proposer: null,
    signatory: null,
  }
}
