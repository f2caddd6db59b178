/** A page of documentation, with its path from the root of the house. */
export type Page = { readonly path: string; readonly text: string }

/** Text between `<!-- name: begin -->` and `<!-- name: end -->`, blank lines and the padding of tables aside. */
export function blockOf(page: Page, name: string): string[] {
  const [, block] = new RegExp(`<!-- ${name}: begin -->\\n([\\s\\S]*?)<!-- ${name}: end -->`).exec(page.text) ?? []
  if (block === undefined) throw new Error(`${page.path} has no block called ${name}`)
  return plain(block)
}

export function withBlock(page: Page, name: string, text: string): string {
  return page.text.replace(
    new RegExp(`(<!-- ${name}: begin -->\\n)[\\s\\S]*?(<!-- ${name}: end -->)`),
    (_, begin: string, end: string) => `${begin}\n${text}\n\n${end}`,
  )
}

/** Lines as they read: two spellings of one Markdown table are the same table. */
export function plain(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

const folders = /^(src|db|engine|scripts|bench|tests|docs|public)\/[\w./-]*$/

/** Files and folders a page names between back-quotes, or links to, that are not there. `…` and `*` say that a name is a pattern. */
export function lostNames({ path, text }: Page, exists: (path: string) => boolean): string[] {
  const prose = text.replaceAll(/```[\s\S]*?```/g, '')
  const quoted = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name).filter((name) => folders.test(name))
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const linked = [...prose.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)]*)?\)/g)].map(([, target = '']) =>
    new URL(`${folder}${target}`, 'file:///').pathname.slice(1),
  )
  return [...new Set([...quoted, ...linked])].filter((name) => !exists(name)).map((name) => `${path} names ${name}, which is not there`)
}

/** A decision says what it was about, what was chosen, and what follows. */
export function unfinishedDecisions(pages: readonly Page[]): string[] {
  return pages.flatMap(({ path, text }) =>
    ['## Context', '## Choice', '## Consequences']
      .filter((part) => !text.includes(`\n${part}\n`))
      .map((part) => `${path} has no “${part.slice(3)}”`),
  )
}

/** Numbers that two decisions share, or that none has: decisions are superseded, never removed. */
export function misnumbered(paths: readonly string[]): string[] {
  return paths.flatMap((path, index) => {
    const expected = String(index + 1).padStart(4, '0')
    return path.split('/').at(-1)?.startsWith(`${expected}-`) ? [] : [`${path} should begin with ${expected}`]
  })
}
