import { isMissing } from '#platform/pure/localized.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import type { MissingFact } from './completeness.ts'
import type { ActLanguage } from './document.ts'

export const AGREEMENT_MISSING_CODES = [
  'agreement_object_missing',
  'forecast_missing',
  'parties_missing',
  'ground_missing',
  'wording_missing',
  'authentic_text_missing',
  'domains_missing',
  'pledges_missing',
] as const
type AgreementMissingCode = (typeof AGREEMENT_MISSING_CODES)[number]

/**
 * What an agreement lacks before an assembly may approve it: its object and the forecast amount, zero included (CGCT L1115-1), who is
 * bound, the ground on which a State is (L1115-5), and the text itself. Pledges do not stop a vote, but the assembly is told.
 */
export function agreementMissing(agreement: AgreementFacts, language: ActLanguage): MissingFact[] {
  const { object, forecast, parties, texts, domains } = agreement
  const missing = (code: AgreementMissingCode, isIt: boolean, facts: Partial<MissingFact> = {}): MissingFact[] =>
    isIt ? [{ code, agreementId: agreement.id, who: 'lead', severity: 'blocks', ...facts }] : []
  const warns = { severity: 'warns' } as const
  return [
    ...missing('agreement_object_missing', isMissing(object, language)),
    ...missing('forecast_missing', forecast === null, { who: 'finance' }),
    ...missing('parties_missing', parties.length < 2),
    ...missing(
      'ground_missing',
      parties.some(({ isState, ground }) => isState && ground === null),
    ),
    ...missing('wording_missing', texts.length === 0),
    ...missing('authentic_text_missing', texts.length > 0 && !texts.some(({ isAuthentic }) => isAuthentic), warns),
    ...missing('domains_missing', domains.length === 0, warns),
    ...missing(
      'pledges_missing',
      domains.some(({ pledges }) => pledges.length === 0),
      warns,
    ),
  ]
}
