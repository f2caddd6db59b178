import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AwsClient } from 'aws4fetch'
import { spool } from './spool.ts'
import { type FileStore, contentPath, digestOf, isContentDigest } from './store.ts'

export type S3Settings = {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const timeoutMilliseconds = 60_000

/**
 * Contents as objects of one bucket of an S3-compatible service, addressed by path. The digest travels
 * signed with each upload, so that the service itself refuses a content damaged on the way.
 */
export function openS3Store(settings: S3Settings, pageSize = 1000): FileStore {
  const client = new AwsClient({ ...settings, service: 's3', retries: 4 })
  const bucketUrl = `${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}`
  const request = async (method: string, path: string, init: RequestInit = {}) => {
    const response = await client.fetch(`${bucketUrl}${path}`, { ...init, method, signal: AbortSignal.timeout(timeoutMilliseconds) })
    if (response.ok || response.status === 404) return response
    throw new Error(`the object store answered ${response.status} to ${method} ${path}: ${(await response.text()).slice(0, 300)}`)
  }
  const upload = (sha256: string, body: BodyInit) =>
    request('PUT', `/${contentPath(sha256)}`, { body, headers: { 'x-amz-content-sha256': sha256 } }).then(mustExist)
  return {
    put: async (content) => {
      if (content instanceof Uint8Array) {
        const sha256 = digestOf(content)
        await upload(sha256, Buffer.from(content))
        return { sha256, sizeBytes: content.byteLength }
      }
      const { path, sha256, sizeBytes } = await spool(join(tmpdir(), 'escale-uploads'), content)
      try {
        await upload(sha256, await openAsBlob(path))
      } finally {
        await rm(path, { force: true })
      }
      return { sha256, sizeBytes }
    },
    get: async (sha256) => {
      const response = await request('GET', `/${contentPath(sha256)}`)
      const bytes = Buffer.from(await response.arrayBuffer())
      return response.ok ? bytes : null
    },
    open: async (sha256) => {
      const response = await request('GET', `/${contentPath(sha256)}`)
      if (response.ok && response.body) return { sizeBytes: Number(response.headers.get('content-length')), stream: response.body }
      await response.body?.cancel()
      return null
    },
    has: async (sha256) => (await request('HEAD', `/${contentPath(sha256)}`)).ok,
    delete: async (sha256) => {
      await (await request('DELETE', `/${contentPath(sha256)}`)).body?.cancel()
    },
    list: () =>
      listBucket(async (marker) =>
        mustExist(await request('GET', `?${new URLSearchParams({ marker, 'max-keys': String(pageSize) })}`)).text(),
      ),
  }
}

/** A missing bucket also answers 404: a fault of the configuration, not an absent content. */
function mustExist(response: Response): Response {
  if (response.status === 404) throw new Error('the object store has no such bucket: check S3_BUCKET')
  return response
}

/**
 * ListObjects, page by page, each beginning after the last key of the one before: the oldest form of the
 * call, which every compatible service knows. Keys are ours (hexadecimal), so no XML entity can occur in them.
 */
async function* listBucket(page: (marker: string) => Promise<string>): AsyncIterable<string> {
  let marker = ''
  for (;;) {
    const xml = await page(marker)
    const keys = [...xml.matchAll(/<Key>([^<]+)<\/Key>/g)].map((match) => match[1] ?? '')
    for (const key of keys) {
      const name = key.slice(key.lastIndexOf('/') + 1)
      if (isContentDigest(name)) yield name
    }
    const last = keys.at(-1)
    if (last === undefined || !/<IsTruncated>true</.test(xml)) return
    marker = last
  }
}
