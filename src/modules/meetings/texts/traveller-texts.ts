import en from './traveller-texts.en.ts'
import fr from './traveller-texts.fr.ts'

export const travellerTexts = { fr, en }
