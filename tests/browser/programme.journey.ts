import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

test.describe('le programme de Nantes à Québec et Montréal', () => {
  test('se déplace à la souris et au clavier, en voyant d’abord ce que cela change', async ({ ownHouse }) => {
    const house = await ownHouse()
    const page = await house.as('aurore')
    await openProgramme(page, 'Nantes à Québec et Montréal')
    const grid = page.getByRole('region', { name: /^Grille :/ })
    const reception = grid.getByText('Réception à l’hôtel de ville').locator('xpath=ancestor::div[@draggable]')
    const roundTable = grid.getByText('Table ronde : le numérique responsable').locator('xpath=ancestor::div[@draggable]')

    await reception.dragTo(roundTable, { targetPosition: { x: 30, y: 12 } })

    await expect(page.getByRole('heading', { name: 'Déplacer ce moment' })).toBeVisible()
    const caused = page.getByRole('region', { name: 'Ce que cela causerait' })
    await expect(caused.getByText('Bloque la diffusion').first()).toBeVisible()
    await expect(page.getByText('100 personnes seraient prévenues')).toBeVisible()
    await expectAccessible(page)

    await page.goBack()
    await grid.getByRole('link', { name: 'Réception à l’hôtel de ville' }).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.getByText('mardi 28 mai 2024 à 10 h 15', { exact: false })).toBeVisible()
    await expect(page.getByText('Aucune nouvelle alerte.')).toBeVisible()
    await page.getByRole('button', { name: 'Déplacer ici' }).click()

    await expect(grid.getByText('10 h 15 – 11 h 45')).toBeVisible()
    const tables = await house.as('loic')
    await openProgramme(tables, 'Nantes à Québec et Montréal')
    await tables.getByRole('link', { name: 'Versions', exact: true }).click()
    await expect(tables.getByRole('row', { name: /Réception à l’hôtel de ville/ })).toContainText('10 h 15')
    await expect(tables.getByText('1 changement, 100 personnes concernées.')).toBeVisible()
    await expectAccessible(tables)
    await tables.getByRole('button', { name: 'Diffuser la version 2' }).click()
    await expect(tables.getByRole('heading', { name: 'Version 2' })).toBeVisible()
    await expectAccessible(tables)
  })

  test('ne se déplace pas par-dessus ce qu’un collègue vient de changer', async ({ ownHouse }) => {
    const house = await ownHouse()
    const first = await house.as('aurore')
    await openProgramme(first, 'Nantes à Québec et Montréal')
    await first
      .getByRole('region', { name: /^Grille :/ })
      .getByRole('link', { name: 'Soirée de la création' })
      .click()
    await first.getByRole('link', { name: 'Déplacer', exact: true }).click()
    await first.getByRole('link', { name: 'Quinze minutes plus tard' }).click()
    await expect(first.getByRole('button', { name: 'Déplacer ici' })).toBeVisible()
    const second = await house.as('yvon')
    await second.goto(first.url())
    await second.getByRole('link', { name: 'La veille' }).click()
    await expect(second.getByText('mercredi 29 mai 2024 à 18 h 45')).toBeVisible()
    await second.getByRole('button', { name: 'Déplacer ici' }).click()
    await expect(second.getByText('C’est enregistré.')).toBeVisible()

    await first.getByRole('button', { name: 'Déplacer ici' }).click()

    await expect(first.getByText('Un collègue a changé ce moment entre-temps')).toBeVisible()
    await expect(first.getByText('mercredi 29 mai 2024 à 18 h 45')).toBeVisible()
    await expectAccessible(first)
  })

  test('se lit semaine par semaine, et montre ses lieux sur une carte par ville, sans JavaScript comme avec', async ({ as }) => {
    const page = await as('elodie')
    await page.goto('/missions')
    await page.getByRole('link', { name: 'Nantes à Québec et Montréal', exact: true }).click()
    for (const fact of ['8 jours, transports compris', '100 personnes', '50 organisations, dont 36 entreprises'])
      await expect(page.getByText(fact).first()).toBeVisible()
    await expect(page.getByRole('table', { name: 'Étapes de la mission' }).getByRole('row')).toHaveCount(3)
    await page.getByRole('link', { name: 'Partenaires', exact: true }).click()
    await expect(page.getByRole('row', { name: /Co-organisateur|Chef de file/ })).toHaveCount(4)
    await openProgramme(page, 'Nantes à Québec et Montréal')
    await page.getByRole('link', { name: 'Semaine du 20 mai 2024' }).click()
    const week = page.getByRole('region', { name: /^Grille :/ })
    await expect(week.getByRole('link', { name: 'Accueil par la Ville de Québec' })).toBeVisible()
    await expect(week.getByRole('link', { name: 'Réception à l’hôtel de ville' })).toHaveCount(0)
    await expect(week.getByRole('heading', { level: 3 })).toHaveCount(7)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Carte', exact: true }).click()

    await expect(page.getByRole('img', { name: 'Carte des lieux : Québec' })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Carte des lieux : Montréal' })).toBeVisible()
    await expect(page.getByRole('row', { name: /Hôtel de ville de Québec/ })).toContainText('Signature de la déclaration commune')
    await expectAccessible(page)
  })

  test('garde avec un moment ses fichiers, et la note que seuls les nôtres lisent', async ({ ownHouse }) => {
    const house = await ownHouse()
    const page = await house.as('aurore')
    await openProgramme(page, 'Nantes à Québec et Montréal')
    await page
      .getByRole('region', { name: /^Grille :/ })
      .getByRole('link', { name: 'Réception à l’hôtel de ville' })
      .click()
    await page
      .getByLabel('Fichier (obligatoire)')
      .setInputFiles({ name: 'plan de table.txt', mimeType: 'text/plain', buffer: Buffer.from('fictif') })
    await page.getByRole('checkbox', { name: 'Partager avec tous les partenaires' }).check()
    await page.getByRole('button', { name: 'Déposer le fichier' }).click()
    await expect(page.getByRole('row', { name: /plan de table/ })).toContainText('Tous les partenaires')
    await page.getByRole('textbox', { name: 'Texte de la note' }).fill('Exemple fictif : saluer d’abord la doyenne.')
    await page.getByRole('button', { name: 'Enregistrer la note' }).click()
    await expect(page.getByText('C’est enregistré.')).toBeVisible()
    await expectAccessible(page)

    const host = await house.as('elodie')
    await host.goto(page.url())
    await expect(host.getByRole('link', { name: 'plan de table.txt', exact: true })).toBeVisible()
    expect(await host.content()).not.toContain('doyenne')

    await page.getByRole('link', { name: 'Programme', exact: true }).click()
    await page.getByRole('link', { name: 'Versions', exact: true }).click()
    await page.getByRole('link', { name: 'Version 1' }).click()
    await page.getByRole('link', { name: 'Johanna Rolland' }).click()
    await expect(page.getByText('Exemple fictif : saluer d’abord la doyenne.')).toBeVisible()
    await expect(page.getByText('Bruno Marchand, maire de Québec')).toBeVisible()
    await expect(page.getByRole('row', { name: /Recevoir une école de Québec/ })).toContainText('En retard')
    await expect(page.getByRole('link', { name: /Déclaration commune/ })).toBeVisible()
    await expectAccessible(page)
    await host.goto(page.url())
    await expect(host.getByText('Bruno Marchand, maire de Québec')).toBeVisible()
    await expect(host.getByText('Recevoir une école')).toHaveCount(0)
    await expect(host.getByText('Réception à l’hôtel de ville').first()).toBeVisible()
    expect(await host.content()).not.toContain('doyenne')
  })

  test('la Ville de Québec propose un moment pour son étape, que le chef de file diffuse ; elle ne diffuse pas elle-même', async ({
    ownHouse,
  }) => {
    const house = await ownHouse()
    const quebec = await house.as('elodie')
    await openProgramme(quebec, 'Nantes à Québec et Montréal')
    await quebec.getByRole('link', { name: 'Ajouter un moment' }).click()
    await quebec.getByRole('textbox', { name: 'Titre', exact: false }).first().fill('Petit déjeuner des musées (fictif)')
    await quebec.getByRole('combobox', { name: 'Nature' }).selectOption('Petit déjeuner')
    await quebec.getByRole('combobox', { name: 'Étape' }).selectOption({ index: 1 })
    await quebec.getByRole('textbox', { name: 'Jour (obligatoire)' }).fill('2024-05-26')
    await quebec.getByLabel('De (obligatoire)').fill('08:00')
    await quebec.getByLabel('À (obligatoire)').fill('09:00')
    await expectAccessible(quebec)
    await quebec.getByRole('button', { name: 'Ajouter au programme' }).click()
    await expect(
      quebec.getByRole('region', { name: /^Grille :/ }).getByRole('link', { name: 'Petit déjeuner des musées (fictif)' }),
    ).toBeVisible()
    await quebec.getByRole('link', { name: 'Versions', exact: true }).click()
    await expect(quebec.getByRole('button', { name: /Diffuser/ })).toHaveCount(0)

    const lead = await house.as('aurore')
    await lead.goto(quebec.url())
    await expect(lead.getByRole('row', { name: /Petit déjeuner des musées/ })).toBeVisible()
    await lead.getByRole('button', { name: 'Diffuser la version 2' }).click()
    await expect(lead.getByRole('heading', { name: 'Version 2' })).toBeVisible()
    await expect(lead.getByRole('row', { name: /Petit déjeuner des musées/ })).toContainText('Nouveau')
  })
})

async function openProgramme(page: Page, title: string): Promise<void> {
  await page.goto('/missions')
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('link', { name: 'Programme', exact: true }).click()
  await expect(page.getByRole('heading', { name: /^Grille/ }).first()).toBeVisible()
}
