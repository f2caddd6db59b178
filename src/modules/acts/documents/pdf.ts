import { createRequire } from 'node:module'
import { Piscina } from 'piscina'
import { ok, refused, type Outcome } from '#platform/pure/outcome.ts'
import type { Printable } from '../domain/printable.ts'
import type { RenderedPdf } from './render-pdf.worker.ts'

export type PdfProblem =
  | { readonly code: 'document_too_long'; readonly characters: number; readonly allowed: number }
  | { readonly code: 'pdf_timed_out'; readonly limitMs: number }

/** About 250 pages of text: a hundred times the acts we know. */
const LONGEST_DOCUMENT_CHARACTERS = 800_000

const DEFAULT_LIMIT_MS = 20_000

let pool: Piscina | undefined

/**
 * The PDF of an act: PDF/UA-1, tagged, fonts embedded, the same bytes for the same document.
 * A document that takes longer than `limitMs` loses its worker thread, and only that one.
 * @refuses document_too_long, pdf_timed_out
 */
export async function renderPdf(document: Printable, limitMs = DEFAULT_LIMIT_MS): Promise<Outcome<RenderedPdf, PdfProblem>> {
  const characters = JSON.stringify(document).length
  if (characters > LONGEST_DOCUMENT_CHARACTERS) {
    return refused({ code: 'document_too_long', characters, allowed: LONGEST_DOCUMENT_CHARACTERS })
  }
  const signal = AbortSignal.timeout(limitMs)
  try {
    const rendered: RenderedPdf = await pdfPool().run(document, { signal })
    return ok(rendered)
  } catch (cause) {
    if (signal.aborted) return refused({ code: 'pdf_timed_out', limitMs })
    throw new Error('the PDF renderer failed', { cause })
  }
}

/** Ends the worker threads; the next document starts new ones. */
export async function closePdfPool(): Promise<void> {
  const closing = pool
  pool = undefined
  await closing?.destroy()
}

function pdfPool(): Piscina {
  pool ??= new Piscina({
    filename: createRequire(import.meta.url).resolve('#modules/acts/documents/render-pdf.worker.ts'),
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 30_000,
    maxQueue: 500,
  })
  return pool
}
