import { Fragment } from 'react'
import { type Instant, dateIn } from '#platform/pure/instant.ts'
import { type TimeZone, zoneName } from '#platform/pure/time-zone.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateRange, DateText, LocalizedText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { MissionLetter } from '../domain/application.ts'
import { registrationTexts } from '../texts.ts'

/** What a mission says to someone who has no account: no more than a letter would. */
export function MissionFacts({ letter, until, zone }: { letter: MissionLetter; until?: Instant; zone: TimeZone }) {
  const { form } = useCatalogue(registrationTexts)
  const locale = useLocale()
  const { startsOn, endsOn, cities } = letter
  return (
    <KeyFacts
      facts={[
        { key: 'mission', label: form.mission, value: <LocalizedText content={letter.title} /> },
        { key: 'dates', label: form.dates, value: startsOn && endsOn ? <DateRange from={startsOn} to={endsOn} /> : form.noDates },
        ...(cities.length > 0
          ? [
              {
                key: 'cities',
                label: form.cities,
                value: cities.map((city, index) => (
                  <Fragment key={JSON.stringify(city)}>
                    {index > 0 && ', '}
                    <LocalizedText content={city} />
                  </Fragment>
                )),
              },
            ]
          : []),
        { key: 'delegation', label: form.delegation, value: letter.organisationName },
        ...(until
          ? [{ key: 'until', label: form.until, value: <DateText date={dateIn(zone, until)} />, note: zoneName(zone, locale) }]
          : []),
      ]}
    />
  )
}
