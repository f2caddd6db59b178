import { z } from '@hono/zod-openapi'
import { countryShape, idParam, idShape, instantShape, localDateShape, localizedShape } from '#platform/openapi.ts'
import { missionKinds, missionStates, partnerRoles } from '../domain/mission.ts'

export const tag = 'missions'

export const zone = z.string().max(60, 'text_too_long').openapi({ description: 'IANA', example: 'Europe/Rome' })

const leg = z
  .object({
    id: idShape<'leg'>(),
    cityId: idShape<'city'>().nullable(),
    cityName: localizedShape,
    country: countryShape,
    startsOn: localDateShape,
    endsOn: localDateShape,
    timeZone: zone,
  })
  .openapi('Leg')

const seat = z
  .object({
    id: idShape<'partner'>(),
    organisationId: idShape<'organisation'>(),
    name: z.string(),
    role: z.enum(partnerRoles),
    workstream: localizedShape,
    leftAt: instantShape.nullable(),
    accountsClosedOn: localDateShape.nullable(),
    ratifiedOn: localDateShape.nullable(),
    isWorkspace: z.boolean(),
    legIds: z.array(idShape<'leg'>()).readonly().openapi({ description: 'The legs it takes part in; empty when it is all of them.' }),
  })
  .openapi('Partner')

export const mission = z
  .object({
    id: idShape<'mission'>(),
    leadOrganisationId: idShape<'organisation'>(),
    kind: z.enum(missionKinds),
    title: localizedShape,
    purpose: localizedShape,
    state: z.enum(missionStates),
    startsOn: localDateShape.nullable(),
    endsOn: localDateShape.nullable(),
    headMemberId: idShape<'member'>().nullable(),
    legs: z.array(leg),
    objectives: z.array(localizedShape),
    themes: z.array(localizedShape),
    partners: z.array(seat),
    version: z.int(),
  })
  .openapi('Mission')

export const params = z.object({ missionId: idParam<'mission'>() })

export const one = '/missions/{missionId}'

export const legRefusals = {
  city_missing: 422,
  city_unknown: 422,
  country_unknown: 422,
  zone_unknown: 422,
  leg_ends_before_it_starts: 422,
  legs_overlap: 422,
  too_many_legs: 422,
} as const
