import en from './publication-texts.en.ts'
import fr, { type PublicationTexts } from './publication-texts.fr.ts'

export const publicationTexts = { fr, en }
export type { PublicationTexts }
