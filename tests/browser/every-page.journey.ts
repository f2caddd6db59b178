import { expectations, answerOf } from '../permissions/expectations.ts'
import { objectsOf } from '../permissions/objects.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

/** Every page Claire may read, in both languages: axe finds nothing, the console says nothing, nothing overflows a phone. */
const pages = Object.entries(expectations).filter(
  ([, expectation]) => expectation.isPage !== false && answerOf(expectation.get, 'claire') === 200,
)

for (const locale of ['fr', 'en'] as const) {
  test.describe(locale === 'fr' ? 'en français' : 'en anglais', () => {
    for (const [pattern, { params = {} }] of pages) {
      test(`${pattern}`, async ({ as, house }) => {
        const page = await as('claire')
        const said: string[] = []
        page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
        page.on('pageerror', (error) => said.push(error.message))
        const objects = await objectsOf(house.databaseUrl)
        await page.request.post('/langue', { form: { locale, next: '/' }, headers: { origin: house.url } })

        await page.goto(pattern.replace(/:(\w+)/g, (_whole, name: string) => objects[params[name] ?? ''] ?? params[name] ?? ''))

        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await page.title()).toMatch(/.+ · Escale$/)
        await expectAccessible(page)
        await page.setViewportSize({ width: 390, height: 844 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
          0,
        )
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectAccessible(page)
        expect(said).toEqual([])
      })
    }
  })
}
