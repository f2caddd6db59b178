import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Printable } from '../domain/printable.ts'
import { badgeTypst } from './badge-sheet.ts'
import { loadFonts } from './fonts.ts'
import { seatingTypst } from './seating-sheet.ts'
import { type TypstSource, toTypst } from './typst.ts'
import { wallTypst } from './wall-sheet.ts'

/**
 * Runs in a worker thread, because Typst is synchronous. It receives a document, never Typst source, and the
 * workspace does not exist: whatever the words say, nothing can be read from disk or fetched.
 */
const EMPTY_WORKSPACE = '/nonexistent/escale-documents'

export type RenderedPdf = {
  readonly pdf: Uint8Array<ArrayBuffer>
  readonly pageCount: number
  /** Characters no embedded font has, printed as □. */
  readonly unprintable: readonly string[]
}

const fonts = loadFonts()
const compiler = NodeCompiler.create({ workspace: EMPTY_WORKSPACE, fontArgs: [{ fontBlobs: [...fonts.blobs] }] })

export default function renderPdf(document: Printable): RenderedPdf {
  const { source, unprintable } = sourceOf(document)
  const dated = 'kind' in document ? document.dated : document.metadata.dated
  try {
    const compiled = compiler.compile({ mainFileContent: source })
    if (compiled.result === null) {
      throw new Error(`Typst refused its source: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
    }
    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: Date.parse(dated) / 1000 })
    return { pdf: Uint8Array.from(pdf), pageCount: compiled.result.numOfPages, unprintable }
  } finally {
    compiler.evictCache(10)
  }
}

function sourceOf(document: Printable): TypstSource {
  if (!('kind' in document)) return toTypst(document, fonts.covers)
  switch (document.kind) {
    case 'badges':
      return badgeTypst(document, fonts.covers)
    case 'seating':
      return seatingTypst(document, fonts.covers)
    case 'wall':
      return wallTypst(document, fonts.covers)
  }
}
