import type { Page } from '@playwright/test'
import { answerOf, expectations } from '../permissions/expectations.ts'
import { objectsOf } from '../permissions/objects.ts'
import { expect, expectAccessible, expectAccessibleButColours, expectContrast, test } from './fixtures.ts'

/** Who looks at a page: Claire at all she may read, then whoever has what is left. */
const readers = ['claire', 'nobody', 'lucie'] as const
type Reader = (typeof readers)[number]

/** Every page of the product, in both languages: axe finds nothing, the console says nothing, nothing overflows a phone. */
const pages = Object.entries(expectations)
  .filter(([, { isPage }]) => isPage !== false)
  .flatMap(([pattern, { params = {}, get }]) => {
    const reader = readers.find((name) => answerOf(get, name) === 200)
    return reader ? [{ pattern, params, reader, status: 200 }] : []
  })
  // The pages of errors are pages too.
  .concat([
    { pattern: '/nulle-part', params: {}, reader: 'claire', status: 404 },
    { pattern: '/annuaire/organisations/:organisationId/modifier', params: { organisationId: 'card' }, reader: 'claire', status: 403 },
  ])

const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

test('un défaut mis exprès dans une page est vu', async ({ visit }) => {
  const page = await visit()
  await page.setContent('<html lang="fr"><title>Un défaut</title><main><img src="x.png"><p style="color:#ccc">pâle</p></main></html>')

  await expect(expectAccessible(page)).rejects.toThrow(/color-contrast[^]*image-alt/)
  await expect(expectAccessibleButColours(page)).rejects.toThrow(/image-alt/)
  await expect(expectContrast(page)).rejects.toThrow(/color-contrast/)
})

for (const locale of ['fr', 'en'] as const) {
  test.describe(locale === 'fr' ? 'en français' : 'en anglais', () => {
    // One window for each reader and all the pages of a language: a browser keeps what pages share.
    const windows = new Map<Reader, Page>()
    let objects: Readonly<Record<string, string>>
    let said: string[]

    test.beforeAll(async ({ home: { house } }) => {
      objects = await objectsOf(house.databaseUrl)
      for (const reader of readers) {
        const page = await (reader === 'nobody' ? house.visit() : house.as(reader))
        page.on('console', (message) => message.type() === 'error' && said.push(`${message.text()} ${message.location().url}`))
        page.on('pageerror', (error) => said.push(error.message))
        await speak(page, locale, house.url)
        windows.set(reader, page)
      }
    })

    test.afterAll(async ({ home: { house } }) => {
      for (const page of windows.values()) {
        await speak(page, 'fr', house.url)
        await page.context().close()
      }
    })

    for (const { pattern, params, reader, status } of pages) {
      test(status === 200 ? pattern : `${pattern} (${status})`, async () => {
        const path = pattern.replace(/:(\w+)/g, (_whole, name: string) => objects[params[name] ?? ''] ?? params[name] ?? '')
        const page = windows.get(reader)
        if (!page) throw new Error(`no window for ${reader}`)
        said = []
        await page.setViewportSize(desk)
        await page.emulateMedia({ colorScheme: 'light' })

        const response = await page.goto(path)

        expect(response?.status()).toBe(status)
        expect(new URL(page.url()).pathname).toBe(path)
        expect(await page.locator('html').getAttribute('lang')).toBe(locale)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await page.title()).toMatch(/.+ · Escale$/)
        // Colours do not depend on the language.
        await (locale === 'fr' ? expectAccessible(page) : expectAccessibleButColours(page))
        await page.setViewportSize(phone)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
          0,
        )
        if (locale === 'fr') {
          await page.emulateMedia({ colorScheme: 'dark' })
          await expectContrast(page)
        }
        // A browser notes by itself that the address answered an error.
        expect(said.filter((words) => status === 200 || !words.includes(`status of ${status}`))).toEqual([])
      })
    }
  })
}

async function speak(page: Page, locale: 'fr' | 'en', origin: string): Promise<void> {
  await page.request.post('/langue', { form: { locale, next: '/accessibilite' }, headers: { origin } })
}
