import type { Ctx } from '#platform/context.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import type { OrganisationLine } from '../domain/organisation.ts'
import { searchOrganisations } from './search-directory.ts'

export type Recognised = {
  /** Those of exactly this name, in any language, accents and capitals aside. */
  readonly matches: readonly OrganisationLine[]
  /** Those whose name resembles it. */
  readonly similar: readonly OrganisationLine[]
}

/** Whom a typed name may mean among the organisations one sees. */
export async function recogniseOrganisation(ctx: Ctx, text: string): Promise<Recognised> {
  const found = await searchOrganisations(ctx, text)
  const folded = foldAccents(plainSpaces(text))
  const isNamed = ({ name, names }: OrganisationLine) =>
    [name, ...Object.values(names)].some((one) => one !== undefined && foldAccents(plainSpaces(one)) === folded)
  return { matches: found.filter(isNamed), similar: found.filter((organisation) => !isNamed(organisation)) }
}
