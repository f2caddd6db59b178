import en from './texts.en.ts'
import fr from './texts.fr.ts'

export const apiTexts = { fr, en }
