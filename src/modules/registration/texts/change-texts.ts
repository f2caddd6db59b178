import en from './change-texts.en.ts'
import fr from './change-texts.fr.ts'

/** The freeze of a delegation, and what is asked to change of it afterwards. */
export const changeTexts = { fr, en }
