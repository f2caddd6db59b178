import type { Agreement } from './agreement.ts'

/** The assembly votes before anybody signs; an agreement under another law, or of the past, is not put before it. */
export function goesToTheAssembly({ dates, unproven }: Pick<Agreement, 'dates' | 'unproven'>): boolean {
  return unproven === null && dates.votedOn === null && dates.signedOn === null
}
