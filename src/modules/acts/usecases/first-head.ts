import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { authorityKind } from '#modules/delegations/index.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import type { ActFrame } from '../domain/act.ts'
import { firstHeader } from '../domain/act-header.ts'
import { latestHeader } from '../sql/acts.ts'

/** What a new act says before anybody writes in it, whatever it is about. */
export type FirstHead = Pick<ActFrame, 'language' | 'reference' | 'header' | 'fiscalYear' | 'meetingOn'>

/**
 * The head of the organisation's latest act, or that of its very first: what the authority already wrote is not typed again.
 * @refuses not_an_authority: only an authority has an assembly
 */
export async function firstHead({ tx, actor }: Ctx): Promise<Outcome<FirstHead, { readonly code: 'not_an_authority' }>> {
  const organisation = found(await loadOrganisation(tx, actor.organisationId))
  const kind = authorityKind(organisation)
  if (kind === null) return refused({ code: 'not_an_authority' })
  const latest = await latestHeader(tx)
  return ok({
    language: latest?.language ?? 'fr',
    reference: '',
    header: latest?.header ?? firstHeader(organisation, kind),
    fiscalYear: null,
    meetingOn: null,
  })
}
