import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SetName } from './words.ts'

/** The sets whose instances are files; `rich` is drawn from a seed (rich-event.ts). */
export type FileSet = Exclude<SetName, 'rich'>

const instances = join(import.meta.dirname, 'instances')

/** An instance, and the proven optimum where one is known. */
export type BenchInstance = { readonly name: string; readonly file: string; readonly optimum: number | 'infeasible' | null }

/** The instances of a set, by name. */
export function instancesOf(set: FileSet): BenchInstance[] {
  return set === 'published' ? publishedInstances() : generatedInstances(generatedPrefixes[set]).map(withOptimum(set))
}

const generatedPrefixes: Readonly<Record<Exclude<FileSet, 'published'>, RegExp>> = {
  tight: /^(mission|craf|ind)-/,
  big: /^big-/,
  zero: /^zero-/,
}

function publishedInstances(): BenchInstance[] {
  const optima = JSON.parse(readFileSync(join(instances, 'published/optima.json'), 'utf8')) as Record<string, number | 'infeasible'>
  return Object.entries(optima)
    .map(([name, optimum]) => ({ name, file: join(instances, 'published', `${name}.json`), optimum }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}

function generatedInstances(prefix: RegExp): { readonly name: string; readonly file: string }[] {
  return readdirSync(join(instances, 'generated'))
    .filter((file) => prefix.test(file))
    .map((file) => ({ name: file.replace(/\.json$/, ''), file: join(instances, 'generated', file) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}

/** `zero-N` has a plan without breaks by construction. */
function withOptimum(set: FileSet) {
  return (instance: { readonly name: string; readonly file: string }): BenchInstance => ({
    ...instance,
    optimum: set === 'zero' ? 0 : null,
  })
}
