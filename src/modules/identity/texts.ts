import en from './texts.en.ts'
import fr from './texts.fr.ts'

/** Every sentence of this module, by language of the interface. */
export const identityTexts = { fr, en }
