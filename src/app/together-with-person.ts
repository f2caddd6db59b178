import { listSignaturesNaming } from '#modules/agreements/index.ts'
import { travelsOfPerson } from '#modules/delegations/index.ts'
import { type Person, wholeNames } from '#modules/directory/index.ts'
import { listMeetingsOfTravellers } from '#modules/meetings/index.ts'
import { listExchangesOfPerson } from '#modules/relations/index.ts'
import { listGuestsNaming, listPromisesNaming } from '#modules/visits/index.ts'
import type { Ctx } from '#platform/context.ts'
import { listDocumentsOfPerson } from './documents-of-person.ts'

type Someone = Pick<Person, 'id' | 'givenName' | 'familyName' | 'originalScript' | 'email'>

/** What one did with someone, from the modules that own it, as far as the reader may see it. What names people by their name alone is asked by their whole names. */
export async function readTogether(ctx: Ctx, person: Someone) {
  const { tx } = ctx
  const delegations = await travelsOfPerson(tx, person.id)
  const names = wholeNames(person)
  const signatures = await listSignaturesNaming(tx, names)
  const agreementIds = [...new Set(signatures.map(({ agreementId }) => agreementId))]
  return {
    delegations,
    exchanges: await listExchangesOfPerson(tx, person.id),
    promises: await listPromisesNaming(tx, names),
    signatures,
    visits: await listGuestsNaming(tx, names),
    meetings: await listMeetingsOfTravellers(
      tx,
      delegations.map(({ memberId }) => memberId),
    ),
    documents: await listDocumentsOfPerson(ctx, { names, email: person.email }, delegations, agreementIds),
  }
}
