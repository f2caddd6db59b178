import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { CopyField } from '#ui/copy-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { eventTexts } from '../../texts/event-texts.ts'

type LinkSectionProps = {
  link: { readonly madeOn: LocalDate; readonly endsOn: LocalDate } | null
  /** Of a link made just now: shown once. */
  address: string | undefined
  requestKey: string
}

/** The link by which somebody without an account answers for the participant. */
export function LinkSection({ link, address, requestKey }: LinkSectionProps) {
  const { link: words } = useCatalogue(eventTexts)
  const locale = useLocale()
  return (
    <Section title={words.title} note={words.note} id="lien" onPaper={false}>
      {address !== undefined && <CopyField label={words.address} hint={words.addressHint} value={address} />}
      <p>{link ? words.standing(formatDate(link.madeOn, locale), formatDate(link.endsOn, locale)) : words.none}</p>
      <Form id="link" requestKey={requestKey}>
        <HiddenField name="intent" value="link" />
        <Select
          name="language"
          label={words.language}
          placeholder={false}
          defaultValue="en"
          options={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
        />
        {link && <p>{words.remakeNote}</p>}
        <Actions>
          <Button>{link ? words.remake : words.make}</Button>
        </Actions>
      </Form>
      {link && (
        <Form id="revoke" requestKey={requestKey}>
          <HiddenField name="intent" value="revokeLink" />
          <Actions>
            <Button kind="quiet">{words.revoke}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
