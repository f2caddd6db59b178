import type { Services } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Needs, ToldNeeds } from '../domain/needs.ts'
import { secretDigest } from '../domain/secret.ts'
import * as sql from '../sql/needs.ts'

type Door = Pick<Services, 'db' | 'now'>

/** What an applicant with a place told of their needs; null without a place. */
export function readOwnNeeds({ db }: Door, secret: string): Promise<ToldNeeds | null> {
  return sql.readOwnNeeds(db.web, secretDigest(secret))
}

/** Tells them, or tells them anew. @refuses closed without a place, or once the journey is over */
export async function tellNeeds({ db, now }: Door, secret: string, needs: Needs): Promise<Outcome<null, { readonly code: 'closed' }>> {
  return (await sql.writeOwnNeeds(db.web, secretDigest(secret), needs, now())) ? ok(null) : refused({ code: 'closed' })
}
