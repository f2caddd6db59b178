import { type Browser, type Page, test as base, chromium as playwright } from '@playwright/test'
import { chromium } from './chromium.ts'
import { type House, type HouseOptions, openHouse } from './house.ts'

export { expect } from '@playwright/test'
export { expectAccessible, expectAccessibleButColours, expectContrast } from './accessible.ts'
export { type House, type Person, enter } from './house.ts'

type Workers = { home: { readonly browser: Browser; readonly house: House } }
type Tests = {
  house: House
  /** A page of a new visitor; closed with the test. */
  visit: House['visit']
  /** A page of someone of the demonstration, signed in and still blank; closed with the test. */
  as: House['as']
  /** A house of this test alone: for what would be in the way of other tests, or needs the server stopped. */
  ownHouse: (options?: HouseOptions) => Promise<House>
}

/** The tests of a worker share one house: each leaves it fit for the others, or takes its own. */
export const test = base.extend<Tests, Workers>({
  home: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => {
      const browser = await playwright.launch(await chromium())
      const house = await openHouse(browser)
      await use({ browser, house })
      await browser.close()
      await house.close()
    },
    { scope: 'worker' },
  ],
  house: async ({ home }, use) => use(home.house),
  visit: async ({ house }, use) => useAndClose(house.visit, use),
  as: async ({ house }, use) => useAndClose(house.as, use),
  ownHouse: async ({ home }, use) => {
    const houses: House[] = []
    const contexts = new Set(home.browser.contexts())
    await use(async (options) => {
      const house = await openHouse(home.browser, options)
      houses.push(house)
      return house
    })
    await Promise.all(home.browser.contexts().map((context) => !contexts.has(context) && context.close()))
    await Promise.all(houses.map((house) => house.close()))
  },
})

/** Gives a test the means to open pages, and closes at its end those it opened. */
async function useAndClose<Args extends unknown[]>(
  open: (...args: Args) => Promise<Page>,
  use: (open: (...args: Args) => Promise<Page>) => Promise<void>,
): Promise<void> {
  const pages: Page[] = []
  await use(async (...args) => {
    const page = await open(...args)
    pages.push(page)
    return page
  })
  await Promise.all(pages.map((page) => page.context().close()))
}
