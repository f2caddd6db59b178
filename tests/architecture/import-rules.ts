import { type Target, arrows } from './arrows.ts'
import { rankOf, whereIs } from './places.ts'
import { type Import, type Source, importsOf, isTest, nodesOf } from './sources.ts'

/** Arrows that are not in arrows.ts. */
export function forbiddenArrows(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => !isTest(source.path))
    .flatMap((source) =>
      importsOf(source).flatMap((imported) =>
        isAllowed(source.path, imported)
          ? []
          : [`${source.path} may not import ${imported.isType ? 'a type of ' : ''}${imported.specifier}`],
      ),
    )
}

function isAllowed(from: string, { target, isType }: Import): boolean {
  const here = whereIs(from)
  if (here === null || target === null || target.includes('/+types/')) return true
  if (isTest(target)) return false
  const there = whereIs(target)
  if (there === null) return !target.startsWith('src/modules/')
  const { values, types = [] } = arrows[here.place]
  const allowed: readonly Target[] = isType ? [...values, ...types] : values
  if (here.module === 'meetings' && here.place === 'usecases' && there.place === 'engine') return true
  if (here.module === undefined || there.module === undefined) return here.place === there.place || allowed.includes(there.place)
  if (here.module === there.module) return here.place === there.place || allowed.includes(there.place)
  return there.place === 'front door' && rankOf(there.module) < rankOf(here.module) && allowed.includes('earlier')
}

/** Rings of modules that import one another, types included: each would have to be read to understand the other. */
export function moduleCycles(sources: readonly Source[]): string[] {
  const edges = new Map<string, Set<string>>()
  for (const source of sources.filter(({ path }) => !isTest(path))) {
    const from = whereIs(source.path)?.module
    for (const { target } of importsOf(source)) {
      const to = target === null ? undefined : whereIs(target)?.module
      if (from === undefined || to === undefined || from === to) continue
      edges.set(from, (edges.get(from) ?? new Set()).add(to))
    }
  }
  return ringsIn(edges)
}

/** Rings of files whose code needs one another to load. */
export function fileCycles(sources: readonly Source[]): string[] {
  const edges = new Map(
    sources.map((source) => [
      source.path,
      new Set(importsOf(source).flatMap(({ target, isType }) => (target === null || isType ? [] : [target]))),
    ]),
  )
  return ringsIn(edges)
}

/** Where the product is entered: the command line, what React Router loads by name, threads of their own. */
const entries = /^(src\/(app\/cli\.ts|routes\.ts|root\.tsx|entry\.\w+\.tsx|.+\.worker\.ts)|scripts\/.+)$/

/** Files that nothing of the product reaches and that stay, each with the reason. */
const kept: readonly { readonly path: RegExp; readonly why: string }[] = [
  { path: /^src\/ui\/specimen/, why: 'shows every component to those who make them' },
  { path: /^src\/ui\/fine-space\/font\.ts$/, why: 'draws the font that is served' },
  { path: /^src\/modules\/acts\/domain\/plain-text\.ts$/, why: 'writes the golden texts' },
  { path: /^src\/platform\/pure\//, why: 'ground the next modules stand on, proven before it is needed' },
]

/** Files of the product that nothing of it reaches, however well they are tested. */
export function unreachedFiles(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const routes = sources.filter(({ path }) => path === 'src/routes.ts').flatMap((source) => [...nodesOf(source)])
  const pages = routes.flatMap((node) =>
    node.type === 'Literal' && /\.tsx?$/.test(String(node.value)) ? [`src/${String(node.value)}`] : [],
  )
  const reached = new Set<string>()
  const open = [...pages, ...[...byPath.keys()].filter((path) => entries.test(path) || kept.some((file) => file.path.test(path)))]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const source = byPath.get(path)
    if (source === undefined || reached.has(path)) continue
    reached.add(path)
    open.push(...importsOf(source).flatMap(({ target }) => (target === null ? [] : [target])))
  }
  return [...byPath.keys()].filter((path) => path.startsWith('src/') && !isTest(path) && !reached.has(path))
}

/** Depth first: a step back onto the path walked so far closes a ring. Each ring is told once, from its first name on. */
function ringsIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const rings = new Set<string>()
  const finished = new Set<string>()
  const visit = (name: string, trail: readonly string[]): void => {
    const start = trail.indexOf(name)
    if (start !== -1) {
      const ring = trail.slice(start)
      const first = ring.indexOf(ring.toSorted()[0] ?? name)
      rings.add([...ring.slice(first), ...ring.slice(0, first), ring[first]].join(' → '))
      return
    }
    if (finished.has(name)) return
    for (const next of edges.get(name) ?? []) visit(next, [...trail, name])
    finished.add(name)
  }
  for (const name of edges.keys()) visit(name, [])
  return [...rings].sort()
}

const ambient = new Set([
  'process',
  'console',
  'fetch',
  'Date',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'globalThis',
  'require',
])

/** The engine sees its arguments and nothing else: the same problem and the same seed give the same plan everywhere. */
export function unsealedEngine(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => whereIs(path)?.place === 'engine' && !isTest(path))
    .flatMap((source) => {
      const imports = importsOf(source).filter(({ target }) => target === null || whereIs(target)?.place !== 'engine')
      const names = new Set(
        [...nodesOf(source)].flatMap((node) => (node.type === 'Identifier' && ambient.has(String(node.name)) ? [String(node.name)] : [])),
      )
      const isRandom = /\bMath\.random\b/.test(source.text)
      return [
        ...imports.map(({ specifier }) => `${source.path} imports ${specifier}`),
        ...[...names].map((name) => `${source.path} uses ${name}`),
        ...(isRandom ? [`${source.path} uses Math.random`] : []),
      ]
    })
}
