import type { Machine } from './machine.ts'
import { type Measured, isDisturbed, markdownTable, rowOf } from './presentation.ts'

/** docs/benchmarks.md, whole. */
export function benchmarksPage(measured: readonly Measured[], machine: Machine, day: string): string {
  const disturbed = measured.flatMap(({ findings }) => findings.filter(isDisturbed))
  const loads = measured.flatMap(({ load }) => load)
  return `# Benchmarks

Written by \`npm run bench\` on ${day}: ${machine.facts}. Load while measuring: ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} on ${machine.cores} cores.

## How to read

Every figure is a median, with the quarters below and above between brackets. A subject and its floors run in turn, pass after pass, after a
warm-up, and ratios are taken within a pass: another machine, or a busier one, changes the times and hardly the ratios. † marks a figure that moved by
more than a third between its quarters: something else was running, and it says little. ${disturbed.length === 0 ? 'None has it here.' : `${disturbed.length} have it here.`}

The database is the disposable cluster of the tests, which does not wait for the disk; the server is the product's own, in its own process; nothing
leaves the machine.

## How to reproduce

\`npm run bench\` measures everything in some three minutes and rewrites this page. \`npm run bench -- search journal\` measures what is named, by the files of
\`bench/measures/\`, and only prints. A new measure is a new file there.

${measured.map(section).join('\n\n')}
`
}

function section({ measure, findings }: Measured): string {
  return `## ${measure.title}\n\n${measure.reading}\n\n${markdownTable(findings.map(rowOf))}`
}
