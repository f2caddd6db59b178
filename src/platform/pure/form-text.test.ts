import { expect, test } from 'vitest'
import { formText } from './form-text.ts'

test('a text is read as it was typed, an absent field and a file as nothing', () => {
  const form = new FormData()
  form.set('city', ' Gênes ')
  form.set('receipt', new File(['x'], 'x.txt'))

  expect([formText(form, 'city'), formText(form, 'country'), formText(form, 'receipt')]).toEqual([' Gênes ', '', ''])
})
