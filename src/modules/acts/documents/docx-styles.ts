import { AlignmentType, LineRuleType, TabStopType, type IStylesOptions } from 'docx'

export const DOCX_COLOURS = { ink: '16202B', sea: '17496B', quiet: '55606B', hairline: '9AA5AF' } as const

/** Fonts every word processor has, or replaces with one of the same width: the file is meant to be edited elsewhere. */
const SERIF = 'Georgia'
const SANS = 'Calibri'

/** In 240ths of a line. Said with its rule everywhere: LibreOffice reads one that a heading inherits without it as a fixed height, and lines overlap. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO })
const TIGHT = { spacing: lines(240) }

/** Named styles, so that an authority may restyle a whole act at once. Sizes are half-points, spacings twentieths of a point. */
export function docxStyles(language: 'fr' | 'en'): IStylesOptions {
  const tag = language === 'fr' ? 'fr-FR' : 'en-GB'
  const heading = (size: number, color: string, before: number, after: number, font = SANS) => ({
    run: { font, size, bold: true, color },
    paragraph: { spacing: { before, after, ...lines(264) }, keepNext: true },
  })
  const derived = (id: string, name: string, style: { run?: object; paragraph?: object }) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...style,
  })
  return {
    default: {
      document: {
        run: { font: SERIF, size: 21, color: DOCX_COLOURS.ink, language: { value: tag } },
        paragraph: { spacing: lines(276) },
      },
      heading1: heading(36, DOCX_COLOURS.ink, 240, 240, SERIF),
      heading2: heading(25, DOCX_COLOURS.sea, 320, 120),
      heading3: heading(22, DOCX_COLOURS.ink, 200, 80),
    },
    paragraphStyles: [
      derived('ActBody', 'Acte : texte', { paragraph: { spacing: { after: 120 }, alignment: AlignmentType.BOTH } }),
      derived('ActBullet', 'Acte : liste', { paragraph: { spacing: { after: 60 } } }),
      derived('ActReference', 'Acte : cote', {
        run: { font: SANS, size: 22, bold: true, color: DOCX_COLOURS.sea },
        paragraph: { alignment: AlignmentType.RIGHT },
      }),
      derived('ActRule', 'Acte : filet', { run: { size: 4 }, paragraph: { spacing: { after: 240 } } }),
      derived('ActLead', 'Acte : ouverture', { run: { size: 23 }, paragraph: { spacing: { before: 160, after: 160 } } }),
      derived('ActDecision', 'Acte : décide', { run: { bold: true }, paragraph: { spacing: { before: 200, after: 160 }, keepNext: true } }),
      derived('ActNote', 'Acte : note', {
        run: { font: SANS, size: 18, color: DOCX_COLOURS.quiet },
        paragraph: { spacing: { after: 40 } },
      }),
      derived('ActRecital', 'Acte : visa', { paragraph: { indent: { left: 340 }, spacing: { after: 120 } } }),
      derived('ActOverline', 'Acte : surtitre', {
        run: { font: SANS, size: 16, color: DOCX_COLOURS.quiet, allCaps: true, characterSpacing: 14 },
      }),
      derived('ActAuthority', 'Acte : collectivité', { run: { size: 30, bold: true }, paragraph: { spacing: { before: 60, after: 60 } } }),
      derived('ActKeyValue', 'Acte : rubrique', {
        paragraph: {
          tabStops: [{ type: TabStopType.LEFT, position: 2381 }],
          indent: { left: 2381, hanging: 2381 },
          spacing: { after: 40 },
        },
      }),
      derived('ActSignature', 'Acte : signature', { paragraph: { indent: { left: 4535 }, spacing: { before: 120 } } }),
      derived('ActTableHeader', 'Acte : en-tête de tableau', {
        paragraph: TIGHT,
        run: { font: SANS, size: 17, bold: true, color: DOCX_COLOURS.sea },
      }),
      derived('ActTableCell', 'Acte : cellule', { paragraph: TIGHT, run: { size: 18 } }),
      derived('ActTableTotal', 'Acte : total', { paragraph: TIGHT, run: { size: 18, bold: true } }),
      derived('ActFooter', 'Acte : pied de page', { run: { font: SANS, size: 16, color: DOCX_COLOURS.quiet } }),
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { font: SANS, size: 19, bold: true },
        paragraph: { spacing: { before: 200, after: 80 } },
      },
    ],
  }
}
