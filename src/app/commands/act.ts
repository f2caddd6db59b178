import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type BuiltAct, buildAct, closePdfPool } from '#modules/acts/cli.ts'
import { type MissionLine, listMissions } from '#modules/missions/index.ts'
import { type Ctx, act } from '#platform/context.ts'
import { formatMoney } from '#platform/pure/money.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { type Outcome, refused } from '#platform/pure/outcome.ts'
import { callerOf } from './act-as.ts'
import { type Command, UsageError, withHouse } from './command.ts'

const usage = 'act build --missions TITLES --kind ratification --out DIR --as EMAIL [--for ORGANISATION]'

export const actBuild: Command = {
  usage,
  purpose: 'write the report and the deliberation about some missions, as PDF and DOCX',
  run: async (config, words) => {
    const { missions, out, as, organisation } = readWords(words)
    return withHouse(config, async ({ services }) => {
      const caller = await callerOf(services, as, organisation)
      const built = await act(services, caller, (ctx) => build(ctx, missions)).finally(closePdfPool)
      if (!built.ok) {
        console.error(
          'name' in built.problem ? `no mission is called ${built.problem.name}` : `the act cannot be built: ${built.problem.code}`,
        )
        return 1
      }
      mkdirSync(out, { recursive: true })
      for (const { name, bytes } of built.value.files) writeFileSync(join(out, name), bytes)
      for (const line of describe(built.value)) console.log(line)
      return 0
    })
  },
}

function readWords(words: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args: [...words], options: { missions: text, kind: text, out: text, as: text, for: text } })
    if (!values.missions || !values.out)
      throw new UsageError(`Say which missions, separated by commas, and where to write: escale ${usage}`)
    if (values.kind !== undefined && values.kind !== 'ratification')
      throw new UsageError(`The kind of an act is ratification, not ${values.kind}`)
    const missions = values.missions
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    return { missions, out: resolve(values.out), as: values.as, organisation: values.for }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${error instanceof Error ? error.message : String(error)}: escale ${usage}`)
  }
}

/** A mission is named by its id, by its whole title, or by words of its title that no other mission answers to. */
async function build(
  ctx: Ctx,
  names: readonly string[],
): Promise<Outcome<BuiltAct, { readonly code: string } | { readonly name: string }>> {
  const missionIds: string[] = []
  for (const name of names) {
    const missionId = isUuid(name) ? name : await missionCalled(ctx, name)
    if (missionId === null) return refused({ name })
    missionIds.push(missionId)
  }
  return buildAct(ctx, missionIds)
}

async function missionCalled(ctx: Ctx, name: string): Promise<string | null> {
  const lines = await listMissions(ctx.tx, ctx.actor.organisationId, { search: name, limit: 20 })
  const exactly = lines.filter(({ title }) => Object.values(title).includes(name))
  const [only, ...others]: readonly MissionLine[] = exactly.length > 0 ? exactly : lines
  return only && others.length === 0 ? only.id : null
}

function describe({ facts, compositions, missing, files }: BuiltAct): string[] {
  const titleOf = (missionId: string) => {
    const title = facts.missions.find(({ id }) => id === missionId)?.title
    return title?.fr ?? title?.en ?? missionId
  }
  return [
    `Total: ${formatMoney({ cents: BigInt(facts.grandTotalCents), currency: facts.currency }, 'fr')}`,
    ...compositions.map(({ missionId, sentence }) => `${titleOf(missionId)}: ${sentence}`),
    ...missing.map(({ severity, code, missionId, who }) => `${severity} ${code}${missionId ? ` (${titleOf(missionId)})` : ''}: ${who}`),
    `Written: ${files.map(({ name }) => name).join(', ')}`,
  ]
}
