import en from './title-texts.en.ts'
import fr, { type TitleTexts } from './title-texts.fr.ts'

export const titleTexts = { fr, en }
export type { TitleTexts }
