import en from './retention-texts.en.ts'
import fr from './retention-texts.fr.ts'

/** What the rules of retention erase, and why. */
export const retentionTexts = { fr, en }
