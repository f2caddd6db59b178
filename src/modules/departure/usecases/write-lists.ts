import type { Ctx } from '#platform/context.ts'
import { formatZoned } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import { type SheetCell, type WrittenSheet, writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { type ReadPassport, readPassportsOf } from '#modules/registration/index.ts'
import { type Adequacy, needsGround } from '../domain/adequacy.ts'
import { listAdequacies, listLodgings } from '../sql/rooms.ts'
import { listSegments } from '../sql/segments.ts'
import { departureTexts } from '../texts.ts'
import { readCatering } from './read-catering.ts'
import { type OpenLogistics, openLogistics } from './read-logistics.ts'

export const listNames = ['passagers', 'chambres', 'couverts', 'consulat'] as const
export type ListName = (typeof listNames)[number]

type Written = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** `country`: of a list for its consulate. `hasPassports`: with those the acting person may read, each reading noted. `hasNames`: who follows which diet. */
export type ListOptions = { readonly country?: string | null; readonly hasPassports?: boolean; readonly hasNames?: boolean }

/** A workbook to hand over: one's own people only, and of them only what whoever receives it needs. */
export async function writeDepartureList(
  ctx: Ctx,
  missionId: string,
  list: ListName,
  { country = null, hasPassports = false, hasNames = false }: ListOptions = {},
): Promise<Written | null> {
  const logistics = await openLogistics(ctx, missionId)
  const sheets = await sheetsOf(ctx, logistics, list, { country, hasPassports, hasNames })
  if (sheets === null) return null
  const bytes = new Uint8Array(await writeXlsx(sheets, ctx.now))
  return { name: `${list}${country ? `-${country.toLowerCase()}` : ''}.xlsx`, bytes }
}

async function sheetsOf(
  ctx: Ctx,
  logistics: OpenLogistics,
  list: ListName,
  { country, hasPassports, hasNames }: Required<ListOptions>,
): Promise<WrittenSheet[] | null> {
  switch (list) {
    case 'passagers':
      return [await passengerSheet(ctx, logistics)]
    case 'chambres':
      return [await roomSheet(ctx, logistics)]
    case 'couverts':
      return cateringSheets(ctx, logistics, hasNames)
    case 'consulat':
      return logistics.mission.legs.some((leg) => leg.country === country)
        ? consulateSheets(ctx, logistics, country ?? '', hasPassports)
        : null
  }
}

const day = (date: LocalDate): SheetCell => ({ date })

async function passengerSheet(ctx: Ctx, { mission, own }: OpenLogistics): Promise<WrittenSheet> {
  const { locale } = ctx.actor
  const { modes, lists } = departureTexts[locale]
  const { headers } = lists
  const segments = await listSegments(ctx.tx, mission.id)
  return {
    name: lists.sheets.passengers,
    headers: [
      headers.mode,
      headers.carrier,
      headers.number,
      headers.locator,
      headers.from,
      headers.departs,
      headers.to,
      headers.arrives,
      headers.familyName,
      headers.givenName,
    ],
    rows: segments.flatMap((segment) =>
      own
        .filter(({ id }) => segment.memberIds.includes(id))
        .map(({ familyName, givenName }) => [
          modes[segment.mode],
          segment.carrier,
          segment.number,
          segment.booking?.locator ?? '',
          segment.fromPlace,
          formatZoned({ instant: segment.departsAt, zone: segment.departsZone }, locale),
          segment.toPlace,
          formatZoned({ instant: segment.arrivesAt, zone: segment.arrivesZone }, locale),
          familyName,
          givenName,
        ]),
    ),
  }
}

async function roomSheet(ctx: Ctx, { mission, own }: OpenLogistics): Promise<WrittenSheet> {
  const { headers, sheets } = departureTexts[ctx.actor.locale].lists
  const people = new Map(own.map((member) => [member.id, member]))
  const lodgings = await listLodgings(ctx.tx, mission.id)
  return {
    name: sheets.rooming,
    headers: [headers.lodging, headers.room, headers.beds, headers.familyName, headers.givenName, headers.arrivesOn, headers.leavesOn],
    rows: lodgings.flatMap(({ name, rooms }) =>
      rooms.flatMap(({ label, beds, stays }) =>
        stays.map(({ memberId, arrivesOn, leavesOn }) => [
          name,
          label,
          beds,
          people.get(memberId)?.familyName ?? '',
          people.get(memberId)?.givenName ?? '',
          day(arrivesOn),
          day(leavesOn),
        ]),
      ),
    ),
  }
}

/** Counts for the caterer, without a name; who follows which diet is apart, and only when who prepares the journey asks for it. */
async function cateringSheets(ctx: Ctx, logistics: OpenLogistics, hasNames: boolean): Promise<WrittenSheet[]> {
  const { locale } = ctx.actor
  const { day: dayHeader, city, present, sleeping, diet, headers, sheets } = departureTexts[locale].lists
  const { counts, diets } = await readCatering(ctx, logistics)
  const covers: WrittenSheet = {
    name: sheets.catering,
    headers: [dayHeader, city, present, sleeping, ...diets.map(({ label }) => label)],
    rows: counts.map((count) => [
      day(count.date),
      count.city ? pick(count.city, locale).text : '',
      count.present,
      count.sleeping,
      ...count.diets,
    ]),
  }
  if (!hasNames) return [covers]
  const people = new Map(logistics.own.map((member) => [member.id as string, member]))
  const named: WrittenSheet = {
    name: sheets.diets,
    headers: [diet, headers.familyName, headers.givenName],
    rows: diets.flatMap(({ label, memberIds }) =>
      memberIds.map((id) => [label, people.get(id)?.familyName ?? '', people.get(id)?.givenName ?? '']),
    ),
  }
  return [covers, named]
}

async function consulateSheets(ctx: Ctx, { mission, own }: OpenLogistics, country: string, hasPassports: boolean): Promise<WrittenSheet[]> {
  const ids = own.map(({ id }) => id)
  const passports = hasPassports ? await readPassportsOf(ctx, mission, ids, 'consulate_list') : new Map<string, ReadPassport>()
  const { locale, organisationName } = ctx.actor
  const { headers, sheets } = departureTexts[locale].lists
  const legs = mission.legs.filter((leg) => leg.country === country)
  const [adequacy] = await listAdequacies(ctx.tx, [country], ctx.today)
  const from = legs[0]?.startsOn
  const until = legs.at(-1)?.endsOn
  const list: WrittenSheet = {
    name: sheets.consulate,
    headers: [headers.familyName, headers.givenName, headers.capacity, headers.organisation, headers.arrivesOn, headers.leavesOn].concat(
      passports.size > 0 ? [headers.passportNumber, headers.passportCountry, headers.passportExpires] : [],
    ),
    rows: own.map(({ id, familyName, givenName, capacity, represented }) => [
      familyName,
      givenName,
      pick(capacity, locale).text,
      represented?.name ?? organisationName,
      from ? day(from) : null,
      until ? day(until) : null,
      ...(passports.size > 0 ? passportCells(passports.get(id)) : []),
    ]),
  }
  return [list, noticeSheet(ctx, country, adequacy)]
}

function passportCells(passport: ReadPassport | undefined): SheetCell[] {
  return passport ? [passport.number, passport.country, day(passport.expiresOn)] : [null, null, null]
}

/** What to know before the list leaves, in the file itself: it travels with it. */
function noticeSheet(ctx: Ctx, country: string, adequacy: Adequacy | undefined): WrittenSheet {
  const { locale } = ctx.actor
  const words = departureTexts[locale].lists
  const name = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country
  const known = adequacy ? [words.free(pick(adequacy.words, locale).text, adequacy.source)] : []
  const said = needsGround(adequacy) ? [(adequacy ? words.partialWarning : words.warning)(name), words.warningBody] : []
  return { name: words.sheets.warning, headers: [words.headers.notice], rows: [...said, ...known].map((sentence) => [sentence]) }
}
