import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { localizedToJson } from '#platform/openapi.ts'
import { ok, type Outcome } from '#platform/pure/outcome.ts'
import type { Act } from '../domain/act.ts'
import type { ActHeader } from '../domain/act-header.ts'
import type { OfficeHolder } from '../domain/facts.ts'
import type { Decision } from '../domain/lifecycle.ts'
import { loadAct } from '../sql/acts.ts'
import { act, decision, header, holder } from './shapes.ts'

export async function presentedAct(ctx: Ctx, actId: string): Promise<z.input<typeof act>> {
  return presented(found(await loadAct(ctx.tx, actId)))
}

export async function actAfter<Problem>(
  ctx: Ctx,
  actId: string,
  outcome: Outcome<unknown, Problem>,
): Promise<Outcome<z.input<typeof act>, Problem>> {
  return outcome.ok ? ok(await presentedAct(ctx, actId)) : outcome
}

export function presented({ shown, object, header: head, decision: decided, secretary, missionIds, ...facts }: Act): z.input<typeof act> {
  return {
    ...facts,
    state: shown,
    object: localizedToJson(object),
    header: presentedHeader(head),
    decision: decided && presentedDecision(decided),
    secretary: secretary && presentedHolder(secretary),
    missionIds: [...missionIds],
  }
}

function presentedDecision(decided: Decision): z.input<typeof decision> {
  const { outcome, on } = decided
  if ('reason' in decided) return { outcome, on, attendance: null, ballot: null, reason: decided.reason }
  return { outcome, on, attendance: decided.attendance, ballot: decided.ballot, reason: null }
}

function presentedHeader({
  authorityName,
  directorates,
  body,
  chair,
  rapporteurs,
  proposer,
  signatory,
  ...head
}: ActHeader): z.input<typeof header> {
  return {
    ...head,
    authorityName: localizedToJson(authorityName),
    directorates: directorates.map(localizedToJson),
    body: localizedToJson(body),
    chair: chair && presentedHolder(chair),
    rapporteurs: rapporteurs.map(presentedHolder),
    proposer: proposer && localizedToJson(proposer),
    signatory: signatory && presentedHolder(signatory),
  }
}

function presentedHolder({ capacity, ...someone }: OfficeHolder): z.input<typeof holder> {
  return { ...someone, capacity: capacity && localizedToJson(capacity) }
}
