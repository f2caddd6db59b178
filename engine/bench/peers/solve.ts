// A peer on one instance, in a process of its own: node solve.ts PEER FOLDER INSTANCE SECONDS. Says its answer as one line of JSON.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { InstanceDocument } from '../../random/documents.ts'
import { linearModel, type LinearModel } from './linear-model.ts'

export type PeerAnswer = { readonly status: string; readonly objective: number | null; readonly schedule: Readonly<Record<string, number>> }

type Values = { readonly status: string; readonly valueOf: ((variable: number) => number) | null }

const [peer = '', folder = '', file = '', seconds = '60'] = process.argv.slice(2)
const instance = JSON.parse(readFileSync(file, 'utf8')) as InstanceDocument
const model = linearModel(instance)
const { status, valueOf } = await (peer === 'highs' ? solveWithHighs(model) : solveWithCpSat(model))
const schedule = valueOf
  ? Object.fromEntries(instance.meetings.map(({ id }, m) => [id, model.held[m].findIndex((v) => v !== -1 && valueOf(v) > 0.5) + 1]))
  : {}
const objective = valueOf ? Math.round(model.objective.reduce((sum, v) => sum + valueOf(v), model.constant)) : null
console.log(JSON.stringify({ status, objective, schedule } satisfies PeerAnswer))
process.exit(0)

function installed(path: string): string {
  return pathToFileURL(resolve(folder, 'node_modules', path)).href
}

/** One worker, led by unsatisfiable cores and without a linear relaxation: of the settings we tried, the best by far here. */
async function solveWithCpSat({ upper, rows, objective, constant }: LinearModel): Promise<Values> {
  type Solver = {
    solve(model: unknown, parameters: object): Promise<unknown>
    statusName(): string
    response(): { solution?: (number | string)[] } | null
  }
  const { CpModel, CpSolver } = (await import(installed('or-tools-wasm/build/javascript/node/cp-sat.js'))) as {
    CpModel: new (proto: object) => object
    CpSolver: new () => Solver
  }
  const solver = new CpSolver()
  await solver.solve(
    new CpModel({
      variables: upper.map((most) => ({ domain: [0, most] })),
      constraints: rows.map(({ vars, coeffs, least, most }) => ({ linear: { vars, coeffs, domain: [least, most] } })),
      objective: { vars: objective, coeffs: objective.map(() => 1), offset: constant },
    }),
    { numWorkers: 1, optimizeWithCore: true, linearizationLevel: 0, maxTimeInSeconds: Number(seconds) },
  )
  const solution = solver.response()?.solution ?? []
  return { status: solver.statusName().toLowerCase(), valueOf: solution.length > 0 ? (v) => Number(solution[v]) : null }
}

async function solveWithHighs(given: LinearModel): Promise<Values> {
  type Highs = { solve(problem: string, options: object): { Status: string; Columns: Record<string, { Primal?: number }> } }
  const { default: open } = (await import(installed('highs/build/highs.mjs'))) as { default: () => Promise<Highs> }
  const highs = await open()
  const solved = highs.solve(lpText(given), { time_limit: Number(seconds), output_flag: false })
  const hasPlan = Object.values(solved.Columns).some(({ Primal = 0 }) => Primal > 0.5)
  return {
    status: solved.Status.toLowerCase(),
    valueOf: hasPlan && solved.Status !== 'Infeasible' ? (v) => solved.Columns[`x${v}`]?.Primal ?? 0 : null,
  }
}

/** The model in the CPLEX LP format. A row with two bounds is written twice. */
function lpText({ upper, rows, objective }: LinearModel): string {
  const sum = (vars: readonly number[], coeffs: readonly number[]) =>
    vars.map((v, i) => `${coeffs[i] < 0 ? '-' : '+'} ${Math.abs(coeffs[i])} x${v}`).join('\n ')
  const lines = rows
    .filter(({ vars }) => vars.length > 0)
    .flatMap(({ vars, coeffs, least, most }) =>
      least === most
        ? [`${sum(vars, coeffs)} = ${least}`]
        : [
            ...(least > -1_000_000 ? [`${sum(vars, coeffs)} >= ${least}`] : []),
            ...(most < 1_000_000 ? [`${sum(vars, coeffs)} <= ${most}`] : []),
          ],
    )
  return [
    'Minimize',
    ` ${objective.map((v) => `+ x${v}`).join('\n ') || '0 x0'}`,
    'Subject To',
    ...lines.map((line) => ` ${line}`),
    'Bounds',
    ...upper.map((most, v) => ` 0 <= x${v} <= ${most}`),
    'General',
    ...upper.map((_, v) => ` x${v}`),
    'End',
    '',
  ].join('\n')
}
