import * as seed from '#db/seed/visits.ts'
import {
  acceptRequest,
  describeVisit,
  linkSequel,
  confirmTitle,
  listProposedTitles,
  takeOverTitle,
  type TitleId,
  arrangeDesk,
  declineRequest,
  enterGift,
  type GuestId,
  keepApart,
  layTable,
  listGuest,
  notePromise,
  noteStatedCount,
  openSeating,
  planGreeting,
  proposePlan,
  proposeSlot,
  draftLetter,
  enterRequest,
  loadRequest,
  redirectRequest,
  type LetterKind,
  type RequestFacts,
  type RequestId,
  writeCriterion,
} from '#modules/visits/index.ts'
import { type MissionId, createMission, listMissions, loadMission, namePartner } from '#modules/missions/index.ts'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import { addDays, type LocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { assert, ok } from '#platform/pure/outcome.ts'
import { acceptAll } from './accept-all.ts'
import type { As } from './people.ts'

type Asked = Omit<RequestFacts, 'wishedFrom' | 'wishedTo'> & {
  readonly receivedDaysAgo: number
  readonly wishedInDays?: readonly [number, number] | null
}

/** The desk of the Département, what makes a visit of interest to it, and requests: two wait, one was pointed elsewhere, one declined, one is expected. */
export async function loadVisits(as: As): Promise<MissionId> {
  await as('claire', (ctx) => arrangeDesk(ctx, 0, { ...seed.desk, isOpen: true, strongFrom: 4 }))
  for (const { fr, en, ...criterion } of seed.criteria)
    await as('claire', (ctx) => writeCriterion(ctx, { ...criterion, reason: { fr, en }, validFrom: null, validTo: null }))
  const declined = await enter(as, seed.declined)
  await as('claire', async (ctx) => declineRequest(ctx, declined, seed.declined.reason, await letterOf(ctx, declined, 'declined')))
  const redirected = await enter(as, seed.redirected)
  const { to: redirectedTo, reason } = seed.redirected
  await as('claire', async (ctx) =>
    redirectRequest(ctx, redirected, { redirectedTo, reason }, await letterOf(ctx, redirected, 'redirected')),
  )
  const accepted = await enter(as, seed.accepted)
  const missionId = await as('claire', async (ctx) => {
    const [from, to] = seed.accepted.inDays
    const plan = {
      title: seed.accepted.title,
      startsOn: addDays(ctx.today, from),
      endsOn: addDays(ctx.today, to),
      city: seed.accepted.hostCity,
    }
    return acceptRequest(ctx, accepted, plan, await letterOf(ctx, accepted, 'accepted'))
  })
  for (const request of seed.waiting) await enter(as, request)
  await prepareReception(as, missionId)
  await rememberMiami(as)
  for (const { by, ...count } of seed.stated) await as(by, (ctx) => noteStatedCount(ctx, count))
  return missionId
}

/** Slots that Marseille may claim, who greets, the guests, what was promised, and two gifts. */
async function prepareReception(as: As, missionId: MissionId): Promise<void> {
  const mission = await as('claire', async (ctx) => ok(found(await loadMission(ctx.tx, missionId))))
  const [leg] = mission.legs
  assert(leg, 'the reception has its leg')
  const organisationId = await as('lucie', (ctx) => Promise.resolve(ok(ctx.actor.organisationId)))
  await as('claire', (ctx) => namePartner(ctx, missionId, { organisationId, role: 'partner', workstream: {} }))
  await acceptAll(as, 'lucie')
  for (const { fr, en, wish, day, from, to, for: suggestedFor } of seed.slots)
    await as('claire', (ctx) =>
      proposeSlot(ctx, missionId, {
        legId: leg.id,
        title: { fr, en },
        wish: wish ? { fr: wish } : {},
        day: addDays(leg.startsOn, day),
        startTime: asLocalTime(from),
        endTime: asLocalTime(to),
        suggestedFor,
      }),
    )
  for (const { fr, en, day, at, place, greeter, phone, car } of seed.greetings)
    await as('claire', (ctx) =>
      planGreeting(ctx, missionId, {
        day: addDays(leg.startsOn, day),
        atTime: asLocalTime(at),
        what: { fr, en },
        place,
        greeter,
        greeterPhone: phone,
        car,
      }),
    )
  await seatGuests(as, missionId, leg.startsOn)
  for (const { what, by, to, isOurs, inDays } of seed.promises)
    await as('claire', (ctx) =>
      notePromise(ctx, missionId, { what, promisedBy: by, promisedTo: to, isOurs, dueOn: addDays(ctx.today, inDays) }),
    )
  for (const { cents: valueCents, ...gift } of seed.gifts)
    await as('claire', (ctx) => enterGift(ctx, { ...gift, valueCents, missionId: null, direction: 'received', onDay: ctx.today }))
}

/** The visit of 2015 that the mission to Miami came from, as the City's announcement tells it: the documents give its year and no day. */
async function rememberMiami(as: As): Promise<void> {
  const { title, purpose, visit } = seed.miami2015
  const visitId = await as('lucie', (ctx) => createMission(ctx, { kind: 'incoming', title, purpose, legs: [], objectives: [], themes: [] }))
  await as('lucie', (ctx) => describeVisit(ctx, visitId, 0, visit))
  await as('lucie', async (ctx) => {
    const [mission] = await listMissions(ctx.tx, ctx.actor.organisationId, { search: 'Miami', limit: 1 })
    return linkSequel(ctx, visitId, { becameMissionId: found(mission).id, agreementId: null, promiseId: null })
  })
}

/** The guests, and the plan of the lunch of the first day as it is proposed. */
async function seatGuests(as: As, missionId: MissionId, heldOn: LocalDate): Promise<void> {
  const listed = new Map<string, GuestId>()
  const proposed = await as('claire', async (ctx) => ok(await listProposedTitles(ctx.tx)))
  const titles = new Map<string, TitleId>()
  for (const { title, isConfirmed } of seed.italianTitles) {
    const proposal = proposed.find((each) => each.country === 'IT' && each.title === title)
    const id = await as('claire', (ctx) => takeOverTitle(ctx, proposal?.id ?? ''))
    titles.set(title, id)
    if (isConfirmed) await as('claire', (ctx) => confirmTitle(ctx, id))
  }
  for (const { side, name, title, rank: rankCode, ...more } of seed.guests) {
    const equivalenceId = 'bears' in more ? (titles.get(more.bears) ?? null) : null
    const interpretsFor = 'interpretsFor' in more ? (listed.get(more.interpretsFor) ?? null) : null
    const draft = { side, name, title, rankCode, sinceOn: null, invites: 'invites' in more, interpretsFor, equivalenceId }
    listed.set(name, await as('claire', (ctx) => listGuest(ctx, missionId, draft)))
  }
  const { title, interpreters, tables, apart } = seed.lunch
  const seatingId = await as('claire', (ctx) => openSeating(ctx, missionId, { title, interpreters, heldOn }))
  for (const table of tables) await as('claire', (ctx) => layTable(ctx, missionId, seatingId, table))
  const guestId = listed.get(apart.one) ?? ''
  const otherId = listed.get(apart.other) ?? ''
  await as('claire', (ctx) => keepApart(ctx, missionId, { guestId, otherId, extent: apart.extent }))
  await as('claire', (ctx) => proposePlan(ctx, missionId, seatingId, false))
}

function enter(as: As, { receivedDaysAgo, wishedInDays, ...facts }: Asked): Promise<RequestId> {
  return as('claire', (ctx) => {
    const {
      language,
      asker,
      askerKind,
      country,
      city,
      contactName,
      contactEmail,
      contactPhone,
      headName,
      headCapacity,
      peopleCount,
      topics,
      purpose,
    } = facts
    const wished = {
      wishedFrom: wishedInDays ? addDays(ctx.today, wishedInDays[0]) : null,
      wishedTo: wishedInDays ? addDays(ctx.today, wishedInDays[1]) : null,
    }
    const said = {
      language,
      asker,
      askerKind,
      country,
      city,
      contactName,
      contactEmail,
      contactPhone,
      headName,
      headCapacity,
      peopleCount,
      topics,
      purpose,
    }
    return enterRequest(ctx, { ...said, ...wished, original: '', receivedAt: addMinutes(ctx.now, -receivedDaysAgo * 24 * 60) })
  })
}

/** Our letter as it stands, kept and not sent. */
async function letterOf(ctx: Ctx, requestId: RequestId, kind: LetterKind) {
  return { ...(await draftLetter(ctx, found(await loadRequest(ctx.tx, requestId)), kind)), isSent: false }
}
