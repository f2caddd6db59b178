import { expect, test } from 'vitest'
import { Dialog } from './dialog.tsx'
import { htmlOf, wordsOf } from './html-of.tsx'

test('before any script, a dialog is a fold that holds the whole question', () => {
  const html = htmlOf(
    <Dialog trigger="Retirer" title="Retirer le port ?">
      <p>Ses dépenses restent.</p>
    </Dialog>,
  )

  expect(html).toMatch(/^<details(?![^>]* open)[^>]*><summary/)
  expect(wordsOf(html)).toBe('Retirer Retirer le port ? Ses dépenses restent.')
})

test('a question whose form was refused comes back unfolded', () => {
  const html = htmlOf(
    <Dialog trigger="Retirer" title="Retirer le port ?" defaultOpen>
      …
    </Dialog>,
  )

  expect(html).toMatch(/^<details[^>]* open=""/)
})
