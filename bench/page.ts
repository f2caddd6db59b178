import type { Machine } from './machine.ts'
import { type Measured, isDisturbed, markdownTable, rowOf } from './presentation.ts'

/** docs/benchmarks.md, whole. */
export function benchmarksPage(measured: readonly Measured[], machine: Machine, day: string): string {
  const disturbed = measured.flatMap(({ findings }) => findings.filter(isDisturbed))
  const count = measured.flatMap(({ findings }) => findings).length
  const loads = measured.flatMap(({ load }) => load)
  return `# Benchmarks

Written by \`npm run bench\` on ${day}: ${machine.facts}. Load while measuring: ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} on ${machine.cores} cores.

## How to read

Subjects and floors run in turn, there and back, in several passes after one that warms up. Of the runs of a pass the quicker quarter
counts, since what a shared machine adds is never negative. A figure is the median of the passes, with their quarters between brackets; a ratio is
taken within each pass: another machine, or a busier one, changes the times and hardly the ratios. † marks a figure that moved by more than a third between
its quarters: something else was running, and it says little. ${disturbed.length === 0 ? 'None has it here.' : `${disturbed.length} of ${count} have it here.`}

The database is the disposable cluster of the tests, which does not wait for the disk; the server is the product's own, in its own process; nothing
leaves the machine.

## How to reproduce

\`npm run bench\` measures everything in some six minutes and rewrites this page. \`npm run bench -- search journal\` measures what is named, by the files of
\`bench/measures/\`, and only prints. A new measure is a new file there.

${measured.map(section).join('\n\n')}

## What they taught

- **A policy that compares with an array reads it again for each row.** An organisation that takes part in 4,000 missions waited 129 ms for the first page of its list,
  five times what the statement took without policies, and 64 ms for their number, ten times as much. The policies of missions now look each row up in
  a set, made once per statement (\`db/migrations/0017_mission_seats.sql\`).
- **Each table of a statement asks its policy anew.** The list reads seven; for sixty missions, asking was a third of its time. What the list shows of a mission now comes
  through one view that holds the condition itself (\`db/migrations/0019_own_seats.sql\`), and the number is counted on it alone.
- **An index one cannot name is an index one does not have.** The list joined its own seat without saying that it had not left it, as the partial index does: the owner's
  statement read the whole table of partners, and looked slower without policies than with them.
`
}

function section({ measure, findings }: Measured): string {
  return `## ${measure.title}\n\n${measure.reading}\n\n${markdownTable(findings.map(rowOf))}`
}
