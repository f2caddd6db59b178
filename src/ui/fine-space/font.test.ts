import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fineSpaceFont } from './font.ts'

test('the font that is served is the one described here', () => {
  const served = readFileSync(new URL('fine-space.ttf', import.meta.url))

  expect(fineSpaceFont().equals(served)).toBe(true)
})

test('the font adds up to what OpenType asks', () => {
  const font = fineSpaceFont()
  let sum = 0
  for (let offset = 0; offset < font.length; offset += 4) sum = (sum + font.readUInt32BE(offset)) >>> 0

  expect(sum).toBe(0xb1b0afba)
})
