import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { guessMapping, readCells } from '#platform/tabular/import.ts'
import type { Table } from '#platform/tabular/table.ts'
import '../domain/events.ts'
import { legsCalled } from '../domain/legs.ts'
import { type ParticipantLine, participantShape } from '../domain/import-shape.ts'
import type { ParticipantId } from '../domain/participant.ts'
import { mayBringParticipants } from '../domain/rights.ts'
import { insertPresences, listEventLegs } from '../sql/legs.ts'
import * as sql from '../sql/participants.ts'
import { insertProfiles } from '../sql/profiles.ts'
import { listCircles } from '../sql/setup.ts'
import { openEvent } from './open-event.ts'

export type RefusedLine = { readonly line: number; readonly column: string; readonly problem: string }

/** `line` is the one its author sees; `column` the header of the cell to mend. */
export type ImportProblem =
  | { readonly code: 'import_empty' | 'import_columns_missing' | 'circle_unknown' }
  | {
      readonly code: 'import_line_refused'
      readonly lines: readonly RefusedLine[]
    }

export type ImportCounts = { readonly companies: number; readonly people: number; readonly known: number }

/**
 * Brings a whole list of companies and those who come for them, or nothing. A company that takes part already, by its name, is left as it is.
 * @refuses import_empty, import_columns_missing, circle_unknown, import_line_refused with every cell to mend
 */
export async function importParticipants(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  circleId: string,
  table: Pick<Table, 'headers' | 'rows' | 'firstLine'>,
): Promise<Outcome<ImportCounts, ImportProblem>> {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayBringParticipants(ctx.actor, mission.partners))
  const circle = (await listCircles(ctx.tx, event.id)).find(({ id }) => id === circleId)
  if (!circle) return refused({ code: 'circle_unknown' })
  const mapping = guessMapping(table.headers, participantShape)
  if (mapping.name === undefined) return refused({ code: 'import_columns_missing' })
  const read = readCells({ ...table, mapping }, participantShape)
  if (read.length === 0) return refused({ code: 'import_empty' })
  const legs = await listEventLegs(ctx.tx, event.id)
  const wrong = read.flatMap(({ line, problems, row }) => {
    const problemsOfLine: readonly (readonly [string, { readonly code: string } | undefined])[] =
      row && legsCalled(legs, row.legs) === null ? [['legs', { code: 'leg_not_of_event' }]] : Object.entries(problems)
    return problemsOfLine.map(([key, problem]) => ({
      line,
      column: table.headers[mapping[key] ?? 0] ?? key,
      problem: problem?.code ?? 'unknown',
    }))
  })
  if (wrong.length > 0) return refused({ code: 'import_line_refused', lines: wrong })
  const known = new Set((await sql.listParticipants(ctx.tx, event.id)).map(({ name }) => foldAccents(name)))
  const companies = gather(read.flatMap(({ row }) => (row ? [row] : [])).filter(({ name }) => !known.has(foldAccents(name))))
  const { target, meetingQuota, requestQuota } = circle
  const rows = [...companies.values()].map((lines) => ({ id: crypto.randomUUID() as ParticipantId, lines }))
  await ctx.journal.event('meeting_participants.imported')
  await sql.insertParticipants(
    ctx.tx,
    mission.id,
    event.id,
    rows.map(({ id, lines: [profile] }) => ({ ...profile, id, circleId, target, meetingQuota, requestQuota })),
  )
  const presences = rows.flatMap(({ id, lines }) => {
    const called = legsCalled(
      legs,
      lines.flatMap((line) => line.legs),
    )
    return called === null || called.length === legs.length ? [] : called.map((legId) => ({ participantId: id, legId }))
  })
  await insertPresences(ctx.tx, mission.id, event.id, presences)
  // A list says what a company is; whether others may read it, the company says itself.
  const profiles = rows.map(({ id, lines: [{ nace, cpv, stage, markets, knownBy }] }) => ({
    id,
    sectorCodes: [...nace, ...cpv],
    stage,
    markets,
    knownBy,
    shown: [],
  }))
  await insertProfiles(
    ctx.tx,
    profiles.filter(({ sectorCodes, stage, markets, knownBy }) => sectorCodes.length > 0 || stage || markets.length > 0 || knownBy),
  )
  const people = rows.flatMap(({ id, lines }) =>
    lines
      .filter(({ familyName }) => familyName !== '')
      .map(({ givenName, familyName, job, email, phone }) => ({
        id: crypto.randomUUID(),
        participantId: id,
        givenName,
        familyName,
        job,
        email,
        phone,
        consents: [],
      })),
  )
  await sql.insertRepresentatives(ctx.tx, mission.id, event.id, people)
  return ok({ companies: rows.length, people: people.length, known: read.length - [...companies.values()].flat().length })
}

function gather(lines: readonly ParticipantLine[]): Map<string, [ParticipantLine, ...ParticipantLine[]]> {
  const companies = new Map<string, [ParticipantLine, ...ParticipantLine[]]>()
  for (const line of lines) {
    const key = foldAccents(line.name)
    const company = companies.get(key)
    if (company) company.push(line)
    else companies.set(key, [line])
  }
  return companies
}
