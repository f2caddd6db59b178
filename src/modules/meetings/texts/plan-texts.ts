import en from './plan-texts.en.ts'
import fr, { type PlanTexts } from './plan-texts.fr.ts'

export const planTexts = { fr, en }
export type { PlanTexts }
