import type { BrokenRule } from '../domain/judge/broken-rules.ts'
import type { PairKey } from '../domain/snapshot.ts'
import type { PlanTexts } from '../texts/plan-texts.ts'

/** What turns the ids of a plan into words: participants, people, things and places by their names, slots by their hours. */
export type PlanNames = { readonly nameOf: (id: string) => string; readonly slotWords: (slotId: string) => string }

/** A broken rule in a sentence, with the names of all it speaks of. */
export function ruleWords(rule: BrokenRule, { nameOf, slotWords }: PlanNames, { rules: words }: PlanTexts): string {
  const meeting = ({ one, other }: PairKey) => words.meeting(nameOf(one), nameOf(other))
  switch (rule.kind) {
    case 'not_wished':
    case 'met_twice':
    case 'nowhere':
    case 'lock_broken':
      return words[rule.kind](meeting(rule))
    case 'wrong_spot':
      return words.wrong_spot(nameOf(rule.spotId), meeting(rule))
    case 'not_as_chosen':
      return words.not_as_chosen(meeting(rule), slotWords(rule.slotId))
    case 'nobody_for':
      return words.nobody_for(rule.role, meeting(rule))
    case 'stranger':
      return words.stranger(nameOf(rule.whoId), meeting(rule))
    case 'away':
      return rule.itemIds
        ? words.expected(nameOf(rule.whoId), slotWords(rule.slotId), rule.itemIds.map(nameOf))
        : words.away(nameOf(rule.whoId), slotWords(rule.slotId))
    case 'twice_at_once':
      return words.twice_at_once(nameOf(rule.whoId), slotWords(rule.slotId), meeting(rule.meeting))
    case 'spot_taken':
      return words.spot_taken(nameOf(rule.spotId), slotWords(rule.slotId), meeting(rule.meeting))
    case 'spot_away':
      return words.spot_away(nameOf(rule.spotId), slotWords(rule.slotId), meeting(rule))
    case 'too_far':
      return words.too_far(nameOf(rule.whoId), meeting(rule.meeting))
    case 'quota':
      return words.quota(nameOf(rule.participantId), rule.held, rule.quota)
  }
}
