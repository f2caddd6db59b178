import { type Place, type Target, arrows, extraNames, modules } from './arrows.ts'

/** What each place is called in ARCHITECTURE.md, from the doors down to the ground. Rooms of one module alone are told in a table. */
const labels: Partial<Record<Place, string>> = {
  composition: 'src/app, src/routes.ts<br/>composition root',
  doors: 'routes/ api.ts cli.ts jobs.ts<br/>doors of a module',
  ui: 'ui/<br/>components of a noun',
  'front door': 'index.ts<br/>front door',
  usecases: 'usecases/<br/>one verb each',
  schemas: 'schemas.ts<br/>shapes of forms',
  texts: 'texts.*.ts<br/>every sentence',
  sql: 'sql.ts<br/>every statement',
  domain: 'domain/<br/>rules, pure',
  engine: 'engine/<br/>sealed',
  design: 'src/ui<br/>design system',
  platform: 'src/platform',
  actor: 'platform/actor.ts',
  db: 'db/',
  pure: 'platform/pure<br/>nothing of ours',
}

const drawn = Object.keys(labels) as Place[]

/** The arrows of arrows.ts as a Mermaid flowchart. An arrow that follows from two others is left out. */
export function drawing(): string {
  const edges = new Map(drawn.map((place) => [place, targetsOf(place)]))
  const lines = drawn.flatMap((from) => {
    const targets = edges.get(from) ?? []
    return targets
      .filter((to) => !targets.some((between) => between !== to && reaches(edges, between, to)))
      .map((to) => `  ${id(from)} --> ${id(to)}`)
  })
  const earlier = drawn
    .filter((place) => arrows[place].values.includes('earlier'))
    .map((place) => `  ${id(place)} -. "of the modules above" .-> ${id('front door')}`)
  return [
    '```mermaid',
    'flowchart TD',
    ...drawn.map((place) => `  ${id(place)}["${labels[place]}"]`),
    ...lines,
    ...earlier,
    '  usecases -. "of meetings alone" .-> engine',
    '```',
  ].join('\n')
}

/** The same as a table, complete: what code may use, and what it may name the types of besides. */
export function table(): string {
  const rows = Object.entries(arrows).map(
    ([place, { values, types = [] }]) => `| ${place} | ${values.join(', ') || 'nothing'} | ${types.join(', ')} |`,
  )
  const extras = Object.entries(extraNames).map(([name, { why }]) => `| \`${name}\` | ${why} |`)
  return [
    '| A file of… | may use | and name the types of |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `Order of the modules: ${modules.join(', ')}. \`earlier\` stands for the front doors of the modules above one’s own.`,
    '',
    '| Name that one module alone has | Why |',
    '| --- | --- |',
    ...extras,
  ].join('\n')
}

function targetsOf(place: Place): Place[] {
  return arrows[place].values.filter((target: Target): target is Place => drawn.includes(target as Place))
}

function reaches(edges: ReadonlyMap<Place, readonly Place[]>, from: Place, to: Place): boolean {
  return (edges.get(from) ?? []).some((next) => next === to || reaches(edges, next, to))
}

function id(place: Place): string {
  return place.replaceAll(/[^a-z]/g, '')
}
