import { ok, type Outcome } from '#platform/pure/outcome.ts'
import { type PdfProblem, renderPdf } from '../documents/pdf.ts'
import type { ActDocument } from '../domain/document.ts'
import type { Sheet } from '../domain/printable.ts'

export const fileFormats = ['pdf', 'docx'] as const
export type FileFormat = (typeof fileFormats)[number]

/** Why a document cannot be typeset. */
export type FileProblem = PdfProblem

export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/**
 * A document as a file: accessible PDF to be voted, Word to be reworked. The same document always gives the same bytes.
 * @refuses document_too_long, pdf_timed_out
 */
export async function renderFile(document: ActDocument, format: FileFormat): Promise<Outcome<Uint8Array<ArrayBuffer>, FileProblem>> {
  if (format === 'docx') {
    // Loaded by the first file asked for, not by every start.
    const { renderDocx } = await import('../documents/docx.ts')
    return ok(Uint8Array.from(await renderDocx(document)))
  }
  const rendered = await renderPdf(document)
  return rendered.ok ? ok(rendered.value.pdf) : rendered
}

/**
 * Badges, a seating plan or a wall sheet as an accessible PDF.
 * @refuses document_too_long, pdf_timed_out
 */
export async function renderSheet(sheet: Sheet): Promise<Outcome<Uint8Array<ArrayBuffer>, FileProblem>> {
  const rendered = await renderPdf(sheet)
  return rendered.ok ? ok(rendered.value.pdf) : rendered
}
