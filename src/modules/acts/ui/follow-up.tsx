import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Act } from '../domain/act.ts'
import { actTexts } from '../texts.ts'
import type { FormRefusal } from './vote-forms.tsx'

type FollowUpProps = {
  act: Act
  mayRecord: boolean
  requestKeys: { readonly transmit: string; readonly publish: string }
  refusalOf: (intent: string) => FormRefusal
}

/** What follows an adoption: transmission and publication, which together make the act enforceable (CGCT L2131-1, L3131-1, L4141-1). */
export function FollowUp({ act, mayRecord, requestKeys, refusalOf }: FollowUpProps) {
  const words = useCatalogue(actTexts).vote
  const { transmission, publication, executoryOn, prefectureId } = act
  return (
    <>
      <Section title={words.executory} note={words.executoryNote}>
        <KeyFacts
          facts={[
            { key: 'executory', label: words.executoryOn, value: executoryOn ? <DateText date={executoryOn} /> : words.notExecutory },
            {
              key: 'transmitted',
              label: words.transmittedOn,
              value: transmission && <DateText date={transmission.on} />,
              note: transmission?.receipt,
            },
            {
              key: 'published',
              label: words.publishedOn,
              value: publication && <DateText date={publication.on} />,
              note: publication?.address && <a href={publication.address}>{publication.address}</a>,
            },
          ]}
        />
      </Section>
      {mayRecord && (
        <>
          <Section title={words.transmission} note={act.agreementId === null ? words.transmissionNote : words.agreementTransmissionNote}>
            <Form id="transmit" requestKey={requestKeys.transmit} {...refusalOf('transmit')}>
              <HiddenField name="intent" value="transmit" />
              <DateField name="on" label={words.transmittedOn} required defaultValue={transmission?.on} />
              <TextField name="receipt" label={words.receipt} maxLength={100} defaultValue={transmission?.receipt ?? undefined} />
              <TextField
                name="prefectureId"
                label={words.prefecture}
                hint={words.prefectureHint}
                width="short"
                maxLength={10}
                defaultValue={prefectureId ?? undefined}
              />
              <Actions>
                <Button kind={transmission ? 'plain' : 'main'} type="submit">
                  {transmission ? words.correct : words.save}
                </Button>
              </Actions>
            </Form>
          </Section>
          <Section title={words.publication} note={words.publicationNote}>
            <Form id="publish" requestKey={requestKeys.publish} {...refusalOf('publish')}>
              <HiddenField name="intent" value="publish" />
              <DateField name="on" label={words.publishedOn} required defaultValue={publication?.on} />
              <TextField
                name="address"
                type="url"
                label={words.address}
                width="long"
                maxLength={500}
                defaultValue={publication?.address ?? undefined}
              />
              <Actions>
                <Button kind={transmission && !publication ? 'main' : 'plain'} type="submit">
                  {publication ? words.correct : words.save}
                </Button>
              </Actions>
            </Form>
          </Section>
        </>
      )}
    </>
  )
}
