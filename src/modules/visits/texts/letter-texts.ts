import en from './letter-texts.en.ts'
import fr from './letter-texts.fr.ts'

export const letterTexts = { fr, en }
