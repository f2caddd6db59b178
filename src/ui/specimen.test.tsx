import { expect, test } from 'vitest'
import { attributes, htmlOf, wordsOf } from './html-of.tsx'
import { Specimen } from './specimen.tsx'

const html = htmlOf(<Specimen />)

test('no element of any component shares its id with another', () => {
  const ids = attributes(html, 'id')

  expect(ids.length).toBeGreaterThan(40)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('whatever points to an element points to one that exists', () => {
  const ids = new Set(attributes(html, 'id'))
  const pointers = ['for', 'aria-labelledby', 'aria-describedby', 'list']
    .flatMap((name) => attributes(html, name))
    .flatMap((value) => value.split(' '))
  const anchors = attributes(html, 'href')
    .filter((href) => href.startsWith('#'))
    .map((href) => href.slice(1))

  expect(pointers.length).toBeGreaterThan(30)
  expect([...pointers, ...anchors].filter((id) => !ids.has(id))).toEqual([])
})

test('nothing needs what the content security policy refuses', () => {
  expect(html).not.toMatch(/<style|<script| style="| on[a-z]+="/)
})

test('every control has a label', () => {
  const controls = [...html.matchAll(/<(input|select|textarea)\b[^>]*>/g)]
    .map(([control]) => control)
    .filter((control) => !control.includes('type="hidden"'))
  const labelled = new Set(attributes(html, 'for'))
  const unnamed = controls.filter((control) => {
    const id = attributes(control, 'id')[0]
    const isWrapped = /type="(radio|checkbox)"/.test(control)
    return !isWrapped && !control.includes('aria-label=') && !(id !== undefined && labelled.has(id))
  })

  expect(controls.length).toBeGreaterThan(20)
  expect(unnamed).toEqual([])
})

test('each state of the ribbon is a word as well as a colour', () => {
  const words = wordsOf(html)

  expect(words).toContain('Idée (fait)')
  expect(words).toContain('Préparation en cours')
  expect(words).toContain('Confirmée (à venir)')
  expect(words).toContain('Mandat voté non respecté')
  expect(words).toContain('En route annulé')
})
