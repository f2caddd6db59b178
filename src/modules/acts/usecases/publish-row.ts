import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, refused } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import { type Act, isFrozen, lifeOf } from '../domain/act.ts'
import type { DeliberationRow } from '../scdl/columns.ts'
import type { ScdlProblem } from '../scdl/check.ts'
import { deliberationRow, type RowProblem as Refusal } from '../scdl/deliberation-row.ts'
import { defaultSubject, subjectByCode } from '../scdl/mapping.ts'
import { frozenContent } from './build-documents.ts'

/** One thing the line still needs. */
export type RowProblem = ScdlProblem

/**
 * The line of an adopted act in the national file of deliberations. Name, object and exercise are those that were voted;
 * the SIRET is that of today, since it may have been missing from the directory when the act was submitted.
 * @refuses act_not_adopted, row_invalid
 */
export async function publishRow(ctx: Ctx, act: Act): Promise<Outcome<DeliberationRow, Refusal>> {
  if (!isFrozen(act) || act.decision?.outcome !== 'adopted') return refused({ code: 'act_not_adopted' })
  const { facts } = await frozenContent(ctx, act)
  const { identifiers } = found(await loadOrganisation(ctx.tx, ctx.actor.organisationId))
  const siret = identifiers.find(({ scheme }) => scheme === 'FR-SIRET')?.value ?? facts.authority.siret
  const { budgetName: name } = act
  return deliberationRow({
    authority: { name: facts.authority.name, siret },
    number: act.deliberationNumber ?? '',
    object: facts.object,
    subject: subjectByCode(act.subjectCode) ?? defaultSubject('mission_ratification'),
    budget: name === null || facts.fiscalYear === null ? null : { year: facts.fiscalYear, name },
    prefecture: act.prefectureId,
    life: lifeOf(act, asTimeZone(ctx.actor.timeZone)),
  })
}
