import { type Node, type Source, at, isTest, nodesOf } from './sources.ts'

/** Where the environment may be named besides src/platform/config.ts, which reads it once for everybody. */
const allowed: readonly { readonly path: RegExp; readonly why: string }[] = [
  { path: /^src\/platform\/config\.ts$/, why: 'the configuration itself' },
  { path: /^src\/app\/production\.ts$/, why: 'sets NODE_ENV before React is loaded' },
  { path: /^src\/app\/cli\.ts$/, why: 'hands the environment to the configuration' },
  { path: /^src\/app\/web-build\.ts$/, why: 'hands the environment on to the build it starts' },
  { path: /^(scripts|bench|tests)\//, why: 'no part of the product' },
]

/** Files that look at the environment behind the configuration’s back: a variable nobody validates and no table names. */
export function strayEnvironment(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !isTest(path) && !allowed.some((exception) => exception.path.test(path)))
    .flatMap((source) => [...nodesOf(source)].filter(isEnvironment).map((node) => `${at(source, node.start)} reads the environment`))
}

/** `process.env`, `process['env']`, `{ env } = process`, `import { env } from 'node:process'`. */
function isEnvironment(node: Node): boolean {
  if (node.type === 'MemberExpression') {
    const property = node.property as Node
    return (node.object as Node).name === 'process' && (property.name === 'env' || property.value === 'env')
  }
  if (node.type === 'VariableDeclarator')
    return (node.id as Node).type === 'ObjectPattern' && (node.init as Node | null)?.name === 'process'
  return node.type === 'ImportDeclaration' && /^(node:)?process$/.test(String((node.source as Node).value))
}

/** Names of the variables that src/platform/config.ts knows, in its order. */
export function configVariables(config: Source): string[] {
  for (const node of nodesOf(config)) {
    if (node.type !== 'VariableDeclarator' || (node.id as Node).name !== 'shape') continue
    const [shape] = (node.init as Node).arguments as Node[]
    return ((shape?.properties ?? []) as Node[]).map((property) => String((property.key as Node).name))
  }
  throw new Error(`${config.path} declares no shape`)
}

/** Names in the first column of a Markdown table: `| \`PORT\` | … |`. */
export function documentedVariables(markdown: string): string[] {
  return [...markdown.matchAll(/^\| `([A-Z][A-Z0-9_]+)` /gm)].map(([, name = '']) => name)
}

/** Names of the commands, by their usage: `usage: 'verify-journal [--anchor FILE]'` is `verify-journal`. */
export function commandNames(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => /^src\/(app\/commands\/[^/]+|modules\/[^/]+\/cli)\.ts$/.test(path))
    .flatMap((source) => [...nodesOf(source)])
    .flatMap(usageIn)
    .map((usage) => /^[a-z-]+( [a-z-]+)*?(?= [^a-z]| -|$)/.exec(usage)?.[0] ?? '')
    .sort()
}

/** A usage is written in the command itself, or in a constant beside it when its errors say it too. */
function usageIn(node: Node): string[] {
  const [name, value] = node.type === 'Property' ? [node.key, node.value] : node.type === 'VariableDeclarator' ? [node.id, node.init] : []
  const isUsage = (name as Node | undefined)?.name === 'usage' && (value as Node | null)?.type === 'Literal'
  return isUsage ? [String((value as Node).value)] : []
}

/** Names of the commands a page lists in a table: `| \`escale web\`, \`escale worker\` | … |`. */
export function documentedCommands(markdown: string): string[] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('| `escale '))
  return rows.flatMap((row) => [...row.matchAll(/`escale ([a-z -]+)`/g)].map(([, name = '']) => name)).sort()
}
