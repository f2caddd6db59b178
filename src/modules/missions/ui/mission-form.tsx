import { useId } from 'react'
import type { Leg, Mission } from '../domain/mission.ts'
import { missionKinds } from '../domain/mission.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { Select } from '#ui/select.tsx'
import { Suggestions } from '#ui/suggestions.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { RefusedForm } from '#platform/web.ts'
import type { MissionChoices } from '../usecases/list-choices.ts'
import { missionTexts, problemTexts } from '../texts.ts'

type MissionFormProps = MissionChoices & {
  /** The mission being changed; absent for a new one. */
  mission?: Mission
  refusal?: Pick<RefusedForm, 'values' | 'problems'>
  requestKey: string
}

/** Creation and change share one form: a mission is described once, the same way. */
export function MissionForm({ mission, refusal, requestKey, ...choices }: MissionFormProps) {
  const texts = useCatalogue(missionTexts)
  const { form } = texts
  const id = useId()
  const lists = { cities: `${id}-cities`, countries: `${id}-countries`, timeZones: `${id}-zones` }
  const legCount = Math.max((mission?.legs.length ?? 0) + (mission ? 1 : 2), typedLegCount(refusal))
  return (
    <Form requestKey={requestKey} version={mission?.version} values={refusal?.values} errors={problemTexts(texts, refusal?.problems)}>
      <TextField
        name="titleFr"
        label={form.titleFr}
        hint={form.titleHint}
        required
        maxLength={200}
        width="full"
        lang="fr"
        defaultValue={mission?.title.fr}
      />
      <Select
        name="kind"
        label={form.kind}
        placeholder={false}
        defaultValue={mission?.kind ?? 'outgoing'}
        options={missionKinds.map((value) => ({ value, label: texts.kinds[value] }))}
      />
      <Fieldset legend={form.legs} hint={form.legsHint}>
        {Array.from({ length: legCount }, (_, index) => (
          <LegFields key={index} index={index} leg={mission?.legs[index]} countries={choices.countries} lists={lists} />
        ))}
        <Suggestions id={lists.cities} values={choices.cityNames} />
        <Suggestions id={lists.countries} values={choices.countries.map(({ label }) => label)} />
        <Suggestions id={lists.timeZones} values={choices.timeZones} />
      </Fieldset>
      <TextArea
        name="objectivesFr"
        label={form.objectives}
        rows={4}
        lang="fr"
        defaultValue={mission?.objectives.map((objective) => objective.fr ?? '').join('\n')}
      />
      <TextArea name="purposeFr" label={form.purposeFr} rows={2} lang="fr" defaultValue={mission?.purpose.fr} />
      <TextField
        name="themes"
        label={form.themes}
        hint={form.themesHint}
        width="full"
        defaultValue={mission?.themes.map((theme) => theme.label.fr ?? '').join(', ')}
      />
      <Fieldset legend={form.translations}>
        <TextField name="titleEn" label={form.titleEn} maxLength={200} width="full" lang="en" defaultValue={mission?.title.en} />
        <TextArea name="purposeEn" label={form.purposeEn} rows={2} lang="en" defaultValue={mission?.purpose.en} />
        <TextArea
          name="objectivesEn"
          label={form.objectivesEn}
          rows={3}
          lang="en"
          defaultValue={mission?.objectives.map((objective) => objective.en ?? '').join('\n')}
        />
      </Fieldset>
      <Actions>
        <Button kind="main" type="submit">
          {mission ? form.save : form.create}
        </Button>
      </Actions>
    </Form>
  )
}

type LegFieldsProps = {
  index: number
  leg?: Leg
  countries: MissionChoices['countries']
  /** Ids of the values that the fields of every leg propose. */
  lists: { readonly cities: string; readonly countries: string; readonly timeZones: string }
}

function LegFields({ index, leg, countries, lists }: LegFieldsProps) {
  const { form } = useCatalogue(missionTexts)
  const name = (field: string) => `legs.${index}.${field}`
  return (
    <Fieldset legend={form.leg(index + 1)} look="label" inline>
      <TextField name={name('city')} label={form.city} suggestionsFrom={lists.cities} defaultValue={leg?.cityName.fr ?? leg?.cityName.en} />
      <DateField name={name('from')} label={form.from} defaultValue={leg?.startsOn} />
      <DateField name={name('to')} label={form.to} defaultValue={leg?.endsOn} />
      <TextField
        name={name('country')}
        label={form.country}
        maxLength={60}
        suggestionsFrom={lists.countries}
        width="short"
        defaultValue={countries.find(({ value }) => value === leg?.country)?.label}
      />
      <TextField
        name={name('timeZone')}
        label={form.timeZone}
        suggestionsFrom={lists.timeZones}
        width="short"
        defaultValue={leg?.timeZone}
      />
    </Fieldset>
  )
}

function typedLegCount(refusal: MissionFormProps['refusal']): number {
  const indexes = Object.keys(refusal?.values ?? {}).map((name) => Number(/^legs\.(\d+)\./.exec(name)?.[1] ?? -1))
  return Math.max(0, ...indexes.map((index) => index + 1))
}
