import { type Place, extraNames, modules, names } from './arrows.ts'

/** Where a file stands. `module` is the noun it belongs to, when it belongs to one. */
export type Whereabouts = { readonly place: Place; readonly module?: string }

/** @returns null for what stands outside the arrows (tests, scripts, benches) or has a name no rule knows (see name-rules.ts). */
export function whereIs(path: string): Whereabouts | null {
  // What measures the engine reads files and the clock: it stands outside the seal.
  if (path.startsWith('engine/bench/')) return null
  if (path.startsWith('engine/')) return { place: 'engine' }
  if (path.startsWith('db/')) return { place: 'db' }
  if (path.startsWith('src/platform/pure/')) return { place: 'pure' }
  if (path === 'src/platform/actor.ts') return { place: 'actor' }
  if (path.startsWith('src/platform/')) return { place: 'platform' }
  if (path.startsWith('src/ui/')) return { place: 'design' }
  if (path.startsWith('src/modules/')) return roomOf(path)
  return path.startsWith('src/') ? { place: 'composition' } : null
}

function roomOf(path: string): Whereabouts | null {
  const [, , module = '', name = '', ...deeper] = path.split('/')
  const key = deeper.length > 0 ? `${name}/` : name
  const place = extraNames[`${module}/${key}`]?.place ?? names[key]
  return place === undefined || place === 'document' ? null : { place, module }
}

/** Position in the order of the modules; −1 for an unknown noun. */
export function rankOf(module: string): number {
  return (modules as readonly string[]).indexOf(module)
}
