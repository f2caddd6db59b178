import { href } from 'react-router'
import type { Ctx } from '#platform/context.ts'
import { localized } from '#platform/pure/localized.ts'
import type { Outcome } from '#platform/pure/outcome.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm, visitorContext } from '#platform/web.ts'
import { countryChoices, countryName } from '#modules/directory/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { mayKeepTitles, mayReadRequests } from '../domain/rights.ts'
import { notTakenOver } from '../domain/title.ts'
import { titleChoice, titleEnd, titleForm } from '../schemas/titles.ts'
import { listRanks } from '../sql/guests.ts'
import { listProposedTitles, listTitles } from '../sql/titles.ts'
import { visitTexts } from '../texts.ts'
import { receptionProblems, receptionTexts } from '../texts/reception-texts.ts'
import { titleTexts } from '../texts/title-texts.ts'
import { ProposedTitles, TitleForm, TitleTable } from '../ui/titles.tsx'
import { type TitleProblem, confirmTitle, endTitle, removeTitle, takeOverTitle, writeTitle } from '../usecases/keep-titles.ts'
import type { Route } from './+types/titles.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const titles = await listTitles(ctx.tx, ctx.actor)
    const named = <T extends { readonly country: string }>(title: T) => ({ ...title, countryName: countryName(title.country, locale) })
    return {
      titles: titles.map(named),
      proposed: notTakenOver(await listProposedTitles(ctx.tx), titles).map(named),
      ranks: await listRanks(ctx.tx, ctx.today),
      countries: countryChoices(locale),
      mayKeep: mayKeepTitles(ctx.actor),
      mayRead: mayReadRequests(ctx.actor),
      requestKey: crypto.randomUUID(),
    }
  })
}

/** The forms of the page, told apart by their intent. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const back = href('/visites/titres')
  const { intent } = formValues(form)
  if (intent === 'title') {
    const typed = await typeForm(form, titleForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { equivalentFr, equivalentEn, addressFr, addressEn, ...title } = typed.value
    const draft = { ...title, equivalent: localized(equivalentFr, equivalentEn), address: localized(addressFr, addressEn) }
    const outcome = await submit(context, request, typed, 'visits.write-title', (ctx) => writeTitle(ctx, draft))
    if (outcome.ok) return redirectWithFlash(back, 'saved')
    return refuseForm(typed.refuse(outcome.problem, ({ code }) => (code === 'rank_unknown' ? 'rankCode' : 'title')))
  }
  if (intent === 'end') {
    const typed = await typeForm(form, titleEnd)
    if (!typed.ok) return refuseForm(typed.problem)
    const { titleId, validTo } = typed.value
    const outcome = await submit(context, request, typed, 'visits.end-title', (ctx) => endTitle(ctx, titleId, validTo))
    return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, 'validTo'))
  }
  const typed = await typeForm(form, titleChoice)
  if (!typed.ok) return refuseForm(typed.problem)
  const { titleId } = typed.value
  const step = intent === 'take' || intent === 'remove' ? intent : 'confirm'
  const run: (ctx: Ctx) => Promise<Outcome<unknown, TitleProblem>> = (ctx) => steps[step](ctx, titleId)
  const outcome = await submit(context, request, typed, `visits.${step}-title`, run)
  return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, ''))
}

const steps = { take: takeOverTitle, remove: removeTitle, confirm: confirmTitle } as const

export default function Titles({ loaderData, actionData }: Route.ComponentProps) {
  const { titles, proposed, ranks, countries, mayKeep, mayRead, requestKey } = loaderData
  const words = useCatalogue(titleTexts)
  const visits = useCatalogue(visitTexts)
  const reception = useCatalogue(receptionTexts)
  const errors = receptionProblems(reception, visits, actionData?.problems, words.problems)
  const intent = actionData?.values.intent
  const isForm = intent === 'title'
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={mayRead ? [{ to: href('/visites'), label: visits.title }] : []}>
      {!isForm && errors && <Notice tone="danger" title={Object.values(errors)[0]} />}
      <Section title={words.own} note={words.ownNote} titlePlace="above">
        <TitleTable titles={titles} ranks={ranks} mayKeep={mayKeep} />
        {mayKeep && (
          <TitleForm
            ranks={ranks}
            countries={countries}
            isOpen={isForm}
            requestKey={requestKey}
            values={isForm ? actionData?.values : undefined}
            errors={isForm ? errors : undefined}
          />
        )}
      </Section>
      <Section title={words.proposed} note={words.proposedNote} titlePlace="above">
        <ProposedTitles titles={proposed} ranks={ranks} mayKeep={mayKeep} />
      </Section>
    </Page>
  )
}
