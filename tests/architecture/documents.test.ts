import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Page, blockOf, lostNames, misnumbered, plain, unfinishedDecisions, withBlock } from './document-rules.ts'
import { drawing, table } from './drawing.ts'
import { housePaths, root } from './sources.ts'

const page = (path: string): Page => ({ path, text: readFileSync(join(root, path), 'utf8') })
const decisions = readdirSync(join(root, 'docs/decisions'))
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => `docs/decisions/${name}`)
const docs = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...docs, ...decisions]

describe('ARCHITECTURE.md', () => {
  test.each([
    ['drawing', drawing],
    ['arrows', table],
  ])('its %s is the one of arrows.ts', (name, draw) => {
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(join(root, 'ARCHITECTURE.md'), withBlock(page('ARCHITECTURE.md'), name, draw()))

    expect(blockOf(page('ARCHITECTURE.md'), name)).toEqual(plain(draw()))
  })

  test('an arrow rubbed out is noticed', () => {
    const stale = {
      path: 'ARCHITECTURE.md',
      text: `<!-- drawing: begin -->\n${drawing().replace('  sql --> domain\n', '')}\n<!-- drawing: end -->`,
    }

    expect(blockOf(stale, 'drawing')).not.toEqual(plain(drawing()))
  })

  test('every module of the house is on its map', () => {
    const { text } = page('ARCHITECTURE.md')
    const modules = new Set(housePaths().flatMap((path) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? []))

    expect([...modules].filter((module) => !text.includes(`src/modules/${module}`))).toEqual([])
  })
})

describe('pages', () => {
  test.each(pages)('%s names and links only what is there', (path) => {
    expect(lostNames(page(path), (name) => existsSync(join(root, name)))).toEqual([])
  })

  test('a file that moved and a link to nowhere are found', () => {
    const text =
      'See `src/app/gone.ts` and [the queue](../queue.md), or `npm start`, [elsewhere](https://example.org) and `src/modules/*/sql.ts`.'

    expect(lostNames({ path: 'docs/decisions/0001-x.md', text }, () => false)).toEqual([
      'docs/decisions/0001-x.md names src/app/gone.ts, which is not there',
      'docs/decisions/0001-x.md names docs/queue.md, which is not there',
    ])
  })
})

describe('decisions', () => {
  test('each tells its context, its choice and its consequences, under its own number', () => {
    expect(decisions.length).toBeGreaterThan(8)
    expect([...unfinishedDecisions(decisions.map(page)), ...misnumbered(decisions)]).toEqual([])
  })

  test('a decision without consequences, and a number used twice, are found', () => {
    expect(unfinishedDecisions([{ path: 'x.md', text: '# X\n\n## Context\n\na\n\n## Choice\n\nb\n' }])).toEqual([
      'x.md has no “Consequences”',
    ])
    expect(misnumbered(['docs/decisions/0001-a.md', 'docs/decisions/0001-b.md'])).toEqual([
      'docs/decisions/0001-b.md should begin with 0002',
    ])
  })
})
