import { listSignaturesNaming } from '#modules/agreements/index.ts'
import { travelsOfPerson } from '#modules/delegations/index.ts'
import { fullName, type Person } from '#modules/directory/index.ts'
import { listMeetingsOfTravellers } from '#modules/meetings/index.ts'
import { listExchangesOfPerson } from '#modules/relations/index.ts'
import { listGuestsNaming, listPromisesNaming } from '#modules/visits/index.ts'
import type { Ctx } from '#platform/context.ts'

/**
 * What one did with someone, from the modules that own it, as far as the reader may see it. What names people by their name alone is asked by
 * their whole name: two words at least, since a family name alone names a whole family.
 */
export async function readTogether({ tx }: Ctx, person: Pick<Person, 'id' | 'givenName' | 'familyName'>) {
  const delegations = await travelsOfPerson(tx, person.id)
  const name = person.givenName === '' ? '' : fullName(person)
  return {
    delegations,
    exchanges: await listExchangesOfPerson(tx, person.id),
    promises: name === '' ? [] : await listPromisesNaming(tx, name),
    signatures: await listSignaturesNaming(tx, name),
    visits: await listGuestsNaming(tx, name),
    meetings: await listMeetingsOfTravellers(
      tx,
      delegations.map(({ memberId }) => memberId),
    ),
  }
}
