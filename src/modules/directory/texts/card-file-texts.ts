import en from './card-file-texts.en.ts'
import fr from './card-file-texts.fr.ts'

export const cardFileTexts = { fr, en }
