import * as seed from '#db/seed/visits.ts'
import {
  acceptRequest,
  arrangeDesk,
  declineRequest,
  draftLetter,
  enterRequest,
  loadRequest,
  redirectRequest,
  type LetterKind,
  type RequestFacts,
  type RequestId,
  writeCriterion,
} from '#modules/visits/index.ts'
import type { MissionId } from '#modules/missions/index.ts'
import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import { addDays } from '#platform/pure/local-date.ts'
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
  return missionId
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
