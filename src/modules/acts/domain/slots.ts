import { formatDate, formatPeriod } from '#platform/pure/local-date-format.ts'
import { daysInclusive } from '#platform/pure/local-date.ts'
import { numberInWords } from '#platform/pure/number-words.ts'
import { joinWithAnd } from '#platform/pure/text.ts'
import { agreementBlocks, isSlotOfAgreement } from './agreement-slots.ts'
import { composition } from './composition.ts'
import { delegationTable } from './delegation-annex.ts'
import { figure, text, type Block, type InlineContent } from './document.ts'
import { expensesTables } from './expenses-table.ts'
import type { ContentSection, LegFacts, MissionFacts } from './facts.ts'
import { factInline, factWords, gap } from './fact-words.ts'
import type { Slot } from './placeholders.ts'
import { amount, placesOf, type ActContext } from './wording.ts'

/** The blocks a slot brings; none when it has nothing to say. */
export function slotBlocks(slot: Slot, context: ActContext): readonly Block[] {
  const { facts } = context
  if (isSlotOfAgreement(slot)) return agreementBlocks(slot, context)
  switch (slot) {
    case 'dates':
      return punctuated(
        facts.missions.map((mission) => missionDates(mission, context)),
        context,
      )
    case 'objectives':
      return objectives(context)
    case 'composition':
      return punctuated(
        facts.missions.map((mission) => missionComposition(mission, context)),
        context,
      )
    case 'contents':
      return facts.contents.flatMap((section) => contentBlocks(section, context))
    case 'ownShare':
      return ownShareNote(context)
    case 'expenses':
      return expensesTables(context)
    case 'amounts.list':
      return punctuated(
        facts.missions.map((mission) => [label(mission, context), missionAmount(mission, context)]),
        context,
      )
    case 'mandates':
      return facts.missions.flatMap((mission) => mandateCitation(mission, context))
    case 'annexes':
      return facts.missions.map((mission) => delegationTable(mission, context))
  }
}

function bullets(items: readonly InlineContent[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'bullets', items }]
}

/** A list of ours ends each line with a semicolon and the last with a full stop; what people typed keeps its own. */
function punctuated(items: readonly InlineContent[], { language }: ActContext): readonly Block[] {
  const semicolon = text(language === 'fr' ? ' ;' : ';')
  return bullets(items.map((item, index) => item.concat(index === items.length - 1 ? text('.') : semicolon)))
}

/** « Gênes : » before what concerns one mission. */
function label(mission: MissionFacts, { language }: ActContext) {
  return text(`${placesOf([mission], 'name', language)}${language === 'fr' ? ' : ' : ': '}`)
}

function missionAmount(mission: MissionFacts, context: ActContext) {
  return amount(mission.totalCents, context, { kind: 'expenses', missionId: mission.id })
}

function missionComposition(mission: MissionFacts, context: ActContext): InlineContent {
  const { facts, language } = context
  return [label(mission, context), ...composition(mission.members, { language, authority: facts.authority.kind, missionId: mission.id })]
}

/** « Gênes : du 19 au 20 octobre 2017, soit deux jours, transport compris », then each stage when there are several. */
function missionDates(mission: MissionFacts, context: ActContext): InlineContent {
  const { language } = context
  const { departure, return: back } = mission
  const what = gap(language, { fr: 'dates de la mission', en: 'dates of the mission' })
  if (departure === null || back === null || back < departure) return [label(mission, context), what]
  const source = { kind: 'legs', missionId: mission.id } as const
  const days = daysInclusive(departure, back)
  const count = numberInWords(days, language)
  const inDays = language === 'fr' ? `${count} ${days === 1 ? 'jour' : 'jours'}` : `${count} ${days === 1 ? 'day' : 'days'}`
  const travel = language === 'fr' ? ', transport compris' : ', travel included'
  return [
    label(mission, context),
    figure(formatPeriod(departure, back, language), source),
    text(language === 'fr' ? ', soit ' : ', that is '),
    figure(inDays, source),
    text(mission.transportDaysIncluded ? travel : ''),
    text(stages(mission.legs, context)),
  ]
}

function stages(legs: readonly LegFacts[], { language }: ActContext): string {
  if (legs.length < 2) return ''
  const each = legs.map(({ place, from, to }) => {
    const at = factWords(place.at, language)
    return from === null || to === null || to < from ? at : `${at} ${formatPeriod(from, to, language)}`
  })
  return ` (${joinWithAnd(each, language)})`
}

/** Missions that pursued the same objectives share one list. */
function objectives(context: ActContext): readonly Block[] {
  const { facts, language } = context
  const groups = new Map<string, MissionFacts[]>()
  for (const mission of facts.missions) {
    const key = JSON.stringify(mission.objectives.map((objective) => factWords(objective, language)))
    groups.set(key, [...(groups.get(key) ?? []), mission])
  }
  const isShared = groups.size === 1
  return [...groups.values()].flatMap((missions) => objectiveList(missions, isShared, context))
}

function objectiveList(missions: readonly MissionFacts[], isShared: boolean, { language }: ActContext): readonly Block[] {
  const items = (missions[0]?.objectives ?? []).map((objective) => factInline(objective, language)).filter((item) => item !== null)
  const list = bullets(items.map((item) => [item]))
  if (isShared || list.length === 0) return list
  const places = `${placesOf(missions, 'name', language)}${language === 'fr' ? ' :' : ':'}`
  return [{ kind: 'paragraph', role: 'body', content: [text(places)] }, ...list]
}

function contentBlocks(section: ContentSection, context: ActContext): readonly Block[] {
  const { facts, language } = context
  const missions = facts.missions.filter((mission) => section.missionIds.includes(mission.id))
  const title = factInline(section.heading, language) ?? text(placesOf(missions, 'name', language))
  const blocks = section.blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'bullets') {
      const items = block.items.map((item) => factInline(item, language)).filter((item) => item !== null)
      return bullets(items.map((item) => [item]))
    }
    const words = factInline(block.text, language)
    return words === null ? [] : [{ kind: 'paragraph', role: 'body', content: [words] }]
  })
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 3, content: [title] }, ...blocks]
}

/** Says that a total is a share, so that nobody reads it as the cost of the whole mission. */
function ownShareNote(context: ActContext): readonly Block[] {
  const { facts, language } = context
  const shared = facts.missions.filter((mission) => mission.ownShareOnly)
  if (shared.length === 0) return []
  const places = placesOf(shared, 'at', language)
  const authority = factWords(facts.authority.name, language)
  const note =
    language === 'fr'
      ? `Les montants indiqués sont la seule part payée par la collectivité (${authority}). D’autres partenaires ont financé aussi ce qui a été fait ${places} : le coût d’ensemble y est plus élevé.`
      : `The amounts below are only the share paid by the authority (${authority}). Other partners also funded what was done ${places}: the overall cost there is higher.`
  return [{ kind: 'paragraph', role: 'body', content: [text(note)] }]
}

function mandateCitation(mission: MissionFacts, { language }: ActContext): readonly Block[] {
  const { votedOn, reference } = mission.mandate
  if (votedOn === null) return []
  const on = formatDate(votedOn, language)
  const place = placesOf([mission], 'at', language)
  const words =
    language === 'fr'
      ? `Vu la délibération ${reference === null ? '' : `n° ${reference} `}du ${on} donnant mandat spécial pour la mission ${place} ;`
      : `Having regard to the deliberation ${reference === null ? '' : `no. ${reference} `}of ${on} giving a special mandate for the mission ${place};`
  return [{ kind: 'paragraph', role: 'body', content: [text(words)] }]
}
