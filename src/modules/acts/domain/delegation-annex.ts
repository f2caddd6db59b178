import { memberCategories } from '#platform/pure/delegation-words.ts'
import { numberInWords, type Gender } from '#platform/pure/number-words.ts'
import { plural } from '#platform/pure/text.ts'
import { actWords } from './act-words.ts'
import { categoryName, composition, delegationCounts } from './composition.ts'
import { figure, text, type InlineContent, type Table } from './document.ts'
import type { MemberFacts, MissionFacts } from './facts.ts'
import { factInline } from './fact-words.ts'
import { placesOf, type ActContext } from './wording.ts'

/** The list of one delegation; its caption counts persons, organisations and companies apart. */
export function delegationTable(mission: MissionFacts, context: ActContext): Table {
  const { facts, language } = context
  const words = actWords(language)
  const place = placesOf([mission], 'at', language)
  return {
    kind: 'table',
    caption: [
      text(`${words.delegation} ${place}${language === 'fr' ? ' : ' : ': '}`),
      ...composition(mission.members, { language, authority: facts.authority.kind, missionId: mission.id }),
      ...organisationCounts(mission, context),
    ],
    columns: [
      { header: words.person, align: 'start', share: 6 },
      { header: words.capacity, align: 'start', share: 8 },
      { header: words.organisation, align: 'start', share: 10 },
      { header: words.as, align: 'start', share: 3 },
    ],
    rows: [...mission.members].sort(inOrderOfPrecedence).map((member) => ({
      role: 'body',
      cells: [
        [text(`${member.familyName.toLocaleUpperCase(language)} ${member.givenName}`)],
        [factInline(member.capacity, language) ?? text('–'), ...(member.isHead ? [text(`, ${words.leads}`)] : [])],
        [text(member.organisation?.name ?? '–')],
        [text(categoryName(member.category, language))],
      ],
    })),
  }
}

/** The head, then the categories in the order of the act, then the alphabet. */
function inOrderOfPrecedence(a: MemberFacts, b: MemberFacts): number {
  if (a.isHead !== b.isHead) return a.isHead ? -1 : 1
  const byCategory = memberCategories.indexOf(a.category) - memberCategories.indexOf(b.category)
  if (byCategory !== 0) return byCategory
  return collator.compare(a.familyName, b.familyName) || collator.compare(a.givenName, b.givenName)
}

const collator = new Intl.Collator('fr')

/** « ; sept organismes représentés, quatre entreprises »; nothing when nobody represents an organisation. */
function organisationCounts(mission: MissionFacts, { language }: ActContext): InlineContent {
  const words = actWords(language)
  const { organisations, companies } = delegationCounts(mission.members)
  if (organisations === 0) return []
  const count = (value: number, [one, many]: readonly [string, string], gender: Gender) => {
    const noun = plural(value, language, { one, other: many })
    return figure(`${numberInWords(value, language, gender)} ${noun}`, { kind: 'members', missionId: mission.id })
  }
  return [
    text(language === 'fr' ? ' ; ' : '; '),
    count(organisations, words.organisations, 'masculine'),
    ...(companies === 0 ? [] : [text(', '), count(companies, words.companies, 'feminine')]),
  ]
}
