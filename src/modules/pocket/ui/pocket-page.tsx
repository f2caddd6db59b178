import { useEffect, useState } from 'react'
import { type Instant, instantOfMilliseconds } from '#platform/pure/instant.ts'
import { pick } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { ZonedTime } from '#ui/format.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { useHydrated } from '#ui/use-hydrated.ts'
import { pocketTexts } from '../texts.ts'
import type { ShownPocket } from '../usecases/read-pocket.ts'
import { CalendarChoice } from './calendar-choice.tsx'
import { Changelog } from './changelog.tsx'
import { eraseDevice, keepOnDevice } from './device.ts'
import { Documents } from './documents.tsx'
import { Entries } from './entries.tsx'
import { PocketFrame } from './pocket-frame.tsx'
import styles from './pocket-page.module.css'
import { NowNext, Programme } from './programme.tsx'
import { Contacts, Places } from './surroundings.tsx'
import { Tasks } from './tasks.tsx'
import { type Outbox, usePocketOutbox } from './use-outbox.ts'
import type { Writing } from './writing.ts'

type PocketPageProps = {
  pocket: ShownPocket
  syncedAt: Instant
  zone: TimeZone
  entryKey: string
  problem: string | undefined
  calendarUrl: string | undefined
}

/** The whole pocket on one page: what a phone keeps whole is there whole, without a network too. */
export function PocketPage({ pocket, syncedAt, zone, entryKey, problem, calendarUrl }: PocketPageProps) {
  const { sections } = useCatalogue(pocketTexts)
  const locale = useLocale()
  const isHydrated = useHydrated()
  const outbox = usePocketOutbox()
  const now = useNow(syncedAt)
  useEffect(() => void keepOnDevice().catch(() => undefined), [])
  const keep: Writing['keep'] = isHydrated ? (said, about) => outbox.add(said, about) : null
  const writing: Writing = { pocket, syncedAt, entryKey, entries: outbox.entries, keep }
  return (
    <PocketFrame
      sections={[
        { id: 'maintenant', label: sections.now },
        { id: 'programme', label: sections.programme },
        { id: 'changements', label: sections.changelog },
        { id: 'lieux', label: sections.places },
        { id: 'contacts', label: sections.contacts },
        { id: 'documents', label: sections.documents },
        { id: 'taches', label: sections.tasks },
        { id: 'saisies', label: sections.outbox },
        { id: 'agenda', label: sections.calendar },
        { id: 'fermer', label: sections.close },
      ]}
    >
      <Page
        title={pick(pocket.title, locale).text}
        kicker={<Whose pocket={pocket} />}
        below={<Standing {...{ pocket, syncedAt, zone, outbox }} />}
      >
        <NowNext items={[...pocket.items, ...pocket.meetings]} now={now} />
        <Programme items={[...pocket.items, ...pocket.meetings]} writing={writing} />
        <Changelog changelog={pocket.changelog} zone={zone} />
        <Places items={pocket.items} />
        <Contacts contacts={pocket.contacts} />
        <Documents pocket={pocket} isOnline={outbox.isOnline} />
        <Tasks writing={writing} />
        <Entries writing={writing} outbox={outbox} problem={problem} />
        <CalendarChoice pocket={pocket} zone={zone} address={calendarUrl} />
        <Close entries={outbox.entries} />
      </Page>
    </PocketFrame>
  )
}

function Whose({ pocket: { givenName, familyName, organisationName } }: { pocket: ShownPocket }) {
  const { head } = useCatalogue(pocketTexts)
  return head.kicker(`${givenName} ${familyName}`, organisationName)
}

/** Which release this is, when it was last synchronised, and whether anything still waits. */
function Standing({ pocket, syncedAt, zone, outbox }: Pick<PocketPageProps, 'pocket' | 'syncedAt' | 'zone'> & { outbox: Outbox }) {
  const { head } = useCatalogue(pocketTexts)
  const waiting = outbox.entries.filter(({ state }) => state === 'waiting').length
  return (
    <div className={styles.standing}>
      <p>
        {pocket.release ? (
          <>
            <strong>{head.version(pocket.release.number)}</strong>, {head.releasedOn}{' '}
            <ZonedTime instant={pocket.release.releasedAt} zone={zone} />
          </>
        ) : (
          head.noRelease
        )}
      </p>
      <p className={styles.facts}>
        {head.synced} <ZonedTime instant={syncedAt} zone={zone} />
      </p>
      <output>
        {!outbox.isOnline && <Notice tone="warning" title={head.offline} />}
        {waiting > 0 && <p className={styles.waiting}>{head.waiting(waiting)}</p>}
      </output>
    </div>
  )
}

function Close({ entries }: Pick<Outbox, 'entries'>) {
  const { sections, close } = useCatalogue(pocketTexts)
  const isHydrated = useHydrated()
  const waiting = entries.filter(({ state }) => state !== 'sent').length
  return (
    <Section title={sections.close} id="fermer" titlePlace="above" note={close.lead}>
      {waiting > 0 && <Notice tone="warning" title={close.lost(waiting)} />}
      <form
        method="post"
        action="/poche/fermer"
        onSubmit={(event) => {
          if (!isHydrated) return
          event.preventDefault()
          void eraseDevice().then(() => window.location.replace('/poche?ferme'))
        }}
      >
        <Button kind="danger" icon="bin">
          {close.button}
        </Button>
      </form>
    </Section>
  )
}

/** The moment of the page until there is a script, then the clock of the device, minute by minute. */
function useNow(start: Instant): Instant {
  const [now, setNow] = useState(start)
  useEffect(() => {
    const tick = () => setNow(instantOfMilliseconds(Date.now()))
    tick()
    const timer = window.setInterval(tick, 30_000)
    return () => window.clearInterval(timer)
  }, [])
  return now
}
