import { href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { formatMoney } from '#platform/pure/money.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { listMissions } from '#modules/missions/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { mayArrangeDesk, mayKeepGifts, mayReadRequests } from '../domain/rights.ts'
import { giftForm, giftRuleForm, settlementForm } from '../schemas/reception.ts'
import { listGiftRules, listGifts, listProposedThresholds } from '../sql/gifts.ts'
import { visitTexts } from '../texts.ts'
import { receptionProblems, receptionTexts } from '../texts/reception-texts.ts'
import { GiftForm, GiftRuleForm, GiftTable } from '../ui/gifts.tsx'
import { enterGift, settleGift, writeGiftRule } from '../usecases/keep-gifts.ts'
import type { Route } from './+types/gifts.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => ({
    gifts: await listGifts(ctx.tx),
    rules: await listGiftRules(ctx.tx),
    proposed: await listProposedThresholds(ctx.tx),
    missions: (await listMissions(ctx.tx, ctx.actor.organisationId, { limit: 100 })).map(({ id, title }) => ({ id, title })),
    mayKeep: mayKeepGifts(ctx.actor),
    mayRule: mayArrangeDesk(ctx.actor),
    mayRead: mayReadRequests(ctx.actor),
    today: ctx.today,
    requestKey: crypto.randomUUID(),
  }))
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const back = href('/visites/cadeaux')
  const { intent } = formValues(form)
  if (intent === 'settle') {
    const typed = await typeForm(form, settlementForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { giftId, ...settlement } = typed.value
    const outcome = await submit(context, request, typed, 'visits.settle-gift', (ctx) => settleGift(ctx, giftId, settlement))
    return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, ({ code }) => fieldOf[code] ?? ''))
  }
  if (intent === 'rule') {
    const typed = await typeForm(form, giftRuleForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { threshold: thresholdCents, ...rule } = typed.value
    const outcome = await submit(context, request, typed, 'visits.gift-rule', (ctx) => writeGiftRule(ctx, { ...rule, thresholdCents }))
    return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, 'validFrom'))
  }
  const typed = await typeForm(form, giftForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { value: valueCents, missionId, ...gift } = typed.value
  const outcome = await submit(context, request, typed, 'visits.gift', (ctx) =>
    enterGift(ctx, { ...gift, valueCents, missionId: missionId || null }),
  )
  return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, ''))
}

const fieldOf: Readonly<Record<string, string>> = {
  over_the_threshold_is_declared: 'declaredOn',
  over_the_threshold_is_not_kept: 'disposition',
  handed_over_somewhere: 'keptWhere',
}

export default function Gifts({ loaderData, actionData }: Route.ComponentProps) {
  const { gifts, rules, proposed, missions, mayKeep, mayRule, mayRead, today, requestKey } = loaderData
  const texts = useCatalogue(receptionTexts)
  const visits = useCatalogue(visitTexts)
  const words = texts.gifts
  const locale = useLocale()
  const errors = receptionProblems(texts, visits, actionData?.problems)
  const intent = actionData?.values.intent
  const refusalOf = (of: string) => ({
    requestKey,
    values: intent === of ? actionData?.values : undefined,
    errors: intent === of ? errors : undefined,
  })
  const validity = (from: (typeof rules)[number]['validFrom'], to: (typeof rules)[number]['validTo']) =>
    [from && visits.settings.since(formatDate(from, locale, 'short')), to && visits.settings.until(formatDate(to, locale, 'short'))]
      .filter(Boolean)
      .join(' ') || words.always
  const thresholds = [
    ...rules.map((rule) => ({ ...rule, isOurs: true })),
    ...proposed.map(({ thresholdCents, source }) => ({
      id: 'proposed',
      isOurs: false,
      thresholdCents,
      validFrom: null,
      validTo: null,
      source: pick(source, locale).text,
    })),
  ]
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={mayRead ? [{ to: href('/visites'), label: visits.title }] : []}>
      <Section title={words.entered} titlePlace="above">
        {gifts.length === 0 ? (
          <EmptyState title={words.noneTitle}>{words.none}</EmptyState>
        ) : (
          <GiftTable gifts={gifts} maySettle={mayKeep} today={today} {...refusalOf('settle')} isOpen={intent === 'settle'} />
        )}
      </Section>
      {mayKeep && (
        <Section title={words.add} onPaper={false}>
          <GiftForm
            missions={missions.map(({ id, title }) => ({ value: id, label: pick(title, locale).text }))}
            today={today}
            isOpen
            {...refusalOf('gift')}
          />
        </Section>
      )}
      <Section title={words.rules} note={words.rulesNote} titlePlace="above">
        <DataTable
          caption={words.rulesCaption}
          captionHidden
          rows={thresholds}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'threshold',
              header: words.threshold,
              render: ({ thresholdCents }) => formatMoney({ cents: thresholdCents, currency: 'EUR' }, locale),
            },
            { key: 'validity', header: words.validity, render: ({ validFrom, validTo }) => validity(validFrom, validTo) },
            { key: 'whose', header: words.direction, headerHidden: true, render: ({ isOurs }) => (isOurs ? words.theirs : words.ours) },
            { key: 'source', header: words.source, isLong: true, render: ({ source }) => source },
          ]}
        />
        {mayRule && <GiftRuleForm isOpen={intent === 'rule'} {...refusalOf('rule')} />}
      </Section>
    </Page>
  )
}
