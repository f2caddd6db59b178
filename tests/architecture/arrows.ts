/**
 * Who may import whom, as data: the tests of this folder obey it, and the diagram of ARCHITECTURE.md is drawn from it.
 * To allow an arrow is an architectural decision: say why in the commit that adds it.
 */

/** The modules, in order. A module may ask those above it through their front door, and tells those below it by jobs. */
export const modules = [
  'directory',
  'identity',
  'strategy',
  'agreements',
  'relations',
  'missions',
  'delegations',
  'programme',
  'registration',
  'departure',
  'visits',
  'meetings',
  'budget',
  'acts',
  'calls',
  'impact',
  'pocket',
  'portal',
] as const

/** Every place a file can be in. The rooms from `domain` on are those of a module. */
export const places = [
  'engine',
  'pure',
  'actor',
  'platform',
  'design',
  'db',
  'composition',
  'domain',
  'sql',
  'usecases',
  'schemas',
  'texts',
  'ui',
  'doors',
  'front door',
  'auth',
  'visitor',
  'documents',
  'scdl',
  'reference',
] as const
export type Place = (typeof places)[number]

/** `earlier`: the front doors of the modules above one's own. `meetings → engine` is the only way into the engine. */
export type Target = Place | 'earlier'

type Arrows = {
  /** What its code may use at run time. A place may always use itself. */
  readonly values: readonly Target[]
  /** What it may name besides: a type leaves no trace at run time. */
  readonly types?: readonly Target[]
}

const everythingOfTheModule = [
  'domain',
  'sql',
  'usecases',
  'schemas',
  'texts',
  'ui',
  'auth',
  'visitor',
  'documents',
  'scdl',
  'reference',
] as const

export const arrows: Readonly<Record<Place, Arrows>> = {
  // Sealed: no clock, no randomness, no input or output, nothing of ours.
  engine: { values: [] },
  pure: { values: [] },
  // Roles, `hasRole`, `allow`: the only part of the platform that rules of a domain may use.
  actor: { values: ['pure'] },
  platform: { values: ['pure', 'actor'], types: ['db'] },
  design: { values: ['pure'] },
  db: { values: [], types: ['pure'] },
  composition: {
    values: ['platform', 'pure', 'actor', 'design', 'db', 'front door', 'doors', 'texts', 'ui', 'schemas', 'auth', 'visitor'],
  },

  domain: { values: ['pure', 'actor'], types: ['platform', 'auth', 'earlier'] },
  sql: { values: ['domain', 'platform', 'pure', 'actor'], types: ['db', 'auth', 'earlier'] },
  usecases: {
    // `schemas`: the rows of an import are read with the shapes of the forms.
    values: ['domain', 'sql', 'schemas', 'texts', 'auth', 'visitor', 'documents', 'scdl', 'platform', 'pure', 'actor', 'earlier'],
  },
  schemas: { values: ['domain', 'texts', 'pure', 'actor'], types: ['platform', 'usecases', 'earlier'] },
  texts: { values: ['domain', 'pure'], types: ['platform', 'usecases', 'auth', 'earlier'] },
  // A component never reaches a query: it names the types of what it shows, and no more.
  ui: { values: ['domain', 'texts', 'design', 'pure', 'actor'], types: ['platform', 'sql', 'usecases', 'schemas', 'earlier'] },
  doors: { values: [...everythingOfTheModule, 'design', 'platform', 'pure', 'actor', 'earlier'] },
  'front door': { values: ['domain', 'sql', 'usecases', 'texts', 'documents', 'scdl'] },

  // identity: the sign-in library on our tables, and who is in front of the page.
  auth: { values: ['domain', 'sql', 'usecases', 'texts', 'visitor', 'platform', 'pure', 'actor'] },
  visitor: { values: ['domain', 'sql', 'platform', 'pure', 'actor'], types: ['auth'] },
  // acts: from a document to its files, and to its line of open data.
  documents: { values: ['domain', 'platform', 'pure'] },
  scdl: { values: ['domain', 'reference', 'pure'] },
  reference: { values: [] },
}

/**
 * The closed list of names in a module, so that no attic ever opens. Tests and fixtures stand beside what they test.
 * `api`, `sql`, `schemas` and `texts` become a folder, one file per part of the noun, once they grow.
 */
export const names: Readonly<Record<string, Place | 'document'>> = {
  'README.md': 'document',
  'index.ts': 'front door',
  'routes/': 'doors',
  'api.ts': 'doors',
  'api/': 'doors',
  'cli.ts': 'doors',
  'jobs.ts': 'doors',
  'usecases/': 'usecases',
  'domain/': 'domain',
  'sql.ts': 'sql',
  'sql/': 'sql',
  'schemas/': 'schemas',
  'texts/': 'texts',
  'sql.golden.sql': 'document',
  'ui/': 'ui',
  'schemas.ts': 'schemas',
  'texts.ts': 'texts',
  'texts.fr.ts': 'texts',
  'texts.en.ts': 'texts',
}

/** Names that one module alone has, with the reason. */
export const extraNames: Readonly<Record<string, { readonly place: Place; readonly why: string }>> = {
  'identity/auth.ts': { place: 'auth', why: 'the sign-in library is a door of its own kind: it answers requests and owns cookies' },
  'identity/auth/': { place: 'auth', why: 'its parts' },
  'identity/visitor.ts': { place: 'visitor', why: 'the server asks who is there before any route is chosen' },
  'acts/documents/': { place: 'documents', why: 'typesetting in worker threads: neither a rule nor a query' },
  'acts/scdl/': { place: 'scdl', why: 'a national format with checks of its own' },
  'acts/reference/': { place: 'reference', why: 'published data, with source and licence' },
}
