import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import {
  type Api,
  addRead,
  addWrite,
  countryShape,
  idParam,
  idShape,
  localDateShape,
  localizedShape,
  localizedToJson,
  moneyShape,
  moneyToJson,
} from '#platform/openapi.ts'
import { ok } from '#platform/pure/outcome.ts'
import { agreementTypes, scopes, unprovenReasons } from './domain/agreement.ts'
import { standings } from './domain/life.ts'
import { actionStates, type Action, closedStates } from './domain/pledges.ts'
import { endOf } from './domain/term.ts'
import { listAgreements, loadAgreement } from './sql/agreements.ts'
import { listDomains } from './sql/pledges.ts'
import { compute, largestRegister } from './usecases/read-standing.ts'
import { reopenAction } from './usecases/reopen-action.ts'
import { progressAction } from './usecases/write-pledges.ts'

const tag = 'agreements'
const agreementParam = z.object({ agreementId: idParam<'agreement'>() })
const day = localDateShape.nullable()

const facts = {
  id: idShape<'agreement'>(),
  type: z.enum(agreementTypes),
  title: localizedShape,
  scopes: z.array(z.enum(scopes)),
  country: countryShape,
  cityName: localizedShape,
  standing: z.enum(standings).openapi({ description: 'Where it stands today; it follows from its dates and its term.' }),
  signedOn: day,
  inForceFrom: day,
  lastDay: day.openapi({ description: 'The last day on which it still holds, amendments included; null when it has no end.' }),
} as const

const actionShape = z
  .object({
    id: z.string(),
    title: z.string(),
    ownOwner: z.string(),
    theirOwner: z.string(),
    dueOn: day,
    state: z.enum(actionStates),
    evidence: z.string(),
    closedOn: day,
    reopenings: z.array(
      z
        .object({
          state: z.enum(closedStates),
          closedOn: localDateShape,
          evidence: z.string(),
          reopenedOn: localDateShape,
          reason: z.string(),
        })
        .openapi('AgreementActionReopening', { description: 'How the action had been closed, and why that did not hold.' }),
    ),
    version: z.int(),
  })
  .openapi('AgreementAction')

const detailShape = z
  .object({
    ...facts,
    object: localizedShape,
    negotiatedSince: day,
    negotiationBasis: z.string().nullable(),
    votedOn: day,
    voteReference: z.string().nullable(),
    signedAtPlace: z.string().nullable(),
    transmittedOn: day,
    transmissionReference: z.string().nullable(),
    terminatedOn: day,
    unprovenBecause: z.enum(unprovenReasons).nullable(),
    forecast: z.union([moneyShape, z.null()]),
    isFirstOfCountry: z.boolean(),
    yearsTogether: z.int().nullable(),
    renewsId: z.string().nullable(),
    renewedById: z.string().nullable(),
    parties: z.array(z.object({ organisationId: z.string(), name: z.string(), country: z.string() })),
    signatories: z.array(z.object({ name: z.string(), capacity: localizedShape })),
    domains: z.array(
      z.object({
        id: z.string(),
        title: localizedShape,
        pledges: z.array(z.object({ id: z.string(), title: localizedShape, actions: z.array(actionShape) })),
      }),
    ),
    version: z.int(),
  })
  .openapi('Agreement')

/** The register for programs: agreements with their pledges, and how far their actions have come. */
export function addAgreementOperations(api: Api): void {
  addRead(
    api,
    {
      path: '/agreements',
      operationId: 'listAgreements',
      summary: 'The register of the organisation: what is still to be made first, then the latest signed',
      tag,
      answer: z.object({
        items: z.array(z.object({ ...facts, partyNames: z.array(z.string()), domainCount: z.int() }).openapi('AgreementLine')),
      }),
    },
    async ({ tx, today }) => {
      const register = await listAgreements(tx, { limit: largestRegister }, today)
      return {
        items: register.map(({ dates, term, cityId: _cityId, scopes: fields, partyNames, title, cityName, ...line }) => ({
          ...line,
          title: localizedToJson(title),
          cityName: localizedToJson(cityName),
          scopes: [...fields],
          partyNames: [...partyNames],
          signedOn: dates.signedOn,
          inForceFrom: dates.inForceFrom,
          lastDay: endOf(term),
        })),
      }
    },
  )
  addRead(
    api,
    {
      path: '/agreements/{agreementId}',
      operationId: 'readAgreement',
      summary: 'An agreement, with its parties, its proofs and what was promised',
      tag,
      params: agreementParam,
      answer: detailShape,
    },
    async (ctx, { params: { agreementId } }) => {
      const agreement = found(await loadAgreement(ctx.tx, agreementId))
      const { dates, proofs, term, forecast, unproven, renews, renewedBy } = agreement
      const domains = await listDomains(ctx.tx, agreement.id)
      return {
        id: agreement.id,
        type: agreement.type,
        title: localizedToJson(agreement.title),
        scopes: [...agreement.scopes],
        country: agreement.country,
        cityName: localizedToJson(agreement.cityName),
        object: localizedToJson(agreement.object),
        version: agreement.version,
        ...(await compute(ctx, agreement)),
        negotiatedSince: dates.negotiatedSince,
        negotiationBasis: proofs.negotiationBasis,
        votedOn: dates.votedOn,
        voteReference: proofs.voteReference,
        signedOn: dates.signedOn,
        signedAtPlace: proofs.signedAtPlace,
        transmittedOn: dates.transmittedOn,
        transmissionReference: proofs.transmissionReference,
        inForceFrom: dates.inForceFrom,
        terminatedOn: dates.terminatedOn,
        lastDay: endOf(term),
        unprovenBecause: unproven?.because ?? null,
        forecast: forecast && moneyToJson(forecast),
        renewsId: renews?.id ?? null,
        renewedById: renewedBy?.id ?? null,
        parties: agreement.parties.map(({ organisationId, name, country }) => ({ organisationId, name, country })),
        signatories: agreement.signatories.map(({ name, capacity }) => ({ name, capacity: localizedToJson(capacity) })),
        domains: domains.map(({ id, title, pledges }) => ({
          id,
          title: localizedToJson(title),
          pledges: pledges.map((pledge) => ({
            id: pledge.id,
            title: localizedToJson(pledge.title),
            actions: pledge.actions.map(presented),
          })),
        })),
      }
    },
  )
  addWrite(
    api,
    {
      method: 'put',
      path: '/agreements/{agreementId}/actions/{actionId}/state',
      operationId: 'progressAgreementAction',
      summary: 'Says how far an action has come',
      description: 'What is done, or given up, shows its evidence: a link, a reference, a sentence.',
      tag,
      params: agreementParam.extend({ actionId: idParam<'agreementAction'>() }),
      body: z
        .object({ version: z.int(), state: z.enum(actionStates), evidence: z.string().max(1000).default('') })
        .openapi('AgreementActionProgress'),
      answer: actionShape,
      refusals: { stale_action: 409, what_is_done_shows_its_evidence: 422, a_closed_action_reopens_for_a_reason: 409 },
    },
    async (ctx, { params: { agreementId, actionId }, body }) => {
      const progressed = await progressAction(ctx, agreementId, actionId, body)
      return progressed.ok ? ok(presented(progressed.value)) : progressed
    },
  )
  addWrite(
    api,
    {
      method: 'post',
      path: '/agreements/{agreementId}/actions/{actionId}/reopenings',
      operationId: 'reopenAgreementAction',
      summary: 'Takes up again an action that was done or given up',
      description: 'How it had been closed is kept with the reason; to be closed anew it shows its evidence anew.',
      tag,
      params: agreementParam.extend({ actionId: idParam<'agreementAction'>() }),
      body: z.object({ version: z.int(), reason: z.string().min(1).max(1000) }).openapi('AgreementActionReopeningDraft'),
      answer: actionShape,
      refusals: { stale_action: 409, action_is_open: 409, a_reopening_says_why: 422 },
    },
    async (ctx, { params: { agreementId, actionId }, body }) => {
      const reopened = await reopenAction(ctx, agreementId, actionId, body)
      return reopened.ok ? ok(presented(reopened.value)) : reopened
    },
  )
}

function presented({ pledgeId: _pledgeId, reopenings, ...action }: Action) {
  return { ...action, reopenings: [...reopenings] }
}
