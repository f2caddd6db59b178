import { type Localized, pick } from '#platform/pure/localized.ts'
import type { RefusedForm } from '#platform/web.ts'
import { missionLinks } from '#modules/agreements/index.ts'
import { agreementTexts, problemTexts } from '#modules/agreements/texts.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'

type Choice = { readonly id: string; readonly title: Localized }

type LinkSectionProps = {
  words: { readonly add: string; readonly choose: string; readonly save: string }
  /** What the other end of the link is called. */
  label: string
  others: readonly Choice[]
  requestKey: string
  refusal: Pick<RefusedForm, 'values' | 'problems'> | undefined
}

/** Links the agreement or the mission of the page with one of the others; nothing when there is none. */
export function LinkSection({ words, label, others, requestKey, refusal }: LinkSectionProps) {
  const texts = useCatalogue(agreementTexts)
  const locale = useLocale()
  if (others.length === 0) return null
  return (
    <Section title={words.add} onPaper={false}>
      <Form id="link" requestKey={requestKey} values={refusal?.values} errors={problemTexts(texts, refusal?.problems)}>
        <Select
          name="chosenId"
          label={label}
          placeholder={words.choose}
          required
          width="long"
          options={others.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))}
        />
        <Select
          name="link"
          label={texts.missions.link}
          required
          options={missionLinks.map((value) => ({ value, label: texts.links[value] }))}
        />
        <Actions>
          <Button kind="main">{words.save}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** Takes one link away; `said` tells which to who hears the button. */
export function UnlinkForm({ id, label, said }: { id: string; label: string; said?: string }) {
  return (
    <Form id={`unlink-${id}`}>
      <HiddenField name="intent" value="unlink" />
      <HiddenField name="chosenId" value={id} />
      <Button kind="quiet" aria-label={said}>
        {label}
      </Button>
    </Form>
  )
}
