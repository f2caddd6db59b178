import { enter, expect, expectAccessible, test } from './fixtures.ts'

test('une chargée de mission se connecte en un clic et voit les trois missions de 2017', async ({ visit }) => {
  const page = await visit()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Se connecter' })).toBeVisible()
  await expectAccessible(page)
  await enter(page, 'claire')

  await page.getByRole('link', { name: 'Missions', exact: true }).click()

  await expect(page.getByRole('link', { name: 'Mission à Gênes', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mission collective à Miami' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mission à Milan' })).toBeVisible()
  await expectAccessible(page)
})
