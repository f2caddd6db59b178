import { href } from 'react-router'
import { localized } from '#platform/pure/localized.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read, visitorContext } from '#platform/web.ts'
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
import { confirmTitle, endTitle, removeTitle, takeOverTitle, writeTitle } from '../usecases/keep-titles.ts'
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
export function action({ context, request }: Route.ActionArgs) {
  const to = href('/visites/titres')
  return answerForms(context, request, {
    title: carryOut(
      'visits.write-title',
      titleForm,
      (ctx, { equivalentFr, equivalentEn, addressFr, addressEn, ...title }) =>
        writeTitle(ctx, { ...title, equivalent: localized(equivalentFr, equivalentEn), address: localized(addressFr, addressEn) }),
      { to, field: ({ code }) => (code === 'rank_unknown' ? 'rankCode' : 'title') },
    ),
    end: carryOut('visits.end-title', titleEnd, (ctx, { titleId, validTo }) => endTitle(ctx, titleId, validTo), { to, field: 'validTo' }),
    take: carryOut('visits.take-title', titleChoice, (ctx, { titleId }) => takeOverTitle(ctx, titleId), { to }),
    remove: carryOut('visits.remove-title', titleChoice, (ctx, { titleId }) => removeTitle(ctx, titleId), { to }),
    confirm: carryOut('visits.confirm-title', titleChoice, (ctx, { titleId }) => confirmTitle(ctx, titleId), { to }),
  })
}

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
