import { expect, expectAccessible, test } from './fixtures.ts'

test('un chargé de mission se connecte en un clic et voit les trois missions de 2017', async ({ as }) => {
  const page = await as('claire')

  await page.getByRole('link', { name: 'Missions', exact: true }).click()

  await expect(page.getByRole('link', { name: 'Mission à Gênes' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mission collective à Miami' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mission à Milan' })).toBeVisible()
  await expectAccessible(page)
})
