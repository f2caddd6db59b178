import en from './assembly-texts.en.ts'
import fr from './assembly-texts.fr.ts'

export const assemblyTexts = { fr, en }
