import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { DELIBERATION_COLUMNS } from '#modules/acts/scdl/columns.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { download, readDocx, readPdf } from './office-files.ts'

test('un chiffre se corrige et se rétablit : le registre garde tout et le total retombe juste', async ({ as }) => {
  const page = await as('claire')
  await openMiami(page)
  await page.getByRole('link', { name: 'Dépenses', exact: true }).click()
  await expect(ownTotal(page)).toContainText('133 558,52 €')
  await expectAccessible(page)
  await page.getByRole('link', { name: /Cadeaux protocolaires/ }).click()
  await expect(page.getByRole('table', { name: 'Nature : Cadeaux protocolaires' })).toBeVisible()
  const writings = await page.getByRole('link', { name: 'Santons Rascas' }).count()
  await page
    .getByRole('row', { name: /Santons Rascas/ })
    .filter({ hasNotText: /annulée|contre-écriture/ })
    .getByRole('link')
    .click()
  await expectAccessible(page)

  await correct(page, '1 061,00', 'Montant mal lu sur la facture')

  await expect(page.getByText('C’est enregistré.')).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: '1 061,00 €' })).toBeVisible()
  await page.getByRole('link', { name: 'Toutes les dépenses' }).click()
  await expect(ownTotal(page)).toContainText('133 559,52 €')

  await page.goBack()
  await correct(page, '1 060,00', 'La première lecture était la bonne')

  await expect(page.getByText('C’est enregistré.')).toBeVisible()
  await expect(page.getByText('Motif : La première lecture était la bonne')).toBeVisible()
  await page.getByRole('link', { name: 'Toutes les dépenses' }).click()
  await expect(ownTotal(page)).toContainText('133 558,52 €')
  await page.getByRole('link', { name: /Cadeaux protocolaires/ }).click()
  await expect(page.getByRole('link', { name: 'Santons Rascas' })).toHaveCount(writings + 4)
})

test('du rapport au vote : chaque chiffre s’ouvre, ce qui est soumis ne bouge plus, l’acte devient exécutoire', async ({ ownHouse }) => {
  test.slow()
  const house = await ownHouse()
  const claire = await house.as('claire')
  const act = await openAct(claire)

  await test.step('Claire voit ce qui manque, et depuis combien de jours', async () => {
    await expect(claire.getByText('Rien ne manque : l’acte peut être inscrit à l’ordre du jour.')).toBeVisible()
    const warnings = claire.getByRole('list', { name: 'À savoir avant le vote' })
    await expect(warnings.getByRole('listitem')).toHaveCount(3)
    for (const [mission, days] of [
      ['Mission à Gênes', 476],
      ['Mission collective à Miami', 455],
      ['Mission à Milan', 428],
    ] as const)
      await expect(warnings).toContainText(
        `${mission} : Aucun mandat spécial n’a été voté avant le départ des élus · ${days} jours séparent le retour du vote`,
      )
    await expect(claire.getByRole('row', { name: /^Total/ })).toContainText('139 108,94 €')
    await expectAccessible(claire)
  })

  await test.step('elle lit le rapport et ouvre un chiffre sur ses lignes', async () => {
    await claire.getByRole('link', { name: 'Rapport', exact: true }).click()
    const sheet = claire.getByRole('article', { name: /^Aperçu/ })
    await expect(sheet).toContainText('122.55')
    await expect(sheet).toContainText('vingt membres')
    await expectAccessible(claire)
    await sheet
      .getByRole('link', { name: /^133 558,52/ })
      .first()
      .click()
    await expect(claire.getByRole('table', { name: /Toutes les lignes/ })).toContainText('Calanques Voyages')
    await expect(ownTotal(claire)).toContainText('133 558,52 €')
    await claire.goBack()
  })

  await test.step('elle emporte le PDF balisé et le Word modifiable', async () => {
    const pdf = await download(claire, claire.getByRole('link', { name: 'Télécharger en PDF' }))
    expect(pdf.name).toBe('rapport-122.55.pdf')
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const { text, isTagged, tables } = await readPdf(pdf.bytes)
    expect(isTagged).toBe(true)
    expect(tables).toBeGreaterThanOrEqual(4)
    for (const figure of ['1177,87€', '133558,52€', '4372,55€', '139108,94€']) expect(text).toContain(figure)
    const word = await download(claire, claire.getByRole('link', { name: 'Télécharger en Word' }))
    expect(word.name).toBe('rapport-122.55.docx')
    expect(readDocx(word.bytes)).toContain('139108,94€')
  })

  const solange = await house.as('solange')
  await test.step('Solange l’inscrit à l’ordre du jour', async () => {
    await solange.goto(act)
    await solange.getByRole('button', { name: 'Inscrire à l’ordre du jour' }).click()
    await expect(solange.getByText('L’acte est figé et remis à l’assemblée.')).toBeVisible()
    await expect(solange.getByText('Soumis à l’assemblée')).toBeVisible()
    await expect(solange.getByText('diffère des données d’aujourd’hui')).toHaveCount(0)
    await expectAccessible(solange)
  })
  const submitted = await solange.request.get(`${act}/rapport.pdf`)

  await test.step('Mehdi ajoute une dépense tardive : l’écart est signalé, le document ne bouge pas', async () => {
    await addLateExpense(await house.as('mehdi'))
    await solange.goto(`${act}/rapport`)
    await expect(solange.getByText('Ce qui a été soumis diffère des données d’aujourd’hui')).toBeVisible()
    await expect(solange.getByRole('listitem').filter({ hasText: 'montant total' })).toHaveText(/139\s108,94\s€.*139\s208,94\s€/)
    await expect(solange.getByRole('listitem').filter({ hasText: 'Miami, total' })).toHaveText(/133\s558,52\s€.*133\s658,52\s€/)
    await expect(solange.getByRole('article', { name: /^Aperçu/ })).not.toContainText('139 208,94')
    await expectAccessible(solange)
    const again = await download(solange, solange.getByRole('link', { name: 'Télécharger en PDF' }))
    expect(again.bytes.equals(await submitted.body())).toBe(true)
  })

  await test.step('elle enregistre le vote, la transmission et la publication', async () => {
    await solange.getByRole('link', { name: 'Vote et suites' }).click()
    await expectAccessible(solange)
    await recordVote(solange)
    await expect(solange.getByText('Les missions de cet acte sont ratifiées et leurs comptes arrêtés.')).toBeVisible()
    await recordPublicity(solange)
    await expect(solange.getByText('Exécutoire', { exact: true })).toBeVisible()
    await expectExecutory(solange)
    await expectAccessible(solange)
  })

  await test.step('la ligne SCDL se télécharge une fois le SIRET donné', async () => {
    await expect(solange.getByRole('row', { name: /COLL_SIRET/ })).toContainText('À renseigner')
    await giveSiret(claire)
    await solange.reload()
    await expectDeliberationRow(solange)
  })

  await test.step('la mission est ratifiée', async () => {
    await openMiami(claire)
    await expect(claire.getByRole('list', { name: /Avancement de la mission/ }).getByText(/Ratifiée \(fait\)/)).toBeVisible()
    await expect(claire.getByText('Prochaine étape')).toHaveCount(0)
  })
})

test('le même chemin, sans JavaScript', async ({ ownHouse }) => {
  test.slow()
  const house = await ownHouse()
  const claire = await house.as('claire', { javaScriptEnabled: false })
  const act = await openAct(claire)
  await claire.getByRole('link', { name: 'Rapport', exact: true }).click()
  await claire
    .getByRole('article', { name: /^Aperçu/ })
    .getByRole('link', { name: /^4 372,55/ })
    .first()
    .click()
  await expect(claire.getByRole('table', { name: /Toutes les lignes/ })).toContainText('Fiera degli Artigiani')
  await claire.goto(`${act}/deliberation`)
  const word = await download(claire, claire.getByRole('link', { name: 'Télécharger en Word' }))
  expect(readDocx(word.bytes)).toContain('139108,94€')

  const solange = await house.as('solange', { javaScriptEnabled: false })
  await solange.goto(act)
  await solange.getByRole('button', { name: 'Inscrire à l’ordre du jour' }).click()
  await expect(solange.getByText('L’acte est figé et remis à l’assemblée.')).toBeVisible()
  await solange.getByRole('link', { name: 'Vote et suites' }).click()
  await solange.getByRole('textbox', { name: 'Présents' }).fill('50')
  await solange.getByRole('button', { name: 'Enregistrer le vote' }).click()

  await expect(solange.getByRole('alert')).toBeVisible()
  await expect(solange.getByRole('textbox', { name: 'Présents' })).toHaveValue('50')

  await recordVote(solange)
  await expect(solange.getByText('Le vote est enregistré.')).toBeVisible()
  await recordPublicity(solange)
  await expectExecutory(solange)
  await giveSiret(claire)
  await solange.goto(`${act}/vote`)
  await expectDeliberationRow(solange)
  await openMiami(claire)
  await expect(claire.getByRole('list', { name: /Avancement de la mission/ }).getByText(/Ratifiée \(fait\)/)).toBeVisible()
})

async function openMiami(page: Page): Promise<void> {
  await page.goto('/missions?q=Miami')
  await page.getByRole('link', { name: 'Mission collective à Miami' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mission collective à Miami' })).toBeVisible()
}

/** @returns its address. */
async function openAct(page: Page): Promise<string> {
  await page.goto('/actes')
  await page.getByRole('link', { name: /^Déplacements 2017/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Déplacements 2017/ })).toBeVisible()
  return page.url()
}

const ownTotal = (page: Page) => page.getByRole('row', { name: /^Total de votre organisation/ })

async function correct(page: Page, amount: string, reason: string): Promise<void> {
  await page.getByRole('link', { name: 'Corriger', exact: true }).click()
  const form = page.getByRole('region', { name: 'Corriger la ligne' })
  await form.getByRole('textbox', { name: 'Motif de la correction' }).fill(reason)
  await form.getByRole('textbox', { name: 'Montant payé' }).fill(amount)
  await form.getByRole('button', { name: 'Remplacer la ligne' }).click()
}

async function addLateExpense(page: Page): Promise<void> {
  await openMiami(page)
  await page.getByRole('link', { name: 'Dépenses', exact: true }).click()
  await page.getByRole('link', { name: 'Nouvelle dépense' }).click()
  await page.getByRole('textbox', { name: 'Date de la dépense' }).fill('2017-11-10')
  await page.getByRole('combobox', { name: 'Fournisseur' }).fill('Taxis de la Baie')
  await page.getByRole('combobox', { name: 'Nature' }).selectOption('Transport')
  await page.getByRole('textbox', { name: 'Montant payé' }).fill('100')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Enregistrer la dépense' }).click()
  await expect(page.getByText('Taxis de la Baie, 100,00 €')).toBeVisible()
}

async function recordVote(page: Page): Promise<void> {
  const form = page.getByRole('region', { name: 'Vote', exact: true })
  await form.getByRole('radio', { name: 'Adopté' }).check()
  for (const [label, value] of [
    ['Membres en exercice', '58'],
    ['Présents', '50'],
    ['Représentés', '7'],
    ['Pour', '52'],
    ['Contre', '2'],
    ['Abstentions', '3'],
  ] as const)
    await form.getByRole('textbox', { name: label }).fill(value)
  await form.getByRole('textbox', { name: 'Numéro de la délibération' }).fill('2019-02-08-55')
  await form.getByRole('button', { name: 'Enregistrer le vote' }).click()
  await expect(page.getByRole('region', { name: 'Résultat du vote' })).toContainText('57 votants')
}

async function recordPublicity(page: Page): Promise<void> {
  const transmission = page.getByRole('region', { name: 'Transmission à l’État' })
  await transmission.getByRole('textbox', { name: 'Reçu par l’État le' }).fill('2019-02-12')
  await transmission.getByRole('textbox', { name: 'Code de la préfecture' }).fill('PREF013')
  await transmission.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(transmission.getByRole('button', { name: 'Enregistrer la correction' })).toBeVisible()
  const publication = page.getByRole('region', { name: 'Publication', exact: true })
  await publication.getByRole('textbox', { name: 'Mis en ligne le' }).fill('2019-02-14')
  await publication.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(publication.getByRole('button', { name: 'Enregistrer la correction' })).toBeVisible()
}

async function giveSiret(page: Page): Promise<void> {
  await page.goto('/reglages')
  await page.getByRole('textbox', { name: 'SIRET' }).fill('221 300 015 00247')
  await page.getByRole('button', { name: 'Enregistrer la fiche' }).click()
  await expect(page.getByText('C’est enregistré.')).toBeVisible()
}

/** From the later of the two dates. */
async function expectExecutory(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Caractère exécutoire' })).toContainText(/Exécutoire depuis le\s*14\sfévrier\s2019/)
}

/** The line of the national file: the 17 columns of SCDL « Délibérations », in their order. */
async function expectDeliberationRow(page: Page): Promise<void> {
  await expect(page.getByText('La ligne satisfait tous les contrôles du schéma.')).toBeVisible()
  const { bytes } = await download(page, page.getByRole('link', { name: 'Télécharger la ligne (CSV)' }))
  const [header, ...lines] = parse(bytes, { bom: true }) as string[][]
  expect(header).toEqual([...DELIBERATION_COLUMNS])
  expect(header).toHaveLength(17)
  expect(lines).toHaveLength(1)
  const row = Object.fromEntries(header?.map((column, index) => [column, lines[0]?.[index]]) ?? [])
  expect(row).toMatchObject({
    COLL_SIRET: '22130001500247',
    DELIB_ID: '2019-02-08-55',
    DELIB_DATE: '2019-02-08',
    PREF_ID: 'PREF013',
    PREF_DATE: '2019-02-12',
    VOTE_EFFECTIF: '58',
    VOTE_REEL: '57',
    VOTE_POUR: '52',
    VOTE_CONTRE: '2',
    VOTE_ABSTENTION: '3',
  })
}
