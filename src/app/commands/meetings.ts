import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importInstance } from '#modules/meetings/index.ts'
import { eventTexts, problemText } from '#modules/meetings/texts/event-texts.ts'
import { listMissions, loadMission } from '#modules/missions/index.ts'
import { type Ctx, act } from '#platform/context.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { refused } from '#platform/pure/outcome.ts'
import { callerOf } from './act-as.ts'
import { type Run, withHouse } from './command.ts'
import { readJson } from './read-json.ts'
import { UsageError } from './usage-error.ts'

/** Opens an event of a mission out of an instance of the published benchmark, on its first leg, and says what came in and where. */
export const meetingsImport: Run = async (config, words, usage) => {
  const { file, mission, named } = readWords(words, usage)
  const document = readJson(file)
  return withHouse(config, async ({ services }) => {
    const caller = await callerOf(services, named)
    const imported = await act(services, caller, async (ctx) => {
      const missionId = await missionNamed(ctx, mission)
      if (missionId === null) return refused({ code: 'mission_unknown' as const })
      const opened = await importInstance(ctx, missionId, null, basename(file, '.json'), document)
      return opened.ok ? { ok: true as const, value: { ...opened.value, missionId } } : opened
    })
    if (!imported.ok) return refuse(file, imported.problem)
    const { missionId, eventId, participants, meetings, slots, tables } = imported.value
    console.log(`created ${eventId}; participants: ${participants}; meetings wished: ${meetings}; slots: ${slots}; tables: ${tables}`)
    console.log(`${services.publicUrl}/missions/${missionId}/rendez-vous/${eventId}/plannings`)
    return 0
  })
}

function readWords(words: readonly string[], usage: string) {
  const { values, positionals } = parsed(words, usage)
  const [file, ...others] = positionals
  if (!file || !values.mission || others.length > 0) throw new UsageError(`Name one file and one mission: escale ${usage}`)
  return { file, mission: values.mission, named: { as: values.as, organisation: values.for } }
}

function parsed(words: readonly string[], usage: string) {
  try {
    const options = { as: { type: 'string' }, for: { type: 'string' }, mission: { type: 'string' } } as const
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}: escale ${usage}`)
  }
}

/** By its id, or by its title in any language. @throws UsageError when two bear the title */
async function missionNamed(ctx: Ctx, named: string): Promise<string | null> {
  const isId: boolean = isUuid(named)
  if (isId) return (await loadMission(ctx.tx, named))?.id ?? null
  const found = await listMissions(ctx.tx, ctx.actor.organisationId, { search: named, limit: 200 })
  const missions = found.filter(({ title }) => Object.values(title).includes(named))
  const ids = missions.map(({ id }) => id).join(' or ')
  if (missions.length > 1) throw new UsageError(`Several missions are called ${named}: name one by its id, ${ids}`)
  return missions[0]?.id ?? null
}

function refuse(file: string, problem: { readonly code: string; readonly faults?: readonly string[] }): number {
  const sentence = problem.code === 'mission_unknown' ? 'No mission bears this title or this id' : problemText(eventTexts.en, problem.code)
  console.error(`Nothing of ${file} was entered: ${sentence}`)
  for (const fault of problem.faults ?? []) console.error(`  ${fault}`)
  return 1
}
