import type { Block } from '../domain/document.ts'

/**
 * Whether a page may not turn between two blocks: a signature never stands alone on the last page, and a list follows
 * the sentence that announces it. Headings stay with their text by themselves.
 */
export function staysWithNext(block: Block, next: Block | undefined): boolean {
  if (next?.kind === 'signature') return block.kind === 'paragraph' || block.kind === 'bullets' || block.kind === 'key-values'
  return next?.kind === 'bullets' && block.kind === 'paragraph'
}
