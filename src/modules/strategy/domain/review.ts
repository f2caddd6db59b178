import type { Localized } from '#platform/pure/localized.ts'

/** The three texts of a yearly review, in the order of the document. */
export const reviewParts = ['opening', 'findings', 'outlook'] as const
export type ReviewPart = (typeof reviewParts)[number]

/** `version` is 0 while nobody has written it: its texts are then a draft. */
export type Review = Readonly<Record<ReviewPart, Localized>> & { readonly year: number; readonly version: number }
