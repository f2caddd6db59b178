import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unionNamed } from './check-lists.ts'
import { housePaths, houseSources, root } from './sources.ts'
import { catalogueGaps, eventsOf, missingFurniture, orphanRoutes, straySentences } from './text-rules.ts'

const house = houseSources()
const paths = housePaths()

/** Every `{ fr, en }` of the house. */
async function catalogues(): Promise<[string, { fr: unknown; en: unknown }][]> {
  const files = house.filter(({ path }) => /^src\/.*\btexts\.ts$/.test(path))
  const loaded = await Promise.all(
    files.map(async ({ path }) => Object.entries((await import(join(root, path))) as Record<string, unknown>)),
  )
  return loaded
    .flat()
    .filter(
      (entry): entry is [string, { fr: unknown; en: unknown }] => typeof entry[1] === 'object' && entry[1] !== null && 'fr' in entry[1],
    )
}

describe('a module is furnished', () => {
  test('each has its page, its front door and its sentences in both languages', () => {
    expect(missingFurniture(paths)).toEqual([])
  })

  test('a module without them is found', () => {
    expect(missingFurniture(['src/modules/calls/domain/call.ts', 'src/modules/calls/README.md', 'src/modules/calls/index.ts'])).toEqual([
      'src/modules/calls/texts.ts',
      'src/modules/calls/texts.fr.ts',
      'src/modules/calls/texts.en.ts',
    ])
  })
})

describe('catalogues', () => {
  test('French and English say the same things, and nothing is left untranslated', async () => {
    const all = await catalogues()

    expect(all.length).toBeGreaterThan(6)
    expect(all.flatMap(([name, { fr, en }]) => catalogueGaps(fr, en, name))).toEqual([])
  })

  test.each([
    ['a key of one language', { a: 'oui', b: 'non' }, { a: 'yes' }, ['b has no English']],
    ['a key of the other', { a: 'oui' }, { a: 'yes', b: 'no' }, ['b has no French']],
    [
      'a sentence left as it was',
      { form: { save: 'Enregistrer' } },
      { form: { save: 'Enregistrer' } },
      ['form.save is not translated: “Enregistrer”'],
    ],
    ['an empty sentence', { a: 'oui' }, { a: ' ' }, ['a is empty in one language']],
    ['a text for a function', { a: (n: number) => `${n} jours` }, { a: 'days' }, ['a is not the same thing in both languages']],
    ['an argument forgotten', { a: (n: number) => `${n} jours` }, { a: () => 'days' }, ['a does not take the same number of arguments']],
  ])('%s is found', (_, fr, en, gaps) => {
    expect(catalogueGaps(fr, en)).toEqual(gaps)
  })

  test('a word that is written alike in both is no gap', () => {
    expect(catalogueGaps({ title: 'Missions' }, { title: 'Missions' })).toEqual([])
  })
})

describe('sentences live in catalogues', () => {
  test('no page says anything of its own', () => {
    expect(straySentences(house)).toEqual([])
  })

  test.each([
    ['between tags', 'export const P = () => <p>Enregistrer</p>'],
    ['in a label', 'export const P = () => <TextField label="Save" name="x" />'],
    ['in a text with accents', `export const sentence = 'Mission confirmée'`],
    ['in a template', 'export const sentence = (n: number) => `${n} dépenses`'],
    ['for a reader of screens only', 'export const P = () => <button aria-label="Close" />'],
  ])('a sentence %s is found', (_, text) => {
    expect(straySentences([{ path: 'src/modules/budget/ui/x.tsx', text }])).toHaveLength(1)
  })

  test('names, classes, comments and signs are no sentences', () => {
    const text = `// Déjà vu\nexport const P = () => <p className="wide" id="total">{total} · <Tag kind="late" /></p>`

    expect(straySentences([{ path: 'src/modules/budget/ui/x.tsx', text }])).toEqual([])
  })
})

describe('the journal', () => {
  const events = house.filter(({ path }) => path.startsWith('src/')).flatMap((source) => eventsOf(source, unionNamed))

  test('every event has its sentence in both languages, and every sentence its event', async () => {
    const { eventTexts } = await import('#app/event-texts.ts')

    expect(Object.keys(eventTexts.fr).sort()).toEqual([...new Set(events)].sort())
    expect(Object.keys(eventTexts.en).sort()).toEqual([...new Set(events)].sort())
  })

  test('events are read from members and from unions', () => {
    const text = `type CallEvent = 'call.opened' | 'call.closed'\ndeclare module '#platform/journal.ts' { interface JournalEvents extends Record<CallEvent, true> { 'call.moved': true } }`

    expect(eventsOf({ path: 'src/modules/calls/domain/events.ts', text }, unionNamed)).toEqual(['call.moved', 'call.closed', 'call.opened'])
  })
})

describe('addresses', () => {
  const routes = house.find(({ path }) => path === 'src/routes.ts') ?? { path: 'src/routes.ts', text: '' }

  test('every page has one, and every one leads to a page', () => {
    expect(orphanRoutes(routes, paths)).toEqual([])
  })

  test('a page without address and an address without page are found', () => {
    const planted = { path: 'src/routes.ts', text: `route('appels', 'modules/calls/routes/calls.tsx')` }

    expect(orphanRoutes(planted, ['src/modules/calls/routes/call.tsx'])).toEqual([
      'src/modules/calls/routes/call.tsx has no address in src/routes.ts',
      'src/routes.ts leads to src/modules/calls/routes/calls.tsx, which is not there',
    ])
  })
})
