import type { Locator, Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expect, expectAccessible, test } from './fixtures.ts'
import { newMission } from './new-mission.ts'
import { download } from './office-files.ts'

test.describe('le tableau d’une délégation', () => {
  test('collé d’un tableur : colonnes à désigner, erreur sur sa cellule, rien d’enregistré avant la confirmation', async ({ as }) => {
    const page = await as('claire')
    const mission = await newMission(page, 'Mission au tableau collé')
    const titles = ['Prénom', 'Patronyme', 'Statut', 'Fonction', 'Société', 'Courriel']
    await page.getByRole('link', { name: 'Délégation', exact: true }).click()
    await page.getByRole('link', { name: 'Importer un tableau' }).click()
    await expectAccessible(page)
    await paste(page, [
      titles,
      ['Anouk', 'Berre-Lançon', 'élue', 'Maire', '', 'anouk@berre.example'],
      ['Joël', 'Sausset', 'astronaute', 'Gérant', 'Conserverie Sausset', ''],
      ['Lina', 'Carry-Rouet', 'entreprise', '=1+1', 'Verrerie Carry', 'sans arobase'],
    ])

    await expect(page.getByRole('table', { name: /Colonnes de « tableau collé »/ })).toBeVisible()
    await expectAccessible(page)
    await meaningOf(page, 'Patronyme').selectOption('Nom')
    await page.getByRole('button', { name: 'Vérifier les lignes' }).click()

    await expect(page.getByText('Une colonne indispensable n’est pas désignée').first()).toBeVisible()
    await expect(meaningOf(page, 'Patronyme')).toHaveValue('familyName')

    await meaningOf(page, 'Statut').selectOption('Catégorie')
    await meaningOf(page, 'Courriel').selectOption('Adresse électronique')
    await page.getByRole('button', { name: 'Vérifier les lignes' }).click()

    await expect(page.getByText('2 lignes sont à corriger')).toBeVisible()
    const category = page.getByRole('textbox', { name: 'Catégorie, ligne 3' })
    await expect(category).toHaveAccessibleDescription(/Catégorie inconnue/)
    const address = page.getByRole('textbox', { name: 'Adresse électronique, ligne 4' })
    await expect(address).toHaveAccessibleDescription(/Écrivez une seule adresse/)
    await expect(page.getByRole('button', { name: /^Importer/ })).toHaveCount(0)
    await expectAccessible(page)

    await category.fill('entreprise')
    await address.fill('lina@carry.example')
    await page.getByRole('button', { name: 'Vérifier les corrections' }).click()
    await expect(page.getByText('Toutes les lignes sont bonnes')).toBeVisible()
    await expectAccessible(page)
    const colleague = await page.context().newPage()
    await colleague.goto(`${mission}/delegation`)
    await expect(colleague.getByText('Votre délégation est vide')).toBeVisible()

    await page.getByRole('button', { name: 'Importer 3 lignes' }).click()

    const done = page.getByRole('link', { name: 'Voir la délégation' })
    await expect(done).toBeVisible()
    await expect(page.getByText('3 ajouts.')).toBeVisible()
    await expectAccessible(page)
    await done.click()
    await expect(page.getByRole('table', { name: /^Membres envoyés/ }).getByRole('row')).toHaveCount(4)
    const list = await download(page, page.getByRole('link', { name: 'Télécharger notre liste (CSV)' }))
    expect(list.bytes.toString('utf8')).toContain(`;'=1+1;`)

    await page.goto(`${mission}/delegation/import`)
    await paste(page, [titles, ['Anouk', 'Berre-Lançon', 'élue', 'Maire', '', 'anouk@berre.example']])
    await expect(page.getByText('Ces titres sont connus')).toBeVisible()
    await expect(meaningOf(page, 'Patronyme')).toHaveValue('familyName')
  })

  test('en classeur XLSX, puis de nouveau : les mêmes personnes sont mises à jour, jamais doublées', async ({ as }) => {
    const page = await as('claire')
    const mission = await newMission(page, 'Mission au classeur')
    const titles = ['Numéro', 'Prénom', 'Nom', 'Catégorie', 'Qualité']
    const people = [
      ['D-1', 'Ismaël', 'Vitrolles', 'Agent', 'Chef de projet'],
      ['D-2', 'Rose', 'Trets', 'Invité', 'Apicultrice'],
    ]
    await page.goto(`${mission}/delegation/import`)
    await page.getByLabel('Fichier CSV ou XLSX').setInputFiles(await workbook([titles, ...people]))
    await page.getByRole('button', { name: 'Lire le tableau' }).click()
    await page.getByRole('button', { name: 'Vérifier les lignes' }).click()
    await page.getByRole('button', { name: 'Importer 2 lignes' }).click()
    await expect(page.getByText('2 ajouts.')).toBeVisible()

    const revised = [
      ['D-1', 'Ismaël', 'Vitrolles', 'Agent', 'Chef de projet'],
      ['D-2', 'Rose', 'Trets-Peynier', 'Invité', 'Apicultrice, présidente du syndicat'],
      ['D-3', 'Gaspard', 'Rognes', 'Presse', 'Photographe'],
    ]
    await page.goto(`${mission}/delegation/import`)
    await page.getByLabel('Fichier CSV ou XLSX').setInputFiles(await workbook([titles, ...revised]))
    await page.getByRole('button', { name: 'Lire le tableau' }).click()
    await page.getByRole('button', { name: 'Vérifier les lignes' }).click()
    await expect(page.getByRole('row', { name: /Trets-Peynier/ })).toContainText('mise à jour')
    await expect(page.getByRole('row', { name: /Vitrolles/ })).toContainText('sans changement')
    await page.getByRole('button', { name: 'Importer 3 lignes' }).click()
    await expect(page.getByText('1 ajout, 1 mise à jour, 1 ligne sans changement.')).toBeVisible()
    await page.getByRole('link', { name: 'Voir la délégation' }).click()
    await expect(page.getByRole('table', { name: /^Membres envoyés/ }).getByRole('row')).toHaveCount(4)
    await expect(page.getByRole('link', { name: 'Rose Trets-Peynier' })).toBeVisible()
  })

  test('en fichier CSV, sans JavaScript', async ({ as }) => {
    const page = await as('claire', { javaScriptEnabled: false })
    const mission = await newMission(page, 'Mission au fichier sans script')
    await page.goto(`${mission}/delegation/import`)
    await page.getByRole('button', { name: 'Lire le tableau' }).click()

    await expect(page.getByText('Choisissez un fichier, ou collez un tableau').first()).toBeVisible()

    // A file as French spreadsheets write it: semicolons, and letters of Windows-1252.
    const lines = ['Prénom;Nom;Catégorie', 'Zoé;Éguilles;Élu', 'Noël;Fuveau;comète']
    const buffer = Buffer.from(lines.join('\r\n'), 'latin1')
    await page.getByLabel('Fichier CSV ou XLSX').setInputFiles({ name: 'délégation.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: 'Lire le tableau' }).click()
    await page.getByRole('button', { name: 'Vérifier les lignes' }).click()

    await expect(page.getByText('1 ligne est à corriger')).toBeVisible()

    await page.getByRole('textbox', { name: 'Catégorie, ligne 3' }).fill('agent')
    await page.getByRole('button', { name: 'Vérifier les corrections' }).click()
    await page.getByRole('button', { name: 'Importer 2 lignes' }).click()
    await expect(page.getByText('2 ajouts.')).toBeVisible()
    await page.getByRole('link', { name: 'Voir la délégation' }).click()
    await expect(page.getByRole('link', { name: 'Zoé Éguilles' })).toBeVisible()
  })
})

test('le tableau des dépenses : un taux manquant se corrige sur sa cellule, le total est exact, le relire ne double rien', async ({
  as,
}) => {
  const page = await as('mehdi')
  const mission = await newMission(await as('claire'), 'Mission aux dépenses importées')
  const table = [
    [
      'Date',
      'Fournisseur',
      'Nature',
      'Montant',
      'Monnaie',
      'Taux',
      'Taux pour 1 unité de',
      'Date du taux',
      'Source du taux',
      'Numéro de pièce',
    ],
    ['04/11/2025', 'Taxis du Golfe', 'Transport', '1 234,56', 'EUR', '', '', '', '', 'P-1'],
    ['05/11/2025', 'Hôtel des Docks', 'Hébergement', '100,00', 'USD', '', 'USD', '05/11/2025', 'Banque centrale européenne', 'P-2'],
  ]
  await page.goto(`${mission}/depenses/import`)
  await expectAccessible(page)
  await paste(page, table)
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click()

  const rate = page.getByRole('textbox', { name: 'Taux, ligne 3' })
  await expect(rate).toHaveAccessibleDescription(/Donnez le taux de change/)
  await expectAccessible(page)

  await rate.fill('0,9')
  await page.getByRole('button', { name: 'Vérifier les corrections' }).click()
  await page.getByRole('button', { name: 'Importer 2 lignes' }).click()
  await expect(page.getByText('2 ajouts.')).toBeVisible()
  await page.getByRole('link', { name: 'Voir toutes les dépenses' }).click()
  await expect(page.getByRole('row', { name: /^Total de votre organisation/ })).toContainText('1 324,56 €')

  await page.goto(`${mission}/depenses/import`)
  await paste(page, [table[0] ?? [], ['04/11/2025', 'Taxis du Golfe', 'Transport', '1 234,50', 'EUR', '', '', '', '', 'P-1']])
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click()
  await expect(page.getByRole('row', { name: /Taxis du Golfe/ })).toContainText('mise à jour')
  await page.getByRole('button', { name: 'Importer 1 ligne' }).click()
  await expect(page.getByText('1 mise à jour.')).toBeVisible()
  await page.getByRole('link', { name: 'Voir toutes les dépenses' }).click()
  await expect(page.getByRole('row', { name: /^Total de votre organisation/ })).toContainText('1 324,50 €')
  await expect(page.getByText('Motif : Corrigée par un import').first()).toBeVisible()
})

async function paste(page: Page, lines: readonly (readonly string[])[]): Promise<void> {
  await page.getByRole('textbox', { name: 'Ou collez un tableau' }).fill(lines.map((cells) => cells.join('\t')).join('\n'))
  await page.getByRole('button', { name: 'Lire le tableau' }).click()
}

function meaningOf(page: Page, column: string): Locator {
  return page.getByRole('combobox', { name: `La colonne « ${column} » correspond à` })
}

async function workbook(rows: readonly (readonly string[])[]) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Délégation').addRows(rows.map((row) => [...row]))
  const buffer = Buffer.from(await book.xlsx.writeBuffer())
  return { name: 'délégation.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer }
}
