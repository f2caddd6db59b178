import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'

/** Twin of a CHECK of 0051_logistics.sql. */
export const adequacyScopes = ['eea', 'full', 'partial'] as const
export type AdequacyScope = (typeof adequacyScopes)[number]

/** Why personal data may go to a country as they would at home, or for whom only. */
export type Adequacy = {
  readonly country: string
  readonly scope: AdequacyScope
  readonly words: Localized
  readonly source: string
  readonly validFrom: LocalDate
}

/** Whether a list of people sent to a public authority of this country needs a ground of its own (GDPR articles 46 and 49). */
export function needsGround(adequacy: Adequacy | undefined): boolean {
  return adequacy === undefined || adequacy.scope === 'partial'
}
