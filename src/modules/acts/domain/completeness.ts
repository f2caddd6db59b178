import { daysBetween, type LocalDate } from '#platform/pure/local-date.ts'
import { isMissing } from '#platform/pure/localized.ts'
import { AGREEMENT_MISSING_CODES, agreementMissing } from './agreement-completeness.ts'
import type { ActLanguage } from './document.ts'
import type { MissionFacts, ReportFacts } from './facts.ts'
import { figuresMissing } from './figures-check.ts'

/** Who can mend it: the authority that signs, its assembly office, its finance office, the officer who leads the mission. */
export type Supplier = 'authority' | 'assembly' | 'finance' | 'lead'

/** `blocks` keeps the act out of the agenda; `warns` must be seen but may be voted. */
export type Severity = 'blocks' | 'warns'

export type MissingFact = {
  readonly code: MissingFactCode
  readonly missionId?: string
  readonly agreementId?: string
  readonly who: Supplier
  readonly severity: Severity
  /** Whole days, for the mandate: from return to vote when it is absent, from departure to mandate when it came late. */
  readonly days?: number
  /** Minor units in decimal, for sums that do not add up. */
  readonly expectedCents?: string
  readonly foundCents?: string
  readonly currency?: string
}

export const MISSING_FACT_CODES = [
  'reference_missing',
  'object_missing',
  'fiscal_year_missing',
  'signatory_missing',
  'place_missing',
  'meeting_date_missing',
  'chair_missing',
  'rapporteur_missing',
  'no_mission',
  'dates_missing',
  'dates_inverted',
  'leg_outside_mission',
  'mission_not_over',
  'objectives_missing',
  'content_missing',
  'members_missing',
  'head_missing',
  'several_heads',
  'mandate_missing',
  'mandate_after_departure',
  'expenses_missing',
  'negative_amount',
  'categories_do_not_add_up',
  'missions_do_not_add_up',
  'unconverted_currency',
  ...AGREEMENT_MISSING_CODES,
] as const
export type MissingFactCode = (typeof MISSING_FACT_CODES)[number]

/** Everything an act still lacks, in reading order of the report. Words count as present only in the language of the act. */
export function missingFacts(facts: ReportFacts, language: ActLanguage): readonly MissingFact[] {
  return [
    ...actMissing(facts, language),
    ...(facts.agreement ? agreementMissing(facts.agreement, language) : []),
    ...facts.missions.flatMap((mission) => missionMissing(mission, facts, language)),
    ...figuresMissing(facts),
  ]
}

export function blockingCount(missing: readonly MissingFact[]): number {
  return missing.filter((fact) => fact.severity === 'blocks').length
}

function actMissing(facts: ReportFacts, language: ActLanguage): MissingFact[] {
  const { meeting } = facts
  const missing: MissingFact[] = []
  if ((facts.reference ?? '').trim() === '') missing.push({ code: 'reference_missing', who: 'assembly', severity: 'blocks' })
  if (meeting.date === null) missing.push({ code: 'meeting_date_missing', who: 'assembly', severity: 'blocks' })
  if (meeting.chair === null) missing.push({ code: 'chair_missing', who: 'assembly', severity: 'blocks' })
  if (meeting.rapporteurs.length === 0) missing.push({ code: 'rapporteur_missing', who: 'assembly', severity: 'blocks' })
  if (isMissing(facts.object, language)) missing.push({ code: 'object_missing', who: 'lead', severity: 'blocks' })
  // An agreement may commit nothing, or several years: only a ratification invokes one.
  if (facts.fiscalYear === null && !facts.agreement) missing.push({ code: 'fiscal_year_missing', who: 'finance', severity: 'blocks' })
  if (facts.signatory === null) missing.push({ code: 'signatory_missing', who: 'authority', severity: 'blocks' })
  if (facts.authority.place === null) missing.push({ code: 'place_missing', who: 'authority', severity: 'warns' })
  if (facts.missions.length === 0 && !facts.agreement) missing.push({ code: 'no_mission', who: 'lead', severity: 'blocks' })
  return missing
}

function missionMissing(mission: MissionFacts, facts: ReportFacts, language: ActLanguage): MissingFact[] {
  const missionId = mission.id
  const lead = (code: MissingFactCode): MissingFact => ({ code, missionId, who: 'lead', severity: 'blocks' })
  const missing = datesMissing(mission, facts.meeting.date)
  if (!mission.objectives.some((objective) => !isMissing(objective, language))) missing.push(lead('objectives_missing'))
  if (!hasContent(facts, missionId, language)) missing.push(lead('content_missing'))
  const heads = mission.members.filter((member) => member.isHead).length
  if (mission.members.length === 0) missing.push(lead('members_missing'))
  else if (heads === 0) missing.push(lead('head_missing'))
  else if (heads > 1) missing.push({ ...lead('several_heads'), severity: 'warns' })
  const mandate = mandateMissing(mission, facts.meeting.date)
  if (mandate !== null) missing.push(mandate)
  return missing
}

function hasContent(facts: ReportFacts, missionId: string, language: ActLanguage): boolean {
  return facts.contents.some(
    (section) =>
      section.missionIds.includes(missionId) &&
      section.blocks.some((block) =>
        block.kind === 'paragraph' ? !isMissing(block.text, language) : block.items.some((item) => !isMissing(item, language)),
      ),
  )
}

function datesMissing(mission: MissionFacts, meetingOn: LocalDate | null): MissingFact[] {
  const { id: missionId, departure, return: back } = mission
  const lead = (code: MissingFactCode): MissingFact[] => [{ code, missionId, who: 'lead', severity: 'blocks' }]
  if (departure === null || back === null) return lead('dates_missing')
  if (back < departure) return lead('dates_inverted')
  const strays = mission.legs.some((leg) => (leg.from !== null && leg.from < departure) || (leg.to !== null && leg.to > back))
  if (strays) return lead('leg_outside_mission')
  return meetingOn !== null && meetingOn < back ? lead('mission_not_over') : []
}

/**
 * The mandat spécial of elected members must be voted before they leave (CE, 24 March 1950, Maurice; CGCT L2123-18, L3123-19,
 * L4135-19). A late one does not stop the vote, it tells the assembly what it is asked to make good.
 */
function mandateMissing(mission: MissionFacts, meetingOn: LocalDate | null): MissingFact | null {
  const { votedOn } = mission.mandate
  if (!mission.members.some((member) => member.category === 'elected')) return null
  const fact = { missionId: mission.id, who: 'assembly', severity: 'warns' } as const
  if (votedOn === null) {
    const days = daysFromReturnToVote(mission, meetingOn)
    return days === null ? { ...fact, code: 'mandate_missing' } : { ...fact, code: 'mandate_missing', days }
  }
  if (mission.departure === null || votedOn <= mission.departure) return null
  return { ...fact, code: 'mandate_after_departure', days: daysBetween(mission.departure, votedOn) }
}

/** From 20 October 2017 to 8 February 2019: 476. Null while either date is unknown. */
export function daysFromReturnToVote(mission: MissionFacts, meetingOn: LocalDate | null): number | null {
  return mission.return === null || meetingOn === null ? null : daysBetween(mission.return, meetingOn)
}
