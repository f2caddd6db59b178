import { type BrowserContext, type Page } from '@playwright/test'
import { withOwner } from '#platform/db.ts'
import { expect, expectAccessible, expectContrast, test } from './fixtures.ts'
import { keptOnDevice, lastLink, openOn, phone } from './pocket-phone.ts'

/** Of the delegation of the Département to Miami, who has an address for the time of the test. */
const traveller = `select id from delegations.member where given_name = 'Roland' and family_name = 'Escoffier-Blanc'
  and mission_id = (select id from missions.mission where title ->> 'fr' like '%Miami%')`

async function giveAddress(databaseUrl: string): Promise<void> {
  await withOwner(databaseUrl, (owner) =>
    owner.query(`insert into delegations.member_contact (member_id, mission_id, organisation_id, email)
      select m.id, m.mission_id, m.organisation_id, 'roland@example.org' from delegations.member m where m.id in (${traveller})
      on conflict (member_id) do update set email = excluded.email`),
  )
}

const leftOnDevice = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: { ...localStorage },
  }))

async function addNote(page: Page, words: string): Promise<void> {
  const moment = page.locator('#programme li').first()
  if (!(await moment.locator('details').getAttribute('open'))) await moment.locator('summary').click()
  await moment.getByRole('textbox', { name: 'Ma note' }).fill(words)
  await moment.getByRole('button', { name: 'Garder la note' }).click()
}

test.describe('une déléguée, sans compte, sur son téléphone', () => {
  let link = ''
  let context: BrowserContext
  test.beforeEach(async ({ house, as }) => {
    await giveAddress(house.databaseUrl)
    const officer = await as('claire')
    await officer.goto('/missions')
    await officer.getByRole('link', { name: /Miami/ }).first().click()
    await officer.waitForURL(/\/missions\/[\w-]+$/)
    await officer.goto(`${officer.url()}/poches`)
    await expectAccessible(officer)
    await officer.getByRole('button', { name: 'Envoyer son lien à Roland Escoffier-Blanc' }).click()
    await expect(officer.getByText('C’est envoyé.')).toBeVisible()
    link = await lastLink(house.databaseUrl)
  })
  test.afterEach(() => context?.setOffline(false))

  test('ouvre son programme une fois, puis le lit sans réseau : rechargé, fermé, rouvert', async ({ visit }) => {
    const page = await visit(phone)
    context = page.context()
    await openOn(page, link)
    await expect(page.getByText('Version 2 du programme', { exact: true })).toBeVisible()
    await expect(page.getByText(/^Synchronisé le/)).toBeVisible()
    await expectAccessible(page)

    await context.setOffline(true)
    await page.reload()

    await expect(page.getByRole('heading', { level: 1, name: /Miami/ })).toBeVisible()
    await expect(page.getByText('Sans réseau : voici ce qui a été synchronisé.')).toBeVisible()
    const programme = page.getByRole('region', { name: 'Mon programme' })
    await expect(programme.getByRole('listitem').first()).toBeVisible()
    await page.close()
    const again = await context.newPage()
    await again.goto('/poche')
    await expect(again.getByText('Version 2 du programme', { exact: true })).toBeVisible()
    await expectAccessible(again)
    await again.emulateMedia({ colorScheme: 'dark' })
    await expectContrast(again)
    expect(await again.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
  })

  test('écrit sans réseau : tout attend en vue, puis part une seule fois', async ({ visit, house }) => {
    const page = await visit(phone)
    context = page.context()
    await openOn(page, link)
    await context.setOffline(true)
    await page.reload()
    await addNote(page, 'Remercier le consul')
    const moment = page.locator('#programme li').first()
    await moment.getByRole('button', { name: 'J’y suis' }).click()
    await page.getByRole('textbox', { name: 'Ce que c’est' }).fill('Taxi de l’aéroport')
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='
    await page.getByLabel('Photo du reçu').setInputFiles({ name: 'taxi.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') })
    await page.getByRole('button', { name: 'Remettre le reçu' }).click()
    await expect(page.getByText('3 saisies attendent le réseau')).toBeVisible()
    await page.reload()
    await expect(page.getByText('3 saisies attendent le réseau')).toBeVisible()
    await expect(moment.locator('summary')).toContainText('J’y suis')
    await expectAccessible(page)

    await context.setOffline(false)

    await expect(page.getByText(/attendent le réseau/)).toBeHidden()
    const entries = page.getByRole('region', { name: 'Mes saisies' })
    await expect(entries.getByText('Envoyé')).toHaveCount(3)
    await expect(entries.getByText('Remis', { exact: true })).toBeVisible()
    const counts = await withOwner(house.databaseUrl, (owner) =>
      owner.query(`select (select count(*)::int from pocket.note where body = 'Remercier le consul') as notes,
        (select count(*)::int from pocket.receipt where label = 'Taxi de l’aéroport') as receipts`),
    )
    expect(counts.rows).toEqual([{ notes: 1, receipts: 1 }])
  })

  test('dont le téléphone n’a plus de place le sait, et rien de ce qui est écrit ne disparaît', async ({ visit }) => {
    const page = await visit(phone)
    context = page.context()
    await openOn(page, link)
    const device = await context.newCDPSession(page)
    await device.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 200_000 })
    await context.setOffline(true)
    const label = page.getByRole('textbox', { name: 'Ce que c’est' })
    await label.fill('Taxi de l’aéroport')
    const heavy = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(3_000_000, 7)])
    await page.getByLabel('Photo du reçu').setInputFiles({ name: 'taxi.pdf', mimeType: 'application/pdf', buffer: heavy })
    await page.getByRole('button', { name: 'Remettre le reçu' }).click()
    await expect(page.getByText(/il manque de place/)).toBeVisible()
    await expect(label).toHaveValue('Taxi de l’aéroport')
    await context.setOffline(false)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: /Miami/ })).toBeVisible()
  })

  test('retrouve deux versions d’une note écrite sur deux appareils, et choisit', async ({ visit }) => {
    const [page, tablet] = [await visit(phone), await visit()]
    context = page.context()
    await openOn(page, link)
    await openOn(tablet, link)
    await context.setOffline(true)
    await page.reload()
    await addNote(page, 'Écrit dans l’avion')
    await addNote(tablet, 'Écrit à l’hôtel')
    await expect(tablet.getByText('Envoyé')).toBeVisible()

    await context.setOffline(false)

    await expect(page.getByText('La note a changé sur un autre appareil. Que garder ?')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Garder les deux' }).click()
    await expect(page.getByText('La note a changé sur un autre appareil. Que garder ?')).toBeHidden()
    await expect(page.getByRole('region', { name: 'Mes saisies' }).getByText('Envoyé')).toBeVisible()
    await tablet.reload()
    await tablet.locator('#programme li').first().locator('summary').click()
    await expect(tablet.locator('#programme li').first().getByRole('textbox', { name: 'Ma note' })).toHaveValue(
      /Écrit à l’hôtel\s+Écrit dans l’avion/,
    )
  })

  test('ferme la poche sans réseau : rien ne reste, et rien ne revient avec le réseau', async ({ visit }) => {
    const page = await visit(phone)
    context = page.context()
    await openOn(page, link)
    await addNote(page, 'Secret')
    await expect(page.getByText('Envoyé')).toBeVisible()
    await context.setOffline(true)
    await page.reload()
    await addNote(page, 'Autre secret')

    await page.getByRole('button', { name: 'Tout effacer de ce téléphone' }).click()
    await page.waitForURL((url) => !url.href.includes('/poche') || url.search === '?ferme').catch(() => undefined)

    await context.setOffline(false)
    const later = await context.newPage()
    await later.goto('/poche')
    await expect(later.getByRole('heading', { level: 1, name: 'Le programme en poche' })).toBeVisible()
    expect(await later.content()).not.toMatch(/Secret|Roland/)
    expect(await leftOnDevice(later)).toEqual({ caches: [], databases: [], local: {} })
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('escale_poche')
  })

  test('dont la poche est reprise ne lit plus rien dès la prochaine ouverture', async ({ visit, as }) => {
    const page = await visit(phone)
    context = page.context()
    await openOn(page, link)
    const officer = await as('claire')
    await officer.goto('/missions')
    await officer.getByRole('link', { name: /Miami/ }).first().click()
    await officer.waitForURL(/\/missions\/[\w-]+$/)
    await officer.goto(`${officer.url()}/poches`)
    await officer.getByRole('button', { name: 'Reprendre la poche de Roland Escoffier-Blanc' }).click()
    await expect(officer.getByText('C’est retiré.')).toBeVisible()

    await page.goto('/poche')

    await expect(page.getByRole('heading', { level: 1, name: 'Le programme en poche' })).toBeVisible()
    await expect.poll(async () => (await leftOnDevice(page)).caches).toEqual([])
  })

  test('garde son téléphone pour elle : les autres pages n’y sont pas gardées, et sans script la poche sert aussi', async ({ visit }) => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    context = page.context()
    await page.goto(link)
    await page.getByRole('button', { name: 'Ouvrir sur ce téléphone' }).click()
    await page.locator('#programme li').first().locator('summary').click()
    await page.locator('#programme li').first().getByRole('button', { name: 'Je n’y suis pas' }).click()
    await expect(page.locator('#programme li').first().locator('summary')).toContainText('Je n’y suis pas')
    await page.getByRole('button', { name: 'Créer une adresse secrète' }).click()
    const address = await page.getByRole('textbox', { name: 'Adresse d’abonnement' }).inputValue()
    const feed = await page.request.get(address)
    expect(feed.headers()['content-type']).toContain('text/calendar')
    expect(await feed.text()).toContain('BEGIN:VTIMEZONE\r\nTZID:America/New_York')
    expect((await page.request.get(address, { headers: { 'if-none-match': feed.headers().etag ?? '' } })).status()).toBe(304)
    await page.getByRole('button', { name: 'Tout effacer de ce téléphone' }).click()
    await expect(page.getByText('La poche est fermée sur ce téléphone')).toBeVisible()
  })
})

test('un agent garde ses documents, coche sa tâche et remet un reçu sans réseau ; le reçu devient une dépense', async ({ ownHouse }) => {
  // The expense stays in the ledger, whose total other journeys count on.
  const house = await ownHouse()
  const { visit, as } = house
  await giveAddress(house.databaseUrl)
  await withOwner(house.databaseUrl, (owner) =>
    owner.query(
      `update delegations.member_contact set email = (select email from auth."user" where name like 'Roland Escoffier%') where member_id in (${traveller})`,
    ),
  )
  const officer = await as('claire')
  await officer.goto('/missions')
  await officer.getByRole('link', { name: /Miami/ }).first().click()
  await officer.waitForURL(/\/missions\/[\w-]+$/)
  const mission = officer.url()
  await officer.goto(`${mission}/taches`)
  await officer.getByRole('textbox', { name: /^Ce qu’il faut faire/ }).fill('Apporter les cadeaux')
  await officer.getByRole('combobox', { name: /^Personne/ }).selectOption({ label: 'Roland Escoffier-Blanc' })
  await officer.getByRole('radio', { name: /^Privée/ }).check()
  await officer.getByRole('button', { name: 'Écrire la tâche' }).click()
  const page = await visit(phone)
  await page.goto('/connexion')
  await page.getByRole('button', { name: /Roland Escoffier-Blanc/ }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('/poche')
  await page
    .getByRole('button', { name: /^Mettre en poche/ })
    .first()
    .click()
  await keptOnDevice(page)
  const first = await page.locator('#programme li').first().locator('p').nth(1).textContent()
  await officer.goto(`${mission}/programme/liste`)
  await officer
    .getByRole('link', { name: first ?? '' })
    .first()
    .click()
  const files = officer.locator('form#document')
  await files
    .getByLabel(/^Fichier/)
    .first()
    .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Entrée par la 3e rue') })
  await files.getByRole('checkbox', { name: 'Partager avec tous les partenaires' }).check()
  await files.getByRole('checkbox', { name: 'Mettre aussi dans la poche des invités' }).check()
  await files.getByRole('button', { name: 'Déposer le fichier' }).click()
  await expect(officer.getByText('Tous les partenaires, et les invités dans leur poche')).toBeVisible()

  await page.reload()
  const documents = page.getByRole('region', { name: 'Documents' })
  await expect(documents.getByRole('listitem').filter({ hasText: 'plan.txt' }).getByText('Sur ce téléphone')).toBeVisible()
  await documents.getByRole('button', { name: /^Garder sur ce téléphone – Livret/ }).click()
  await expect(documents.getByText('Sur ce téléphone')).toHaveCount(2, { timeout: 15_000 })
  await expectAccessible(page)
  const context = page.context()
  await context.setOffline(true)
  await page.reload()
  const plan = await documents.getByRole('link', { name: 'plan.txt' }).getAttribute('href')
  const booklet = await documents.getByRole('link', { name: /^Livret/ }).getAttribute('href')
  const read = (path: string | null) => page.evaluate(async (url) => (await (await fetch(url ?? '')).text()).slice(0, 40), path)
  expect(await read(plan)).toBe('Entrée par la 3e rue')
  expect(await read(booklet)).toContain('%PDF-')
  await page.getByRole('button', { name: 'Dire que c’est fait – Apporter les cadeaux' }).click()
  await expect(page.getByRole('button', { name: 'Ce n’était pas fait – Apporter les cadeaux' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Ce que c’est' }).fill('Taxi du port')
  const large = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 1500 })
    canvas.getContext('2d')?.fillRect(0, 0, 3000, 700)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    return btoa(String.fromCodePoint(...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer())))
  })
  await page.getByLabel('Photo du reçu').setInputFiles({ name: 'taxi.png', mimeType: 'image/png', buffer: Buffer.from(large, 'base64') })
  await page.getByRole('button', { name: 'Remettre le reçu' }).click()
  await expect(page.getByText('2 saisies attendent le réseau')).toBeVisible()
  // A colleague said so meanwhile.
  await officer.goto(`${mission}/taches`)
  await officer.getByRole('button', { name: 'C’est fait : Apporter les cadeaux' }).click()
  await expect(officer.getByRole('button', { name: 'C’est fait : Apporter les cadeaux' })).toHaveCount(0)

  await context.setOffline(false)

  await expect(page.getByText(/Claire Aubanel l’avait déjà dit/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Mes saisies' }).getByText('Envoyé')).toHaveCount(2)
  await expectAccessible(page)
  await officer.goto(`${mission}/poches`)
  await officer.getByRole('link', { name: 'Saisir la dépense – Taxi du port' }).click()
  await expect(officer.getByRole('textbox', { name: 'Précisions' })).toHaveValue('Taxi du port')
  await expect(officer.getByText('Justificatif remis par un voyageur')).toBeVisible()
  await expectAccessible(officer)
  await officer.getByLabel(/^Fournisseur/).fill('Taxi du port')
  await officer.getByRole('combobox', { name: /^Nature/ }).selectOption('transport')
  await officer.getByRole('textbox', { name: /^Montant/ }).fill('23,50')
  await officer.getByRole('button', { name: 'Enregistrer la dépense' }).click()
  await expect(officer.getByText('Taxi du port,')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Mes saisies' }).getByText('Dépense saisie')).toBeVisible()
})

test('qui se déconnecte d’Escale ferme aussi la poche', async ({ visit, house }) => {
  await giveAddress(house.databaseUrl)
  const page = await visit()
  await page.goto('/connexion')
  await page.getByRole('button', { name: /Roland Escoffier-Blanc/ }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await withOwner(house.databaseUrl, (owner) =>
    owner.query(
      `update delegations.member_contact set email = (select email from auth."user" where name like 'Roland Escoffier%') where member_id in (${traveller})`,
    ),
  )
  await page.getByRole('link', { name: 'En poche' }).click()
  await page
    .getByRole('button', { name: /^Mettre en poche/ })
    .first()
    .click()
  await keptOnDevice(page)
  expect((await leftOnDevice(page)).caches).toEqual(['escale-poche'])

  await page.goto('/missions')
  expect(
    await page.evaluate(async () => (await (await caches.open('escale-poche')).keys()).map(({ url }) => new URL(url).pathname)),
  ).not.toContain('/missions')
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.waitForURL('**/connexion')

  await page.goto('/poche')
  await expect(page.getByRole('heading', { level: 1, name: 'Le programme en poche' })).toBeVisible()
  expect((await leftOnDevice(page)).caches).toEqual([])
})
