import en, { drafts as englishDrafts } from './review-texts.en.ts'
import fr, { drafts as frenchDrafts, type ReviewTexts } from './review-texts.fr.ts'

export const reviewTexts = { fr, en }
export const reviewDrafts = { fr: frenchDrafts, en: englishDrafts }
export type { ReviewTexts }
