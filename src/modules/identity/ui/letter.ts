import type { Locale } from '#platform/pure/locale.ts'

export type Letter = { readonly subject: string; readonly bodyText: string; readonly bodyHtml: string }

/** A paragraph, a code to be read aloud, or a link on its own line. */
type Part = string | { readonly emphasis: string } | { readonly link: string; readonly label: string }

/** A short message in plain text and in HTML. What people typed is text in both: it never becomes markup. */
export function letter(locale: Locale, subject: string, parts: readonly Part[]): Letter {
  return {
    subject: subject.replaceAll(/\s+/g, ' '),
    bodyText: `${parts.map(asText).join('\n\n')}\n\nEscale\n`,
    bodyHtml: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="font-family:sans-serif;line-height:1.5;max-width:36rem">${parts.map(asHtml).join('')}<p>Escale</p></body></html>`,
  }
}

function asText(part: Part): string {
  if (typeof part === 'string') return part
  return 'emphasis' in part ? `    ${part.emphasis}` : `${part.label}\n${part.link}`
}

function asHtml(part: Part): string {
  if (typeof part === 'string') return `<p>${escapeHtml(part)}</p>`
  if ('emphasis' in part) return `<p style="font-size:1.6em;letter-spacing:.15em"><strong>${escapeHtml(part.emphasis)}</strong></p>`
  return `<p><a href="${escapeHtml(part.link)}">${escapeHtml(part.label)}</a></p>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
