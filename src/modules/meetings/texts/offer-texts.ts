import en from './offer-texts.en.ts'
import fr from './offer-texts.fr.ts'

export const offerTexts = { fr, en }
