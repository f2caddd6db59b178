import { z } from '@hono/zod-openapi'
import { idParam, idShape, localDateShape, localizedShape, localizedToJson } from '#platform/openapi.ts'
import { organisationKinds } from '../domain/organisation.ts'
import { type Person, honorifics, legalBases } from '../domain/person.ts'

export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'text_too_long')
    .refine((typed) => !typed.includes('\u0000'), 'text_malformed')

export const capacity = localizedShape.openapi({ example: { fr: 'maire', en: 'mayor' } })

export const protocolRank = z.int().min(1).max(999).nullable().openapi({ description: 'Within the organisation; 1 is named first.' })

export const affiliation = z
  .object({
    id: idShape<'affiliation'>(),
    organisation: z.object({ id: idShape<'organisation'>(), name: z.string(), names: localizedShape, kind: z.enum(organisationKinds) }),
    capacity,
    startsOn: localDateShape.nullable(),
    endsOn: localDateShape.nullable(),
    protocolRank,
  })
  .openapi('Affiliation')

export const person = z
  .object({
    id: idShape<'person'>(),
    givenName: z.string(),
    familyName: z.string(),
    honorific: z.enum(honorifics).nullable(),
    originalScript: z.string().nullable(),
    preferredLanguage: z.string().nullable().openapi({ description: 'ISO 639-1' }),
    email: z.string().nullable(),
    phone: z.string().nullable().openapi({ description: 'ITU-T E.164', example: '+33491130000' }),
    legalBasis: z.enum(legalBases),
    consentedOn: localDateShape.nullable(),
    consentSource: z.string().nullable(),
    lastContactOn: localDateShape.nullable(),
    affiliations: z.array(affiliation),
    version: z.int(),
  })
  .openapi('Person')

export const unusable = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, 422] as const))

export const personId = z.object({ personId: idParam<'person'>() })

export const operation = (path: string, operationId: string, summary: string) => ({ path, operationId, summary, tag: 'directory' })

export const adding = { method: 'post', status: 201 } as const

export const changing = { method: 'patch' } as const

export const removing = { method: 'delete', answer: z.object({ id: z.string() }) } as const

export function showPerson({ affiliations, ...card }: Person): z.input<typeof person> {
  const shown = affiliations.map(({ capacity, organisation, ...dates }) => ({
    ...dates,
    capacity: localizedToJson(capacity),
    organisation: { ...organisation, names: localizedToJson(organisation.names) },
  }))
  return { ...card, affiliations: shown }
}
