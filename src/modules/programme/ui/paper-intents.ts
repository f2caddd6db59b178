const intents = new Set(['document', 'remove-document', 'note'])

/** Whether a form of the page of an item is about its papers: its files and its note. */
export function isAboutPapers(intent: unknown): boolean {
  return typeof intent === 'string' && intents.has(intent)
}
