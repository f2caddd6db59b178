import type { Locale } from '#platform/pure/locale.ts'
import type { NamedTable } from '#platform/tabular/write-list-file.ts'
import { type SuggestionRun, weightIn } from '../../domain/suggestion-run.ts'
import { suggestionTexts } from '../../texts/suggestion-texts.ts'

type KeptRun = SuggestionRun & { readonly participantId: string }

/**
 * Runs of suggestions as sheets of a file: what weighed in each pair, a line for each reason; what each company had written; the weights. A CSV holds
 * the first, in which a run that found nothing has a line too. Codes stay codes: they are what was computed with.
 */
export function suggestionTables(
  runs: readonly KeptRun[],
  names: Readonly<Record<string, string>>,
  locale: Locale,
): readonly [NamedTable, ...NamedTable[]] {
  const words = suggestionTexts[locale]
  const { file } = words
  const nameOf = (id: string) => names[id] ?? words.gone
  const headOf = ({ participantId, number, shownAt, shownName, version }: KeptRun) => [
    nameOf(participantId),
    String(number),
    shownAt,
    shownName ?? words.byLink,
    String(version),
  ]
  const head = [file.company, file.run, file.shownAt, file.shownTo, file.version]
  return [
    {
      name: file.pairs,
      headers: [...head, words.other, file.criterion, file.inCommon, words.points],
      rows: runs.flatMap((run) =>
        run.pairs.length === 0
          ? [[...headOf(run), '', '', '', '']]
          : run.pairs.flatMap(({ otherId, reasons }) =>
              reasons.map(({ kind, words: common }) => [
                ...headOf(run),
                nameOf(otherId),
                words.criteria[kind],
                common.join(' ; '),
                String(weightIn(run, kind)),
              ]),
            ),
      ),
    },
    {
      name: file.written,
      headers: [
        ...head,
        file.compared,
        words.own.offers,
        words.own.needs,
        words.own.sectors,
        words.own.languages,
        words.own.country,
        file.codes,
        file.stage,
        file.markets,
      ],
      rows: runs.map((run) => [
        ...headOf(run),
        String(run.compared),
        ...[run.own.offers, run.own.needs, run.own.sectors, run.own.languages].map((list) => list.join(' ; ')),
        run.own.country,
        run.own.sectorCodes.join(' ; '),
        run.own.stage,
        run.own.markets.join(' ; '),
      ]),
    },
    {
      name: file.weights,
      headers: [...head, file.criterion, words.points],
      rows: runs.flatMap((run) => run.weights.map(({ kind, points }) => [...headOf(run), words.criteria[kind], String(points)])),
    },
  ]
}
