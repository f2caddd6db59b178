import { type AgreementLine, computeAgreement, endOf, isPlanned, isRunning, loadAgreement } from '#modules/agreements/index.ts'
import { totalsOfMissions } from '#modules/budget/index.ts'
import { type City, listPeopleOfCity } from '#modules/directory/index.ts'
import { type MeetingFigures, readMissionFigures } from '#modules/meetings/index.ts'
import {
  type Anniversary,
  type ExchangeKind,
  healthOf,
  listExchanges,
  listFacts,
  listMemberships,
  nextAnniversary,
  sharedNetworks,
} from '#modules/relations/index.ts'
import { rememberOrganisation } from '#modules/visits/index.ts'
import type { Ctx } from '#platform/context.ts'
import { compareDates, type LocalDate, partsOf } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Money } from '#platform/pure/money.ts'

/** One line of the story of a relation. */
export type Happening = {
  readonly key: string
  readonly kind: ExchangeKind | 'mission' | 'visit' | 'request' | 'agreement'
  /** Of a letter or a call. */
  readonly direction: 'sent' | 'received' | null
  readonly on: LocalDate | null
  readonly title: Localized
  readonly who: string
  /** Of the mission, request, agreement or exchange it is. */
  readonly id: string
}

export type ComputedAgreement = AgreementLine & {
  readonly isFirstOfCountry: boolean
  /** Whole years of cooperation at the signature; null when unknown. */
  readonly yearsTogether: number | null
  readonly since: number | null
  readonly lastDay: LocalDate | null
}

/** Everything one has with a city, gathered from the modules that own it. */
export async function readCitySheet(ctx: Ctx, city: City) {
  const { tx, today } = ctx
  const name = city.names.fr ?? city.name
  const memory = await rememberOrganisation(ctx, { asker: name, city: name, country: city.country })
  const exchanges = await listExchanges(tx, city.id)
  const agreements = await computeAll(ctx, memory.agreements)
  const happenings = inOrder([
    ...memory.near.map((one) => ({ ...one, key: `${one.kind} ${one.id}`, direction: null })),
    ...exchanges.map(({ id, kind, direction, onDay, subject, withWhom }) => {
      return { key: `exchange ${id}`, kind, direction, on: onDay, title: { fr: subject }, who: withWhom, id }
    }),
    ...agreements.flatMap(({ id, title, dates, partyNames }) =>
      dates.signedOn === null
        ? []
        : [
            {
              key: `agreement ${id}`,
              kind: 'agreement' as const,
              direction: null,
              on: dates.signedOn,
              title,
              who: partyNames.join(', '),
              id,
            },
          ],
    ),
  ])
  const missionIds = [...new Set(memory.near.flatMap(({ kind, id }) => (kind === 'mission' ? [id] : [])))]
  const totals = [...(await totalsOfMissions(tx, missionIds, ctx.actor.organisationId)).values()].flatMap(({ total }) => total ?? [])
  return {
    counts: memory.counts,
    facts: await listFacts(tx, city.id),
    happenings,
    agreements,
    networks: sharedNetworks(await listMemberships(tx, city.id), partsOf(today).year),
    promises: memory.promises,
    met: [...new Set(memory.met.map((one) => [one.name, one.title].filter(Boolean).join(', ')))],
    people: await listPeopleOfCity(tx, city.id, today),
    spend: byCurrency(totals),
    results: {
      signed: agreements.filter(({ dates }) => dates.signedOn !== null).length,
      promisesKept: memory.promises.filter(({ state }) => state === 'kept').length,
      promisesMade: memory.promises.length,
      meetings: await meetingsOf(ctx, [...new Set(memory.near.flatMap(({ kind, id }) => (kind === 'request' ? [] : [id])))]),
    },
    anniversary: nearestAnniversary(agreements, today),
    signals: healthOf(
      {
        contacts: happenings.flatMap(({ on }) => on ?? []),
        endings: agreements.flatMap(({ standing, title, lastDay }) => (standing === 'expiring' && lastDay ? [{ title, lastDay }] : [])),
        promises: memory.promises.map(({ what, dueOn, isOurs, state }) => ({ what, dueOn, isOurs, isOpen: state === 'open' })),
      },
      today,
    ),
    runningCount: agreements.filter(({ standing }) => isRunning(standing)).length,
    plannedCount: agreements.filter(({ standing }) => isPlanned(standing)).length,
  }
}

/** What the meetings of these missions brought, for those who organise them. */
async function meetingsOf(ctx: Ctx, missionIds: readonly string[]): Promise<{ missionId: string; figures: MeetingFigures[] }[]> {
  const found: { missionId: string; figures: MeetingFigures[] }[] = []
  for (const missionId of missionIds) {
    const figures = await readMissionFigures(ctx, missionId)
    if (figures.length > 0) found.push({ missionId, figures })
  }
  return found
}

export type CitySheet = Awaited<ReturnType<typeof readCitySheet>>

async function computeAll(ctx: Ctx, lines: readonly AgreementLine[]): Promise<ComputedAgreement[]> {
  const computed: ComputedAgreement[] = []
  for (const line of lines) {
    const agreement = await loadAgreement(ctx.tx, line.id)
    if (!agreement) continue
    const { isFirstOfCountry, yearsTogether } = await computeAgreement(ctx, agreement)
    computed.push({ ...line, isFirstOfCountry, yearsTogether, since: agreement.cooperationSince, lastDay: endOf(line.term) })
  }
  return computed
}

/** The latest first; what has no day comes last. */
function inOrder(happenings: readonly Happening[]): Happening[] {
  const known = [...new Map(happenings.map((one) => [one.key, one])).values()]
  return known.toSorted((a, b) => (a.on === null ? (b.on === null ? 0 : 1) : b.on === null ? -1 : compareDates(b.on, a.on)))
}

/** What is added up is of one currency. */
function byCurrency(totals: readonly Money[]): Money[] {
  return [...Map.groupBy(totals, ({ currency }) => currency)].map(([currency, sums]) => ({
    currency,
    cents: sums.reduce((sum, { cents }) => sum + cents, 0n),
  }))
}

/** The anniversary that comes first, of the cooperation where its year is known, else of the signature. */
function nearestAnniversary(agreements: readonly ComputedAgreement[], today: LocalDate): (Anniversary & { title: Localized }) | null {
  const coming = agreements.flatMap(({ since, dates, title }) => {
    const from = since ?? dates.signedOn
    return from === null ? [] : [{ ...nextAnniversary(from, today), title }]
  })
  return coming.toSorted((a, b) => a.year - b.year || (a.on ?? '').localeCompare(b.on ?? '')).at(0) ?? null
}
