import type { Ctx } from '#platform/context.ts'
import { withText } from '#platform/pure/localized.ts'
import { type CardNote, type NamesakeRule, type PlannedLine, refusedLine } from '../domain/card-import.ts'
import type { City } from '../domain/city.ts'
import { type DecidedOrganisation, decideOrganisation } from '../domain/organisation-draft.ts'
import type { Organisation } from '../domain/organisation.ts'
import { mayChangeOrganisation } from '../domain/rights.ts'
import { type OrganisationRow, columnOfScheme, identifiersOf } from '../schemas/organisation-row.ts'
import { findCityByName } from '../sql/cities.ts'
import {
  findByIdentifiers,
  findByName,
  insertOrganisation,
  loadOrganisation,
  replaceIdentifiers,
  updateOrganisation,
} from '../sql/organisations.ts'

export type OrganisationLine = { readonly line: number; readonly row: OrganisationRow }

export type PlannedOrganisation = PlannedLine & { readonly known: Organisation | null; readonly wanted: DecidedOrganisation | null }

/**
 * What each line of a file of organisations does, without doing it. A line is about a card there is when it comes from it or bears one of its
 * numbers; a name alone is a question, answered once for the file by `rule`. A card somebody else keeps stays as it is.
 */
export async function planOrganisations(ctx: Ctx, lines: readonly OrganisationLine[], rule: NamesakeRule): Promise<PlannedOrganisation[]> {
  const cities = new Map<string, City | null>()
  const begun = new Map<string, number>()
  const plan: PlannedOrganisation[] = []
  for (const { line, row } of lines) {
    const cityName = row.city ?? ''
    if (!cities.has(cityName)) cities.set(cityName, cityName === '' ? null : await findCityByName(ctx.tx, cityName))
    plan.push(await planLine(ctx, { line, row }, cities.get(cityName) ?? null, rule, begun))
  }
  return plan
}

async function planLine(
  ctx: Ctx,
  { line, row }: OrganisationLine,
  city: City | null,
  rule: NamesakeRule,
  begun: Map<string, number>,
): Promise<PlannedOrganisation> {
  const refuse = (column: string, code: string) => ({ ...refusedLine(line, column, code), known: null, wanted: null })
  const read = decideOrganisation(draftOf(row, null), city)
  if (!read.ok)
    return refuse(
      'scheme' in read.problem ? columnOfScheme(read.problem.scheme) : read.problem.code === 'website_malformed' ? 'website' : 'name',
      read.problem.code,
    )
  const keys = [
    ...read.value.identifiers.map(({ scheme, value }) => `${scheme} ${value}`),
    ...(rule === 'another' ? [] : [`${row.country} ${row.name}`]),
  ]
  const twin = keys.map((key) => begun.get(key)).find((one) => one !== undefined)
  if (twin !== undefined)
    return { line, effect: 'same', note: { code: 'goes_with', name: `${twin}` }, problems: {}, known: null, wanted: null }
  for (const key of keys) begun.set(key, line)

  const settled =
    (row.id ? await loadOrganisation(ctx.tx, row.id) : null) ?? (await cardOf(ctx, await findByIdentifiers(ctx.tx, read.value.identifiers)))
  const namesake = settled ? null : await cardOf(ctx, await findByName(ctx.tx, row.name, row.country))
  const note: CardNote | null = namesake ? { code: rule, name: namesake.name } : null
  if (namesake && rule === 'aside') return { line, effect: 'same', note, problems: {}, known: namesake, wanted: null }
  const known = settled ?? (rule === 'complete' ? namesake : null)
  if (known && !mayChangeOrganisation(ctx.actor, known))
    return { line, effect: 'same', note: { code: 'kept_elsewhere', name: known.name }, problems: {}, known, wanted: null }
  const wanted = decideOrganisation(draftOf(row, known), city ?? (known?.cityName ? await findCityByName(ctx.tx, known.cityName) : null))
  if (!wanted.ok) return refuse('name', wanted.problem.code)
  const effect = !known ? 'create' : isSame(known, wanted.value) ? 'same' : 'update'
  return { line, effect, note, problems: {}, known, wanted: wanted.value }
}

const cardOf = async (ctx: Ctx, found: { readonly id: string } | null) => (found ? loadOrganisation(ctx.tx, found.id) : null)

/** The card as the line would leave it: a blank cell keeps what is known, a number of a register replaces those of the same register. */
function draftOf(row: OrganisationRow, known: Organisation | null) {
  const given = identifiersOf(row)
  const kept = (known?.identifiers ?? []).filter(({ scheme }) => !given.some((one) => one.scheme === scheme))
  const inFrench = withText(known?.names ?? {}, 'fr', row.nameFr ?? known?.names.fr ?? '')
  return {
    name: row.name,
    names: withText(inFrench, 'en', row.nameEn ?? known?.names.en ?? ''),
    kind: row.kind ?? known?.kind ?? ('other' as const),
    country: row.country,
    city: row.city ?? known?.cityName ?? '',
    website: row.website ?? known?.website ?? '',
    identifiers: [...kept, ...given],
  }
}

function isSame(known: Organisation, { facts, identifiers }: DecidedOrganisation): boolean {
  const numbers = (list: DecidedOrganisation['identifiers']) =>
    list
      .map(({ scheme, value }) => `${scheme} ${value}`)
      .toSorted()
      .join()
  const names = (one: Organisation['names']) => JSON.stringify(Object.entries(one).toSorted())
  const fields = ['name', 'kind', 'country', 'cityId', 'cityName', 'website'] as const
  return (
    fields.every((field) => facts[field] === known[field]) &&
    names(facts.names) === names(known.names) &&
    numbers(identifiers) === numbers(known.identifiers)
  )
}

/** Writes what was planned, in the order of the file. */
export async function writeOrganisations(ctx: Ctx, plan: readonly PlannedOrganisation[]): Promise<void> {
  for (const { effect, known, wanted } of plan) {
    if (effect === 'same' || !wanted) continue
    if (!known) await insertOrganisation(ctx.tx, wanted.facts, ctx.actor.organisationId, wanted.identifiers)
    else {
      await updateOrganisation(ctx.tx, known.id, wanted.facts)
      await replaceIdentifiers(ctx.tx, known.id, known.identifiers, wanted.identifiers)
    }
  }
}
