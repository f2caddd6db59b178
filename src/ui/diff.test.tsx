import { expect, test } from 'vitest'
import { Diff } from './diff.tsx'
import { attributes, htmlOf, wordsOf } from './html-of.tsx'

const fields = [
  { name: 'title', label: 'Titre', mine: 'Gênes', theirs: 'Gênes' },
  { name: 'purpose', label: 'Objet', mine: 'Signer l’accord', theirs: '' },
]

test('an edit conflict names what differs, what does not, and what is empty', () => {
  const words = wordsOf(htmlOf(<Diff caption="Deux saisies" fields={fields} theirsBy="Jeanne Oliveri" />))

  expect(words).toContain('Version enregistrée (Jeanne Oliveri)')
  expect(words).toContain('Titre identique Gênes Gênes')
  expect(words).toContain('Objet différent Signer l’accord vide')
})

test('a person chooses only between values that differ, and keeps their own unless they say otherwise', () => {
  const html = htmlOf(<Diff caption="Deux saisies" fields={fields} choosable />)
  const choices = [...html.matchAll(/<input[^>]*>/g)].map(([input]) => input)

  expect(choices.map((input) => [attributes(input, 'name')[0], attributes(input, 'value')[0], input.includes('checked=""')])).toEqual([
    ['keep.purpose', 'mine', true],
    ['keep.purpose', 'theirs', false],
  ])
})
