import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { type NamedOrganisation, ensureOrganisation } from '#modules/directory/index.ts'
import { missionIdOf } from '../domain/external-key.ts'
import type { Mandate, Mission, MissionId, MissionState, NewLeg, PartnerRole } from '../domain/mission.ts'
import { loadMission } from '../sql/missions.ts'
import { loadMandate, loadNarrative } from '../sql/own-part.ts'
import { listInvitations } from '../sql/invitations.ts'
import { changeMission } from './change-mission.ts'
import { changeState } from './change-state.ts'
import { type MissionDraft, createMission } from './create-mission.ts'
import { namePartner } from './name-partner.ts'
import { type StatedLeg, placeLegs } from './place-legs.ts'
import { recordMandate, writeNarrative } from './write-own-part.ts'

/** A mission as a document states it. What is absent is not said. */
export type StatedMission = Partial<Omit<MissionDraft, 'legs' | 'title'>> & {
  /** What the organisation calls it in its own files. */
  readonly key: string
  readonly title: Localized
  readonly legs?: readonly StatedLeg[] | undefined
  readonly state?: MissionState | undefined
  readonly partners?: readonly StatedPartner[] | undefined
  readonly mandate?: Omit<Mandate, 'version'> | undefined
  readonly narrative?: Localized | undefined
}

export type StatedPartner = { readonly organisation: NamedOrganisation; readonly role: PartnerRole; readonly workstream: Localized }

export type ImportedMission = { readonly id: MissionId; readonly effect: 'created' | 'changed' | 'same' }

/** What cannot be accepted, and where in the document: `['legs', 1]`. */
export type StatedProblem = { readonly path: readonly (string | number)[]; readonly code: string }

/**
 * Enters a mission, or brings a known one to what its document says. Title, purpose, dates, objectives and themes follow the
 * document; state, mandate and narrative are written only where there is none, and partners only added: a file that is read
 * again never undoes what people decided since. The same document twice writes nothing the second time.
 * @refuses with every problem of the first part that has some
 */
export async function importMission(ctx: Ctx, stated: StatedMission): Promise<Outcome<ImportedMission, readonly StatedProblem[]>> {
  const id = missionIdOf(ctx.actor.organisationId, stated.key)
  const saved = await loadMission(ctx.tx, id)
  const facts = await writeFacts(ctx, id, saved, stated)
  if (!facts.ok) return facts
  const partners = await addPartners(ctx, id, stated.partners ?? [])
  if (!partners.ok) return partners
  const ownPart = await writeOwnPart(ctx, id, stated)
  if (!ownPart.ok) return ownPart
  const isChanged = facts.value || partners.value || ownPart.value
  return ok({ id, effect: saved === null ? 'created' : isChanged ? 'changed' : 'same' })
}

type Written = Outcome<boolean, readonly StatedProblem[]>

async function writeFacts(ctx: Ctx, id: MissionId, saved: Mission | null, stated: StatedMission): Promise<Written> {
  const legs = stated.legs ? await placeLegs(ctx.tx, stated.legs) : ok(saved?.legs ?? [])
  if (!legs.ok) return atLeg(legs.problem)
  const draft = draftOver(saved, stated, legs.value)
  if (saved) {
    if (factsOf(draft) === factsOf(draftOver(saved, { title: saved.title }, saved.legs))) return ok(false)
    const changed = await changeMission(ctx, id, saved.version, draft)
    if (!changed.ok) return 'position' in changed.problem ? atLeg(changed.problem) : at([], changed.problem)
    return ok(true)
  }
  const created = await createMission(ctx, draft, id)
  if (!created.ok) return atLeg(created.problem)
  const opened = draft.legs.length > 0 ? 'preparation' : 'idea'
  if (stated.state === undefined || stated.state === opened) return ok(true)
  const moved = await changeState(ctx, id, stated.state)
  return moved.ok ? ok(true) : at(['state'], moved.problem)
}

async function addPartners(ctx: Ctx, id: MissionId, stated: readonly StatedPartner[]): Promise<Written> {
  const seated = new Set((await loadMission(ctx.tx, id))?.partners.map((seat) => seat.organisationId))
  // Whatever it answered, an organisation is invited by a document once.
  for (const { invitedOrganisationId } of await listInvitations(ctx.tx, id)) if (invitedOrganisationId) seated.add(invitedOrganisationId)
  let isChanged = false
  for (const [index, { organisation, role, workstream }] of stated.entries()) {
    const ensured = await ensureOrganisation(ctx, organisation)
    if (!ensured.ok) return at(['partners', index, 'organisation'], ensured.problem)
    const organisationId = ensured.value.id
    if (seated.has(organisationId)) continue
    const named = await namePartner(ctx, id, { organisationId, role, workstream })
    if (!named.ok) return at(['partners', index], named.problem)
    seated.add(organisationId)
    isChanged = true
  }
  return ok(isChanged)
}

async function writeOwnPart(ctx: Ctx, id: MissionId, { mandate, narrative }: StatedMission): Promise<Written> {
  const isNewMandate = mandate !== undefined && (await loadMandate(ctx.tx, id, ctx.actor.organisationId)) === null
  if (isNewMandate) {
    const recorded = await recordMandate(ctx, id, mandate)
    if (!recorded.ok) return at(['mandate', 'decidedOn'], recorded.problem)
  }
  const isNewNarrative = narrative !== undefined && (await loadNarrative(ctx.tx, id)) === null
  if (!isNewNarrative) return ok(isNewMandate)
  const told = await writeNarrative(ctx, id, 0, narrative)
  return told.ok ? ok(true) : at(['narrative'], told.problem)
}

function draftOver(saved: Mission | null, stated: Omit<StatedMission, 'key'>, legs: readonly NewLeg[]): MissionDraft {
  return {
    kind: stated.kind ?? saved?.kind ?? 'outgoing',
    title: stated.title,
    purpose: stated.purpose ?? saved?.purpose ?? {},
    legs: legs.map(({ cityId, cityName, country, startsOn, endsOn, timeZone }) => ({
      cityId,
      cityName,
      country,
      startsOn,
      endsOn,
      timeZone,
    })),
    objectives: stated.objectives ?? saved?.objectives ?? [],
    themes: stated.themes ?? saved?.themes.map(({ label }) => label) ?? [],
  }
}

/** Everything a draft states, as one text. A theme is known by its French label, whatever its accents and capitals. */
function factsOf({ kind, title, purpose, legs, objectives, themes }: MissionDraft): string {
  const inOrder = legs
    .map((leg) => ({ ...leg, cityName: sorted(leg.cityName) }))
    .toSorted((a, b) => (a.startsOn + a.endsOn < b.startsOn + b.endsOn ? -1 : 1))
  const labels = themes.map((label) => foldAccents(label.fr ?? JSON.stringify(sorted(label)))).toSorted()
  return JSON.stringify([kind, sorted(title), sorted(purpose), inOrder, objectives.map(sorted), labels])
}

function sorted(texts: Localized): [string, string | undefined][] {
  return Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const legFields: Readonly<Record<string, readonly string[]>> = {
  city_missing: ['cityName'],
  country_unknown: ['country'],
  zone_unknown: ['timeZone'],
  leg_ends_before_it_starts: ['endsOn'],
}

function atLeg(problem: { readonly code: string; readonly position: number }) {
  return at(['legs', problem.position, ...(legFields[problem.code] ?? [])], problem)
}

function at(path: readonly (string | number)[], { code }: { readonly code: string }) {
  return refused<readonly StatedProblem[]>([{ path, code }])
}
