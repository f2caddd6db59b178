import { AxeBuilder } from '@axe-core/playwright'
import { type Page, expect } from '@playwright/test'

/** axe with the tags of the RGAA and of WCAG 2.1 A and AA: the page has no violation. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, (axe) => axe.withTags(['RGAAv4', 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']))
}

/** The contrasts alone, for a page already judged in another colour scheme. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolation(page, (axe) => axe.withRules(['color-contrast']))
}

async function expectNoViolation(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  // A colour half-way through a transition is nobody's choice.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish()
  })
  // Our pages hold no frame of another origin, and the other mode opens a second page for each analysis.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  // The lines of a long table or list repeat one another: the first thirty speak for the rest.
  const { violations } = await choose(axe.exclude('tbody > tr:nth-child(n+31)').exclude('li:nth-child(n+31)')).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}
