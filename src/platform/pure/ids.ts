import { assert, ok, refused, type Outcome } from './outcome.ts'

declare const noun: unique symbol

/** The identity of one row: `Id<'mission'>` cannot be given where an `Id<'organisation'>` is expected. */
export type Id<Noun extends string> = string & { readonly [noun]: Noun }

export type IdProblem = { readonly code: 'id_malformed'; readonly text: string }

/** RFC 9562 text form, any version, either case: what PostgreSQL's `uuid` type accepts and prints. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}

/** Reads an id that came from outside (URL, form, file), in the lower case PostgreSQL prints, so that ids compare as strings. */
export function parseId<Noun extends string>(text: unknown): Outcome<Id<Noun>, IdProblem> {
  return isUuid(text) ? ok(text.toLowerCase() as Id<Noun>) : refused({ code: 'id_malformed', text: String(text) })
}

/** Names an id we already trust, such as one read from our own database. */
export function asId<Noun extends string>(text: string): Id<Noun> {
  assert(isUuid(text), `an id is a UUID, not "${text}"`)
  return text.toLowerCase() as Id<Noun>
}
