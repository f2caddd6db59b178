import type { Page } from '@playwright/test'

/** A mission of the test alone, opened through its form. @returns its path. */
export async function newMission(page: Page, title: string): Promise<string> {
  await page.goto('/missions/nouvelle')
  await page.getByRole('textbox', { name: /^Titre \(/ }).fill(title)
  await page.getByRole('button', { name: 'Créer la mission' }).click()
  await page.waitForURL(/\/missions\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}
