import { formatPhone } from '#platform/pure/phone.ts'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { venuesOf } from '../domain/agenda.ts'
import { pocketTexts } from '../texts.ts'
import type { ShownMoment, ShownPocket } from '../usecases/read-pocket.ts'
import styles from './pocket-page.module.css'

type Venue = NonNullable<ShownMoment['venue']>

/** The places of the programme; the address in the script of the place is written large, to be shown to a driver. */
export function Places({ items }: { items: readonly ShownMoment[] }) {
  const { sections, places } = useCatalogue(pocketTexts)
  const locale = useLocale()
  const venues = venuesOf(items)
  return (
    <Section title={sections.places} id="lieux" titlePlace="above">
      {venues.length === 0 && <p>{places.empty}</p>}
      <ul className={styles.list}>
        {venues.map((venue) => (
          <li key={venue.id} className={styles.moment}>
            <p className={styles.title} lang={pick(venue.name, locale).language}>
              {pick(venue.name, locale).text}
            </p>
            {venue.addressLocal && (
              <p className={styles.address}>
                <VisuallyHidden>{places.show} </VisuallyHidden>
                {venue.addressLocal}
              </p>
            )}
            {venue.addressLatin && venue.addressLatin !== venue.addressLocal && <p className={styles.facts}>{venue.addressLatin}</p>}
            <Position {...venue} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The application of maps of the phone opens it (RFC 5870). */
function Position({ latitude, longitude }: Venue) {
  const { places } = useCatalogue(pocketTexts)
  if (latitude === null || longitude === null) return null
  return (
    <p>
      <a href={`geo:${latitude},${longitude}`}>
        {places.position} {latitude}, {longitude}
      </a>
    </p>
  )
}

export function Contacts({ contacts }: Pick<ShownPocket, 'contacts'>) {
  const texts = useCatalogue(pocketTexts)
  return (
    <Section title={texts.sections.contacts} id="contacts" titlePlace="above">
      {contacts.length === 0 && <p>{texts.contacts.empty}</p>}
      <ul className={styles.list}>
        {contacts.map(({ id, name, duty, phone, organisationName }) => (
          <li key={id} className={styles.moment}>
            <p className={styles.title}>{name}</p>
            <p className={styles.facts}>{[duty, organisationName].filter(Boolean).join(' · ')}</p>
            <p>
              <a className={styles.call} href={`tel:${phone}`}>
                <VisuallyHidden>{texts.contacts.call(name)} </VisuallyHidden>
                {formatPhone(phone)}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
