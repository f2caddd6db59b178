import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { violatedConstraint } from '#platform/db.ts'
import { readable } from './layout.ts'
import { type Stage, openStage } from './stage.ts'

type Statements = (...args: never[]) => Promise<unknown>

/** Every exported function that talks to the database; parts of statements are seen in those that use them. */
type Senders<Exports> = { [Name in keyof Exports as Exports[Name] extends Statements ? Name : never]: Exports[Name] }

type Call<Send> = Send extends (...args: infer Args) => Promise<unknown> ? ((stage: Stage) => Args) & Refusable : never

type Refusable = { readonly refusedBy?: string }

/** A call that the database refuses in the demonstration, by the name of the constraint, or 42501 for a policy: its statement is shown all the same. */
export function refusedBy<Args>(constraint: string, call: (stage: Stage) => Args): ((stage: Stage) => Args) & Refusable {
  return Object.assign(call, { refusedBy: constraint })
}

/** How each function is called: once, or in several ways, each with a few words that say which. */
export type Calls<Exports> = {
  readonly [Name in keyof Senders<Exports>]: Call<Senders<Exports>[Name]> | Readonly<Record<string, Call<Senders<Exports>[Name]>>>
}

type AnyCall = ((stage: Stage) => readonly unknown[]) & Refusable
type AnySend = (...args: readonly unknown[]) => Promise<unknown>

/**
 * Shows the statements of a module: what each function of `sql.ts` sends, really sent, stands in `sql.golden.sql` beside it.
 * `npm run sql:golden` writes what this compares.
 */
export function statementsOf(folder: string) {
  let stage: Awaited<ReturnType<typeof openStage>>
  beforeAll(async () => {
    stage = await openStage(inject('templateUrl'))
    return stage.close
  }, 120_000)

  return <Exports extends object>(file: string, exports: Exports, calls: Calls<Exports>): void => {
    test(`the statements of ${file} are those that were reviewed`, async () => {
      expect(missingCalls(file, exports, calls)).toEqual([])

      const shown = await show(file, exports, calls as object)

      const golden = join(folder, file.replace(/\.ts$/, '.golden.sql'))
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, shown)
      const reviewed = existsSync(golden) ? readFileSync(golden, 'utf8') : ''
      expect(shown, 'refresh with npm run sql:golden, then review the difference').toBe(reviewed)
    })
  }

  async function show(file: string, exports: object, calls: object): Promise<string> {
    const titles = new Map<string, string>()
    const parts: string[] = []
    for (const [name, ways] of Object.entries(calls) as [string, AnyCall | Record<string, AnyCall>][]) {
      const send = (exports as Record<string, AnySend>)[name]
      for (const [way, call] of typeof ways === 'function' ? [['', ways] as const] : Object.entries(ways)) {
        const title = way === '' ? name : `${name}, ${way}`
        const sent = await sentBy(title, async (on) => {
          await send?.(...call(on)).catch((error: unknown) => {
            if (call.refusedBy === undefined || (violatedConstraint(error) ?? (error as { code?: string }).code) !== call.refusedBy)
              throw error
          })
        })
        parts.push(
          [`-- ${title}`, ...sent.map((statement) => (titles.has(statement) ? `-- as ${titles.get(statement)}` : `${statement};`))].join(
            '\n',
          ),
        )
        // A long statement is read once: where a function begins with it.
        if (sent[0]?.includes('\n') && !titles.has(sent[0])) titles.set(sent[0], title)
      }
    }
    return `-- What each function of ${basename(file)} sends. Written by npm run sql:golden.\n\n${parts.join('\n\n')}\n`
  }

  /** Each statement once, in the order of the first time. */
  async function sentBy(title: string, send: (on: Stage) => Promise<unknown>): Promise<string[]> {
    const sent = await stage.statementsOf(send).catch((error: unknown) => {
      throw new Error(`${title} could not be shown: ${String(error)}`, { cause: error })
    })
    if (sent.length === 0) throw new Error(`${title} sent nothing: give it arguments that make it ask the database`)
    return [...new Set(sent.map((statement) => readable(statement, (name) => stage.reserved.has(name))))]
  }
}

/** Functions of a file that nobody calls in the table: their statements would escape review. */
export function missingCalls(file: string, exports: object, calls: object): string[] {
  return Object.entries(exports)
    .filter(([name, value]) => typeof value === 'function' && value.constructor.name === 'AsyncFunction' && !(name in calls))
    .map(([name]) => `${name} of ${file} is never shown: add a line “${name}: ({ tx }) => [tx, …],” to sql.golden.test.ts of its module`)
}
