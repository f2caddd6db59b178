import en from './suggestion-texts.en.ts'
import fr from './suggestion-texts.fr.ts'

export const suggestionTexts = { fr, en }
