import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type Mail, aReleasedMission } from './pocket.fixture.ts'
import { sendLink } from './usecases/give-passes.ts'
import { openByLink } from './usecases/open-pocket.ts'
import { chooseInvitations } from './usecases/choose-calendar.ts'
import { queueInvitations } from './usecases/queue-invitations.ts'

type World = Awaited<ReturnType<typeof aReleasedMission>>
let world: World
let meeting: string
let visit: string
beforeAll(async () => {
  world = await aReleasedMission(inject('templateUrl'))
  meeting = await world.propose({ title: { fr: 'Rencontre' } })
  visit = await world.propose({ title: { fr: 'Visite' }, audience: 'members', memberIds: [world.cam], from: '14:00', to: '16:00' })
  for (const [who, member] of [
    [world.lead, world.ana],
    [world.city, world.cam],
  ] as const)
    valueOf(await world.as(who, (ctx) => sendLink(ctx, world.missionId, member, { invitations: true })))
  await world.takeMails()
})
afterAll(() => world.close())

/** The calendars told since the last time: who, what, and the appointment as two libraries read it. */
async function told() {
  await withOwner(world.ownerUrl, (owner) => queueInvitations(world.services, owner, world.missionId))
  const mails = (await world.takeMails()).filter((mail): mail is Mail & { calendar: string } => mail.calendar !== null)
  return mails.map(({ recipient, method, calendar, organisationId }) => {
    const [event] = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent')
    const other = Object.values(nodeIcal.sync.parseICS(calendar)).find((part) => part?.type === 'VEVENT')
    const value = (name: string) => String(event?.getFirstPropertyValue(name))
    expect(other).toMatchObject({ uid: value('uid'), summary: value('summary'), status: value('status') })
    expect(new ICAL.Component(ICAL.parse(calendar)).getFirstPropertyValue('method')).toBe(method)
    return {
      organisationId,
      calendar,
      line: `${recipient.split('@')[0]} ${method} ${value('summary')} ${value('sequence')} ${value('status')} ${value('dtstart').slice(11, 16)}`,
      uid: value('uid'),
    }
  })
}
const linesOf = (messages: Awaited<ReturnType<typeof told>>) => messages.map(({ line }) => line).toSorted()

describe('after a release', () => {
  let first: Awaited<ReturnType<typeof told>>

  test('newcomers are invited, those who asked for it and no others, in the outbox of who sends them', async () => {
    await world.release()
    first = await told()

    expect(linesOf(first)).toEqual([
      'ana REQUEST Rencontre 1 CONFIRMED 09:00',
      'cam REQUEST Rencontre 1 CONFIRMED 09:00',
      'cam REQUEST Visite 1 CONFIRMED 14:00',
    ])
    expect(new Set(first.map(({ organisationId }) => organisationId))).toEqual(
      new Set([world.lead.organisationId, world.city.organisationId]),
    )
  })

  test('an invitation names who invites and its one guest, and nobody else', () => {
    for (const { calendar, line } of first) {
      const addresses = calendar.replaceAll('\r\n ', '').match(/[^\s:;,"]+@[^\s:;,"]+/g)

      expect(addresses).toEqual(['escale@example.org', `${line.split(' ')[0]}@example.org`])
    }
  })

  test('nothing is told twice, however often the task runs', async () => {
    expect(await told()).toEqual([])
  })

  test('a change is told to those it concerns, under the same UID and a higher SEQUENCE', async () => {
    await world.change(visit, { title: { fr: 'Visite' }, audience: 'members', memberIds: [world.cam], from: '15:00', to: '17:00' })
    await world.release()
    const [change, ...others] = await told()

    expect(others).toEqual([])
    expect(change?.line).toBe('cam REQUEST Visite 2 CONFIRMED 15:00')
    expect(first.map(({ uid }) => uid)).toContain(change?.uid)
  })

  test('one invited later receives an invitation, one invited no more a cancellation, and the others nothing', async () => {
    await world.change(visit, { title: { fr: 'Visite' }, audience: 'members', memberIds: [world.ana], from: '15:00', to: '17:00' })
    await world.release()

    expect(linesOf(await told())).toEqual(['ana REQUEST Visite 3 CONFIRMED 15:00', 'cam CANCEL Visite 3 CANCELLED 15:00'])
  })

  test('what is invited and uninvited by turns always rises', async () => {
    await world.change(visit, {
      title: { fr: 'Visite' },
      audience: 'members',
      memberIds: [world.ana, world.cam],
      from: '15:00',
      to: '17:00',
    })
    await world.release()

    expect(linesOf(await told())).toEqual(['cam REQUEST Visite 4 CONFIRMED 15:00'])
  })

  test('what is cancelled is cancelled, for those who were told of it', async () => {
    const never = await world.propose({ title: { fr: 'Jamais' }, state: 'cancelled', from: '20:00', to: '21:00' })
    await world.change(meeting, { title: { fr: 'Rencontre' }, state: 'cancelled' })
    await world.release()

    expect(never).not.toBe('')
    expect(linesOf(await told())).toEqual(['ana CANCEL Rencontre 5 CANCELLED 09:00', 'cam CANCEL Rencontre 5 CANCELLED 09:00'])
  })

  test('a change that is not of what one reads is told to nobody', async () => {
    await world.change(visit, {
      title: { fr: 'Visite' },
      audience: 'members',
      memberIds: [world.ana, world.cam],
      from: '15:00',
      to: '17:00',
      capacity: 40,
    })
    await world.release()

    expect(await told()).toEqual([])
  })
})

describe('who asks for invitations later', () => {
  test('receives what stands now, at the number it stands at, and then the changes', async () => {
    const link = valueOf(await world.as(world.lead, (ctx) => sendLink(ctx, world.missionId, world.bob, { invitations: false })))
    const { secret } = valueOf(await openByLink(world.services, link.link.split('/').at(-1) ?? ''))
    const later = await world.propose({ title: { fr: 'Dîner' }, state: 'tentative', from: '19:00', to: '21:00' })
    await world.release()
    await told()

    valueOf(await chooseInvitations(world.services, secret, true))
    expect(linesOf(await told())).toEqual(['bob REQUEST Dîner 7 TENTATIVE 19:00'])

    valueOf(await chooseInvitations(world.services, secret, false))
    await world.change(later, { title: { fr: 'Dîner' }, from: '20:00', to: '22:00' })
    await world.release()
    expect(linesOf(await told())).toEqual(['ana REQUEST Dîner 8 CONFIRMED 20:00', 'cam REQUEST Dîner 8 CONFIRMED 20:00'])
  })
})
