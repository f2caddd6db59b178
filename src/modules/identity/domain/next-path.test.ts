import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPath } from './next-path.ts'

test.each([
  '/',
  '/missions',
  '/missions/42?onglet=depenses#total',
  '/a//b',
  '/recherche?q=https://ailleurs.example',
  '/%2F%2Failleurs.example',
  '/compte/../missions',
])('%s stays on this site', (path) => {
  const next = nextPath(path)

  expect(new URL(next, 'https://escale.example').origin).toBe('https://escale.example')
  expect(next).not.toBe('/ailleurs')
})

test('path, query and fragment are kept', () => {
  expect(nextPath('/missions/42?onglet=depenses#total')).toBe('/missions/42?onglet=depenses#total')
})

test.each([
  'https://ailleurs.example',
  '//ailleurs.example',
  '///ailleurs.example',
  '/\\ailleurs.example',
  '\\\\ailleurs.example',
  '/\t/ailleurs.example',
  '/\n/ailleurs.example',
  '\t//ailleurs.example',
  ' //ailleurs.example',
  '/.//ailleurs.example',
  '/..//ailleurs.example',
  '/./\\ailleurs.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'ailleurs.example',
  '@ailleurs.example',
  '?next=/',
  '#x',
  '',
  '/\u0000',
  `/${'a'.repeat(2001)}`,
])('%j leads home instead', (path) => {
  expect(nextPath(path)).toBe('/')
})

test.each([null, undefined, 4, ['/missions'], {}])('%j is no path', (value) => {
  expect(nextPath(value, '/compte')).toBe('/compte')
})

test('whatever is asked, a browser stays on this site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '//',
    '.',
    '..',
    ':',
    '@',
    'ailleurs.example',
    'https:',
    '\t',
    '\r\n',
    '%2f',
    '%5c',
    '?',
    '#',
    'é',
    '\u2028',
    '\u3002',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }), (pieces) => {
      const landing = new URL(nextPath(pieces.join('')), 'https://escale.example/connexion')
      expect(landing.origin).toBe('https://escale.example')
    }),
    { numRuns: 2000, seed: 7 },
  )
})
