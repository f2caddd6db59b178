import en from './handover-texts.en.ts'
import fr, { type HandoverTexts } from './handover-texts.fr.ts'

export const handoverTexts = { fr, en }
export type { HandoverTexts }
