import { z } from '@hono/zod-openapi'
import { type Api, addWrite, idParam, idShape, localizedUpTo } from '#platform/openapi.ts'
import { ok } from '#platform/pure/outcome.ts'
import { partnerRoles } from '../domain/mission.ts'
import { namePartner, releasePartner } from '../usecases/name-partner.ts'
import { mission, params, tag } from './shapes.ts'
import { presentedAfter } from './present.ts'

const newPartner = z
  .object({
    organisationId: idShape<'organisation'>(),
    role: z.enum(partnerRoles),
    workstream: localizedUpTo(200).default({}),
  })
  .openapi('NewPartner')

export function addPartners(api: Api): void {
  addWrite(
    api,
    {
      method: 'post',
      path: '/missions/{missionId}/partners',
      operationId: 'namePartner',
      summary: 'Names an organisation of the directory as partner; one that works in Escale is invited, and takes its seat by accepting',
      tag,
      params,
      body: newPartner,
      answer: mission,
      refusals: { already_a_partner: 409, already_invited: 409, lead_is_given_at_creation: 422, organisation_unknown: 422 },
    },
    async (ctx, { params: { missionId }, body }) => presentedAfter(ctx, missionId, await namePartner(ctx, missionId, body)),
  )
  addWrite(
    api,
    {
      method: 'delete',
      path: '/missions/{missionId}/partners/{partnerId}',
      operationId: 'releasePartner',
      summary: 'A partner leaves, or is let go: it loses access at once',
      description: 'Organisers release any partner but the lead; a partner releases itself.',
      tag,
      params: params.extend({ partnerId: idParam<'partner'>() }),
      answer: z.object({ id: idShape<'partner'>() }),
      refusals: { not_a_partner: 409, the_lead_stays: 409 },
    },
    async (ctx, { params: { missionId, partnerId } }) => {
      const released = await releasePartner(ctx, missionId, partnerId)
      return released.ok ? ok({ id: partnerId }) : released
    },
  )
}
