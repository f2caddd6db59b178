import type { MissionId } from '#modules/missions/index.ts'
import { publishContact } from '#modules/pocket/index.ts'
import type { As } from './people.ts'

/** Whom the travellers to Miami may call. Numbers that the French numbering plan keeps for fiction (ARCEP, decision 2018-0881). */
const contacts = [
  { by: 'lucie', name: 'Lucie Ferrat', duty: 'Coordination de la mission', phone: '+33465710012', isShared: true },
  { by: 'claire', name: 'Claire Aubanel', duty: 'Accompagne la délégation du Département', phone: '+33465710027', isShared: false },
] as const

export async function loadMiamiContacts(as: As, missionId: MissionId): Promise<void> {
  for (const { by, ...contact } of contacts) await as(by, (ctx) => publishContact(ctx, missionId, contact))
}
