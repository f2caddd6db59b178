import en from './contact-texts.en.ts'
import fr, { type ContactTexts } from './contact-texts.fr.ts'

export const contactTexts = { fr, en }
export type { ContactTexts }
