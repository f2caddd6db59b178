import { asTimeZone } from '#platform/pure/time-zone.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { CopyField } from '#ui/copy-field.tsx'
import { Form } from '#ui/form.tsx'
import { ZonedTime } from '#ui/format.tsx'
import { Section } from '#ui/section.tsx'
import { pocketTexts } from '../texts.ts'
import type { ShownPocket } from '../usecases/read-pocket.ts'

/** How one's own calendar follows the released programme: by a secret address, by invitations, or not at all. */
export function CalendarChoice({ pocket, zone, address }: { pocket: ShownPocket; zone: TimeZone; address: string | undefined }) {
  const { sections, calendarPage: words } = useCatalogue(pocketTexts)
  return (
    <Section title={sections.calendar} id="agenda" titlePlace="above" note={words.lead}>
      <h3>{words.subscription}</h3>
      {address && <CopyField label={words.address} hint={words.addressHint} value={address} />}
      <p>
        {pocket.calendarSince ? (
          <>
            {words.since} <ZonedTime instant={pocket.calendarSince} zone={asTimeZone(zone)} />
          </>
        ) : (
          words.none
        )}
      </p>
      <Form id="calendar">
        <Actions>
          <Button name="intent" value="calendar_open" icon="calendar">
            {pocket.calendarSince ? words.renewAddress : words.openAddress}
          </Button>
          {pocket.calendarSince && (
            <Button name="intent" value="calendar_close" kind="danger">
              {words.closeAddress}
            </Button>
          )}
        </Actions>
      </Form>
      <h3>{words.invitations}</h3>
      <p>{words.invitationsLead}</p>
      <p>{pocket.invitations ? words.isOn : words.isOff}</p>
      <Form id="invitations">
        <Actions>
          <Button name="intent" value={pocket.invitations ? 'invitations_off' : 'invitations_on'}>
            {pocket.invitations ? words.turnOff : words.turnOn}
          </Button>
        </Actions>
      </Form>
    </Section>
  )
}
