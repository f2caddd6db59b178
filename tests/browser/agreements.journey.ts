import { expect, expectAccessible, test } from './fixtures.ts'

test.describe('la chargée de mission du Département', () => {
  test('tient un accord de l’idée à son entrée en vigueur, et le registre refuse la signature avant le vote', async ({ as }) => {
    const page = await as('claire')
    await page.goto('/accords')
    await page.getByRole('link', { name: 'Nouvel accord' }).click()
    await page.getByLabel('Titre, en français').fill('Accord avec Turin')
    await page.getByLabel('Nature', { exact: false }).first().selectOption({ label: 'Accord de coopération' })
    await page.getByLabel('Ville', { exact: true }).fill('Turin')
    await page.getByRole('group', { name: 'Partie 1' }).getByLabel('Nom').fill('Città di Torino')
    await page.getByLabel('Objet, en français').fill('Coopérer sur la mobilité des jeunes.')
    await page.getByLabel('Durée', { exact: true }).fill('24')
    await page.getByLabel('Engagement financier prévu').fill('0')
    await page.getByRole('button', { name: 'Ouvrir l’accord' }).click()

    await expect(page.getByRole('heading', { level: 1, name: 'Accord avec Turin' })).toBeVisible()
    await expect(page.getByText('Ouvrir la négociation, ou faire voter le texte')).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('link', { name: 'Vie de l’accord' }).click()
    await page.getByText('Prouver le vote').click()
    await page.getByLabel('Voté le').fill('2026-06-26')
    await page.getByLabel('Délibération').fill('26-118')
    await page.getByRole('button', { name: 'Enregistrer le vote' }).click()
    await page.getByLabel('Signé le').fill('2026-06-25')
    await page.getByLabel('Lieu de la signature').fill('Turin')
    for (const name of ['Département', 'Città di Torino']) {
      const signatory = page.getByRole('group', { name })
      await signatory.getByLabel('Nom').fill('Camille Dupuy')
      await signatory.getByLabel('Qualité, en français').fill('Vice-présidence')
    }
    await page.getByRole('button', { name: 'Enregistrer la signature' }).click()

    await expect(page.getByText('L’assemblée vote avant la signature').first()).toBeVisible()
    await expect(page.getByLabel('Lieu de la signature')).toHaveValue('Turin')

    await page.getByLabel('Signé le').fill('2026-07-02')
    await page.getByRole('button', { name: 'Enregistrer la signature' }).click()
    await page.getByLabel('Transmis le').fill('2026-07-06')
    await page.getByLabel('Accusé de réception').fill('AR 013-2026-118')
    await page.getByRole('button', { name: 'Enregistrer la transmission' }).click()
    await page.getByLabel('En vigueur à compter du').fill('2026-07-06')
    await page.getByRole('button', { name: 'Enregistrer l’entrée en vigueur' }).click()
    await expect(page.getByRole('button', { name: 'Enregistrer l’entrée en vigueur' })).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'L’accord', exact: true }).click()

    await expect(page.getByText('5 juillet 2028')).toBeVisible()
    await page.getByRole('link', { name: 'Historique' }).click()
    await expect(page.getByText('Étape de l’accord enregistrée').first()).toBeVisible()
  })
})

test('Nantes reads in English what was pledged with Québec City, and says how an action went', async ({ as }) => {
  const page = await as('aurore')
  await page.goto('/accords')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Joint declaration 2024–2025 with Québec City' }).click()
  await expect(page.getByText('More than 10 years of cooperation at the signature (since 2013)')).toBeVisible()
  await expect(page.getByText('31 December 2025')).toBeVisible()

  await page.getByRole('link', { name: 'Pledges' }).first().click()
  await page.getByText('How far: Accueillir dix entreprises du numérique à Québec').click()
  await page.getByLabel('State').selectOption({ label: 'Done' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Say what shows that it is done, or why it is given up').first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Evidence' }).fill('Minutes of 28 November 2025')
  await page.getByRole('button', { name: 'Save', exact: true }).click()

  await expect(page.getByText('Minutes of 28 November 2025')).toBeVisible()
  await expectAccessible(page)
})
