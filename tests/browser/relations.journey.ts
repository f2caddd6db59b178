import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectAccessibleButColours, test } from './fixtures.ts'

const phone = { width: 390, height: 844 }

test('la chargée de mission fusionne deux fiches d’une même personne, défait la fusion, puis efface qui le demande', async ({ as }) => {
  const page = await as('claire')
  const first = await addPerson(page, 'Ginevra', 'Doppia', 'ginevra.doppia@example.org')
  const second = await addPerson(page, 'Doppia', 'Ginevra', 'GINEVRA.DOPPIA@example.org')
  await expectAccessible(page)
  await page.goto('/annuaire')
  await page.getByRole('link', { name: 'Doublons' }).click()
  await expect(page.getByText('même courriel, nom et prénom inversés')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: /Comparer .*Ginevra.* et .*Ginevra/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Une personne, ou deux ?' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Courriel : prendre « GINEVRA.DOPPIA@example.org »', { exact: true }).check()
  await page.getByRole('button', { name: 'Fusionner les deux fiches' }).click()

  const merges = page.getByRole('table', { name: 'Les fusions, la dernière d’abord' })
  await merges.getByRole('button', { name: /Défaire la fusion de (Ginevra Doppia|Doppia Ginevra)/ }).click()
  await expect(merges.getByText('Défaite')).toBeVisible()
  await expect(page.getByRole('link', { name: /Comparer .*Ginevra.* et .*Ginevra/ })).toBeVisible()

  await page.goto(first)
  await page.getByRole('link', { name: 'Ses données, et leur effacement' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Données de cette personne' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Effacer cette personne' }).click()
  await expect(page.getByRole('link', { name: 'Cochez la case : un effacement ne se défait pas' })).toBeVisible()
  for (const address of [`${first}/donnees`, `${second}/donnees`]) {
    await page.goto(address)
    await page.getByLabel('La personne a demandé l’effacement, et son identité a été vérifiée').check()
    await page.getByRole('button', { name: 'Effacer cette personne' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Annuaire' })).toBeVisible()
  }
  // What a merge remembered of them is gone as well.
  await page.goto('/annuaire/doublons')
  await expect(page.getByText('Aucune fiche n’a encore été fusionnée.')).toBeVisible()
})

test('Marseille reads its network on a map that is also a table, and notes a letter on the sheet of a city', async ({ as }) => {
  const page = await as('lucie')
  await page.goto('/annuaire/carte')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('img', { name: /Map of \d+ cities, linked to yours by arcs/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Show').selectOption('With an agreement')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page.getByRole('img', { name: 'Map of one city, linked to yours by an arc' })).toBeVisible()
  await page.getByLabel('Show').selectOption('All cities')
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('row', { name: /Miami/ }).getByRole('link').click()

  await expect(page.getByRole('heading', { level: 1, name: 'Miami' })).toBeVisible()
  await expect(page.getByRole('row', { name: /18ᵉ/ })).toContainText('Florida, among the economies of the world')
  await expect(page.getByRole('row', { name: /4ᵉ/ })).toContainText('among the economies of the United States')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Note an exchange' }).click()
  const form = page.locator('form#exchange')
  await form.getByLabel(/^On /).fill('2017-12-15')
  await form.getByLabel(/^Subject/).fill('Thanks for the welcome')
  await form.getByRole('button', { name: 'Note', exact: true }).click()
  await expect(page.getByText('Thanks for the welcome', { exact: true })).toBeVisible()
  // Saved, the form is empty again: a second click cannot note the letter twice; and the keyboard is where it was.
  await expect(form.getByLabel(/^Subject/)).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Note an exchange' })).toBeFocused()

  await page.setViewportSize(phone)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
  await expectAccessibleButColours(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: 'What sources say' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Note an exchange' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  // The sheet and the language of the account are shared with other journeys.
  await page.getByRole('button', { name: 'Remove “Thanks for the welcome”' }).click()
  await expect(page.getByText('Thanks for the welcome', { exact: true })).toBeHidden()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Français' }).click()
  await expect(page.getByRole('heading', { name: 'Ce que disent les sources' })).toBeVisible()
})

/** Adds a card, and answers its address. */
async function addPerson(page: Page, givenName: string, familyName: string, email: string): Promise<string> {
  await page.goto('/annuaire/personnes/nouvelle')
  await page.getByLabel('Prénom').fill(givenName)
  await page.getByLabel('Nom de famille').fill(familyName)
  await page.getByLabel('Courriel').fill(email)
  await page.getByRole('button', { name: 'Ajouter à l’annuaire' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${givenName} ${familyName}` })).toBeVisible()
  return new URL(page.url()).pathname
}
