import { Link, href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type PassportTerm, type Requirement, columnOf, withoutCopies } from '../domain/requirement.ts'
import { departureTexts, problemTexts } from '../texts.ts'
import { requirementName } from './requirement-name.ts'
import { RequirementStateTag } from './requirement-state.tsx'

type RequirementSectionProps = {
  missionId: string
  requirement: Requirement
  /** Of the passport the person told, when this is about it. */
  passport: PassportTerm | undefined
  evidence: { readonly href: string; readonly name: string } | undefined
  colleagues: readonly { readonly value: string; readonly label: string }[]
  today: LocalDate
  refusal: RefusedForm | undefined
  requestKey: string
}

/** One requirement of one person: where it stands, and the form that moves it. */
export function RequirementSection({
  missionId,
  requirement,
  passport,
  evidence,
  colleagues,
  today,
  refusal,
  requestKey,
}: RequirementSectionProps) {
  const texts = useCatalogue(departureTexts)
  const words = texts.person
  const locale = useLocale()
  const { kind, dueOn, doneOn, reference, because, ownerName, memberId } = requirement
  const column = columnOf(requirement)
  const refused = refusal?.values.column === column ? refusal : undefined
  return (
    <Section id={column.replace(':', '-')} title={requirementName(texts, requirement, locale)}>
      <KeyFacts
        facts={[
          { key: 'state', label: words.state, value: <RequirementStateTag requirement={requirement} today={today} /> },
          { key: 'due', label: words.dueOn, value: formatDate(dueOn, locale) },
          { key: 'owner', label: words.owner, value: ownerName },
          ...(doneOn ? [{ key: 'done', label: words.doneOn, value: formatDate(doneOn, locale) }] : []),
          ...(reference ? [{ key: 'reference', label: words.reference, value: reference }] : []),
          ...(because ? [{ key: 'because', label: words.because, value: because }] : []),
          ...(evidence ? [{ key: 'evidence', label: words.evidence, value: <a href={evidence.href}>{evidence.name}</a> }] : []),
        ]}
      />
      {kind === 'special_mandate' && (
        <p>
          {words.mandateNote} <Link to={`${href('/missions/:missionId/notre-part', { missionId })}#mandat`}>{words.toMandate}</Link>
        </p>
      )}
      {kind === 'travel_order' && (
        <p>
          {words.orderNote} <Link to={href('/missions/:missionId/depart/ordres', { missionId })}>{words.toOrders}</Link>
        </p>
      )}
      {passport && <p>{(passport.isLongEnough ? words.passportLasts : words.passportTooShort)(formatDate(passport.validUntil, locale))}</p>}
      {withoutCopies.has(kind) && <p>{words.noCopy}</p>}
      <details open={refused !== undefined} data-print="no">
        <summary>{words.change}</summary>
        <Form
          id={`mark-${column.replace(':', '-')}`}
          requestKey={requestKey}
          encType="multipart/form-data"
          values={refused?.values}
          errors={problemTexts(texts, refused?.problems)}
        >
          <HiddenField name="memberIds" value={memberId} />
          <HiddenField name="column" value={column} />
          <RadioGroup
            name="state"
            label={texts.readiness.decision}
            defaultValue="done"
            inline
            choices={(['done', 'not_needed', 'to_do'] as const)
              .filter((value) => value !== 'done' || kind !== 'special_mandate')
              .map((value) => ({ value, label: texts.readiness.decisions[value] }))}
          />
          <DateField name="doneOn" label={texts.readiness.on} defaultValue={today} max={today} />
          <TextField name="proof" label={texts.readiness.proof} hint={texts.readiness.proofHint} maxLength={300} width="long" />
          {!withoutCopies.has(kind) && <FileField name="file" label={words.file} hint={words.fileHint} />}
          <Actions>
            <Button name="intent" value="mark">
              {texts.readiness.mark}
            </Button>
          </Actions>
          <Select
            name="ownerAccountId"
            label={texts.readiness.owner}
            hint={texts.readiness.ownerHint}
            options={colleagues}
            placeholder={texts.readiness.nobodyYet}
            defaultValue={requirement.ownerAccountId ?? ''}
          />
          <DateField name="dueOn" label={texts.readiness.due} hint={texts.readiness.dueHint} />
          <Actions>
            <Button name="intent" value="assign">
              {texts.readiness.assign}
            </Button>
          </Actions>
        </Form>
      </details>
    </Section>
  )
}
