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

test('le plan de table du déjeuner se déplace à la souris, au clavier et sans script, et s’imprime', async ({ as }) => {
  const page = await as('claire')
  await page.goto('/missions')
  await page.getByRole('link', { name: /délégation de Turin/ }).click()
  await page.getByRole('link', { name: 'Réception', exact: true }).click()
  await page.getByRole('link', { name: 'Déjeuner d’accueil' }).click()
  const head = page.getByRole('region', { name: 'Table d’honneur' })
  const names = head.getByRole('listitem')
  await expect(names.nth(0)).toContainText('La présidente du Département')
  await expect(page.getByText('Rien : préséance, alternance')).toBeVisible()
  await expectAccessible(page)

  // With the mouse: Livia and Dario swap.
  await head.getByText('Livia Esempio').dragTo(names.nth(5))
  await expect(names.nth(1)).toContainText('Dario Esempio')
  await expect(page.getByText('Dario Esempio a une meilleure place que Livia Esempio')).toBeHidden()
  // With the keyboard: one seat on, where the president of the chamber sits.
  await head.getByRole('link', { name: /Dario Esempio/ }).press('Alt+ArrowRight')
  await expect(names.nth(2)).toContainText('Dario Esempio')
  await expect(page.getByText('deux voisins sont du même côté').first()).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Imprimer (PDF)' }).click()])
  expect(file.suggestedFilename()).toBe('plan-de-table.pdf')

  // Without a script: the name, then the place.
  const plain = await as('claire', { javaScriptEnabled: false })
  await plain.goto(page.url())
  await plain.getByRole('link', { name: /Dario Esempio/ }).click()
  await expectAccessible(page)
  await plain.getByRole('button', { name: /^Ici : place 2, Table d’honneur/ }).click()
  await expect(plain.getByRole('region', { name: 'Table d’honneur' }).getByRole('listitem').nth(1)).toContainText('Dario Esempio')
  await plain.getByRole('checkbox', { name: /placés à la main/ }).check()
  await plain.getByRole('button', { name: 'Proposer de nouveau' }).click()
  await expect(plain.getByText('Rien : préséance, alternance')).toBeVisible()

  // Marseille reads the plan, and not who the Département keeps apart.
  const partner = await as('lucie')
  await partner.goto(page.url())
  await expect(partner.getByText('Livia Esempio').first()).toBeVisible()
  await expect(partner.getByText('Personne n’est tenu éloigné.')).toBeVisible()
  await expect(partner.getByRole('button', { name: 'Proposer de nouveau' })).toHaveCount(0)
})
