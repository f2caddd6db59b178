import { type Page, expect } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

/** What the RGAA and WCAG 2.1 A and AA ask. */
const standards: RunOptions = { runOnly: ['RGAAv4', 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }

/** axe with the tags of the RGAA and of WCAG 2.1 A and AA: the page has no violation. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, standards)
}

/** The same without the contrasts, which cost more than all the rest: for a page whose colours were judged in another language. */
export async function expectAccessibleButColours(page: Page): Promise<void> {
  await expectNoViolation(page, { ...standards, rules: { 'color-contrast': { enabled: false } } })
}

/** The contrasts alone, for a page already judged in another colour scheme. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolation(page, { runOnly: { type: 'rule', values: ['color-contrast'] } })
}

async function expectNoViolation(page: Page, options: RunOptions): Promise<void> {
  // While a form is on its way its buttons are paler.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  if (!(await page.evaluate(() => 'axe' in window))) await prepare(page)
  const violations = await page.evaluate(
    async (asked) => {
      // The lines of a long table or list repeat one another: the first thirty speak for the rest.
      const exclude = ['tbody > tr:nth-child(n+31)', 'li:nth-child(n+31)']
      const found = await (window as unknown as { axe: typeof axe }).axe.run({ exclude }, asked)
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
    }, // What passes needs no naming, and our pages hold no frame and no style from elsewhere.
    { ...options, resultTypes: ['violations' as const], preload: false, iframes: false },
  )
  expect(violations).toEqual([])
}

async function prepare(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  await page.evaluate(() => {
    // A colour half-way through a transition is nobody's choice.
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }')
    document.adoptedStyleSheets.push(still)
  })
}
