import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandNames, configVariables, documentedCommands, documentedVariables, strayEnvironment } from './environment-rules.ts'
import { houseSources, root } from './sources.ts'

const house = houseSources()

describe('the environment', () => {
  test('is read in one place', () => {
    expect(strayEnvironment(house)).toEqual([])
  })

  test.each([
    ['by its name', 'export const port = process.env.PORT'],
    ['between brackets', `export const port = process['env'].PORT`],
    ['taken apart', 'const { env } = process'],
    ['through a module', `import { env } from 'node:process'`],
  ])('a variable read %s elsewhere is found', (_, text) => {
    expect(strayEnvironment([{ path: 'src/modules/budget/usecases/x.ts', text }])).toHaveLength(1)
  })

  test('the process itself is not its environment', () => {
    expect(strayEnvironment([{ path: 'src/platform/x.ts', text: 'process.exit(process.pid)' }])).toEqual([])
  })
})

describe('the configuration', () => {
  const variables = configVariables(
    house.find(({ path }) => path === 'src/platform/config.ts') ?? { path: 'src/platform/config.ts', text: '' },
  )

  test('every variable is in the table of the README, and the table names no other', () => {
    expect(variables.length).toBeGreaterThan(20)
    expect(documentedVariables(readFileSync(join(root, 'README.md'), 'utf8')).toSorted()).toEqual(variables.toSorted())
  })

  test('names are read from a shape and from a table', () => {
    expect(configVariables({ path: 'config.ts', text: 'const shape = z.object({ PORT: port.default(3000), HOST: z.string() })' })).toEqual([
      'PORT',
      'HOST',
    ])
    expect(documentedVariables('| Variable | Default |\n| --- | --- |\n| `PORT` | 3000 |\n\nNot `HOST` here.')).toEqual(['PORT'])
  })
})

describe('the command line', () => {
  test('every command is in the table of the README, and the table names no other', () => {
    expect(documentedCommands(readFileSync(join(root, 'README.md'), 'utf8'))).toEqual(commandNames(house))
  })

  test('names are read from usages and from a table', () => {
    const text = `export const one = { usage: 'mission import FILE' }\nexport const other = { usage: 'facts --json' }\nexport const last = { usage: 'start' }\nconst usage = 'act build --out DIR'`

    expect(commandNames([{ path: 'src/app/commands/x.ts', text }])).toEqual(['act build', 'facts', 'mission import', 'start'])
    expect(documentedCommands('| `escale web`, `escale mission import` | both |')).toEqual(['mission import', 'web'])
  })
})
