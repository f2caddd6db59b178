import type { Page } from '@playwright/test'
import { withOwner } from '#platform/db.ts'
import { enter, expect, expectAccessible, test } from './fixtures.ts'

test('au bureau des rendez-vous et à la porte d’un moment, la page rechargée ou rouverte sans réseau continue ; qui sort n’en laisse rien', async ({
  visit,
}) => {
  const page = await visit({ viewport: { width: 390, height: 844 } })
  const device = page.context()
  await enter(page, 'lucie')
  await openMiami(page, 'Rendez-vous')
  await page.getByRole('link', { name: 'Rendez-vous d’affaires de Miami' }).click()
  await page.getByRole('navigation', { name: 'Parties de l’événement' }).getByRole('link', { name: 'Sur place' }).click()
  await expect(page.getByText(/^Synchronisé le/)).toBeVisible()
  const desk = await kept(page)
  await openMiami(page, 'Départ')
  await page.getByRole('link', { name: 'Badges et pointage' }).click()
  await page.getByRole('link', { name: /transfert à l’hôtel/ }).click()
  await expect(page.getByText(/^Synchronisé le/)).toBeVisible()
  const door = await kept(page)

  await device.setOffline(true)
  await page.reload()
  await expect(page.getByText('Sans réseau : continuez.')).toBeVisible()
  await page.getByRole('button', { name: 'Noter Jean Roatta présent' }).click()
  await expect(page.getByText('1 action attend le réseau.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 action attend le réseau.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Annuler la présence de Jean Roatta' })).toBeVisible()
  await expectAccessible(page)
  await page.close()

  const again = await device.newPage()
  await again.goto(desk)
  await expect(again.getByText('Sans réseau : continuez.')).toBeVisible()
  const atNine = again.getByRole('region', { name: 'De 9 h à 9 h 20' })
  await atNine
    .getByRole('button', { name: /^Est là/ })
    .first()
    .click()
  await expect(atNine.getByText(/1 personne arrivée sur 12$/)).toBeVisible()
  await again.reload()
  await expect(again.getByText('1 action attend le réseau.')).toBeVisible()
  await expect(atNine.getByText(/1 personne arrivée sur 12$/)).toBeVisible()
  await expectAccessible(again)

  await device.setOffline(false)
  await expect(again.getByText('attend le réseau')).toBeHidden()
  await again.goto(desk)
  await expect(atNine.getByText(/1 personne arrivée sur 12$/)).toBeVisible()
  await atNine.getByRole('button', { name: /^Annuler/ }).click()
  await expect(atNine.getByText(/0 personne arrivée sur 12$/)).toBeVisible()
  await again.goto(door)
  await expect(again.getByText('attend le réseau')).toBeHidden()
  await again.getByRole('button', { name: 'Annuler la présence de Jean Roatta' }).click()
  await expect(again.getByRole('button', { name: 'Noter Jean Roatta présent' })).toBeVisible()
  await expect(again.getByText('attend le réseau')).toBeHidden()

  await again.getByText('Menu', { exact: true }).click()
  await again.getByRole('button', { name: 'Se déconnecter' }).click()
  await again.waitForURL('**/connexion')
  await expect.poll(() => again.evaluate(() => caches.keys())).toEqual([])
  await device.setOffline(true)
  await expect(again.goto(desk)).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
})

test('qui se déconnecte pendant que le serveur répond encore à sa page n’en laisse rien non plus', async ({ house, visit }) => {
  const page = await visit()
  await enter(page, 'lucie')
  await openMiami(page, 'Départ')
  await page.getByRole('link', { name: 'Badges et pointage' }).click()
  await page.getByRole('link', { name: /transfert à l’hôtel/ }).click()
  await expect(page.getByText(/^Synchronisé le/)).toBeVisible()
  await kept(page)

  await withOwner(house.databaseUrl, async (owner) => {
    const waiting = async () =>
      (await owner.query(`select from pg_locks where not granted and relation = 'departure.attendance'::regclass`)).rowCount
    await owner.query('begin; lock table departure.attendance in access exclusive mode')
    const told = page.context().waitForEvent('response', (response) => response.request().serviceWorker() !== null)
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration(location.pathname)
      registration?.active?.postMessage({ type: 'keep', address: location.pathname, urls: [] })
    })
    await expect.poll(waiting).toBe(1)
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.waitForURL('**/connexion')
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([])
    await owner.query('rollback')
    expect((await told).headers()).toHaveProperty('x-poche')
  })
  await page.waitForTimeout(1000)
  expect(await page.evaluate(() => caches.keys())).toEqual([])
})

async function openMiami(page: Page, part: string) {
  await page.goto('/missions')
  await page.getByRole('link', { name: /Miami/ }).first().click()
  await page.getByRole('navigation', { name: 'Parties de la mission' }).getByRole('link', { name: part, exact: true }).click()
}

/** Waits until the page and all it is drawn with are on the device. @returns its path */
async function kept(page: Page): Promise<string> {
  const path = new URL(page.url()).pathname
  await page.evaluate(async (pathname) => {
    const isKept = async () => {
      const cache = await caches.open(`escale-page ${pathname}`)
      const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
      const drawnWith = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
      return there.has(pathname) && drawnWith.filter((each) => each.startsWith('/assets/')).every((each) => there.has(each))
    }
    while (!(await isKept())) await new Promise((wait) => setTimeout(wait, 50))
  }, path)
  return path
}
