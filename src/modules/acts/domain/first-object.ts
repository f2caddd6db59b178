import { partsOf, type LocalDate } from '#platform/pure/local-date.ts'
import { pick, type Localized } from '#platform/pure/localized.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { joinWithAnd } from '#platform/pure/text.ts'
import { atPlaceFr } from './place-names.ts'

/** What is known of a mission when an act about it is opened. */
export type MissionOutline = { readonly title: Localized; readonly cities: readonly Localized[]; readonly startsOn: LocalDate | null }

const WORDS = {
  fr: { trip: 'Déplacement', trips: 'Déplacements', colon: ' : ', one: 'ratification de la mission', many: 'ratification des missions' },
  en: { trip: 'Trip', trips: 'Trips', colon: ': ', one: 'ratification of the mission', many: 'ratification of the missions' },
} as const

/** The object an act begins with: « Déplacements 2017 : ratification des missions à Gênes, à Miami et à Milan ». People reword it. */
export function firstObject(missions: readonly MissionOutline[]): Localized {
  return { fr: objectIn('fr', missions), en: objectIn('en', missions) }
}

function objectIn(language: Locale, missions: readonly MissionOutline[]): string {
  const words = WORDS[language]
  const isOne = missions.length === 1
  const head = [isOne ? words.trip : words.trips, yearsOf(missions)].filter((part) => part !== '').join(' ')
  return `${head}${words.colon}${isOne ? words.one : words.many} ${whereTo(language, missions)}`
}

/** « 2017 », or « 2017-2018 » for missions of several years. */
function yearsOf(missions: readonly MissionOutline[]): string {
  const years = [...new Set(missions.flatMap(({ startsOn }) => (startsOn === null ? [] : [partsOf(startsOn).year])))].sort()
  return years.length > 1 ? `${years[0]}-${years.at(-1)}` : years.join()
}

/** Each city once; missions of which one has no city yet go by their titles. */
function whereTo(language: Locale, missions: readonly MissionOutline[]): string {
  const named = (names: readonly Localized[]) => [...new Set(names.map((name) => pick(name, language).text))]
  if (missions.some(({ cities }) => cities.length === 0)) {
    const titles = named(missions.map(({ title }) => title)).map((title) => (language === 'fr' ? `« ${title} »` : `“${title}”`))
    return joinWithAnd(titles, language)
  }
  const cities = named(missions.flatMap(({ cities }) => cities))
  return language === 'fr' ? joinWithAnd(cities.map(atPlaceFr), 'fr') : `to ${joinWithAnd(cities, 'en')}`
}

/** The object of an act about an agreement: « Approbation de l’accord « Accord avec Turin » ». People reword it. */
export function approvalObject(title: Localized): Localized {
  return { fr: `Approbation de l’accord « ${pick(title, 'fr').text} »`, en: `Approval of the agreement “${pick(title, 'en').text}”` }
}
