import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderDocx } from '#modules/acts/documents/docx.ts'
import { loadFonts } from '#modules/acts/documents/fonts.ts'
import { closePdfPool, renderPdf } from '#modules/acts/documents/pdf.ts'
import { composeReport } from '#modules/acts/domain/compose-report.ts'
import { RATIFICATION_2017 } from '#modules/acts/domain/ratification-2017.fixture.ts'
import { defaultTemplates } from '#modules/acts/domain/templates.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Ground } from '../ground.ts'
import type { Measure } from '../measure.ts'
import { type Finding, against, race, timed } from '../race.ts'

const course = { passes: 15, runs: 5 }

/** From the facts of the three missions of 2017 to the bytes: three pages, four tables. */
const compose = () => composeReport(RATIFICATION_2017, defaultTemplates('department'), 'fr')

/** The least Typst can print under the same standard: a title and nothing else, without our worker threads. */
function emptyDocument(): () => Promise<void> {
  const compiler = NodeCompiler.create({ workspace: '/nonexistent/escale-documents', fontArgs: [{ fontBlobs: [...loadFonts().blobs] }] })
  return () => {
    const { result } = compiler.compile({ mainFileContent: '#set document(title: "–")' })
    if (!result) throw new Error('Typst refused an empty document')
    compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: 0 })
    compiler.evictCache(10)
    return Promise.resolve()
  }
}

async function run(ground: Ground): Promise<Finding[]> {
  ground.atEnd(closePdfPool)
  const printEmpty = emptyDocument()
  const printReport = async () => void valueOf(await renderPdf(compose()))
  const { pdf, docx, empty } = await race(
    {
      pdf: { what: 'The report of 2017 as PDF/UA, three pages', run: () => timed(printReport) },
      docx: { what: 'The same as DOCX', run: () => timed(() => renderDocx(compose())) },
      empty: { what: 'an empty Typst document', run: () => timed(printEmpty) },
    },
    course,
  )
  const together = 60
  const each = await timed(() => Promise.all(Array.from({ length: together }, printReport)))
  const perSecond = Math.round((together / each) * 1000)
  return [against(pdf, empty, { note: `${perSecond} documents/s, two at once` }), against(docx, empty)]
}

export const measure: Measure = {
  rank: 4,
  title: 'Documents',
  reading: `From facts to bytes: composition, French typography, Typst in a worker thread, tags and embedded fonts. Floor: Typst alone, a document
with a title and nothing else, under the same standard.`,
  run,
}
