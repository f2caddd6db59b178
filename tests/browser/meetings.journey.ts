import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

test('l’organisatrice de Miami lit le tableau, un calcul avec ses raisons, et l’agenda d’une entreprise', async ({ as }) => {
  const page = await as('lucie')
  await openMiami(page)
  await page.getByRole('link', { name: 'Rendez-vous d’affaires de Miami' }).click()
  await page.getByRole('link', { name: 'Plannings' }).click()
  await page.getByRole('link', { name: 'Calcul 1' }).click()
  await expect(page.getByText(/^200 sur \d+$/)).toBeVisible()
  await expect(page.getByText('l’un des deux a déjà tous les rendez-vous permis').first()).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Tableau' }).click()
  await page
    .getByRole('navigation', { name: 'Journées' })
    .getByRole('link', { name: /7 novembre/ })
    .click()
  await expect(page.getByRole('heading', { name: /Tableau du mardi 7 novembre 2017/ })).toBeVisible()
  await expect(page.getByText('au programme : Table ronde : la santé').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('rowheader', { name: 'Belsunce Logiciels' }).first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Agenda de Belsunce Logiciels' })).toBeVisible()
  await expect(page.getByText(/5 rendez-vous/)).toBeVisible()
  await expectAccessible(page)
})

async function openMiami(page: Page) {
  await page.goto('/missions')
  await page.getByRole('link', { name: /Miami/ }).first().click()
  await page.getByRole('navigation', { name: 'Parties de la mission' }).getByRole('link', { name: 'Rendez-vous', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Rendez-vous d’affaires' })).toBeVisible()
}
