import en from './deliberation-texts.en.ts'
import fr, { type DeliberationTexts } from './deliberation-texts.fr.ts'

export const deliberationTexts = { fr, en }
export type { DeliberationTexts }
