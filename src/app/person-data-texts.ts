import en from './person-data-texts.en.ts'
import fr from './person-data-texts.fr.ts'

export const personDataTexts = { fr, en }
