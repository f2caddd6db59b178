import { href } from 'react-router'
import { NotFound, allow, found } from '#platform/actor.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm, visitorContext } from '#platform/web.ts'
import {
  countryName,
  keepApart,
  languageName,
  loadOrganisation,
  loadPerson,
  mayKeepDirectory,
  mergeOrganisations,
  mergePeople,
} from '#modules/directory/index.ts'
import { apartForm, choicesOf, kindWords, mergeForm } from '#modules/directory/schemas/merge.ts'
import { directoryTexts } from '#modules/directory/texts.ts'
import { duplicateTexts, mergeProblem } from '#modules/directory/texts/duplicate-texts.ts'
import { CompareCards } from '#modules/directory/ui/compare-cards.tsx'
import { comparedOrganisation, comparedPerson } from '#modules/directory/ui/compared-card.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { cardReferences } from '../card-references.ts'
import type { Route } from './+types/merge-cards.ts'

function kindOf(word: string) {
  const kind = kindWords[word]
  if (!kind) throw new NotFound('no such kind of card')
  return kind
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const kind = kindOf(params.kind)
    const load = async (id: string) => {
      if (kind === 'person')
        return comparedPerson(found(await loadPerson(ctx.tx, id)), directoryTexts[locale], (one) => languageName(one, locale))
      return comparedOrganisation(found(await loadOrganisation(ctx.tx, id)), directoryTexts[locale], (one) => countryName(one, locale))
    }
    const [one, other] = [await load(params.one), await load(params.other)]
    allow(mayKeepDirectory(ctx.actor))
    return { one, other, requestKey: crypto.randomUUID() }
  })
}

/** Merges the two cards, or says that they are two. It is here because every module's rows follow. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const kind = kindOf(params.kind)
  const back = href('/annuaire/doublons')
  if (formValues(form).intent === 'apart') {
    const typed = await typeForm(form, apartForm)
    await submit(context, request, typed, 'directory.keep-apart', (ctx) => keepApart(ctx, params.one, params.other))
    return redirectWithFlash(back, 'saved')
  }
  const typed = await typeForm(form, mergeForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { keep, oneVersion, otherVersion } = typed.value
  const versions =
    keep === 'one' ? { keptVersion: oneVersion, goneVersion: otherVersion } : { keptVersion: otherVersion, goneVersion: oneVersion }
  const cards = keep === 'one' ? { kept: params.one, gone: params.other } : { kept: params.other, gone: params.one }
  const outcome = await submit(context, request, typed, 'directory.merge', (ctx) =>
    kind === 'person'
      ? mergePeople(ctx, { ...cards, ...versions, choices: choicesOf('person', keep, form) }, cardReferences)
      : mergeOrganisations(ctx, { ...cards, ...versions, choices: choicesOf('organisation', keep, form) }, cardReferences),
  )
  return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, ''))
}

export default function MergeCards({ loaderData: { one, other, requestKey }, actionData }: Route.ComponentProps) {
  const words = useCatalogue(duplicateTexts)
  const { compare } = words
  const itself = one.keepsItself ? 'one' : other.keepsItself ? 'other' : null
  const nameOf = ({ fields }: typeof one) => fields.name ?? [fields.givenName, fields.familyName].filter(Boolean).join(' ')
  return (
    <Page
      title={compare.title[one.kind]}
      lead={compare.lead}
      breadcrumbs={[
        { to: href('/annuaire'), label: words.directory },
        { to: href('/annuaire/doublons'), label: words.title },
      ]}
    >
      <Form requestKey={requestKey} values={actionData?.values} errors={mergeProblem(words, actionData?.problems)}>
        <HiddenField name="oneVersion" value={String(one.version)} />
        <HiddenField name="otherVersion" value={String(other.version)} />
        {itself && (
          <Notice>
            <p>{compare.keepsItself}</p>
            <HiddenField name="keep" value={itself} />
          </Notice>
        )}
        <CompareCards one={one} other={other} mayChoose={itself === null} />
        {!itself && (
          <RadioGroup
            name="keep"
            label={compare.keep}
            hint={compare.keepHint}
            defaultValue="one"
            choices={[
              { value: 'one', label: `${compare.first} · ${nameOf(one)}` },
              { value: 'other', label: `${compare.second} · ${nameOf(other)}` },
            ]}
          />
        )}
        <Actions>
          <Button kind="main">{compare.merge}</Button>
        </Actions>
      </Form>
      <Section title={compare.apartTitle} note={compare.apartNote} onPaper={false}>
        <Form id="apart">
          <HiddenField name="intent" value="apart" />
          <Actions>
            <Button>{compare.apart}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  )
}
