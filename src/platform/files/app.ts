import { sql } from 'kysely'
import { Hono } from 'hono'
import { NotFound } from '../actor.ts'
import type { Services } from '../context.ts'
import { describeDelivery } from './delivery.ts'
import { type KeptFile, loadFile } from './keep-file.ts'
import { type FileGrant, readFileToken } from './link.ts'

/**
 * Serves stored files, to be mounted at `/fichiers`. It reads no cookie and sets none: a file of a
 * stranger, even a hostile one, is never served with anyone's session. The link says for whom; the
 * database still decides, so a file unshared since the link was made is no longer found.
 */
export function filesApp(services: Services): Hono {
  return new Hono().get('/:token/:name', async (c) => {
    const grant = readFileToken(services, c.req.param('token'), services.now())
    if (!grant.ok && grant.problem.code === 'link_expired')
      return c.text('Ce lien a expiré : rechargez la page. / This link has expired: reload the page.', 410)
    const file = grant.ok ? await findFile(services, grant.value) : null
    if (!grant.ok || !file) return c.text('Ce fichier est introuvable. / This file cannot be found.', 404)
    const etag = `"${file.sha256}"`
    const caching = { etag, 'cache-control': `private, max-age=${grant.value.secondsLeft}, immutable` }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, caching)
    const content = await services.files.open(file.sha256)
    if (!content) throw new Error(`the store has lost the content ${file.sha256} of file ${file.id}`)
    return c.body(content.stream, 200, { ...describeDelivery(file), ...caching })
  })
}

async function findFile(services: Services, grant: FileGrant): Promise<KeptFile | null> {
  try {
    return await services.db.web.transaction().execute(async (tx) => {
      await sql`select set_config('app.organisation', ${grant.organisationId}, true)`.execute(tx)
      return loadFile({ tx }, grant.fileId)
    })
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}
