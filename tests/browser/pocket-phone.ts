import { type Page, expect } from '@playwright/test'
import { withOwner } from '#platform/db.ts'

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

/** The personal link in the last message, as its reader finds it. */
export async function lastLink(databaseUrl: string): Promise<string> {
  return withOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ text: string }>(
      `select body_text as text from app.mail where body_text like '%/poche/ouvrir/%' order by queued_at desc, id desc limit 1`,
    )
    const link = /\/poche\/ouvrir\/[\w-]+/.exec(rows[0]?.text ?? '')?.[0]
    if (!link) throw new Error('no message holds a personal link')
    return link
  })
}

/** Opens the pocket of a new phone by the link, and waits until everything is on it. */
export async function openOn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Ouvrir sur ce téléphone' }).click()
  await page.waitForURL('**/poche')
  await keptOnDevice(page)
}

/** Waits until the page and all it is drawn with are on the phone. */
export async function keptOnDevice(page: Page): Promise<void> {
  await expect(page.getByText(/^Synchronisé le/)).toBeVisible()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    const isKept = async () => {
      const cache = await caches.open('escale-poche')
      const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
      const drawnWith = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
      return kept.has('/poche') && drawnWith.filter((path) => path.startsWith('/assets/')).every((path) => kept.has(path))
    }
    while (!(await isKept())) await new Promise((wait) => setTimeout(wait, 50))
  })
}
