import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { arrows, places } from './arrows.ts'
import { fileCycles, forbiddenArrows, moduleCycles, unreachedFiles, unsealedEngine } from './import-rules.ts'
import { attic, oddlyWritten, unknownNames } from './name-rules.ts'
import { housePaths, houseSources, root } from './sources.ts'

const house = houseSources()

/** What the compiler says of a file under the engine's own settings, away from everything else of ours. */
function compiledAlone(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'escale-seal-'))
  const extended = join(root, 'engine/tsconfig.json')
  writeFileSync(join(folder, 'x.ts'), text)
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: extended, compilerOptions: { composite: false, noEmit: true, rootDir: folder }, include: ['x.ts'] }),
  )
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return status === 0 ? [] : stdout.trim().split('\n')
}
const paths = housePaths()

test('the whole house is read', () => {
  expect(house.length).toBeGreaterThan(400)
  expect(Object.keys(arrows)).toEqual([...places])
})

describe('arrows', () => {
  test('no file imports what its place may not', () => {
    expect(forbiddenArrows(house)).toEqual([])
  })

  test.each([
    ['a rule that asks the database', 'src/modules/budget/domain/x.ts', `import { listExpenses } from '../sql.ts'`],
    ['a module that asks one below it', 'src/modules/missions/usecases/x.ts', `import { recordExpense } from '#modules/budget/index.ts'`],
    [
      'a module that climbs in through the window',
      'src/modules/budget/usecases/x.ts',
      `import { lockMission } from '#modules/missions/sql.ts'`,
    ],
    ['a component that runs a query', 'src/modules/budget/ui/x.tsx', `import { listExpenses } from '../sql/expenses.ts'`],
    ['a component of the design system that knows a mission', 'src/ui/x.tsx', `import type { Mission } from '#modules/missions/index.ts'`],
    ['a platform that knows a module', 'src/platform/x.ts', `export { loadMission } from '#modules/missions/index.ts'`],
    ['a pure function that reads the configuration', 'src/platform/pure/x.ts', `import { readConfig } from '../config.ts'`],
    ['a pure function that knows the actor', 'src/platform/pure/x.ts', `import type { Actor } from '../actor.ts'`],
    ['a use-case loaded late', 'src/modules/missions/usecases/x.ts', `export const late = () => import('#modules/acts/index.ts')`],
    ['a composition that reaches into a rule', 'src/app/x.ts', `import { decideLegs } from '#modules/missions/domain/legs.ts'`],
    ['a product that leans on a test', 'src/modules/missions/usecases/x.ts', `import { cloneDatabase } from '#tests/database.ts'`],
    ['an engine entered by another door', 'src/modules/missions/usecases/x.ts', `import { search } from '../../../../engine/search.ts'`],
  ])('%s is refused', (_, path, text) => {
    expect(forbiddenArrows([{ path, text }])).toHaveLength(1)
  })

  test('meetings enters the engine, and types may go where values may not', () => {
    expect(
      forbiddenArrows([
        { path: 'src/modules/meetings/usecases/x.ts', text: `import { search } from '../../../../engine/search.ts'` },
        { path: 'src/modules/budget/ui/x.tsx', text: `import type { ExpenseLine } from '../sql/expenses.ts'` },
      ]),
    ).toEqual([])
  })
})

describe('rings', () => {
  test('no two modules import each other', () => {
    expect(moduleCycles(house)).toEqual([])
  })

  test('no files need each other to load', () => {
    expect(fileCycles(house)).toEqual([])
  })

  test('a ring of three modules is told once, from its first name on', () => {
    const ring = [
      { path: 'src/modules/missions/domain/x.ts', text: `import type { X } from '#modules/acts/index.ts'` },
      { path: 'src/modules/acts/domain/x.ts', text: `import type { X } from '#modules/budget/index.ts'` },
      { path: 'src/modules/budget/domain/x.ts', text: `import type { X } from '#modules/missions/index.ts'` },
    ]

    expect(moduleCycles(ring)).toEqual(['acts → budget → missions → acts'])
  })

  test('two files that load each other are found, two that only name each other are not', () => {
    const pair = (word: string) => [
      { path: 'src/a.ts', text: `import ${word}{ b } from './b.ts'` },
      { path: 'src/b.ts', text: `import { a } from './a.ts'` },
    ]

    expect(fileCycles(pair(''))).toEqual(['src/a.ts → src/b.ts → src/a.ts'])
    expect(fileCycles(pair('type '))).toEqual([])
  })
})

describe('what nothing reaches', () => {
  test('no file of the product lies unused', () => {
    expect(unreachedFiles(house)).toEqual([])
  })

  test('a file that only its test reaches is found, one behind a page is not', () => {
    const planted = [
      { path: 'src/routes.ts', text: `route('appels', 'modules/calls/routes/calls.tsx')` },
      { path: 'src/modules/calls/routes/calls.tsx', text: `import { listCalls } from '../sql.ts'` },
      { path: 'src/modules/calls/sql.ts', text: '' },
      { path: 'src/modules/calls/domain/deadline.ts', text: '' },
      { path: 'src/modules/calls/domain/deadline.test.ts', text: `import './deadline.ts'` },
    ]

    expect(unreachedFiles(planted)).toEqual(['src/modules/calls/domain/deadline.ts'])
  })
})

describe('the engine', () => {
  test('is sealed', () => {
    expect(unsealedEngine(house)).toEqual([])
  })

  test.each([
    ['a clock', 'export const now = () => Date.now()', 'engine/x.ts uses Date'],
    ['a die', 'export const roll = () => Math.random()', 'engine/x.ts uses Math.random'],
    ['a file', `import { readFileSync } from 'node:fs'`, 'engine/x.ts imports node:fs'],
    ['the environment', 'export const seed = process.env.SEED', 'engine/x.ts uses process'],
    ['its own bench', `import { check } from './bench/check.mjs'`, 'engine/x.ts imports ./bench/check.mjs'],
  ])('refuses %s', (_, text, sentence) => {
    expect(unsealedEngine([{ path: 'engine/x.ts', text }])).toEqual([sentence])
  })

  test.each([
    ['a clock', 'export const now = performance.now()'],
    ['a voice', `console.log('here')`],
    ['a timer', 'setTimeout(() => {}, 0)'],
    ['the network', `export const page = fetch('')`],
    ['a module of the platform', `import 'node:fs'\nexport { readFileSync } from 'node:fs'`],
  ])('its compiler knows of no %s', { timeout: 60_000 }, (_, text) => {
    expect(compiledAlone(text)).not.toEqual([])
  })

  test('its compiler takes what only computes', { timeout: 60_000 }, () => {
    expect(compiledAlone('export const half = (x: number) => x >> 1')).toEqual([])
  })
})

describe('names', () => {
  test('a module holds the names of the closed list, and no other', () => {
    expect(unknownNames(paths)).toEqual([])
  })

  test('nothing is called utils or helpers, and every name is kebab-case', () => {
    expect([...attic(paths), ...oddlyWritten(paths)]).toEqual([])
  })

  test.each([
    'src/modules/missions/repository.ts',
    'src/modules/missions/services/x.ts',
    'src/modules/budget/auth.ts',
    'src/modules/invoices/index.ts',
  ])('%s is refused', (path) => {
    expect(unknownNames([path])).toHaveLength(1)
  })

  test.each(['src/ui/utils.ts', 'src/modules/missions/domain/date-helpers.ts', 'src/platform/common/x.ts'])('%s is an attic', (path) => {
    expect(attic([path])).toEqual([path])
  })

  test.each(['src/ui/DataTable.tsx', 'src/app/web_build.ts'])('%s is oddly written', (path) => {
    expect(oddlyWritten([path])).toEqual([path])
  })
})
