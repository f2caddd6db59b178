import en from './seating-texts.en.ts'
import fr, { type SeatingTexts } from './seating-texts.fr.ts'

export const seatingTexts = { fr, en }
export type { SeatingTexts }
