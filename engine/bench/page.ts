import { setNames, type SetName } from './words.ts'

const heading = [
  '# Benchmarks of the meeting engine',
  '',
  'Written by `npm run bench:engine -- --write`, set by set: what was measured anew replaces what the page said of that set, and each one says when and how.',
  'Seconds are those of whoever types the command: they begin with the process. _Known_ is the proven optimum, or the best bound and the best plan others had',
  'after as long (`engine/bench/rivals.ts`). The judge is `engine/bench/check.mjs`, which shares no code with the engine.',
].join('\n')

/** @returns the page with the sections of the sets measured now, and as it was those of the others. */
export function pageWith(measured: ReadonlyMap<SetName, readonly string[]>, before: string): string {
  const kept = new Map(before.split(/^(?=## )/m).map((section) => [/^## (\w+)/.exec(section)?.[1], section.trim()]))
  const sections = setNames.map((set) => measured.get(set)?.join('\n').trim() ?? kept.get(set))
  return `${[heading, ...sections.filter((section) => section !== undefined)].join('\n\n')}\n`
}
