import { createContext, useContext } from 'react'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import { onTheClock } from '#platform/pure/instant.ts'
import type { Desk, DeskMeeting, DeskPerson, DeskSlot } from '../../domain/desk.ts'
import type { FieldValues } from '#ui/form-context.ts'
import type { Said } from '../../domain/desk-said.ts'

/** What every part of the desk reads: the day as it is with what was done here, and how something more is done. */
export type DeskView = {
  readonly desk: Desk
  readonly now: Instant
  readonly shown: DeskSlot | null
  readonly params: { readonly missionId: string; readonly eventId: string }
  readonly mayOrganise: boolean
  readonly requestKey: string
  /** What a form that was refused held, when it left without a script. */
  readonly typedBack: FieldValues | null
  /** Null before the script of the page runs: forms then leave as forms. */
  readonly say: ((said: Said) => void) | null
}

const DeskContext = createContext<DeskView | null>(null)
export const DeskProvider = DeskContext.Provider

export function useDesk(): DeskView {
  const view = useContext(DeskContext)
  if (!view) throw new Error('a part of the desk stands inside it')
  return view
}

/** Names of the day, by their ids. */
export function namesOf({ participants, people, spots, resources }: Desk) {
  const named = new Map([...participants, ...people, ...spots, ...resources].map(({ id, name }) => [id, name]))
  return (id: string) => named.get(id) ?? ''
}

export function peopleAt({ people }: Desk, meeting: DeskMeeting): DeskPerson[] {
  return people.filter(({ id }) => meeting.people.includes(id))
}

export function clockOf({ zone }: Desk, instant: Instant): LocalTime {
  return onTheClock({ instant, zone }).time
}
