import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const screen = css.slice(0, css.indexOf('@media print'))
const colours = new Map(
  [...screen.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
)

/** Relative luminance and contrast ratio: WCAG 2.2, "contrast ratio" and "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(name: string, ground: string, theme: 'light' | 'dark'): number {
  const [ink, paper] = [name, ground].map((token) => {
    const colour = colours.get(token)
    if (!colour) throw new Error(`no colour is called --${token}`)
    return luminance(colour[theme])
  })
  const [high = 0, low = 0] = [ink ?? 0, paper ?? 0].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['paper', 'sheet', 'shade']
const tones = ['info', 'success', 'warning', 'danger']

/** Text: 4.5:1 (RGAA 3.2). */
const texts: Array<[string, string]> = [
  ...surfaces.flatMap((surface): Array<[string, string]> => [
    ['ink', surface],
    ['ink-soft', surface],
    ['sea', surface],
    ['sea-deep', surface],
    ['danger', surface],
  ]),
  ...tones.flatMap((tone): Array<[string, string]> => [
    [tone, `${tone}-wash`],
    [tone, 'paper'],
    ['ink', `${tone}-wash`],
    ['ink-soft', `${tone}-wash`],
    ['sea', `${tone}-wash`],
    ['sea-deep', `${tone}-wash`],
  ]),
  ['ink', 'sea-wash'],
  ['on-coral', 'coral'],
  ['on-coral', 'coral-deep'],
  ['paper', 'ink'],
  ['paper', 'sea'],
]

/** Strokes and shapes that carry meaning: 3:1 (RGAA 3.3). */
const shapes: Array<[string, string]> = [
  ...surfaces.flatMap((surface): Array<[string, string]> => [
    ['stroke', surface],
    ['focus', surface],
    ['coral', surface],
  ]),
  ...[1, 2, 3, 4, 5, 6].map((mark): [string, string] => [`mark-${mark}`, 'paper']),
]

for (const theme of ['light', 'dark'] as const) {
  test.each(texts)(`in the ${theme} theme, %s can be read on %s`, (ink, ground) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapes)(`in the ${theme} theme, %s can be told from %s`, (shape, ground) => {
    expect(contrast(shape, ground, theme)).toBeGreaterThanOrEqual(3)
  })
}

test('the contrast of black on white is 21', () => {
  colours.set('black', { light: '#000000', dark: '#000000' }).set('white', { light: '#ffffff', dark: '#ffffff' })

  expect(contrast('black', 'white', 'light')).toBeCloseTo(21)
})
