import { Link, href } from 'react-router'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { memberCategories, memberFunctions } from '../domain/member.ts'
import type { MemberDraft } from '../domain/registration.ts'
import { delegationTexts, problemTexts } from '../texts.ts'

type MemberFormProps = {
  missionId: string
  /** What the fields say at first; without it they are empty. */
  member?: Partial<MemberDraft>
  /** The version of the member being changed; without it someone new is registered. */
  version?: number
  requestKey: string
  /** Names already written on this mission, proposed for the organisation represented. */
  represented: readonly string[]
  /** The card of one's directory that someone new will be linked to. */
  card?: { readonly id: string; readonly name: string } | null
  refusal?: Pick<RefusedForm, 'values' | 'problems'> | undefined
}

/** Everything one may say about someone who travels: what all partners read, then what stays between us. */
export function MemberForm({ missionId, member, version, requestKey, represented, card, refusal }: MemberFormProps) {
  const texts = useCatalogue(delegationTexts)
  const { form } = texts
  return (
    <Form id="member" requestKey={requestKey} version={version} values={refusal?.values} errors={problemTexts(texts, refusal?.problems)}>
      <HiddenField name="intent" value="save" />
      {card && (
        <p>
          <HiddenField name="personId" value={card.id} />
          {texts.card.willLink} <Link to={href('/annuaire/personnes/:personId', { personId: card.id })}>{card.name}</Link>
        </p>
      )}
      <Fieldset legend={form.identity}>
        <TextField name="givenName" label={form.givenName} required defaultValue={member?.givenName} autoComplete="off" />
        <TextField name="familyName" label={form.familyName} required defaultValue={member?.familyName} autoComplete="off" />
        <Select
          name="category"
          label={form.category}
          required
          defaultValue={member?.category}
          options={memberCategories.map((value) => ({ value, label: texts.categories[value] }))}
        />
        <TextField
          name="capacityFr"
          label={form.capacityFr}
          hint={form.capacityHint}
          width="long"
          lang="fr"
          defaultValue={member?.capacity?.fr}
        />
        <TextField name="capacityEn" label={form.capacityEn} width="long" lang="en" defaultValue={member?.capacity?.en} />
        <TextField
          name="represents"
          label={form.represents}
          hint={form.representsHint}
          defaultValue={member?.represents ?? ''}
          suggestions={represented}
        />
        <Select
          name="function"
          label={form.function}
          placeholder={false}
          defaultValue={member?.function ?? 'member'}
          options={memberFunctions.map((value) => ({ value, label: texts.functions[value] }))}
        />
      </Fieldset>
      <Fieldset legend={form.contact} hint={form.contactHint}>
        <TextField name="email" type="email" label={form.email} defaultValue={member?.contact?.email ?? ''} autoComplete="off" />
        <TextField
          name="phone"
          type="tel"
          label={form.phone}
          hint={form.phoneHint}
          defaultValue={member?.contact?.phone ?? ''}
          autoComplete="off"
        />
        <TextArea name="notes" label={form.notes} rows={3} defaultValue={member?.contact?.notes ?? ''} />
        <TextField
          name="externalKey"
          label={form.externalKey}
          hint={form.externalKeyHint}
          width="short"
          defaultValue={member?.externalKey ?? ''}
          autoComplete="off"
        />
      </Fieldset>
      <Actions>
        <Button kind="main">{version === undefined ? form.create : form.save}</Button>
        <Link to={href('/missions/:missionId/delegation', { missionId })}>{form.cancel}</Link>
      </Actions>
    </Form>
  )
}
