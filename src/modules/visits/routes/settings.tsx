import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { slugOf } from '#platform/pure/slug.ts'
import { pick, localized } from '#platform/pure/localized.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { deskPath } from '../domain/desk.ts'
import { type Criterion, criterionKinds } from '../domain/interest.ts'
import { letterKinds } from '../domain/letter.ts'
import { mayArrangeDesk } from '../domain/rights.ts'
import { criterionChoice, criterionForm, letterForm, settingsForm } from '../schemas.ts'
import { listCriteria, listLetterTexts, loadDesk } from '../sql/desk.ts'
import { type VisitTexts, visitProblems, visitTexts } from '../texts.ts'
import { DeskConflict } from '../ui/visit-conflicts.tsx'
import { letterTexts } from '../texts/letter-texts.ts'
import { PlaceholderList } from '../ui/placeholder-list.tsx'
import { TypedWords } from '../ui/typed-words.tsx'
import { arrangeDesk, removeCriterion, writeCriterion, writeLetterText } from '../usecases/arrange-desk.ts'
import type { Route } from './+types/settings.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    allow(mayArrangeDesk(ctx.actor))
    const desk = await loadDesk(ctx.tx)
    return {
      desk,
      proposedSlug: desk.slug || slugOf(ctx.actor.organisationName),
      published: desk.slug && desk.isOpen ? ctx.services.publicUrl + deskPath(desk.slug) : null,
      criteria: await listCriteria(ctx.tx),
      letters: await listLetterTexts(ctx.tx),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request }: Route.ActionArgs) {
  const back = href('/visites/reglages')
  return answerForms(context, request, {
    criterion: carryOut(
      'visits.criterion',
      criterionForm,
      (ctx, { reasonFr, reasonEn, ...criterion }) => writeCriterion(ctx, { ...criterion, reason: localized(reasonFr, reasonEn) }),
      { to: back, field: ({ code }) => fieldOf[code] ?? '' },
    ),
    remove: carryOut('visits.remove-criterion', criterionChoice, (ctx, { criterionId }) => removeCriterion(ctx, criterionId), {
      to: back,
      flash: 'removed',
    }),
    letter: carryOut(
      'visits.letter',
      letterForm,
      (ctx, { kind, subjectFr, subjectEn, bodyFr, bodyEn }) =>
        writeLetterText(ctx, kind, { subject: localized(subjectFr, subjectEn), body: localized(bodyFr, bodyEn) }),
      { to: back },
    ),
    otherwise: carryOut(
      'visits.desk',
      settingsForm,
      (ctx, { welcomeFr, welcomeEn, version, ...desk }) => arrangeDesk(ctx, version, { ...desk, welcome: localized(welcomeFr, welcomeEn) }),
      { to: back, field: ({ code }) => fieldOf[code] ?? '' },
    ),
  })
}

const fieldOf: Readonly<Record<string, string>> = {
  slug_is_an_address: 'slug',
  an_address_serves_one_desk: 'slug',
  a_criterion_has_its_value: 'value',
  a_size_is_a_number: 'value',
  valid_dates_are_in_order: 'validTo',
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function VisitSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, proposedSlug, published, criteria, letters, requestKey } = loaderData
  const texts = useCatalogue(visitTexts)
  const words = texts.settings
  const locale = useLocale()
  const errors = visitProblems(texts, actionData?.problems)
  const refusalOf = (intent: string, kind?: string) => {
    const isThis = actionData?.values.intent === intent && (kind === undefined || actionData.values.kind === kind)
    return isThis ? { values: actionData.values, errors } : {}
  }
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={[{ to: href('/visites'), label: texts.title }]}>
      <Section title={words.address} note={words.addressNote}>
        {published && <CopyField label={words.published} value={published} />}
        <Form id="desk" version={(actionData?.saved ?? desk).version} requestKey={requestKey} {...refusalOf('desk')}>
          <HiddenField name="intent" value="desk" />
          {actionData?.saved && <DeskConflict saved={actionData.saved} values={actionData.values} />}
          <TextField
            name="slug"
            label={words.slug}
            hint={words.slugHint}
            required
            maxLength={60}
            defaultValue={proposedSlug}
            spellCheck={false}
          />
          <Checkbox name="isOpen" label={words.isOpen} defaultChecked={desk.isOpen} />
          <TextArea
            name="welcomeFr"
            label={words.welcomeIn(texts.form.languages.fr)}
            rows={3}
            maxLength={2000}
            defaultValue={desk.welcome.fr}
            lang="fr"
          />
          <TextArea
            name="welcomeEn"
            label={words.welcomeIn(texts.form.languages.en)}
            rows={3}
            maxLength={2000}
            defaultValue={desk.welcome.en}
            lang="en"
          />
          <NumberField name="strongFrom" label={words.strongFrom} defaultValue={desk.strongFrom} maxLength={3} />
          <Actions>
            <Button kind="main">{words.save}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={words.criteria} note={words.criteriaNote} titlePlace="above">
        <DataTable
          caption={words.criteriaCaption}
          captionHidden
          rows={criteria}
          rowKey={({ id }) => id}
          empty={<p>{words.noCriteria}</p>}
          columns={[
            { key: 'reason', header: words.reason, isLong: true, render: ({ reason }) => <LocalizedText content={reason} /> },
            {
              key: 'criterion',
              header: words.criterion,
              render: ({ kind, value }) => [texts.criterionKinds[kind], value].filter(Boolean).join(texts.settings.is),
            },
            { key: 'weight', header: words.weight, align: 'figure', render: ({ weight }) => signed.format(weight) },
            { key: 'partner', header: words.partner, render: ({ partner }) => partner },
            { key: 'validity', header: words.validity, render: (criterion) => validityOf(criterion, words, locale) },
            {
              key: 'remove',
              header: words.remove,
              headerHidden: true,
              render: ({ id, reason }) => (
                <Form id={`remove-${id}`} layout="row">
                  <HiddenField name="intent" value="remove" />
                  <HiddenField name="criterionId" value={id} />
                  <Button kind="quiet" aria-label={words.removeOf(pick(reason, locale).text)}>
                    {words.remove}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
        <h3>{words.add}</h3>
        <Form id="criterion" {...refusalOf('criterion')}>
          <HiddenField name="intent" value="criterion" />
          <Select
            name="kind"
            label={words.kind}
            required
            placeholder={false}
            options={criterionKinds.map((value) => ({ value, label: texts.criterionKinds[value] }))}
          />
          <TextField name="value" label={words.value} hint={words.valueHint} maxLength={300} width="long" />
          <TextField name="reasonFr" label={words.reason} required maxLength={300} width="long" lang="fr" />
          <TextField name="reasonEn" label={words.reasonEn} maxLength={300} width="long" lang="en" />
          <NumberField name="weight" label={words.weight} defaultValue={2} maxLength={2} />
          <TextField name="partner" label={words.partner} maxLength={200} width="long" />
          <DateField name="validFrom" label={words.validFrom} />
          <DateField name="validTo" label={words.validTo} />
          <Actions>
            <Button>{words.add}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={words.letters} note={words.lettersNote}>
        <PlaceholderList />
        {letterKinds.map((kind) => (
          <details key={kind} open={actionData?.values.intent === 'letter' && actionData.values.kind === kind}>
            <summary>{texts.letters[kind]}</summary>
            <Form id={`letter-${kind}`} {...refusalOf('letter', kind)}>
              <HiddenField name="intent" value="letter" />
              <HiddenField name="kind" value={kind} />
              {(['fr', 'en'] as const).map((language) => (
                <div key={language}>
                  <TextField
                    name={language === 'fr' ? 'subjectFr' : 'subjectEn'}
                    label={language === 'fr' ? words.subjectFr : words.subjectEn}
                    hint={letterTexts[language][kind].subject}
                    maxLength={300}
                    width="long"
                    lang={language}
                    defaultValue={letters[kind]?.subject[language]}
                  />
                  <TextArea
                    name={language === 'fr' ? 'bodyFr' : 'bodyEn'}
                    label={language === 'fr' ? words.bodyFr : words.bodyEn}
                    rows={10}
                    maxLength={10_000}
                    lang={language}
                    defaultValue={letters[kind]?.body[language]}
                  />
                  <details>
                    <summary>{words.ours}</summary>
                    <TypedWords words={letterTexts[language][kind].body} lang={language} />
                  </details>
                </div>
              ))}
              <Actions>
                <Button>{words.saveLetter(texts.letters[kind])}</Button>
              </Actions>
            </Form>
          </details>
        ))}
      </Section>
    </Page>
  )
}

function validityOf({ validFrom, validTo }: Criterion, words: VisitTexts['settings'], locale: 'fr' | 'en'): string {
  const parts = [
    validFrom && words.since(formatDate(validFrom, locale, 'short')),
    validTo && words.until(formatDate(validTo, locale, 'short')),
  ]
  return parts.filter(Boolean).join(' ') || words.always
}
