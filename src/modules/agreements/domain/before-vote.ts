import type { Agreement } from './agreement.ts'
import type { Wording } from './papers.ts'

/** What an assembly cannot do without: the object and the forecast amount (CGCT L1115-1), who is bound, and the text itself. */
export const votePieces = ['object', 'forecast', 'parties', 'wording'] as const
export type VotePiece = (typeof votePieces)[number]

/** What is still missing before the text can be given to the assembly. A forecast of zero is stated; one that nobody stated is missing. */
export function missingForVote(
  { object, forecast, parties }: Pick<Agreement, 'object' | 'forecast' | 'parties'>,
  wordings: readonly Pick<Wording, 'body'>[],
): VotePiece[] {
  const isThere: Readonly<Record<VotePiece, boolean>> = {
    object: Object.keys(object).length > 0,
    forecast: forecast !== null,
    parties: parties.length >= 2,
    wording: wordings.length > 0,
  }
  return votePieces.filter((piece) => !isThere[piece])
}

/** The assembly votes before anybody signs; an agreement under another law, or of the past, is not put before it. */
export function goesToTheAssembly({ dates, unproven }: Pick<Agreement, 'dates' | 'unproven'>): boolean {
  return unproven === null && dates.votedOn === null && dates.signedOn === null
}
