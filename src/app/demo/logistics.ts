import * as seed from '#db/seed/miami-departure-2017.ts'
import { type Member, listMembers } from '#modules/delegations/index.ts'
import {
  addBooking,
  addLodging,
  addRooms,
  addSegment,
  boardPassengers,
  checkIn,
  listLodgings,
  placeInRoom,
  prepareBadges,
} from '#modules/departure/index.ts'
import type { MissionId } from '#modules/missions/index.ts'
import { listItems } from '#modules/programme/index.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { assert, ok } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import type { As, PersonKey } from './people.ts'

/** How the Département travelled to Miami and where it slept, all invented; the City takes its coach. */
export async function loadMiamiLogistics(as: As, missionId: MissionId): Promise<void> {
  const sentBy = (person: PersonKey) =>
    as(person, async (ctx) => ok(await listMembers(ctx.tx, missionId, { sentBy: ctx.actor.organisationId })))
  const people = await sentBy('claire')
  const bookingId = await as('claire', (ctx) => addBooking(ctx, missionId, seed.booking))
  const ids = []
  for (const { mode, carrier, number, from, to, seats, shared } of seed.journeys) {
    const words = {
      mode,
      carrier,
      number,
      fromPlace: from[0],
      toPlace: to[0],
      departure: momentOf(from),
      arrival: momentOf(to),
      seats,
      note: '',
      isShared: shared,
      bookingId: mode === 'flight' ? bookingId : null,
    }
    const id = await as('claire', (ctx) => addSegment(ctx, missionId, words))
    await as('claire', (ctx) =>
      boardPassengers(
        ctx,
        missionId,
        id,
        people.map((member) => member.id),
      ),
    )
    ids.push(id)
  }
  const coach = ids[seed.coachNumber]
  assert(coach, 'the coach is among the journeys')
  const agents = (await sentBy('lucie')).filter(({ category }) => category !== 'company')
  await as('lucie', (ctx) =>
    boardPassengers(
      ctx,
      missionId,
      coach,
      agents.map(({ id }) => id),
    ),
  )
  await placeAll(as, missionId, people)
  await noteAttendance(as, missionId, people)
}

function momentOf([, date, time, zone]: readonly [string, string, string, string]) {
  return { date: asLocalDate(date), time: asLocalTime(time), zone: asTimeZone(zone) }
}

/** Two by two while there are twin rooms, then one by one; the last ones sleep elsewhere. */
async function placeAll(as: As, missionId: MissionId, people: readonly Member[]): Promise<void> {
  await as('claire', (ctx) => addLodging(ctx, missionId, { ...seed.lodging, isShared: true }))
  const lodgings = () => as('claire', async (ctx) => ok(await listLodgings(ctx.tx, missionId)))
  const [hotel] = await lodgings()
  assert(hotel, 'the hotel was added')
  await as('claire', (ctx) => addRooms(ctx, missionId, hotel.id, { labels: seed.rooms.twins, beds: 2 }))
  await as('claire', (ctx) => addRooms(ctx, missionId, hotel.id, { labels: seed.rooms.singles, beds: 1 }))
  const rooms = (await lodgings()).flatMap((lodging) => lodging.rooms)
  const waiting = people.toReversed()
  const nights = { arrivesOn: asLocalDate(seed.nights.arrivesOn), leavesOn: asLocalDate(seed.nights.leavesOn) }
  for (const { id, beds } of rooms) {
    const memberIds = waiting.splice(0, beds).map((member) => member.id)
    if (memberIds.length > 0) await as('claire', (ctx) => placeInRoom(ctx, missionId, { roomId: id, memberIds, ...nights }))
  }
}

/** Badges for everybody, and who was at the first moment that is confirmed: all of the Département but two. */
async function noteAttendance(as: As, missionId: MissionId, people: readonly Member[]): Promise<void> {
  await as('lucie', (ctx) => prepareBadges(ctx, missionId))
  const items = await as('claire', async (ctx) => ok(await listItems(ctx.tx, missionId)))
  const item = items.find(({ state }) => state === 'confirmed')
  assert(item, 'a moment of the programme is confirmed')
  for (const { id } of people.slice(2)) {
    await as('claire', (ctx) =>
      checkIn(ctx, missionId, item.id, { key: crypto.randomUUID(), who: { memberId: id }, notedAt: item.startsAt }),
    )
  }
}
