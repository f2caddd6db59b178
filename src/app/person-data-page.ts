import type { ActDocument, Block } from '#modules/acts/index.ts'

/** A document as one page that any browser opens without a network, and prints. Nothing in it runs. */
export function pageOf({ language, title, blocks }: ActDocument): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#17222b}dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.2rem 1rem}dt{color:#4a5560}dd{margin:0;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}caption{text-align:start;font-weight:600}th,td{text-align:start;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #ccc}</style></head>
<body><main>${blocks.map(blockOf).join('\n')}</main></body></html>
`
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${words(block.content)}</h${block.level}>`
    case 'key-values':
      return `<dl>${block.entries.map(({ key, value }) => `<dt>${escape(key)}</dt><dd>${words(value)}</dd>`).join('')}</dl>`
    case 'table': {
      const head = block.columns.map(({ header }) => `<th scope="col">${escape(header)}</th>`).join('')
      const rows = block.rows.map(({ cells }) => `<tr>${cells.map((cell) => `<td>${words(cell)}</td>`).join('')}</tr>`)
      return `<table><caption>${words(block.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
    }
    case 'paragraph':
      return `<p>${words(block.content)}</p>`
    default:
      throw new Error(`no such part in the data of a person: ${block.kind}`)
  }
}

const words = (content: readonly { readonly text: string }[]) => escape(content.map(({ text }) => text).join(''))
const escape = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
