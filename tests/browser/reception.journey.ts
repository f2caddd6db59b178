import { expect, expectAccessible, test } from './fixtures.ts'

test('Marseille prend un créneau de l’accueil de Turin : il devient un moment du programme, à son nom', async ({ as }) => {
  const page = await as('lucie')
  await page.goto('/missions')
  await page.getByRole('link', { name: /délégation de Turin/ }).click()
  await page.getByRole('link', { name: 'Réception', exact: true }).click()
  await expect(page.getByRole('row', { name: /Arrivée du train/ })).toContainText('Gare Saint-Charles')
  // What the Département was promised is its own.
  await expect(page.getByRole('main')).not.toContainText('répertoire des artisans')
  await expectAccessible(page)

  await page.getByRole('button', { name: /Prendre le créneau : Atelier/ }).click()

  await expect(page.getByRole('row', { name: /Atelier d’un artisan/ })).toContainText('Ville de Marseille')
  await page.getByRole('link', { name: 'Voir au programme' }).click()
  await expect(page.getByRole('main')).toContainText('Atelier d’un artisan')
  await expect(page.getByRole('main')).toContainText('Ville de Marseille')
})

test('un cadeau au-dessus du seuil se déclare et se remet, il ne se garde pas', async ({ as }) => {
  const page = await as('claire')
  await page.goto('/visites/cadeaux')
  const engraving = page.getByRole('row', { name: /Gravure ancienne/ })
  await expect(engraving).toContainText('à déclarer')
  await expectAccessible(page)

  await engraving.getByText('Régler', { exact: true }).first().click()
  await engraving.getByRole('combobox', { name: /^Ce qu’il devient/ }).selectOption('Gardé par la personne')
  await engraving.getByRole('button', { name: 'Régler' }).click()
  await expect(page.getByText('il est remis à l’organisation ou rendu').first()).toBeVisible()
  await expectAccessible(page)
  await engraving.getByRole('combobox', { name: /^Ce qu’il devient/ }).selectOption('Remis à l’organisation')
  await engraving.getByLabel('Déclaré le').fill('2026-03-02')
  await engraving.getByRole('textbox', { name: 'Où il est conservé' }).fill('Vitrine du hall')
  await engraving.getByRole('button', { name: 'Régler' }).click()

  await expect(page.getByRole('row', { name: /Gravure ancienne/ })).toContainText('Vitrine du hall')
})

test('l’année compte les missions, à côté de ce que disent les documents', async ({ as }) => {
  const page = await as('lucie')
  await page.goto('/visites/annee?annee=2017')

  await expect(page.getByRole('row', { name: /^Délégations reçues/ }).first()).toContainText('Les deux diffèrent')
  await page.getByRole('link', { name: /Missions à l’étranger, 1/ }).click()
  await expect(page.getByRole('link', { name: /Miami/ })).toBeVisible()
  await expectAccessible(page)
})
