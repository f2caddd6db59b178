// Writes db/schema.sql and db/types.ts from the migrated schema. `--check` compares instead and fails on a difference.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { dumpSchema } from '#platform/schema-dump.ts'
import { startTestCluster } from '#tests/database.ts'

const root = join(import.meta.dirname, '..')
const isCheck = process.argv.includes('--check')
const cluster = await startTestCluster()
const templateUrl = await cluster.template()

const client = new pg.Client({ connectionString: templateUrl })
await client.connect()
const schema = await dumpSchema(client)
await client.end()

// Columns of localized content, told apart from other jsonb by the constraint every one of them carries.
const localizedColumns = [...schema.matchAll(/create table (\S+) \(([\s\S]*?)\n\)/g)].flatMap(([, table = '', body = '']) =>
  [...body.matchAll(/app\.is_localized\((\w+)\)/g)].map(([, column = '']) => `${table}.${column}`),
)
const overrides = { columns: Object.fromEntries(localizedColumns.map((column) => [column, 'Localized'])) }

const folder = mkdtempSync(join(root, '.escale', 'types-'))
const typesFile = join(folder, 'types.ts')
execFileSync(
  join(root, 'node_modules/.bin/kysely-codegen'),
  [
    '--dialect',
    'postgres',
    '--url',
    templateUrl,
    '--out-file',
    typesFile,
    '--camel-case',
    '--log-level',
    'silent',
    '--include-pattern',
    '(app|auth|directory|identity|strategy|agreements|relations|missions|delegations|budget|acts|programme|registration|departure|visits|meetings|pocket).*',
    '--type-mapping',
    '{"int8":"bigint","date":"string","timestamptz":"string","numeric":"string","bytea":"Buffer"}',
    '--overrides',
    JSON.stringify(overrides),
    // It parses type names with the compiler's former API, which is gone, and says so at length before using the text as it is.
  ],
  { stdio: 'ignore', cwd: root },
)
const types = readFileSync(typesFile, 'utf8').replace(
  'import type { ColumnType } from "kysely";',
  `$&\nimport type { Localized } from '#platform/pure/localized.ts';`,
)
rmSync(folder, { recursive: true })
await cluster.stop()

const outputs = [
  ['db/schema.sql', schema],
  ['db/types.ts', types],
] as const
for (const [name, text] of outputs) {
  const file = join(root, name)
  if (!isCheck) writeFileSync(file, text)
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${name} is not what the migrations give: run npm run db:dump and review the difference`)
    process.exitCode = 1
  }
}
