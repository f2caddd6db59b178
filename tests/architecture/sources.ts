import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

export const root = join(import.meta.dirname, '../..')

/** A file of the house, or a planted one: rules cannot tell them apart. */
export type Source = { readonly path: string; readonly text: string }

const folders = ['src', 'db', 'engine', 'scripts', 'bench', 'tests']

/** Every TypeScript file of ours, in the order of their paths. */
export function houseSources(): Source[] {
  return housePaths()
    .filter((path) => /\.(ts|tsx)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Every file of ours, whatever its kind. */
export function housePaths(): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

/** Tests, their fixtures and builders are outside the arrows: they may look everywhere. */
export function isTest(path: string): boolean {
  return path.startsWith('tests/') || /\.(test|fixture|journey)\.tsx?$/.test(path)
}

export type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [field: string]: unknown }

export type Import = {
  readonly specifier: string
  /** Path from the root of the house, or null for a package. */
  readonly target: string | null
  readonly isType: boolean
  readonly names: readonly string[]
}

const parsed = new WeakMap<Source, ReturnType<typeof parseSync>>()

function parse(source: Source): ReturnType<typeof parseSync> {
  const known = parsed.get(source) ?? parseSync(source.path, source.text)
  if (known.errors.length > 0) throw new Error(`${source.path} does not parse: ${known.errors[0]?.message}`)
  parsed.set(source, known)
  return known
}

/** Static imports, re-exports, and dynamic imports of a plain text. */
export function importsOf(source: Source): Import[] {
  const { staticImports, staticExports, dynamicImports } = parse(source).module
  const made = (specifier: string, isType: boolean, names: readonly string[]): Import => ({
    specifier,
    target: resolve(source.path, specifier),
    isType,
    names,
  })
  return [
    ...staticImports.map(({ moduleRequest, entries }) =>
      made(
        moduleRequest.value,
        entries.length > 0 && entries.every((entry) => entry.isType),
        entries.map((entry) => entry.importName.name ?? entry.importName.kind),
      ),
    ),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.moduleRequest ? [made(entry.moduleRequest.value, entry.isType, [entry.importName.name ?? 'everything'])] : [],
      ),
    ),
    ...dynamicImports.flatMap(({ moduleRequest }) => {
      const [, specifier] = /^['"](.*)['"]$/s.exec(source.text.slice(moduleRequest.start, moduleRequest.end)) ?? []
      return specifier === undefined ? [] : [made(specifier, false, ['everything'])]
    }),
  ]
}

const aliases: Readonly<Record<string, string>> = {
  '#app/': 'src/app/',
  '#db/': 'db/',
  '#modules/': 'src/modules/',
  '#platform/': 'src/platform/',
  '#ui/': 'src/ui/',
  '#tests/': 'tests/',
}

function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const alias = Object.keys(aliases).find((prefix) => specifier.startsWith(prefix))
  return alias === undefined ? null : aliases[alias] + specifier.slice(alias.length)
}

/** Every node of the syntax tree: comments are not in it. */
export function* nodesOf(source: Source): Generator<Node> {
  yield* walk(parse(source).program as unknown as Node)
}

function* walk(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const member of value) if (isNode(member)) yield* walk(member)
    if (isNode(value)) yield* walk(value)
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** The texts a program holds: literals, pieces of templates, and what JSX shows between tags. */
export function* textsOf(source: Source): Generator<{ readonly text: string; readonly node: Node }> {
  for (const node of nodesOf(source)) {
    if (node.type === 'Literal' && typeof node.value === 'string') yield { text: node.value, node }
    if (node.type === 'TemplateElement') yield { text: (node.value as { raw: string }).raw, node }
    if (node.type === 'JSXText') yield { text: node.value as string, node }
  }
}

/** `path:line`, for a sentence someone will act on. */
export function at(source: Source, offset: number): string {
  return `${source.path}:${source.text.slice(0, offset).split('\n').length}`
}
