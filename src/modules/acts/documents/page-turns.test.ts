import { expect, test } from 'vitest'
import { text, type Block } from '../domain/document.ts'
import { staysWithNext } from './page-turns.ts'

const paragraph: Block = { kind: 'paragraph', role: 'body', content: [text('Il vous est proposé :')] }
const bullets: Block = { kind: 'bullets', items: [[text('de ratifier')]] }
const signature: Block = { kind: 'signature', placeAndDate: null, capacity: 'La Présidente', name: 'Camille Exemple' }

test.each<[string, Block, Block | undefined, boolean]>([
  ['a sentence and the list it announces', paragraph, bullets, true],
  ['the last words and the signature', bullets, signature, true],
  ['two sentences', paragraph, paragraph, false],
  ['a list and what follows', bullets, paragraph, false],
  ['the last block and nothing', paragraph, undefined, false],
])('%s', (_what, block, next, stays) => {
  expect(staysWithNext(block, next)).toBe(stays)
})
