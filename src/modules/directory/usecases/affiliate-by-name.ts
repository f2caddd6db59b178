import type { OrganisationId } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { AffiliationDraft, AffiliationProblem } from '../domain/affiliation.ts'
import type { DraftProblem } from '../domain/organisation-draft.ts'
import type { OrganisationKind, OrganisationLine } from '../domain/organisation.ts'
import type { AffiliationId } from '../domain/person.ts'
import { type KnownOrganisation, addOrganisation } from './add-organisation.ts'
import { affiliate } from './affiliate.ts'
import { recogniseOrganisation } from './recognise-organisation.ts'

export type OrganisationByName = {
  /** As someone typed it. */
  readonly organisation: string
  /** Which one was meant, once the question was asked: an organisation's id, 'new', or '' when it was not asked. */
  readonly choice: string
  readonly newKind: OrganisationKind
  readonly newCountry: string
}

/** The name says nobody, or several: the page asks. */
export type WhichOrganisation = {
  readonly code: 'organisation_unknown' | 'organisation_ambiguous'
  readonly candidates: readonly OrganisationLine[]
}

export type NamingProblem = WhichOrganisation | DraftProblem | KnownOrganisation | { readonly code: 'organisation_missing' }

/**
 * Affiliates someone to an organisation known by the name people type; a new card is made only when they say so.
 * @refuses organisation_missing, organisation_unknown, organisation_ambiguous, and those of affiliate and addOrganisation
 */
export async function affiliateByName(
  ctx: Ctx,
  personId: string,
  named: OrganisationByName,
  draft: AffiliationDraft,
): Promise<Outcome<AffiliationId, NamingProblem | AffiliationProblem>> {
  const organisation = await organisationOf(ctx, named)
  if (!organisation.ok) return organisation
  const affiliated = await affiliate(ctx, personId, organisation.value, draft)
  if (affiliated.ok || affiliated.problem.code !== 'organisation_unknown') return affiliated as Outcome<AffiliationId, AffiliationProblem>
  return refused({ code: 'organisation_unknown', candidates: [] })
}

async function organisationOf(ctx: Ctx, named: OrganisationByName): Promise<Outcome<OrganisationId, NamingProblem>> {
  if (named.organisation === '') return refused({ code: 'organisation_missing' })
  if (named.choice === 'new') {
    const card = {
      name: named.organisation,
      names: {},
      kind: named.newKind,
      country: named.newCountry,
      city: '',
      website: '',
      identifiers: [],
    }
    return addOrganisation(ctx, card, { isAnother: true })
  }
  if (named.choice !== '') return ok(named.choice as OrganisationId)
  const { matches, similar } = await recogniseOrganisation(ctx, named.organisation)
  const [match, other] = matches
  if (match && !other) return ok(match.id)
  return refused({ code: other ? 'organisation_ambiguous' : 'organisation_unknown', candidates: [...matches, ...similar] })
}
