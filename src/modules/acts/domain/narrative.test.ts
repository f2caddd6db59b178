import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { narrativeBlocks } from './narrative.ts'

describe('what a partner wrote of a mission', () => {
  test('becomes paragraphs and lists', () => {
    const fr = 'Un accord a été signé.\r\nIl porte sur :\r\n- la mobilité ;\r\n– le tourisme.\r\nPuis on rentra.\r\n\r\nAutre paragraphe.'

    expect(narrativeBlocks({ fr }, 'fr')).toEqual([
      { kind: 'paragraph', text: { fr: 'Un accord a été signé. Il porte sur :' } },
      { kind: 'bullets', items: [{ fr: 'la mobilité ;' }, { fr: 'le tourisme.' }] },
      { kind: 'paragraph', text: { fr: 'Puis on rentra.' } },
      { kind: 'paragraph', text: { fr: 'Autre paragraphe.' } },
    ])
  })

  test('keeps two languages together when their blocks correspond', () => {
    expect(narrativeBlocks({ fr: 'Un accord.\n- un\n- deux', en: 'An agreement.\n- one\n- two' }, 'fr')).toEqual([
      { kind: 'paragraph', text: { fr: 'Un accord.', en: 'An agreement.' } },
      {
        kind: 'bullets',
        items: [
          { fr: 'un', en: 'one' },
          { fr: 'deux', en: 'two' },
        ],
      },
    ])
  })

  test('keeps only the language of the act when they do not, so that nothing is said twice', () => {
    const body = { fr: 'Un accord.\n\nUne visite.', en: 'An agreement and a visit.' }

    expect(narrativeBlocks(body, 'en')).toEqual([{ kind: 'paragraph', text: { en: 'An agreement and a visit.' } }])
    expect(narrativeBlocks(body, 'de').map((block) => (block.kind === 'paragraph' ? Object.keys(block.text) : []))).toEqual([
      ['fr'],
      ['fr'],
    ])
  })

  test('is nothing when nothing was written', () => {
    expect(narrativeBlocks({}, 'fr')).toEqual([])
    expect(narrativeBlocks({ fr: ' \n\n \n' }, 'fr')).toEqual([])
  })

  test('loses no word, whatever its lines', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('mot', '- item', '', '  ', '–  autre', 'deux mots')), (lines) => {
        const words = (text: string) =>
          text
            .replaceAll(/[-–]\s/g, ' ')
            .split(/\s+/)
            .filter(Boolean)
        const said = narrativeBlocks({ fr: lines.join('\n') }, 'fr').flatMap((block) =>
          block.kind === 'paragraph' ? [block.text.fr ?? ''] : block.items.map((item) => item.fr ?? ''),
        )

        expect(words(said.join(' '))).toEqual(words(lines.join('\n')))
      }),
    )
  })
})
