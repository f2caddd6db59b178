import { Fragment } from 'react'
import { dateIn } from '#platform/pure/instant.ts'
import { type TimeZone, zoneName } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateRange, DateText, LocalizedText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { Letter } from '../domain/partnership.ts'
import { invitationTexts } from '../texts/invitation-texts.ts'

/** What an invitation says, before anything of the mission is shared. The last day to answer is told in a named zone. */
export function OfferLetter({ letter, zone, organisationName }: { letter: Letter; zone: TimeZone; organisationName?: string }) {
  const words = useCatalogue(invitationTexts)
  const locale = useLocale()
  const { answer } = words
  return (
    <>
      <KeyFacts
        facts={[
          { key: 'mission', label: answer.mission, value: <LocalizedText content={letter.title} /> },
          {
            key: 'dates',
            label: answer.dates,
            value: letter.startsOn && letter.endsOn ? <DateRange from={letter.startsOn} to={letter.endsOn} /> : answer.noDates,
          },
          { key: 'cities', label: answer.cities, value: letter.cities.length > 0 ? <Cities letter={letter} /> : undefined },
          { key: 'invited', label: answer.invited, value: organisationName },
          { key: 'role', label: answer.role, value: words.roles[letter.role] },
          {
            key: 'workstream',
            label: answer.workstream,
            value: Object.keys(letter.workstream).length > 0 ? <LocalizedText content={letter.workstream} /> : undefined,
          },
          { key: 'message', label: answer.message, value: letter.message || undefined },
          { key: 'until', label: answer.until, value: <DateText date={dateIn(zone, letter.expiresAt)} />, note: zoneName(zone, locale) },
        ].filter(({ value }) => value !== undefined)}
      />
      <p>{answer.whatYouSee}</p>
    </>
  )
}

function Cities({ letter }: { letter: Letter }) {
  return letter.cities.map((city, index) => (
    <Fragment key={JSON.stringify(city)}>
      {index > 0 && ', '}
      <LocalizedText content={city} />
    </Fragment>
  ))
}
