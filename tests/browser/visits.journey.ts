import { expect, expectAccessible, test } from './fixtures.ts'

const desk = '/demande-de-visite/departement-des-bouches-du-rhone'

test('une délégation écrit sans compte, la chargée de mission l’accepte, et la mission s’ouvre', async ({ as, visit, house }) => {
  const guest = await visit()
  await guest.request.post('/langue', { form: { locale: 'fr', next: '/' }, headers: { origin: house.url } })
  await guest.goto(desk)
  await guest.getByRole('textbox', { name: /^Organisation qui demande/ }).fill('Mairie de Bergame (fictive)')
  await guest.getByRole('textbox', { name: /^Ville/ }).fill('Bergame')
  await guest.getByRole('button', { name: 'Envoyer la demande' }).click()
  // What is missing is said at the head of the form, and what was typed is still there.
  await expect(guest.getByRole('textbox', { name: /^Organisation qui demande/ })).toHaveValue('Mairie de Bergame (fictive)')
  await expectAccessible(guest)
  await guest.getByRole('combobox', { name: /^Pays/ }).selectOption('IT')
  await guest.getByRole('textbox', { name: 'Nom (obligatoire)' }).fill('Carla Esempio')
  await guest.getByRole('textbox', { name: /^Adresse électronique/ }).fill('carla@bergamo.example')
  await guest.getByRole('textbox', { name: /^Sujet/ }).fill('Tourisme')
  await guest.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Votre demande est arrivée')
  await expectAccessible(guest)

  const page = await as('claire')
  await page.goto('/visites')
  await page.getByRole('link', { name: 'Mairie de Bergame (fictive)' }).click()
  await expect(page.getByRole('main')).toContainText('L’Italie est voisine')
  await expect(page.getByRole('main')).toContainText('Provence Tourisme')
  await expect(page.getByRole('link', { name: /Mission à Gênes/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Accepter', exact: true }).click()
  await page.getByLabel(/^Du/).fill('2027-03-01')
  await page.getByLabel(/^Au/).fill('2027-03-02')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Accepter et ouvrir la mission' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accueil de Mairie de Bergame (fictive)')

  await page.goto('/visites')
  await page.getByRole('link', { name: 'Mairie de Bergame (fictive)' }).click()
  await expect(page.getByRole('row', { name: /Lettre d’acceptation/ })).toContainText('carla@bergamo.example')
  const [letter] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Lettre d’acceptation (PDF)' }).click(),
  ])
  expect(letter.suggestedFilename()).toMatch(/\.pdf$/)
})

test('un courriel collé remplit la demande, que l’on corrige avant de l’enregistrer', async ({ as }) => {
  const page = await as('claire')
  await page.goto('/visites/nouvelle')
  await page
    .getByRole('textbox', { name: 'Ou le texte du message' })
    .fill('De : Dario Esempio <dario@rimini.example.it>\nObjet : Croisières\n\nNous serions 7 personnes.')
  await page.getByRole('button', { name: 'Lire le message' }).click()

  await expect(page.getByRole('textbox', { name: 'Adresse électronique' })).toHaveValue('dario@rimini.example.it')
  await expect(page.getByRole('combobox', { name: /^Pays/ })).toHaveValue('IT')
  await expect(page.getByRole('textbox', { name: 'Nombre de personnes' })).toHaveValue('7')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: /^Organisation qui demande/ }).fill('Comune di Rimini (fittizio)')
  await page.getByRole('button', { name: 'Enregistrer la demande' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comune di Rimini (fittizio)')
  await expectAccessible(page)
})

test('un lecteur lit l’année, et n’a pas de porte vers les demandes', async ({ as }) => {
  const page = await as('roland')
  await page.goto('/missions')

  await page.getByRole('link', { name: 'Visites', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^L’année/)
  await expectAccessible(page)
  expect((await page.goto('/visites'))?.status()).toBe(403)
})
