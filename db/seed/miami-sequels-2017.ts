/**
 * What came of the meetings of Miami: entirely fictitious, like those who met. By ranks, so that the same demonstration is loaded each time.
 * `rank` counts meetings in the order of time and tables, or companies in the order of the alphabet.
 */
export const toldOn = '2017-11-09T15:00:00.000Z'
export const plannedOn = '2017-11-09T16:00:00.000Z'

/** What the company that travelled says of its meeting; null where nobody said anything. */
export function outcomeOf(rank: number) {
  if (rank % 17 === 9) return { state: 'they_missed' as const, nextStep: 'none' as const, nextStepOn: null, nextStepWords: '' }
  if (rank % 41 === 20) return { state: 'we_missed' as const, nextStep: 'none' as const, nextStepOn: null, nextStepWords: '' }
  const [nextStep, nextStepWords] = nextSteps[rank % nextSteps.length] ?? nextSteps[0]
  return { state: 'held' as const, nextStep, nextStepOn: null, nextStepWords }
}

const nextSteps = [
  ['none', ''],
  ['documents', 'Catalogue et tarifs à envoyer'],
  ['second_meeting', 'Visioconférence avec la direction technique'],
  ['none', ''],
  ['quote', 'Devis pour une première série'],
  ['documents', 'Références de clients'],
  ['visit', 'Visite des ateliers à Marseille'],
] as const

/** Whether the host says the same: one in three does, and one in fifty does not agree. */
export const isSaidByHost = (rank: number) => rank % 3 === 0
export const isDisputed = (rank: number) => rank % 51 === 24

/** Days on which letters are due, on the clocks of Miami, and when answers were noted. */
export const stages = [
  { sentOn: '2017-11-15T14:04:00.000Z', notedOn: '2017-11-24T15:00:00.000Z' },
  { sentOn: '2018-02-08T14:04:00.000Z', notedOn: '2018-02-21T15:00:00.000Z' },
] as const

/** What a company answers a week after; null when it does not. */
export function firstAnswer(rank: number) {
  if (rank % 3 === 2) return null
  const followUp = rank % 4 === 1 ? ('not_yet' as const) : rank % 7 === 3 ? ('no' as const) : ('yes' as const)
  return { ...nothing, followUp, quotes: followUp === 'yes' ? 1 + (rank % 3) : 0 }
}

/** Three months after: fewer answer, some have signed. */
export function secondAnswer(rank: number) {
  if (rank % 2 === 1) return null
  const followUp = rank % 3 === 0 ? ('yes' as const) : rank % 5 === 1 ? ('no' as const) : ('not_yet' as const)
  if (followUp !== 'yes') return { ...nothing, followUp, quotes: rank % 2, contracts: 0 }
  const isSigned = rank % 4 === 0
  return {
    ...nothing,
    followUp,
    quotes: 2 + (rank % 3),
    contracts: isSigned ? 1 : 0,
    valueCents: BigInt(1_200_000 + rank * 35_000),
    valueCurrency: 'EUR',
    valueQualifier: isSigned ? ('signed' as const) : rank % 12 === 6 ? ('expected' as const) : ('estimated' as const),
  }
}

const nothing = { quotes: null, contracts: null, jobs: null, valueCents: null, valueCurrency: null, valueQualifier: null, words: '' }
