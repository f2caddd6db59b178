import { type Node, type Source, at, isTest, nodesOf } from './sources.ts'

/** What every module has beside its code: a page that says what it is, a front door, and its sentences in both languages. */
const furniture = ['README.md', 'index.ts', 'texts.ts', 'texts.fr.ts', 'texts.en.ts']

export function missingFurniture(paths: readonly string[]): string[] {
  const modules = new Set(paths.flatMap((path) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? []))
  return [...modules].flatMap((module) => furniture.map((name) => `src/modules/${module}/${name}`)).filter((path) => !paths.includes(path))
}

/** Pages that show the design system to its makers, in invented words of one language. */
const specimen = /^src\/ui\/specimen/
/** The name of a language is written in that language, in every catalogue: there is nothing to translate. */
const endonyms = new Set(['Français', 'English'])
const spokenAttributes = new Set(['label', 'title', 'alt', 'placeholder', 'legend', 'caption', 'hint', 'aria-label', 'description'])
const french = /[àâçéèêëîïôùûœÀÂÇÉÈÊËÎÏÔÙÛŒ’«»]/
const word = /\p{L}{2}/u

/** Words a page shows that no catalogue holds, hence that exist in one language only. */
export function straySentences(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => /^src\/.*(\.tsx|\/routes\/[^/]+\.ts)$/.test(path) && !isTest(path) && !specimen.test(path))
    .flatMap((source) =>
      [...nodesOf(source)].filter(isSpoken).map((node) => `${at(source, node.start)} says “${String(wordsOf(node)).trim().slice(0, 40)}”`),
    )
}

function isSpoken(node: Node): boolean {
  const words = wordsOf(node)
  if (words === null || endonyms.has(words)) return false
  if (node.type === 'JSXText') return word.test(words)
  if (node.type === 'JSXAttribute') return word.test(words) && spokenAttributes.has(String((node.name as Node).name))
  return french.test(words)
}

function wordsOf(node: Node): string | null {
  if (node.type === 'JSXText' || node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type === 'TemplateElement') return (node.value as { raw: string }).raw
  return node.type === 'JSXAttribute' && (node.value as Node | null)?.type === 'Literal' ? String((node.value as Node).value) : null
}

/** Words and names that are written alike in French and in English. To add one is to say: this is translated, and that is how. */
const alike = new Set(
  [
    'action, administration, association, communication, culture, date, dates, document, escale, information, invitation, licence, menu, message, messages, mission, missions',
    'notes, organisation, organisations, places, port, programme, sessions, site, source, total, transport, version, word',
    // An institution keeps its name; N, S and E are points of the compass.
    'absent, vote, département, n, s, e, wikidata, wikidata (q1449), geonames, geonames (3176219)',
  ].flatMap((line) => line.split(', ')),
).add('geonames, licence cc by 4.0')

/** « SIREN », « UN/LOCODE (ports) »: the name of a standard. */
const acronym = /^[A-Z][A-Z0-9/-]+( \([a-z]+\))?$/

/** Keys of one language that the other lacks or fills with something else, and sentences left as they were. */
export function catalogueGaps(fr: unknown, en: unknown, key = ''): string[] {
  if (typeof fr !== typeof en || Array.isArray(fr) !== Array.isArray(en)) return [`${key} is not the same thing in both languages`]
  if (typeof fr === 'string')
    return (fr.trim() === '') !== (String(en).trim() === '')
      ? [`${key} is empty in one language`]
      : isLeftAsItWas(fr, String(en))
        ? [`${key} is not translated: “${fr}”`]
        : []
  if (typeof fr === 'function') return fr.length === (en as () => void).length ? [] : [`${key} does not take the same number of arguments`]
  if (typeof fr !== 'object' || fr === null || en === null) return []
  const [french, english] = [fr, en] as [Record<string, unknown>, Record<string, unknown>]
  return [...new Set([...Object.keys(french), ...Object.keys(english)])].flatMap((name) => {
    const path = key === '' ? name : `${key}.${name}`
    if (!(name in french)) return [`${path} has no French`]
    return name in english ? catalogueGaps(french[name], english[name], path) : [`${path} has no English`]
  })
}

function isLeftAsItWas(fr: string, en: string): boolean {
  return fr === en && /\p{L}/u.test(fr) && !acronym.test(fr) && !alike.has(fr.toLowerCase())
}

/** Names of the events a file adds to the journal: members of `interface JournalEvents`, or the union it extends by. */
export function eventsOf(source: Source, unionNamed: (source: Source, name: string) => string[]): string[] {
  return [...nodesOf(source)]
    .filter((node) => node.type === 'TSInterfaceDeclaration' && (node.id as Node).name === 'JournalEvents')
    .flatMap((node) => {
      const members = ((node.body as Node).body as Node[]).map((member) => String((member.key as Node).value))
      const parents = (node.extends as Node[] | undefined) ?? []
      const unions = parents.flatMap((parent) => ((parent.typeArguments as Node | null)?.params as Node[] | undefined)?.slice(0, 1) ?? [])
      return [...members, ...unions.flatMap((union) => unionNamed(source, String((union.typeName as Node | undefined)?.name)))]
    })
}

/** Route modules that no address leads to, and addresses that lead nowhere. */
export function orphanRoutes(routes: Source, paths: readonly string[]): string[] {
  const named = new Set(
    [...nodesOf(routes)].flatMap((node) =>
      node.type === 'Literal' && /\/routes\/.+\.tsx?$/.test(String(node.value)) ? [`src/${String(node.value)}`] : [],
    ),
  )
  const present = paths.filter((path) => /^src\/(app|modules\/[^/]+)\/routes\/[^/]+\.tsx$/.test(path) && !isTest(path))
  return [
    ...present.filter((path) => !named.has(path)).map((path) => `${path} has no address in src/routes.ts`),
    ...[...named].filter((path) => !paths.includes(path)).map((path) => `src/routes.ts leads to ${path}, which is not there`),
  ]
}
