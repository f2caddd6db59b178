import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { CardKind, CardReferences, Choices, MergeId, MovedRows, OrganisationField, PersonField } from '../domain/merge.ts'
import { mergedOrganisation, mergedPerson } from '../domain/merge.ts'
import { fullName } from '../domain/person.ts'
import { mayChangeOrganisation, mayKeepDirectory } from '../domain/rights.ts'
import { dropMergedCard, moveAffiliations, moveIdentifiers, readCardRows } from '../sql/card-rows.ts'
import * as sql from '../sql/merges.ts'
import { loadOrganisation, lockOrganisation, updateOrganisation } from '../sql/organisations.ts'
import { loadPerson, lockPerson, updatePerson } from '../sql/people.ts'

/** Which card stays and which goes, in the versions that were compared on screen. */
export type TwoCards<Field extends string> = {
  readonly kept: string
  readonly gone: string
  readonly keptVersion: number
  readonly goneVersion: number
  readonly choices: Choices<Field>
}

export type MergeProblem = { readonly code: 'stale_edit' | 'same_card' | 'kinds_differ' }

/**
 * Makes one person of two cards: facts as chosen, every row that named the card that goes names the other.
 * @refuses same_card, stale_edit, and by the database whatever cannot name the other card
 */
export async function mergePeople(
  ctx: Ctx,
  cards: TwoCards<PersonField>,
  references: readonly CardReferences[],
): Promise<Outcome<MergeId, MergeProblem>> {
  const [first, second] = [cards.kept, cards.gone].toSorted() as [string, string]
  const locked = [found(await lockPerson(ctx.tx, first)), found(await lockPerson(ctx.tx, second))]
  allow(mayKeepDirectory(ctx.actor))
  if (first === second) return refused({ code: 'same_card' })
  const kept = found(locked.find(({ id }) => id === cards.kept))
  const gone = found(locked.find(({ id }) => id === cards.gone))
  if (kept.version !== cards.keptVersion || gone.version !== cards.goneVersion) return refused({ code: 'stale_edit' })
  await ctx.journal.event('person.merged')
  return joinCards(ctx, { kind: 'person', kept: kept.id, gone: gone.id, goneName: fullName(gone) }, references, async () => {
    const { id: _id, organisationId: _keeper, affiliations: _held, version: _version, ...facts } = kept
    await updatePerson(ctx.tx, kept.id, mergedPerson(facts, gone, cards.choices))
    return found(await loadPerson(ctx.tx, kept.id)).version
  })
}

/**
 * Makes one organisation of two cards. The one that goes is a card one keeps; the one that stays may be that of an organisation
 * that works in Escale, whose own facts then stay as they are.
 * @refuses same_card, stale_edit, kinds_differ, and by the database whatever cannot name the other card
 */
export async function mergeOrganisations(
  ctx: Ctx,
  cards: TwoCards<OrganisationField>,
  references: readonly CardReferences[],
): Promise<Outcome<MergeId, MergeProblem>> {
  const [first, second] = [cards.kept, cards.gone].toSorted() as [string, string]
  const locked = [found(await lockOrganisation(ctx.tx, first)), found(await lockOrganisation(ctx.tx, second))]
  const kept = found(locked.find(({ id }) => id === cards.kept))
  const gone = found(locked.find(({ id }) => id === cards.gone))
  const isOwn = mayChangeOrganisation(ctx.actor, kept)
  allow(mayChangeOrganisation(ctx.actor, gone) && (isOwn || kept.isWorkspace))
  if (first === second) return refused({ code: 'same_card' })
  if (kept.version !== cards.keptVersion || gone.version !== cards.goneVersion) return refused({ code: 'stale_edit' })
  const facts = isOwn ? mergedOrganisation(kept, gone, cards.choices) : kept
  if ((facts.kind === 'state') !== (gone.kind === 'state')) return refused({ code: 'kinds_differ' })
  await ctx.journal.event('organisation.merged')
  return joinCards(ctx, { kind: 'organisation', kept: kept.id, gone: gone.id, goneName: gone.name }, references, async () => {
    if (!isOwn) return kept.version
    const { name, names, kind, country, cityId, cityName, website } = facts
    await updateOrganisation(ctx.tx, kept.id, { name, names, kind, country, cityId, cityName, website })
    return found(await loadOrganisation(ctx.tx, kept.id)).version
  })
}

type Joined = { readonly kind: CardKind; readonly kept: string; readonly gone: string; readonly goneName: string }

async function joinCards(
  ctx: Ctx,
  { kind, kept, gone, goneName }: Joined,
  references: readonly CardReferences[],
  writeFacts: () => Promise<number>,
): Promise<Outcome<MergeId, never>> {
  const { tx } = ctx
  const keptBefore = found(await readCardRows(tx, kind, kept))
  const goneBefore = found(await readCardRows(tx, kind, gone))
  const move = { kind, from: gone, to: kept }
  const ownRows: Record<string, readonly string[]> = { 'directory.affiliation': await moveAffiliations(tx, move) }
  // The identifiers of an organisation that works in Escale are its own to write.
  const { keptBy, isWorkspace } = kind === 'organisation' ? found(await loadOrganisation(tx, kept)) : { keptBy: null, isWorkspace: false }
  if (keptBy === ctx.actor.organisationId && !isWorkspace)
    ownRows['directory.organisation_identifier'] = await moveIdentifiers(tx, gone, kept)
  const moved: Record<string, MovedRows> = { directory: ownRows }
  for (const reference of references) moved[reference.module] = await reference.move(tx, move)
  const keptVersion = await writeFacts()
  const mergedAt = ctx.now
  const merge = { kind, keptId: kept, goneId: gone, goneName, keptVersion, keptBefore, goneBefore, moved, mergedAt }
  const mergeId = await sql.insertMerge(tx, merge)
  await dropMergedCard(tx, kind, gone)
  return ok(mergeId)
}
