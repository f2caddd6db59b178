import en from './message-texts.en.ts'
import fr, { type MessageTexts } from './message-texts.fr.ts'

export const messageTexts = { fr, en }
export type { MessageTexts }
