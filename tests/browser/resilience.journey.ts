import type { Page, Response } from '@playwright/test'
import { withOwner } from '#platform/db.ts'
import { type House, expect, expectAccessible, test } from './fixtures.ts'
import { newMission } from './new-mission.ts'

for (const javaScriptEnabled of [true, false]) {
  test(`une dépense envoyée deux fois n’est comptée qu’une fois, ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript`, async ({ as }) => {
    const page = await as('claire', { javaScriptEnabled })
    const mission = await newMission(page, 'Mission au doigt nerveux')
    await page.goto(`${mission}/depenses/nouvelle`)
    await fillExpense(page, 'Taxis pressés')

    await page.getByRole('button', { name: 'Enregistrer la dépense' }).dblclick()

    await expect(page.getByText('Dépense enregistrée')).toBeVisible()
    await page.goto(`${mission}/depenses`)
    await expect(page.getByRole('link', { name: 'Taxis pressés' })).toHaveCount(1)
    await expect(page.getByRole('row', { name: /^Total de votre organisation/ })).toContainText('12,00 €')
  })
}

for (const javaScriptEnabled of [true, false]) {
  test(`deux collègues corrigent la même dépense : le second garde ce qu’il a écrit, ${javaScriptEnabled ? 'avec' : 'sans'} JavaScript`, async ({
    as,
  }) => {
    const first = await as('claire', { javaScriptEnabled })
    const mission = await newMission(first, 'Mission aux deux plumes')
    await first.goto(`${mission}/depenses/nouvelle`)
    await fillExpense(first, 'Taxis disputés')
    await first.getByRole('button', { name: 'Enregistrer la dépense' }).click()
    await expect(first.getByText('Dépense enregistrée')).toBeVisible()
    await first.goto(`${mission}/depenses`)
    await first.getByRole('link', { name: 'Taxis disputés' }).click()
    await first.getByRole('link', { name: 'Corriger', exact: true }).click()
    await expect(first.getByRole('region', { name: 'Corriger la ligne' })).toBeVisible()
    const second = await as('mehdi', { javaScriptEnabled })
    await second.goto(first.url())

    await replaceLine(first, '13,00', 'Le reçu dit treize euros')
    await expect(first.getByText('13,00 €').first()).toBeVisible()
    await replaceLine(second, '14,00', 'Le chauffeur a dit quatorze')

    await expect(second.getByText('voici ce que vous aviez écrit')).toBeVisible()
    const differences = second.getByRole('table', { name: 'Votre correction et la ligne au registre' })
    await expect(differences).toContainText('14,00')
    await expect(differences).toContainText('13,00 €')
    await expect(differences).toContainText('Le chauffeur a dit quatorze')
    if (javaScriptEnabled) await expectAccessible(second)
    await second.getByRole('link', { name: 'Corriger la ligne qui compte maintenant' }).click()
    await replaceLine(second, '14,00', 'Le chauffeur a dit quatorze')
    await expect(second.getByText('C’est enregistré')).toBeVisible()
    await second.goto(`${mission}/depenses`)
    await expect(second.getByRole('row', { name: /^Total de votre organisation/ })).toContainText('14,00 €')
  })
}

test('le courant coupé pendant l’import de 5 000 personnes : rien n’est à moitié écrit, et l’import se reprend', async ({ ownHouse }) => {
  test.slow()
  const house = await ownHouse()
  const page = await house.as('claire')
  const mission = await newMission(page, 'Mission aux cinq mille')
  const people = Array.from({ length: 5_000 }, (_, index) => `Prénom ${index};Nom ${index};Invité;p${index}@exemple.fr`)
  await page.goto(`${mission}/delegation/import`)
  const buffer = Buffer.from(['Prénom;Nom;Catégorie;Adresse électronique', ...people].join('\n'))
  await page.getByLabel('Fichier CSV ou XLSX').setInputFiles({ name: 'cinq-mille.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Lire le tableau' }).click()
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click()
  await expect(page.getByText('5 000 ajouts.')).toBeVisible()
  const check = page.url()

  await withOwner(house.databaseUrl, async (owner) => {
    // Contacts are written after members: held there, the import has already written all its members and decided nothing.
    await owner.query('begin; lock table delegations.member_contact in share mode')
    await page.getByRole('button', { name: 'Importer 5 000 lignes' }).click({ noWaitAfter: true })
    await expect
      .poll(
        async () =>
          (await owner.query(`select from pg_locks where not granted and relation = 'delegations.member_contact'::regclass`)).rowCount,
      )
      .toBe(1)
    await house.killServer()
    await owner.query('rollback')
  })
  await house.restartServer()

  await page.goto(`${mission}/delegation`)
  await expect(page.getByText('Votre délégation est vide')).toBeVisible()
  expect(await countMembers(house, mission)).toEqual({ members: 0, contacts: 0 })

  await page.goto(check)
  await page.getByRole('button', { name: 'Importer 5 000 lignes' }).click()

  await expect(page.getByText('5 000 ajouts.')).toBeVisible()
  await expect(page.getByText('Import terminé')).toBeVisible()
  expect(await countMembers(house, mission)).toEqual({ members: 5_000, contacts: 5_000 })
})

const hostileFiles = [
  { name: 'recu.svg', type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"><script>window.opener.hit = 1</script></svg>' },
  { name: 'recu.html', type: 'text/html', body: '<!doctype html><script>document.location = "/deconnexion"</script>' },
  { name: 'recu.png', type: 'text/html', body: '<html><body onload="alert(1)">une image qui n’en est pas une</body></html>' },
]

test('un justificatif qui contient du code s’enregistre sur le poste, sans jamais s’ouvrir', async ({ as, house }) => {
  const page = await as('claire')
  const mission = await newMission(page, 'Mission aux reçus piégés')
  for (const { name, type, body } of hostileFiles) {
    await page.goto(`${mission}/depenses/nouvelle`)
    await fillExpense(page, `Fournisseur du ${name}`)
    await page.getByLabel('Justificatif', { exact: true }).setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(body) })
    await page.getByRole('button', { name: 'Enregistrer la dépense' }).click()
    await page.getByRole('link', { name: 'Voir ou corriger cette ligne' }).click()
    const receipt = page.getByRole('link', { name })

    const [file] = await Promise.all([page.waitForEvent('download'), receipt.click()])

    expect(file.suggestedFilename()).toBe(name)
    const address = new URL((await receipt.getAttribute('href')) ?? '', house.url)
    expect(address.pathname).toMatch(/^\/fichiers\//)
    // Asked again from outside the browser: no cookie goes with the request, and none comes back.
    const answer = await fetch(address)
    expect([answer.status, await answer.text()]).toEqual([200, body])
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; sandbox$/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
})

const hostileTexts = [
  '<script>window.hit=1</script>',
  '"><img src=x onerror=window.hit=1>',
  '</script><svg onload=window.hit=1>',
  'javascript:window.hit=1',
  '{{constructor.constructor("window.hit=1")()}}',
  '\u202Eeltit <b>gras</b> &lt;i&gt;',
]

test('un texte hostile reste un texte, partout où il paraît', async ({ ownHouse }) => {
  test.slow()
  const house = await ownHouse()
  const page = await house.as('claire')
  const answers: Response[] = []
  page.on('response', (response) => answers.push(response))
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const hostile = hostileTexts.join(' ')
  const mission = await newMission(page, hostile.slice(0, 190))
  await page.goto(`${mission}/modifier`)
  await page.getByRole('textbox', { name: 'Objectifs, un par ligne' }).fill(hostileTexts.join('\n'))
  await page.getByRole('textbox', { name: 'Thèmes' }).fill('<img src=x onerror=window.hit=1>')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('C’est enregistré.')).toBeVisible()
  await page.goto(`${mission}/delegation/nouveau-membre`)
  await page.getByRole('textbox', { name: 'Prénom' }).fill('<script>window.hit=1</script>')
  await page.getByRole('textbox', { name: /^Nom \(/ }).fill('</script><svg onload=window.hit=1>')
  await page.getByRole('combobox', { name: 'Catégorie' }).selectOption('Invité')
  await page.getByRole('textbox', { name: 'Qualité', exact: true }).fill(hostile)
  await page.getByRole('button', { name: 'Inscrire', exact: true }).click()
  await expect(page.getByText('C’est enregistré.')).toBeVisible()
  await page.goto(`${mission}/depenses/nouvelle`)
  await fillExpense(page, '"><img src=x onerror=window.hit=1>')
  await page.getByRole('textbox', { name: 'Précisions' }).fill(hostile)
  await page.getByRole('button', { name: 'Enregistrer la dépense' }).click()
  await page.getByRole('link', { name: 'Voir ou corriger cette ligne' }).click()
  await expect(page.getByRole('heading', { name: 'La ligne', exact: true })).toBeVisible()
  const line = new URL(page.url()).pathname

  const reflected = `/missions?q=${encodeURIComponent('"><script>window.hit=1</script>')}`
  const wrong = '/connexion?error=%3Cscript%3Ewindow.hit=1%3C/script%3E&next=javascript:window.hit=1'
  for (const path of [
    mission,
    `${mission}/delegation`,
    `${mission}/depenses`,
    line,
    `${mission}/historique`,
    '/missions',
    reflected,
    '/',
    wrong,
    '/<script>window.hit=1</script>',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => Reflect.get(window, 'hit'))).toBeUndefined()
    await expect(page.locator('main script, main img[src=x], main svg[onload], main b')).toHaveCount(0)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await page.goto(mission)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hostile.slice(0, 190).trim())
  await expect(page.getByText('<script>window.hit=1</script>', { exact: true })).toBeVisible()
  expect(dialogs).toEqual([])

  const ours = answers.filter((answer) => answer.url().startsWith(house.url) && !new URL(answer.url()).pathname.startsWith('/assets/'))
  expect(ours.length).toBeGreaterThan(20)
  for (const answer of ours) {
    const policy = (await answer.allHeaders())['content-security-policy'] ?? `none at ${answer.url()}`
    expect(policy).toContain("default-src 'none'")
    expect(/script-src [^;]*/.exec(policy)?.[0] ?? '').toMatch(/^(script-src 'self' 'nonce-[\w+/=]+')?$/)
  }
})

test('à 400 %, la mission se lit et s’emploie sans défilement de côté', async ({ as }) => {
  const page = await as('claire', { viewport: { width: 320, height: 256 } })
  await page.goto('/missions?q=Miami')
  await page.getByRole('link', { name: 'Mission collective à Miami' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mission collective à Miami' })).toBeVisible()
  await expectNoSidewaysScroll(page)
  for (const part of ['Partenaires', 'Délégation', 'Dépenses', 'Notre part', 'Historique']) {
    await page.getByRole('navigation', { name: 'Parties de la mission' }).getByRole('link', { name: part }).click()
    await expect(page).toHaveTitle(new RegExp(`^${part}`))
    await expectNoSidewaysScroll(page)
  }
  await page.getByRole('link', { name: 'Vue d’ensemble' }).click()
  await page.getByRole('link', { name: 'Modifier', exact: true }).click()
  await expect(page.getByRole('textbox', { name: /^Titre \(/ })).toHaveValue('Mission collective à Miami')
  await expectNoSidewaysScroll(page)
  await page.getByText('Menu', { exact: true }).click()
  await page.getByRole('link', { name: 'Actes', exact: true }).click()
  await page.getByRole('link', { name: /^Déplacements 2017/ }).click()
  await page.getByRole('link', { name: 'Rapport', exact: true }).click()
  await expect(page.getByRole('article', { name: /^Aperçu/ })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})

test('imprimé, le rapport est seul sur la feuille', async ({ as }) => {
  const page = await as('claire')
  await page.goto('/actes')
  await page.getByRole('link', { name: /^Déplacements 2017/ }).click()
  await page.getByRole('link', { name: 'Rapport', exact: true }).click()
  const sheet = page.getByRole('article', { name: /^Aperçu/ })
  await expect(sheet).toBeVisible()

  await page.emulateMedia({ media: 'print' })

  await expect(sheet).toBeVisible()
  await expect(sheet.getByText('139 108,94 €').first()).toBeVisible()
  for (const name of ['Navigation principale', 'Parties de l’acte', 'Vous êtes ici'])
    await expect(page.getByRole('navigation', { name })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Télécharger en PDF' })).toBeHidden()
  await expect(page.getByRole('contentinfo')).toBeHidden()
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})

async function replaceLine(page: Page, amount: string, reason: string): Promise<void> {
  const form = page.getByRole('region', { name: 'Corriger la ligne' })
  await form.getByRole('textbox', { name: 'Motif de la correction' }).fill(reason)
  await form.getByRole('textbox', { name: 'Montant payé' }).fill(amount)
  await form.getByRole('button', { name: 'Remplacer la ligne' }).click()
}

async function fillExpense(page: Page, supplier: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Date de la dépense' }).fill('2025-11-10')
  await page.getByRole('combobox', { name: 'Fournisseur' }).fill(supplier)
  await page.getByRole('combobox', { name: 'Nature' }).selectOption('Transport')
  await page.getByRole('textbox', { name: 'Montant payé' }).fill('12')
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)
  expect(wide).toBeLessThanOrEqual(seen)
}

async function countMembers({ databaseUrl }: House, mission: string): Promise<{ members: number; contacts: number }> {
  return withOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ members: number; contacts: number }>(
      `select count(*)::int as members, count(c.id)::int as contacts
      from delegations.member m left join delegations.member_contact c on c.member_id = m.id where m.mission_id = $1`,
      [mission.split('/').at(-1)],
    )
    return rows[0] ?? { members: -1, contacts: -1 }
  })
}
