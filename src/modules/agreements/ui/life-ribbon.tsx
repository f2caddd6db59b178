import { href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateText } from '#ui/format.tsx'
import { Ribbon, type StepState } from '#ui/ribbon.tsx'
import type { Agreement } from '../domain/agreement.ts'
import { isPlanned, nextSteps, type Standing } from '../domain/life.ts'
import { endOf } from '../domain/term.ts'
import { agreementTexts } from '../texts.ts'

type Facts = Pick<Agreement, 'id' | 'dates' | 'unproven' | 'term' | 'renewedBy'>

/** The one thing to do next, and whose it is; null when there is none. */
export function nextOf({ dates, unproven, renewedBy }: Pick<Facts, 'dates' | 'unproven' | 'renewedBy'>, standing: Standing) {
  if (standing === 'expiring') return renewedBy ? null : ({ what: 'renew', who: 'officer' } as const)
  if (!isPlanned(standing) && standing !== 'signed' && standing !== 'transmitted') return null
  // An old agreement asks for no proof that nobody has.
  if (unproven && !isPlanned(standing)) return null
  const [step] = nextSteps({ dates, isUnproven: unproven !== null, isAttested: false })
  switch (step) {
    case 'negotiate':
      return { what: 'negotiate', who: 'officer' } as const
    case 'vote':
      return { what: 'vote', who: 'assembly' } as const
    case 'sign':
      return { what: 'sign', who: 'signatory' } as const
    case 'transmit':
      return { what: 'transmit', who: 'assembly' } as const
    case 'enter':
      return { what: 'enter', who: 'officer' } as const
    default:
      return null
  }
}

/** From the idea to its end: each port of call with its day. */
export function LifeRibbon({ agreement, standing }: { agreement: Facts; standing: Standing }) {
  const texts = useCatalogue(agreementTexts)
  const { dates, term, unproven } = agreement
  const life = href('/accords/:agreementId/vie', { agreementId: agreement.id })
  const rank = ['idea', 'negotiation', 'voted', 'signed', 'transmitted', 'in_force'] as const
  const reached = rank.findIndex((each) => each === standing)
  const isEnded = standing === 'expired' || standing === 'renewed' || standing === 'terminated'
  const dayOf = [
    null,
    dates.negotiatedSince,
    dates.votedOn,
    dates.signedOn,
    dates.transmittedOn,
    dates.inForceFrom ?? unproven?.attestedOn ?? null,
  ]
  const stateOf = (index: number): StepState => {
    const last = reached === -1 ? rank.length : reached
    if (index === last || (index === rank.length - 1 && standing === 'expiring')) return 'current'
    if (index > last) return 'next'
    // Passed without a day in the register: for an old agreement nobody knows, for another it is missing.
    return index > 1 && dayOf[index] === null ? 'missed' : 'done'
  }
  const lastDay = endOf(term)
  const shown = unproven ? rank.filter((_, index) => index === 0 || index >= 3 || dayOf[index] !== null) : rank
  const steps = shown
    .filter((each) => !(unproven && (each === 'idea' || (each === 'transmitted' && dates.transmittedOn === null))))
    .filter((each) => !(each === 'signed' && unproven?.attestedOn))
    .map((each) => {
      const index = rank.indexOf(each)
      const day = dayOf[index]
      return {
        key: each,
        label: texts.standings[each],
        state: stateOf(index),
        to: life,
        note: day && <DateText date={day} format="short" />,
      }
    })
  const end = isEnded ? standing : lastDay === null ? null : 'expired'
  const endDay = standing === 'terminated' ? dates.terminatedOn : standing === 'renewed' ? agreement.renewedBy?.inForceFrom : lastDay
  return (
    <Ribbon
      label={texts.ribbon}
      steps={[
        ...steps,
        ...(end
          ? [
              {
                key: 'end',
                label: texts.standings[end],
                state: isEnded ? ('current' as const) : ('next' as const),
                note: endDay && <DateText date={endDay} format="short" />,
              },
            ]
          : []),
      ]}
    />
  )
}
