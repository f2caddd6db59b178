import en from './profile-texts.en.ts'
import fr from './profile-texts.fr.ts'

export const profileTexts = { fr, en }
