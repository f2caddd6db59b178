import type { Page } from '@playwright/test'
import { expectations, answerOf } from '../permissions/expectations.ts'
import { objectsOf } from '../permissions/objects.ts'
import { expect, expectAccessible, expectContrast, test } from './fixtures.ts'

/** Every page Claire may read, in both languages: axe finds nothing, the console says nothing, nothing overflows a phone. */
const pages = Object.entries(expectations).filter(
  ([, expectation]) => expectation.isPage !== false && answerOf(expectation.get, 'claire') === 200,
)

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

for (const locale of ['fr', 'en'] as const) {
  test.describe(locale === 'fr' ? 'en français' : 'en anglais', () => {
    let page: Page
    let objects: Readonly<Record<string, string>>
    let said: string[]

    const speak = (wanted: 'fr' | 'en', origin: string) =>
      page.request.post('/langue', { form: { locale: wanted, next: '/compte' }, headers: { origin } })

    // One window for all the pages of a language: a browser keeps what they share.
    test.beforeAll(async ({ home: { house } }) => {
      objects = await objectsOf(house.databaseUrl)
      page = await house.as('claire')
      page.on('console', (message) => message.type() === 'error' && said.push(`${message.text()} ${message.location().url}`))
      page.on('pageerror', (error) => said.push(error.message))
      await speak(locale, house.url)
    })

    test.afterAll(async ({ home: { house } }) => {
      await speak('fr', house.url)
      await page.context().close()
    })

    for (const [pattern, { params = {} }] of pages) {
      test(pattern, async () => {
        const path = pattern.replace(/:(\w+)/g, (_whole, name: string) => objects[params[name] ?? ''] ?? params[name] ?? '')
        said = []
        await page.setViewportSize(desk)
        await page.emulateMedia({ colorScheme: 'light' })

        const response = await page.goto(path)

        expect(response?.status()).toBe(200)
        expect(new URL(page.url()).pathname).toBe(path)
        expect(await page.locator('html').getAttribute('lang')).toBe(locale)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await page.title()).toMatch(/.+ · Escale$/)
        await expectAccessible(page)
        await page.setViewportSize(phone)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
          0,
        )
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectContrast(page)
        expect(said).toEqual([])
      })
    }
  })
}
