import { addPerson, affiliate, ensureOrganisation } from '#modules/directory/index.ts'
import { type MissionId, shareContact } from '#modules/missions/index.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { As } from './people.ts'

/** Invented. The number is of a range that the North American plan keeps for fiction (555-0100 to 555-0199). */
const host = {
  givenName: 'Jane',
  familyName: 'Placeholder',
  honorific: 'mme',
  originalScript: '',
  preferredLanguage: 'en',
  email: 'jane.placeholder@flagler-rooms.example',
  phone: '+13055550142',
} as const
const capacity = { fr: 'Responsable de l’accueil', en: 'Front of house' }

/** The City shares with all its partners whom to call at a venue of Miami: her position and her telephone, not her address. */
export async function loadRoomContact(as: As, missionId: MissionId): Promise<void> {
  const personId = await as('lucie', (ctx) => addPerson(ctx, host))
  await as('lucie', async (ctx) => {
    const { id } = valueOf(await ensureOrganisation(ctx, { name: 'Flagler Rooms (salle fictive)', kind: 'company', country: 'US' }))
    return affiliate(ctx, personId, id, { capacity, startsOn: null, endsOn: null, protocolRank: null })
  })
  const purpose = 'Pour la table ronde sur le numérique et la conférence'
  await as('lucie', (ctx) =>
    shareContact(ctx, missionId, { personId, facts: ['capacity', 'phone'], toEveryone: true, readerIds: [], purpose }),
  )
}
