import { type Page, expect } from '@playwright/test'

/** The event of Miami, from the list of missions, as its partners find it. */
export async function openMiamiMeetings(page: Page): Promise<void> {
  await page.goto('/missions')
  await page.getByRole('link', { name: /Miami/ }).first().click()
  await page.getByRole('navigation', { name: 'Parties de la mission' }).getByRole('link', { name: 'Rendez-vous', exact: true }).click()
  // The first page of the mission links to what came of the event, by the same name.
  await page.waitForURL((url) => url.pathname.endsWith('/rendez-vous'))
  await page.getByRole('link', { name: 'Rendez-vous d’affaires de Miami' }).click()
  await expect(page.getByRole('navigation', { name: 'Parties de l’événement' })).toBeVisible()
}

/** The page of one who takes part in it, from any page of the event. */
export async function openCompany(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Parties de l’événement' }).getByRole('link', { name: 'Participants', exact: true }).click()
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
}
