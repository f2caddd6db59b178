import { z } from '@hono/zod-openapi'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { localizedToJson } from '#platform/openapi.ts'
import { parseInstant } from '#platform/pure/instant.ts'
import { type Outcome, ok, valueOf } from '#platform/pure/outcome.ts'
import type { Mission } from '../domain/mission.ts'
import { loadMission } from '../sql/missions.ts'
import { mission } from './shapes.ts'

export async function presentedAfter<Problem>(
  ctx: Ctx,
  missionId: string,
  outcome: Outcome<unknown, Problem>,
): Promise<Outcome<z.input<typeof mission>, Problem>> {
  return outcome.ok ? ok(presented(found(await loadMission(ctx.tx, missionId)))) : outcome
}

export function presented({ title, purpose, legs, objectives, themes, partners, ...others }: Mission): z.input<typeof mission> {
  return {
    ...others,
    title: localizedToJson(title),
    purpose: localizedToJson(purpose),
    legs: legs.map((stage) => ({ ...stage, cityName: localizedToJson(stage.cityName) })),
    objectives: objectives.map(localizedToJson),
    themes: themes.map(({ label }) => localizedToJson(label)),
    partners: partners.map((partner) => ({
      ...partner,
      workstream: localizedToJson(partner.workstream),
      leftAt: partner.leftAt === null ? null : valueOf(parseInstant(partner.leftAt)),
    })),
  }
}
