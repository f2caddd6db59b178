import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { localized } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Section } from '#ui/section.tsx'
import { type Action, isOpenAction } from '../domain/pledges.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { actionForm, domainForm, domainIdForm, pledgesOf, progressForm, reopenForm } from '../schemas/pledges.ts'
import { loadAgreement } from '../sql/agreements.ts'
import { listDomains } from '../sql/pledges.ts'
import { agreementTexts, problemTexts } from '../texts.ts'
import { ActionForm, DomainForm, ProgressForm, ReopenForm } from '../ui/pledge-forms.tsx'
import { DomainSheet } from '../ui/domain-sheet.tsx'
import { reopenAction } from '../usecases/reopen-action.ts'
import { planAction, progressAction, removeDomain, writeDomain } from '../usecases/write-pledges.ts'
import type { Route } from './+types/agreement-pledges.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const agreement = found(await loadAgreement(ctx.tx, params.agreementId))
    return {
      domains: await listDomains(ctx.tx, agreement.id),
      today: ctx.today,
      mayKeep: mayKeepAgreements(ctx.actor),
      requestKeys: { domain: crypto.randomUUID(), action: crypto.randomUUID(), reopen: crypto.randomUUID() },
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const back = href('/accords/:agreementId/engagements', params)
  const { agreementId } = params
  return answerForms(context, request, {
    domain: carryOut(
      'agreements.write-domain',
      domainForm,
      (ctx, typed) => {
        const { titleFr, titleEn } = typed
        return writeDomain(ctx, agreementId, { title: localized(titleFr, titleEn), pledges: pledgesOf(typed) })
      },
      { to: back },
    ),
    'remove-domain': carryOut('agreements.remove-domain', domainIdForm, (ctx, { domainId }) => removeDomain(ctx, agreementId, domainId), {
      to: back,
      flash: 'removed',
    }),
    action: carryOut('agreements.plan-action', actionForm, (ctx, typed) => planAction(ctx, agreementId, typed), { to: back }),
    reopen: carryOut('agreements.reopen-action', reopenForm, (ctx, typed) => reopenAction(ctx, agreementId, typed.actionId, typed), {
      to: back,
      field: ({ code }) => (code === 'a_reopening_says_why' ? 'reason' : ''),
    }),
    otherwise: carryOut(
      'agreements.progress',
      progressForm,
      (ctx, { actionId, ...progress }) => progressAction(ctx, agreementId, actionId, progress),
      { to: back, field: ({ code }) => (code === 'what_is_done_shows_its_evidence' ? 'evidence' : '') },
    ),
  })
}

export default function AgreementPledges({ loaderData, params, actionData }: Route.ComponentProps) {
  const { domains, today, mayKeep, requestKeys } = loaderData
  const texts = useCatalogue(agreementTexts)
  const words = texts.pledges
  const errors = problemTexts(texts, actionData?.problems)
  const refusalOf = (intent: string) => (actionData?.values.intent === intent ? { values: actionData.values, errors } : {})
  const pledges = domains.flatMap((domain) => domain.pledges)
  const actions = pledges.flatMap((pledge) => pledge.actions)
  const open = actions.filter(isOpenAction)
  const closed = actions.filter((each) => !isOpenAction(each))
  const refusedAbout = (intent: string, { id }: Action) =>
    actionData?.values.intent === intent && actionData.values.actionId === id ? { values: actionData.values, errors } : undefined
  return (
    <>
      {domains.length === 0 && <EmptyState title={words.none}>{words.noneBody}</EmptyState>}
      {domains.map((domain, index) => (
        <DomainSheet
          key={domain.id}
          domain={domain}
          rank={index + 1}
          today={today}
          editAt={mayKeep ? href('/accords/:agreementId/engagements/:domainId', { ...params, domainId: domain.id }) : null}
          {...refusalOf('remove-domain')}
        />
      ))}
      {mayKeep && open.length > 0 && (
        <Section title={words.progress} onPaper={false}>
          {open.map((each) => (
            <details key={each.id} open={refusedAbout('progress', each) !== undefined}>
              <summary>{words.progressOf(each.title)}</summary>
              <ProgressForm action={each} {...refusedAbout('progress', each)} />
            </details>
          ))}
        </Section>
      )}
      {mayKeep && closed.length > 0 && (
        <Section title={words.reopen} note={words.reopenNote} onPaper={false}>
          {closed.map((each) => (
            <details key={each.id} open={refusedAbout('reopen', each) !== undefined}>
              <summary>{words.reopenOf(each.title)}</summary>
              <ReopenForm action={each} requestKey={requestKeys.reopen} {...refusedAbout('reopen', each)} />
            </details>
          ))}
        </Section>
      )}
      {mayKeep && pledges.length > 0 && (
        <Section title={words.addAction} onPaper={false}>
          <ActionForm key={requestKeys.action} domains={domains} requestKey={requestKeys.action} {...refusalOf('action')} />
        </Section>
      )}
      {mayKeep && (
        <Section title={words.addDomain} onPaper={false}>
          <DomainForm key={requestKeys.domain} requestKey={requestKeys.domain} isMain={pledges.length === 0} {...refusalOf('domain')} />
        </Section>
      )}
    </>
  )
}
