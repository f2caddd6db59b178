import { plainText, type ActDocument, type Block, type KeyValue, type Table } from './document.ts'

/** A document as plain text, for golden files, comparisons and the command line. Structure is shown by signs, spaces as they are. */
export function toPlainText(document: ActDocument): string {
  return `${document.blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'letterhead':
      return [
        ...block.overline,
        block.authority,
        ...block.directorates,
        ...(block.reference === null ? [] : [keyValueText(block.reference)]),
      ].join('\n')
    case 'heading':
      return `${'#'.repeat(block.level)} ${plainText(block.content)}`
    case 'paragraph':
      return plainText(block.content)
    case 'recital':
      return `    ${plainText(block.content)}`
    case 'bullets':
      return block.items.map((item) => `- ${plainText(item)}`).join('\n')
    case 'article':
      return `${block.label}\n${block.blocks.map(blockText).join('\n')}`
    case 'table':
      return tableText(block)
    case 'page-break':
      return '----------'
    case 'signature':
      return [block.placeAndDate ?? '', block.capacity, block.name].filter((line) => line !== '').join('\n')
    case 'key-values':
      return block.entries.map(keyValueText).join('\n')
  }
}

function keyValueText({ key, value }: KeyValue): string {
  return `${key}: ${plainText(value)}`
}

function tableText(table: Table): string {
  const lines = [table.columns.map((column) => column.header), ...table.rows.map((row) => row.cells.map(plainText))]
  return [plainText(table.caption), ...lines.map((cells) => `| ${cells.join(' | ')} |`)].join('\n')
}
