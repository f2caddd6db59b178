import en from './map-texts.en.ts'
import fr from './map-texts.fr.ts'

export const mapTexts = { fr, en }
