import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { act, readAs } from '../context.ts'
import { withOwner } from '../db.ts'
import { asId } from '../pure/ids.ts'
import { addMinutes } from '../pure/instant.ts'
import { ok, refused, valueOf } from '../pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { filesApp } from './app.ts'
import { type KeptFile, forgetFile, keepFile, loadFile, maxFileBytes } from './keep-file.ts'
import { fileLink, fileToken } from './link.ts'
import { digestOf } from './store.ts'
import { sweepContents } from './sweep.ts'

let platform: TestPlatform
let lead: TestOrganisation
let partner: TestOrganisation
let stranger: TestOrganisation
const missionId = asId<'mission'>(crypto.randomUUID())

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  lead = await aWorkspace(platform, 'Département')
  partner = await aWorkspace(platform, 'Port')
  stranger = await aWorkspace(platform, 'Ville voisine')
  await withOwner(platform.ownerUrl, async (owner) => {
    await owner.query(`insert into missions.mission (id, lead_organisation_id, title) values ($1, $2, '{"fr": "Miami"}')`, [
      missionId,
      lead.organisationId,
    ])
    await owner.query(`insert into missions.partner (mission_id, organisation_id, role) values ($1, $2, 'lead'), ($1, $3, 'partner')`, [
      missionId,
      lead.organisationId,
      partner.organisationId,
    ])
  })
})

afterAll(() => platform.close())

async function keep(organisation: TestOrganisation, file: Parameters<typeof keepFile>[1]): Promise<KeptFile> {
  return valueOf(await act(platform.services, organisation.caller, (ctx) => keepFile(ctx, file)))
}

/** The link that a page of this organisation would carry. */
function linkOf(file: KeptFile, reader: TestOrganisation = lead): Promise<string> {
  return readAs(platform.services, reader.caller, async (ctx) => fileLink(ctx, file))
}

function fetchFile(path: string, init?: RequestInit) {
  return filesApp(platform.services).request(new Request(`https://escale.example${path.replace('/fichiers', '')}`, init))
}

test('a receipt is kept with what it is, its clean name and its digest', async () => {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')

  const file = await keep(lead, { name: 'dossier/reçu hôtel.pdf', bytes })

  expect(file).toEqual({
    id: file.id,
    organisationId: lead.organisationId,
    name: 'reçu hôtel.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 29,
    sha256: digestOf(bytes),
  })
  expect(await readAs(platform.services, lead.caller, (ctx) => loadFile(ctx, file.id))).toEqual(file)
  expect(await platform.services.files.get(file.sha256)).toEqual(bytes)
})

test.each([
  ['an empty file', { name: 'vide.txt', bytes: new Uint8Array() }, { code: 'file_empty' }],
  [
    'a file beyond the limit',
    { name: 'film.bin', bytes: new Uint8Array(maxFileBytes + 1) },
    { code: 'file_too_large', sizeBytes: maxFileBytes + 1, maxBytes: maxFileBytes },
  ],
  ['a file shared without a mission', { name: 'note.txt', bytes: Buffer.from('x'), isShared: true }, { code: 'file_shared_with_nobody' }],
])('%s is refused', async (_, file, problem) => {
  expect(await act(platform.services, lead.caller, (ctx) => keepFile(ctx, file))).toEqual(refused(problem))
})

test('a file shared with the mission is read by its partners, a private one by its owner alone', async () => {
  const shared = await keep(lead, { name: 'programme.txt', bytes: Buffer.from('Programme'), missionId, isShared: true })
  const secret = await keep(lead, { name: 'notes.txt', bytes: Buffer.from('Notes'), missionId })

  const asPartner = (file: KeptFile) => readAs(platform.services, partner.caller, (ctx) => loadFile(ctx, file.id))
  const asStranger = (file: KeptFile) => readAs(platform.services, stranger.caller, (ctx) => loadFile(ctx, file.id))

  expect(await asPartner(shared)).toEqual(shared)
  await expect(asPartner(secret)).rejects.toThrow('nothing here')
  await expect(asStranger(shared)).rejects.toThrow('nothing here')
})

test('a stranger cannot slip a file into a mission it does not take part in, even past the application', async () => {
  const attempt = act(platform.services, stranger.caller, (ctx) =>
    keepFile(ctx, { name: 'spam.txt', bytes: Buffer.from('spam'), missionId, isShared: true }),
  )
  const bypass = act(platform.services, stranger.caller, async (ctx) => {
    await ctx.tx
      .insertInto('app.file')
      .values({
        organisationId: ctx.actor.organisationId,
        missionId,
        isShared: true,
        sha256: Buffer.alloc(32),
        sizeBytes: 1n,
        mediaType: 'text/plain',
        name: 'spam.txt',
      })
      .execute()
    return ok(null)
  })

  await expect(attempt).rejects.toThrow('nothing here')
  await expect(bypass).rejects.toThrow('row-level security')
})

test('the link of a file serves it without any cookie, as what it is', async () => {
  const file = await keep(lead, { name: 'Relevé été.txt', bytes: Buffer.from('Déjeuner 24,70') })

  const response = await fetchFile(await linkOf(file))

  expect(response.status).toBe(200)
  expect(await response.text()).toBe('Déjeuner 24,70')
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'text/plain;charset=utf-8',
    'content-length': '15',
    'content-disposition': `inline; filename="Releve ete.txt"; filename*=UTF-8''Relev%C3%A9%20%C3%A9t%C3%A9.txt`,
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, max-age=1800, immutable',
    etag: `"${file.sha256}"`,
  })
})

test('a drawing and a page leave as attachments, whatever their name says', async () => {
  const drawing = await keep(lead, { name: 'logo.png', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })
  const page = await keep(lead, { name: 'page.txt', bytes: Buffer.from('<html><script>alert(1)</script></html>') })

  const answers = await Promise.all([drawing, page].map(async (file) => fetchFile(await linkOf(file))))

  expect(answers.map((answer) => [answer.headers.get('content-type'), answer.headers.get('content-disposition')?.split(';')[0]])).toEqual([
    ['image/svg+xml', 'attachment'],
    ['text/html', 'attachment'],
  ])
})

test('a link that was altered, or made for a file of others, finds nothing; an old one says that it has expired', async () => {
  const file = await keep(lead, { name: 'note.txt', bytes: Buffer.from('Note') })
  const link = await linkOf(file)
  const altered = link.replace(/^\/fichiers\/(.)/, (_, first) => `/fichiers/${first === 'A' ? 'B' : 'A'}`)
  const now = platform.services.now()
  const grant = { fileId: file.id, organisationId: lead.organisationId }
  const forOthers = await linkOf(file, stranger)
  const ofAnotherSecret = `/fichiers/${fileToken({ secret: 'x'.repeat(40) }, grant, now)}/note.txt`
  const old = `/fichiers/${fileToken(platform.services, grant, addMinutes(now, -31))}/note.txt`

  const statuses = await Promise.all([altered, forOthers, ofAnotherSecret, old].map(async (path) => (await fetchFile(path)).status))

  expect(statuses).toEqual([404, 404, 404, 410])
})

test('a partner who was given a link no longer reads the file once it is unshared', async () => {
  const file = await keep(lead, { name: 'plan.txt', bytes: Buffer.from('Plan de table'), missionId, isShared: true })
  const link = await linkOf(file, partner)
  expect((await fetchFile(link)).status).toBe(200)

  await withOwner(platform.ownerUrl, (owner) => owner.query('update app.file set is_shared = false where id = $1', [file.id]))

  expect((await fetchFile(link)).status).toBe(404)
})

test('a browser that holds the content already is not sent it again', async () => {
  const file = await keep(lead, { name: 'note.txt', bytes: Buffer.from('Même note') })

  const response = await fetchFile(await linkOf(file), { headers: { 'if-none-match': `"${file.sha256}"` } })

  expect([response.status, await response.text()]).toEqual([304, ''])
})

test('the sweep removes what no row names: contents of refused requests and of forgotten files, never one that is shared by two rows', async () => {
  const gone = await keep(lead, { name: 'a.txt', bytes: Buffer.from('forgotten') })
  const twice = await keep(lead, { name: 'b.txt', bytes: Buffer.from('kept twice') })
  const again = await keep(partner, { name: 'c.txt', bytes: Buffer.from('kept twice') })
  const refusal = await act(platform.services, lead.caller, async (ctx) => {
    await keepFile(ctx, { name: 'd.txt', bytes: Buffer.from('refused later') })
    return refused({ code: 'too_late' })
  })
  for (const file of [gone, twice]) {
    await act(platform.services, lead.caller, async (ctx) => {
      await forgetFile(ctx, file.id)
      return ok(null)
    })
  }

  await withOwner(platform.ownerUrl, (owner) => sweepContents(owner, platform.services.files))

  const { files } = platform.services
  expect(refusal.ok).toBe(false)
  expect(await files.has(gone.sha256)).toBe(false)
  expect(await files.has(digestOf(Buffer.from('refused later')))).toBe(false)
  expect(await files.get(again.sha256)).toEqual(Buffer.from('kept twice'))
})

test('the sweep leaves alone a content whose row is about to be committed', async () => {
  const kept = await act(platform.services, lead.caller, async (ctx) => {
    const file = await keepFile(ctx, { name: 'e.txt', bytes: Buffer.from('being written') })
    await withOwner(platform.ownerUrl, (owner) => sweepContents(owner, platform.services.files))
    return file
  })

  expect(await platform.services.files.has(valueOf(kept).sha256)).toBe(true)
})

test('a file is not forgotten by another organisation, nor by a partner who may read it', async () => {
  const file = await keep(lead, { name: 'f.txt', bytes: Buffer.from('mine'), missionId, isShared: true })
  const forget = (organisation: TestOrganisation) =>
    act(platform.services, organisation.caller, async (ctx) => {
      await forgetFile(ctx, file.id)
      return ok(null)
    })

  await expect(forget(partner)).rejects.toThrow('nothing here')
  await expect(forget(stranger)).rejects.toThrow('nothing here')
})
