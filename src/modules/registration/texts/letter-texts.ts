import en from './letter-texts.en.ts'
import fr from './letter-texts.fr.ts'

/** What the product writes to applicants and officers, in the language of whoever reads. */
export const letterTexts = { fr, en }
