import en from './passport-texts.en.ts'
import fr from './passport-texts.fr.ts'

/** Passports: what those who organise set, what the two readers see, what a traveller is told. */
export const passportTexts = { fr, en }
