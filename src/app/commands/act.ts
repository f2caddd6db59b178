import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type BuiltAct, buildAct, closePdfPool, type Subject } from '#modules/acts/cli.ts'
import { listAgreements, loadAgreement } from '#modules/agreements/index.ts'
import { listMissions, loadMission } from '#modules/missions/index.ts'
import { type Caller, type Ctx, type Services, act, readAs } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { formatMoney } from '#platform/pure/money.ts'
import { isUuid } from '#platform/pure/ids.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { type Named, askWho, candidatesFor } from './act-as.ts'
import { type Run, withHouse } from './command.ts'
import { UsageError } from './usage-error.ts'

export const actBuild: Run = async (config, words, usage) => {
  const { asked, out, named } = readWords(words, usage)
  return withHouse(config, async ({ services }) => {
    const chosen = await choose(services, asked, named)
    if (!chosen.ok) return refuse(`no ${'agreement' in asked ? 'agreement' : 'mission'} is called ${chosen.problem.name}`)
    const { caller, subject } = chosen.value
    const built = await act(services, caller, (ctx) => buildAct(ctx, subject)).finally(closePdfPool)
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

/** What the act is to be about, by its titles or identifiers. */
type Asked = { readonly missions: readonly string[] } | { readonly agreement: string }

function readWords(words: readonly string[], usage: string) {
  try {
    const text = { type: 'string' } as const
    const options = { missions: text, agreement: text, kind: text, out: text, as: text, for: text }
    const { values } = parseArgs({ args: [...words], options })
    const names = (values.missions ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const agreement = values.agreement?.trim() ?? ''
    if ((names.length === 0) === (agreement === '') || !values.out)
      throw new UsageError(`Say which missions, separated by commas, or which agreement, and where to write: escale ${usage}`)
    const kind = agreement === '' ? 'ratification' : 'agreement'
    if (values.kind !== undefined && values.kind !== kind) throw new UsageError(`The kind of such an act is ${kind}, not ${values.kind}`)
    const asked: Asked = agreement === '' ? { missions: names } : { agreement }
    return { asked, out: resolve(values.out), named: { as: values.as, organisation: values.for } }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${error instanceof Error ? error.message : String(error)}: escale ${usage}`)
  }
}

type Chosen = { readonly caller: Caller; readonly subject: Subject }
type Unknown = { readonly name: string }

/**
 * Whose act it is, and what about. When nobody was named, it is that of the only organisation which takes part in all these missions, or
 * has this agreement in its register.
 * @throws UsageError when several do
 */
async function choose(services: Services, asked: Asked, named: Named): Promise<Outcome<Chosen, Unknown>> {
  const candidates = await candidatesFor(services, named)
  const answers = await Promise.all(
    candidates.map(async (candidate) => ({
      candidate,
      found: await readAs(services, candidate.caller, (ctx) =>
        'agreement' in asked ? findAgreement(ctx, asked.agreement) : findMissions(ctx, asked.missions),
      ),
    })),
  )
  const able = answers.flatMap(({ candidate, found }) => (found.ok ? [{ candidate, subject: found.value }] : []))
  const [only, ...others] = able
  if (!only)
    return (
      answers.flatMap(({ found }) => (found.ok ? [] : [found]))[0] ??
      refused({ name: 'agreement' in asked ? asked.agreement : asked.missions.join(', ') })
    )
  if (others.length > 0)
    throw new UsageError(
      askWho(
        able.map(({ candidate }) => candidate),
        named,
      ),
    )
  return ok({ caller: only.candidate.caller, subject: only.subject })
}

async function findMissions(ctx: Ctx, names: readonly string[]): Promise<Outcome<Subject, Unknown>> {
  const missionIds: string[] = []
  for (const name of names) {
    const missionId = isUuid(name) ? (await loadMission(ctx.tx, name))?.id : await missionCalled(ctx, name)
    if (!missionId) return refused({ name })
    missionIds.push(missionId)
  }
  return ok({ missionIds })
}

async function findAgreement(ctx: Ctx, name: string): Promise<Outcome<Subject, Unknown>> {
  const agreementId = isUuid(name)
    ? (await loadAgreement(ctx.tx, name))?.id
    : onlyCalled(await listAgreements(ctx.tx, { search: name, limit: 200 }, ctx.today), name)?.id
  return agreementId ? ok({ agreementId }) : refused({ name })
}

async function missionCalled(ctx: Ctx, name: string): Promise<string | null> {
  return onlyCalled(await listMissions(ctx.tx, ctx.actor.organisationId, { search: name, limit: 200 }), name)?.id ?? null
}

/** Something is named by its whole title, or by words of its title that nothing else answers to, accents aside. */
function onlyCalled<Line extends { readonly title: Localized }>(lines: readonly Line[], name: string): Line | null {
  const titlesOf = ({ title }: Line) => Object.values(title).map((text) => foldAccents(text ?? ''))
  const wanted = foldAccents(name)
  const exactly = lines.filter((line) => titlesOf(line).includes(wanted))
  const within = lines.filter((line) => titlesOf(line).some((title) => title.includes(wanted)))
  const [only, ...others] = [exactly, within, lines].find((found) => found.length > 0) ?? []
  return only && others.length === 0 ? only : null
}

function total({ agreement, grandTotalCents, currency }: BuiltAct['facts']): string {
  if (!agreement) return formatMoney({ cents: BigInt(grandTotalCents), currency }, 'fr')
  const { forecast } = agreement
  return forecast === null ? 'not said' : formatMoney({ cents: BigInt(forecast.cents), currency: forecast.currency }, 'fr')
}

function describe({ facts, compositions, missing, files }: BuiltAct): string[] {
  const titleOf = (missionId: string) => {
    const title = facts.missions.find(({ id }) => id === missionId)?.title
    return title?.fr ?? title?.en ?? missionId
  }
  return [
    `${facts.agreement ? 'Forecast' : 'Total'}: ${total(facts)}`,
    ...compositions.map(({ missionId, sentence }) => `${titleOf(missionId)}: ${sentence}`),
    ...missing.map(({ severity, code, missionId, who }) => `${severity} ${code}${missionId ? ` (${titleOf(missionId)})` : ''}: ${who}`),
    `Written: ${files.map(({ name }) => name).join(', ')}`,
  ]
}
