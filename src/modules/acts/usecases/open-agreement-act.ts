import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import {
  type Agreement,
  type AgreementLine,
  goesToTheAssembly,
  isPlanned,
  largestRegister,
  listAgreements,
  loadAgreement,
} from '#modules/agreements/index.ts'
import { authorityKind } from '#modules/delegations/index.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import type { ActFrame, ActId } from '../domain/act.ts'
import '../domain/events.ts'
import { approvalObject } from '../domain/first-object.ts'
import { mayOpenAct } from '../domain/rights.ts'
import { cooperationMatter, defaultSubject } from '../scdl/mapping.ts'
import { agreementsWithAct } from '../sql/acts.ts'
import { insertAct } from '../sql/write-acts.ts'
import { firstHead } from './first-head.ts'

/** The last code is also that of the index which refuses two people at once. */
export type AgreementActProblem =
  | { readonly code: 'not_an_authority' }
  | { readonly code: 'agreement_not_before_the_assembly' }
  | { readonly code: 'an_agreement_has_one_act_at_a_time' }

/**
 * Opens the act by which the assembly approves an agreement, before anybody signs it.
 * @refuses not_an_authority, agreement_not_before_the_assembly (voted or signed already, or under another law), an_agreement_has_one_act_at_a_time
 */
export async function openAgreementAct(ctx: Ctx, agreementId: string): Promise<Outcome<ActId, AgreementActProblem>> {
  allow(mayOpenAct(ctx.actor))
  const agreement = found(await loadAgreement(ctx.tx, agreementId))
  if ((await agreementsWithAct(ctx.tx)).has(agreement.id)) return refused({ code: 'an_agreement_has_one_act_at_a_time' })
  const frame = await frameAboutAgreement(ctx, agreement)
  if (!frame.ok) return frame
  await ctx.journal.event('act.opened')
  return ok(await insertAct(ctx.tx, frame.value, { kind: 'agreement', agreementId, subjectCode: await subjectOf(ctx, agreement) }))
}

/**
 * What an act about this agreement would begin with.
 * @refuses not_an_authority, agreement_not_before_the_assembly
 */
export async function frameAboutAgreement(ctx: Ctx, agreement: Agreement): Promise<Outcome<ActFrame, AgreementActProblem>> {
  const head = await firstHead(ctx)
  if (!head.ok) return head
  if (!goesToTheAssembly(agreement)) return refused({ code: 'agreement_not_before_the_assembly' })
  return ok({ ...head.value, object: approvalObject(agreement.title), missionIds: [], agreementId: agreement.id })
}

/** Agreements still to be voted that no act is about yet. */
export async function agreementsWithoutAct(ctx: Ctx): Promise<AgreementLine[]> {
  const taken = await agreementsWithAct(ctx.tx)
  const register = await listAgreements(ctx.tx, { limit: largestRegister }, ctx.today)
  return register.filter(({ id, standing, dates }) => isPlanned(standing) && dates.votedOn === null && !taken.has(id))
}

async function subjectOf({ tx, actor }: Ctx, { type }: Agreement): Promise<string> {
  const organisation = found(await loadOrganisation(tx, actor.organisationId))
  return defaultSubject(type === 'trademark_licence' ? 'trademark_licence' : cooperationMatter(authorityKind(organisation))).code
}
