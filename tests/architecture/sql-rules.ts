import { modules } from './arrows.ts'
import { whereIs } from './places.ts'
import { type Node, type Source, at, importsOf, isNode, isTest, nodesOf, textsOf } from './sources.ts'

/** A relation as a statement names it. `name` is in the database's own spelling. */
type Relation = { readonly schema: string; readonly name: string; readonly offset: number }

const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'from', 'using'])
const afterKeyword = /\b(?:from|join|into|update|using|table|only|truncate)\s+"?([a-z_]+)"?\."?([A-Za-z_]+)"?(?!\s*\(|[A-Za-z_])/gi

/** Tables and views named in a file: by Kysely's methods, and in plain SQL after `from`, `join`, `into`… Functions are not tables. */
export function relationsOf(source: Source): Relation[] {
  const relations: Relation[] = []
  for (const node of nodesOf(source)) {
    if (node.type === 'CallExpression') relations.push(...builtRelations(node))
  }
  for (const { text, node } of textsOf(source)) {
    for (const [, schema = '', name = ''] of text.matchAll(afterKeyword))
      relations.push({ schema: schema.toLowerCase(), name, offset: node.start })
  }
  return relations
}

function builtRelations(call: Node): Relation[] {
  const callee = call.callee as Node
  const method = callee.type === 'MemberExpression' && isNode(callee.property) ? String(callee.property.name) : ''
  if (!builders.has(method) && !/Join(Lateral)?$/.test(method)) return []
  const [first] = call.arguments as Node[]
  const texts = first?.type === 'ArrayExpression' ? (first.elements as Node[]) : first === undefined ? [] : [first]
  return texts.flatMap((node) => {
    const [, schema, name] = /^([a-z]+)\.([A-Za-z]+)( as \w+)?$/.exec(String(node.value)) ?? []
    return schema === undefined || name === undefined
      ? []
      : [{ schema, name: name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), offset: node.start }]
  })
}

/** Schemas a module may name besides its own. */
const alsoIts: Readonly<Record<string, readonly string[]>> = {
  // The tables of the sign-in library, whose names and columns the library decides.
  identity: ['auth'],
}

/** Places outside the modules, with the schemas they work on and the reason. */
const elsewhere: readonly { readonly path: RegExp; readonly schemas: readonly string[]; readonly why: string }[] = [
  {
    path: /^src\/platform\//,
    schemas: ['app', 'graphile_worker', 'public', 'pg_catalog', 'information_schema'],
    why: 'the ground every module stands on',
  },
  {
    path: /^src\/app\/(demo\/|facts\.ts)/,
    schemas: ['auth', 'directory', 'identity'],
    why: 'enters the demonstration and knows its people, outside any request',
  },
  { path: /^src\/app\/commands\//, schemas: ['graphile_worker'], why: 'the operator asks how the queue does' },
]

/** Tables read or written by a module that does not own them. What others may join is a view whose name begins with pub_. */
export function foreignTables(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .flatMap((source) => {
      const owner = whereIs(source.path)?.module
      const own =
        owner === undefined
          ? elsewhere.filter(({ path }) => path.test(source.path)).flatMap(({ schemas }) => schemas)
          : [owner, ...(alsoIts[owner] ?? [])]
      return relationsOf(source)
        .filter(({ schema, name }) => isOurs(schema) && !own.includes(schema) && !name.startsWith('pub_'))
        .map(({ schema, name, offset }) => `${at(source, offset)} names ${schema}.${name}`)
    })
}

function isOurs(schema: string): boolean {
  return ['app', 'auth', 'graphile_worker', ...modules].includes(schema)
}

/** Why a file outside `sql` and the platform may hold statements. */
const otherStatements: readonly { readonly path: RegExp; readonly why: string }[] = [
  { path: /^src\/modules\/identity\/(auth|auth\/.+|visitor)\.ts$/, why: 'speaks for the role escale_auth, which knows no actor' },
  { path: /^src\/app\/(demo\/|facts\.ts)/, why: 'the operator’s own statements about the demonstration, outside any request' },
  { path: /^src\/app\/commands\//, why: 'the operator’s own statements, outside any request' },
]

const statement = /\b(select\s[\s\S]+\sfrom|insert\s+into|update\s+[a-z_."]+\s+set|delete\s+from)\s/i

/** Statements outside `sql.ts`, `sql/` and the platform: nobody would look for them there. */
export function strayStatements(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => path.startsWith('src/') && !isTest(path) && !mayHoldStatements(path))
    .flatMap((source) => {
      const drivers = importsOf(source).filter(
        ({ specifier, isType }) => !isType && (specifier === 'pg' || specifier === 'kysely' || specifier.startsWith('kysely/')),
      )
      const texts = [...textsOf(source)].filter(({ text }) => statement.test(text))
      return [
        ...drivers.map(({ specifier }) => `${source.path} imports ${specifier}`),
        ...texts.map(({ node }) => `${at(source, node.start)} holds a statement`),
      ]
    })
}

function mayHoldStatements(path: string): boolean {
  const place = whereIs(path)?.place
  return place === 'sql' || place === 'platform' || otherStatements.some((exception) => exception.path.test(path))
}

/** Files of statements that the `sql.golden.test.ts` of their module does not show: nobody would review what they send. */
export function unshownStatements(sources: readonly Source[]): string[] {
  const shown = new Set(
    sources
      .filter(({ path }) => /^src\/modules\/\w+\/sql\.golden\.test\.ts$/.test(path))
      .flatMap((source) => importsOf(source).flatMap(({ target, isType }) => (target === null || isType ? [] : [target]))),
  )
  return sources
    .filter(
      (source) => whereIs(source.path)?.place === 'sql' && !isTest(source.path) && exportsStatements(source) && !shown.has(source.path),
    )
    .map(({ path }) => `${path} is not shown by src/modules/${whereIs(path)?.module}/sql.golden.test.ts: write it after that of missions`)
}

function exportsStatements(source: Source): boolean {
  return [...nodesOf(source)].some(
    ({ type, declaration }) => type === 'ExportNamedDeclaration' && isNode(declaration) && declaration.async === true,
  )
}

/** Statements shown of a file that is no more. */
export function orphanedGoldens(paths: readonly string[]): string[] {
  return paths.filter((path) => path.endsWith('.golden.sql') && !paths.includes(path.replace(/\.golden\.sql$/, '.ts')))
}
