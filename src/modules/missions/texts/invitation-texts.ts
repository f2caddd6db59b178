import en from './invitation-texts.en.ts'
import fr, { type InvitationTexts } from './invitation-texts.fr.ts'

export const invitationTexts = { fr, en }
export type { InvitationTexts }
