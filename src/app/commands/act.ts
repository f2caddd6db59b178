import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type BuiltAct, buildAct, closePdfPool } from '#modules/acts/cli.ts'
import { type MissionLine, listMissions, loadMission } from '#modules/missions/index.ts'
import { type Caller, type Ctx, type Services, act, readAs } from '#platform/context.ts'
import { formatMoney } from '#platform/pure/money.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { type Named, askWho, candidatesFor } from './act-as.ts'
import { type Run, withHouse } from './command.ts'
import { UsageError } from './usage-error.ts'

export const actBuild: Run = async (config, words, usage) => {
  const { names, out, named } = readWords(words, usage)
  return withHouse(config, async ({ services }) => {
    const chosen = await choose(services, names, named)
    if (!chosen.ok) return refuse(`no mission is called ${chosen.problem.name}`)
    const { caller, missionIds } = chosen.value
    const built = await act(services, caller, (ctx) => buildAct(ctx, missionIds)).finally(closePdfPool)
    if (!built.ok) return refuse(`the act cannot be built: ${built.problem.code}`)
    mkdirSync(out, { recursive: true })
    for (const { name, bytes } of built.value.files) writeFileSync(join(out, name), bytes)
    for (const line of describe(built.value)) console.log(line)
    return 0
  })
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

function readWords(words: readonly string[], usage: string) {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args: [...words], options: { missions: text, kind: text, out: text, as: text, for: text } })
    const names = (values.missions ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    if (names.length === 0 || !values.out)
      throw new UsageError(`Say which missions, separated by commas, and where to write: escale ${usage}`)
    if (values.kind !== undefined && values.kind !== 'ratification')
      throw new UsageError(`The kind of an act is ratification, not ${values.kind}`)
    return { names, out: resolve(values.out), named: { as: values.as, organisation: values.for } }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${error instanceof Error ? error.message : String(error)}: escale ${usage}`)
  }
}

type Chosen = { readonly caller: Caller; readonly missionIds: readonly string[] }

/**
 * Whose act it is, and about which missions. When nobody was named, it is that of the only organisation which takes part in all of them.
 * @throws UsageError when several do
 */
async function choose(services: Services, names: readonly string[], named: Named): Promise<Outcome<Chosen, { readonly name: string }>> {
  const candidates = await candidatesFor(services, named)
  const answers = await Promise.all(
    candidates.map(async (candidate) => ({
      candidate,
      found: await readAs(services, candidate.caller, (ctx) => findMissions(ctx, names)),
    })),
  )
  const able = answers.flatMap(({ candidate, found }) => (found.ok ? [{ candidate, missionIds: found.value }] : []))
  const [only, ...others] = able
  if (!only) return answers.flatMap(({ found }) => (found.ok ? [] : [found]))[0] ?? refused({ name: names.join(', ') })
  if (others.length > 0)
    throw new UsageError(
      askWho(
        able.map(({ candidate }) => candidate),
        named,
      ),
    )
  return ok({ caller: only.candidate.caller, missionIds: only.missionIds })
}

async function findMissions(ctx: Ctx, names: readonly string[]): Promise<Outcome<string[], { readonly name: string }>> {
  const missionIds: string[] = []
  for (const name of names) {
    const missionId = isUuid(name) ? (await loadMission(ctx.tx, name))?.id : await missionCalled(ctx, name)
    if (!missionId) return refused({ name })
    missionIds.push(missionId)
  }
  return ok(missionIds)
}

/** A mission is named by its whole title, or by words of its title that no other mission answers to, accents aside. */
async function missionCalled(ctx: Ctx, name: string): Promise<string | null> {
  const lines = await listMissions(ctx.tx, ctx.actor.organisationId, { search: name, limit: 200 })
  const titlesOf = ({ title }: MissionLine) => Object.values(title).map((text) => foldAccents(text ?? ''))
  const wanted = foldAccents(name)
  const exactly = lines.filter((line) => titlesOf(line).includes(wanted))
  const within = lines.filter((line) => titlesOf(line).some((title) => title.includes(wanted)))
  const [only, ...others] = [exactly, within, lines].find((found) => found.length > 0) ?? []
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
