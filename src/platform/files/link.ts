import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { OrganisationId } from '../actor.ts'
import type { Ctx, Services } from '../context.ts'
import { type Id, asId } from '../pure/ids.ts'
import { type Instant, millisecondsOf } from '../pure/instant.ts'
import { type Outcome, ok, refused } from '../pure/outcome.ts'

export type FileId = Id<'file'>

/** Who may fetch which file: the route that serves it reads no cookie, the link itself is the permission. */
export type FileGrant = { readonly fileId: FileId; readonly organisationId: OrganisationId }

const stepSeconds = 15 * 60

/** One key per purpose, all from the root secret: a signature of one kind is worth nothing elsewhere. */
function linkKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'escale file links', 32))
}

/**
 * The address of a file for the organisation that looks at it: good for 15 to 30 minutes. It ends on a
 * quarter of an hour, so that the pages of that time share one address and the browser its cache.
 */
export function fileLink(ctx: Pick<Ctx, 'services' | 'actor' | 'now'>, file: { readonly id: FileId; readonly name: string }): string {
  const token = fileToken(ctx.services, { fileId: file.id, organisationId: ctx.actor.organisationId }, ctx.now)
  return `/fichiers/${token}/${encodeURIComponent(file.name)}`
}

export function fileToken(services: Pick<Services, 'secret'>, { fileId, organisationId }: FileGrant, now: Instant): string {
  const expiry = (Math.floor(millisecondsOf(now) / 1000 / stepSeconds) + 2) * stepSeconds
  const grant = Buffer.alloc(36)
  grant.write(fileId.replaceAll('-', ''), 0, 'hex')
  grant.write(organisationId.replaceAll('-', ''), 16, 'hex')
  grant.writeUInt32BE(expiry, 32)
  return Buffer.concat([grant, signature(services.secret, grant)]).toString('base64url')
}

/** @refuses link_invalid when we did not write it, link_expired when we did, some time ago. */
export function readFileToken(
  services: Pick<Services, 'secret'>,
  token: string,
  now: Instant,
): Outcome<FileGrant & { readonly secondsLeft: number }, { readonly code: 'link_invalid' | 'link_expired' }> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 68 || bytes.toString('base64url') !== token) return refused({ code: 'link_invalid' })
  const grant = bytes.subarray(0, 36)
  if (!timingSafeEqual(signature(services.secret, grant), bytes.subarray(36))) return refused({ code: 'link_invalid' })
  const secondsLeft = grant.readUInt32BE(32) - Math.floor(millisecondsOf(now) / 1000)
  if (secondsLeft <= 0) return refused({ code: 'link_expired' })
  return ok({ fileId: asId(uuidAt(grant, 0)), organisationId: asId(uuidAt(grant, 16)), secondsLeft })
}

function signature(secret: string, grant: Uint8Array): Buffer {
  return createHmac('sha256', linkKey(secret)).update(grant).digest()
}

function uuidAt(bytes: Buffer, start: number): string {
  return bytes.toString('hex', start, start + 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
