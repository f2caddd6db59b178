import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { readDocx, readPdf } from './office-files.ts'

test.describe('la chargée de mission prépare un départ', () => {
  test('note la même chose pour deux personnes, la confie, et lit qui reste à attendre', async ({ as }) => {
    const page = await as('claire')
    await openDeparture(page, 'Hambourg')
    const counts = page.getByRole('row', { name: /Département des Bouches-du-Rhône/ }).getByRole('cell')
    await expect(counts.nth(1)).toHaveText('0')
    await expect(counts.nth(2)).not.toHaveText('0')
    await page.getByRole('checkbox', { name: 'Choisir Bastien Ollivary' }).check()
    await page.getByRole('checkbox', { name: 'Choisir Nadège Tramontin' }).check()
    await page.getByRole('combobox', { name: 'Exigence' }).selectOption('Assurance')
    await page.getByRole('button', { name: 'Noter' }).click()
    await expect(page.getByRole('link', { name: /Donnez une référence/ })).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('textbox', { name: /Référence ou motif/ }).fill('Police fictive 12')
    await page.getByRole('button', { name: 'Noter' }).click()

    await expect(page.getByRole('row', { name: /Bastien Ollivary/ })).toContainText('Fait')
    await expect(page.getByRole('row', { name: /Nadège Tramontin/ })).toContainText('Fait')
    await page.getByRole('checkbox', { name: 'Choisir Bastien Ollivary' }).check()
    await page.getByRole('combobox', { name: 'Exigence' }).selectOption('Ordre de mission')
    await page.getByRole('combobox', { name: 'Qui s’en charge' }).selectOption({ label: 'Claire Aubanel' })
    await page.getByRole('button', { name: 'Confier' }).click()
    await expect(page.getByRole('list', { name: 'Ce qui bloque d’abord' })).toContainText('Claire Aubanel')
    await page.getByRole('link', { name: 'Bastien Ollivary', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Assurance' })).toContainText('Police fictive 12')
    await expectAccessible(page)
  })

  test('délivre un ordre de mission, ouvre son PDF, puis le retire avec son motif', async ({ as }) => {
    const page = await as('claire')
    await openDeparture(page, 'Hambourg')
    await page.getByRole('link', { name: 'Ordres de mission' }).click()
    await page.getByRole('textbox', { name: /Moyens de transport/ }).fill('Train')
    await page.getByRole('button', { name: 'Délivrer' }).click()
    const row = page.getByRole('row', { name: /Bastien Ollivary/ })
    await expect(row).toContainText('En vigueur')
    await expectAccessible(page)

    const pdf = await page.request.get((await row.getByRole('link', { name: /en PDF/ }).getAttribute('href')) ?? '')
    expect(await readPdf(await pdf.body())).toMatchObject({ isTagged: true, tables: 1, text: expect.stringContaining('BastienOllivary') })
    const word = await page.request.get((await row.getByRole('link', { name: /en Word/ }).getAttribute('href')) ?? '')
    expect(readDocx(await word.body())).toContain('BastienOllivary')

    await page.getByRole('combobox', { name: /^Ordre/ }).selectOption({ index: 1 })
    await page.getByRole('textbox', { name: /Motif/ }).fill('Mission reportée')
    await page.getByRole('button', { name: 'Retirer' }).click()
    await expect(row).toContainText('Mission reportée')
  })

  test('sans JavaScript, tout se note aussi', async ({ as }) => {
    const page = await as('claire', { javaScriptEnabled: false })
    await openDeparture(page, 'Hambourg')
    await page.getByRole('checkbox', { name: 'Choisir Nadège Tramontin' }).check()
    await page.getByRole('combobox', { name: 'Exigence' }).selectOption('Passeport (Allemagne)')
    await page.getByRole('textbox', { name: /Référence ou motif/ }).fill('Carte d’identité vérifiée')
    await page.getByRole('button', { name: 'Noter' }).click()

    await expect(page.getByRole('row', { name: /Nadège Tramontin/ })).toContainText('Fait')
  })
})

test('les trajets et les chambres se remplissent, et la base refuse une personne deux fois', async ({ as }) => {
  const page = await as('claire')
  await openDeparture(page, 'Hambourg')
  await page.getByRole('link', { name: 'Trajets', exact: true }).click()
  await page.getByRole('combobox', { name: /^Moyen/ }).selectOption('Minibus')
  await page.getByRole('textbox', { name: /^De / }).fill('Gare de Hambourg')
  await page.getByRole('textbox', { name: /^À / }).fill('Hôtel')
  await page.getByLabel(/^Jour du départ/).fill('2027-03-22')
  await page.getByLabel(/^Heure du départ/).fill('18:00')
  await page.getByLabel(/^Jour de l’arrivée/).fill('2027-03-22')
  await page.getByLabel(/^Heure de l’arrivée/).fill('18:30')
  await page.getByRole('textbox', { name: /^Places/ }).fill('1')
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Nadège Tramontin' }).check()
  await page.getByRole('checkbox', { name: 'Bastien Ollivary' }).check()
  await page.getByRole('button', { name: 'Enregistrer qui le prend' }).click()
  await expect(page.getByRole('link', { name: /assez de places/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'Bastien Ollivary' }).uncheck()
  await page.getByRole('button', { name: 'Enregistrer qui le prend' }).click()
  await expect(page.getByText('1 sur 1 place')).toBeVisible()

  await page.getByRole('link', { name: 'Tous les trajets' }).click()
  await page.getByRole('link', { name: 'Chambres', exact: true }).click()
  await page.getByRole('textbox', { name: /^Nom/ }).fill('Hôtel fictif de l’Alster')
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await page.getByRole('textbox', { name: /^Chambres, une par ligne/ }).fill('12')
  await page.getByRole('button', { name: 'Ajouter les chambres' }).click()
  await page.getByRole('combobox', { name: /^Chambre/ }).selectOption('12')
  await page.getByRole('checkbox', { name: 'Bastien Ollivary' }).check()
  await page.getByRole('button', { name: 'Placer' }).click()
  await expect(page.getByRole('row', { name: /12/ })).toContainText('Bastien Ollivary')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Repas et listes' }).click()
  const list = await page.request.get((await page.getByRole('link', { name: /Passagers par trajet/ }).getAttribute('href')) ?? '')
  expect(list.headers()['content-disposition']).toContain('passagers.xlsx')
  await expectAccessible(page)
})

test('un partenaire lit combien sont prêts, et rien de ce qui manque à chacun', async ({ as }) => {
  const page = await as('lucie')
  await openDeparture(page, 'Miami')

  await expect(page.getByRole('row', { name: /Département des Bouches-du-Rhône/ })).toContainText('20')
  await expect(page.getByRole('main')).not.toContainText('Roquevaire')
  await expect(page.getByRole('main')).toContainText('Jean Roatta')
  await expectAccessible(page)
})

async function openDeparture(page: Page, title: string): Promise<void> {
  await page.goto('/missions')
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await page.getByRole('link', { name: 'Départ', exact: true }).click()
}

test('à la porte d’un moment, on pointe au téléphone sans réseau, et ce qui attend part au retour', async ({ as }) => {
  const page = await as('lucie', { viewport: { width: 390, height: 844 } })
  await openDeparture(page, 'Miami')
  await page.getByRole('link', { name: 'Badges et pointage' }).click()
  await page.getByRole('link', { name: /transfert à l’hôtel/ }).click()
  await page.getByRole('textbox', { name: 'Code du badge' }).fill('AAAA BBBB CCCC DDDD')
  await page.getByRole('button', { name: 'Noter présent', exact: true }).click()
  await expect(page.getByText('AAAA BBBB CCCC DDDD :', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Compris' }).click()

  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Noter Jean Roatta présent' }).click()
  await expect(page.getByText('1 action attend le réseau.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Annuler la présence de Jean Roatta' })).toBeVisible()
  await expectAccessible(page)

  const isKept = page.waitForResponse((response) => response.url().endsWith('/envoi') && response.ok())
  await page.context().setOffline(false)
  await isKept
  await expect(page.getByText('Jean Roatta : présence notée')).toBeVisible()
  await expect(page.getByText('attend le réseau')).toBeHidden()
  await page.reload()
  await page.getByRole('button', { name: 'Annuler la présence de Jean Roatta' }).click()
  await expect(page.getByRole('button', { name: 'Noter Jean Roatta présent' })).toBeVisible()
})
