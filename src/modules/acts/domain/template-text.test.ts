import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueOf } from '#platform/pure/outcome.ts'
import { parseTemplateText } from './template-text.ts'

const words = (text: string) => ({ kind: 'words', text })
const placeholder = (name: string) => ({ kind: 'placeholder', name })

describe('the text of a template', () => {
  it('is made of paragraphs, bullets and slots', () => {
    const source = 'Il est proposé\nde décider :\n- de ratifier {{places}} ;\n- d’approuver {{ total }}.\n\n{{expenses}}\nFin.'

    expect(valueOf(parseTemplateText(source))).toEqual([
      { kind: 'paragraph', pieces: [words('Il est proposé'), words(' '), words('de décider :')] },
      {
        kind: 'bullets',
        items: [
          [words('de ratifier '), placeholder('places'), words(' ;')],
          [words('d’approuver '), placeholder('total'), words('.')],
        ],
      },
      { kind: 'slot', slot: 'expenses' },
      { kind: 'paragraph', pieces: [words('Fin.')] },
    ])
  })

  it('says where each unknown placeholder stands', () => {
    expect(parseTemplateText('Vu\n- le {{ totl }} et {{expenses}} puis {{places')).toEqual({
      ok: false,
      problem: [
        { code: 'placeholder_unknown', name: 'totl', line: 2, column: 6 },
        { code: 'slot_inside_sentence', name: 'expenses', line: 2, column: 20 },
        { code: 'placeholder_unclosed', name: 'places', line: 2, column: 38 },
      ],
    })
  })

  it('reads markup of every kind as plain words', () => {
    for (const source of ['<b>gras</b> & #let x = 1', '**gras** _x_ [lien](http://x)', '# titre', '1. un', '$x$ @ref \\ {a}']) {
      expect(valueOf(parseTemplateText(source))).toEqual([{ kind: 'paragraph', pieces: [words(source)] }])
    }
  })

  it('loses no word', () => {
    const word = fc.stringMatching(/^[a-zé#*]{1,8}$/)
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), (lines) => {
        const blocks = valueOf(parseTemplateText(lines.map((line) => line.join(' ')).join('\n')))
        const text = blocks.map((block) =>
          block.kind === 'paragraph' ? block.pieces.map((piece) => (piece.kind === 'words' ? piece.text : '')).join('') : '',
        )

        expect(text.join(' ')).toBe(lines.flat().join(' '))
      }),
    )
  })

  it('accepts the line ends of any keyboard', () => {
    expect(parseTemplateText('a\r\n\r\nb')).toEqual(parseTemplateText('a\n\nb'))
  })
})
