import { data } from 'react-router'
import { servicesContext } from '#platform/web.ts'
import { readFeed } from '../usecases/calendar-feed.ts'
import type { Route } from './+types/calendar-feed.ts'

/** The calendar behind a secret address. A calendar that has it already is told so (RFC 9110, 13.1): releases are rare, and readings are not. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const feed = params.file.endsWith('.ics') ? await readFeed(context.get(servicesContext), params.file.slice(0, -4)) : null
  if (!feed) throw data(null, { status: 404 })
  const headers = {
    'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'Content-Disposition': 'inline; filename="programme.ics"',
    'Cache-Control': 'private, no-cache',
    ETag: feed.etag,
    'Last-Modified': new Date(feed.modifiedAt).toUTCString(),
    'X-Robots-Tag': 'noindex',
  }
  return isKnown(request.headers, feed) ? new Response(null, { status: 304, headers }) : new Response(feed.body, { headers })
}

function isKnown(headers: Headers, { etag, modifiedAt }: { readonly etag: string; readonly modifiedAt: string }): boolean {
  const tags = headers.get('if-none-match')
  // A server in between may have made the tag a weak one.
  if (tags !== null) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return Math.floor(Date.parse(modifiedAt) / 1000) * 1000 <= since
}
