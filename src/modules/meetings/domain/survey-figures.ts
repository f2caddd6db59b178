import { type Stage, type Survey, type ValueQualifier, stages } from './survey.ts'

export const countedMeasures = ['quotes', 'contracts', 'jobs'] as const
export type CountedMeasure = (typeof countedMeasures)[number]
export type Value = { readonly cents: bigint; readonly currency: string; readonly qualifier: ValueQualifier }

/**
 * What a stage amounts to. `total`: since the meetings, each company once, by the latest it said at this stage or before. `isNew`: what that adds to
 * the stage before; below nothing when a company takes back what it had said. The new of all stages add up to the total of the last.
 */
export type StageFigures = {
  readonly stage: Stage
  readonly asked: number
  readonly answered: number
  /** Of those, who filled in the whole page. */
  readonly complete: number
  readonly followUps: Readonly<Record<'yes' | 'not_yet' | 'no', number>>
  readonly counts: Readonly<Record<CountedMeasure, { readonly total: number; readonly isNew: number; readonly companies: number }>>
  /** By currency and qualifier; never converted, never added up across qualifiers. */
  readonly values: readonly Value[]
}

export type AskedCompany = Pick<
  Survey,
  | 'stage'
  | 'participantId'
  | 'followUp'
  | 'quotes'
  | 'contracts'
  | 'jobs'
  | 'valueCents'
  | 'valueCurrency'
  | 'valueQualifier'
  | 'completedAt'
>

/** The figures of each stage that was asked, in their order. */
export function figuresByStage(surveys: readonly AskedCompany[]): StageFigures[] {
  const counts = new Map<string, Record<CountedMeasure, number | null>>()
  const values = new Map<string, Value>()
  const before: Record<CountedMeasure, number> = { quotes: 0, contracts: 0, jobs: 0 }
  return stages.flatMap((stage) => {
    const asked = surveys.filter((survey) => survey.stage === stage)
    if (asked.length === 0) return []
    for (const survey of asked) hear(survey, counts, values)
    const counted = countedMeasures.map((measure) => {
      const said = [...counts.values()].map((of) => of[measure]).filter((figure) => figure !== null)
      const total = said.reduce((sum, figure) => sum + figure, 0)
      const isNew = total - before[measure]
      before[measure] = total
      return [measure, { total, isNew, companies: said.filter((figure) => figure > 0).length }] as const
    })
    const answered = asked.filter(({ followUp }) => followUp !== null)
    const saying = (word: Survey['followUp']) => answered.filter(({ followUp }) => followUp === word).length
    return [
      {
        stage,
        asked: asked.length,
        answered: answered.length,
        complete: asked.filter(({ completedAt }) => completedAt !== null).length,
        followUps: { yes: saying('yes'), not_yet: saying('not_yet'), no: saying('no') },
        counts: Object.fromEntries(counted) as StageFigures['counts'],
        values: addUp([...values.values()]),
      },
    ]
  })
}

/** The latest word of a company on each measure takes the place of the one before. */
function hear(survey: AskedCompany, counts: Map<string, Record<CountedMeasure, number | null>>, values: Map<string, Value>): void {
  const known = counts.get(survey.participantId) ?? { quotes: null, contracts: null, jobs: null }
  counts.set(survey.participantId, {
    quotes: survey.quotes ?? known.quotes,
    contracts: survey.contracts ?? known.contracts,
    jobs: survey.jobs ?? known.jobs,
  })
  const { valueCents: cents, valueCurrency: currency, valueQualifier: qualifier } = survey
  if (cents !== null && currency !== null && qualifier !== null) values.set(survey.participantId, { cents, currency, qualifier })
}

function addUp(values: readonly Value[]): Value[] {
  const sums = new Map<string, Value>()
  for (const value of values) {
    const key = `${value.currency} ${value.qualifier}`
    sums.set(key, { ...value, cents: value.cents + (sums.get(key)?.cents ?? 0n) })
  }
  return [...sums.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
}
