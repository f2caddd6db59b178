import { endOf, isPlanned, isRunning, listAgreements } from '#modules/agreements/index.ts'
import { type City, listCities, loadOrganisation } from '#modules/directory/index.ts'
import { listCitiesGoneTo } from '#modules/missions/index.ts'
import { healthOf, lastExchanges } from '#modules/relations/index.ts'
import { listPromises, listVisits } from '#modules/visits/index.ts'
import type { Ctx } from '#platform/context.ts'
import { compareDates, type LocalDate } from '#platform/pure/local-date.ts'
import { foldAccents } from '#platform/pure/text.ts'

export type NetworkCity = City & {
  /** Those that exist, or did. */
  readonly agreements: number
  /** Ideas, negotiations, texts voted and not signed yet. */
  readonly plannedAgreements: number
  /** An agreement holds today. */
  readonly isBound: boolean
  readonly missions: number
  readonly visits: number
  readonly lastOn: LocalDate | null
  /** Silence, an agreement in its last year, or a promise past its day. */
  readonly asks: boolean
}

type Gathered = {
  agreements: Set<string>
  planned: number
  missions: Set<string>
  visits: Set<string>
  days: LocalDate[]
  isBound: boolean
}

/** The cities with which one has something, in alphabetical order: six reads, however many they are. */
export async function readNetwork(ctx: Ctx, locale: 'fr' | 'en'): Promise<{ cities: NetworkCity[]; home: City | null }> {
  const { tx, today, actor } = ctx
  const known = await listCities(tx)
  const byId = new Map<string, City>(known.map((city) => [city.id, city]))
  const byName = new Map(
    known.flatMap((city) => [city.name, ...Object.values(city.names)].map((name) => [placeKey(city.country, name ?? ''), city])),
  )
  const gathered = new Map<string, Gathered>()
  const of = (city: City) => {
    const found = gathered.get(city.id) ?? {
      agreements: new Set(),
      planned: 0,
      missions: new Set(),
      visits: new Set(),
      days: [],
      isBound: false,
    }
    gathered.set(city.id, found)
    return found
  }
  const endings = new Map<string, { title: Readonly<Record<string, string | undefined>>; lastDay: LocalDate }[]>()
  for (const { id, cityId, dates, standing, term, title } of await listAgreements(tx, { limit: 1000 }, today)) {
    const city = byId.get(cityId ?? '')
    if (!city) continue
    const one = of(city)
    if (isPlanned(standing)) one.planned += 1
    else one.agreements.add(id)
    one.isBound ||= isRunning(standing)
    if (dates.signedOn) one.days.push(dates.signedOn)
    const lastDay = endOf(term)
    if (standing === 'expiring' && lastDay) endings.set(city.id, [...(endings.get(city.id) ?? []), { title, lastDay }])
  }
  for (const { missionId, cityId, startsOn } of await listCitiesGoneTo(tx)) {
    const city = byId.get(cityId)
    if (!city) continue
    of(city).missions.add(missionId)
    if (startsOn) of(city).days.push(startsOn)
  }
  for (const { missionId, city: name, country, startsOn } of await listVisits(tx, 1000)) {
    const city = byName.get(placeKey(country, name))
    if (!city) continue
    of(city).visits.add(missionId)
    if (startsOn) of(city).days.push(startsOn)
  }
  for (const { cityId, onDay } of await lastExchanges(tx, today)) {
    const city = byId.get(cityId)
    if (city) of(city).days.push(onDay)
  }
  const promises = (await listPromises(tx, undefined, 3000)).map((one) => ({ ...one, isOpen: one.state === 'open' }))
  const own = await loadOrganisation(tx, actor.organisationId)
  const cities = known.flatMap((city) => {
    const one = gathered.get(city.id)
    if (!one) return []
    const relation = {
      contacts: one.days,
      endings: endings.get(city.id) ?? [],
      promises: promises.filter(({ missionId }) => one.missions.has(missionId) || one.visits.has(missionId)),
    }
    const past = one.days.filter((day) => compareDates(day, today) <= 0).toSorted(compareDates)
    return [
      {
        ...city,
        agreements: one.agreements.size,
        plannedAgreements: one.planned,
        isBound: one.isBound,
        missions: one.missions.size,
        visits: one.visits.size,
        lastOn: past.at(-1) ?? null,
        asks: healthOf(relation, today).some(({ code }) => code !== 'lively' && code !== 'no_contact'),
      },
    ]
  })
  const called = (city: City) => city.names[locale] ?? city.name
  return {
    cities: cities.toSorted((a, b) => called(a).localeCompare(called(b), locale)),
    home: known.find(({ id }) => id === own?.cityId) ?? byName.get(placeKey(own?.country ?? '', own?.cityName ?? '')) ?? null,
  }
}

/** A city by its country and its name in any language, accents aside: there is a Paris in Texas. */
function placeKey(country: string, name: string): string {
  return `${country} ${foldAccents(name.trim())}`
}
