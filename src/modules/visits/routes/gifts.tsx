import { href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { pick } from '#platform/pure/localized.ts'
import { formatMoney } from '#platform/pure/money.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
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

export function action({ context, request }: Route.ActionArgs) {
  const back = href('/visites/cadeaux')
  return answerForms(context, request, {
    settle: carryOut('visits.settle-gift', settlementForm, (ctx, { giftId, ...settlement }) => settleGift(ctx, giftId, settlement), {
      to: back,
      field: ({ code }) => fieldOf[code] ?? '',
    }),
    rule: carryOut(
      'visits.gift-rule',
      giftRuleForm,
      (ctx, { threshold: thresholdCents, ...rule }) => writeGiftRule(ctx, { ...rule, thresholdCents }),
      { to: back, field: 'validFrom' },
    ),
    otherwise: carryOut(
      'visits.gift',
      giftForm,
      (ctx, { value: valueCents, missionId, ...gift }) => enterGift(ctx, { ...gift, valueCents, missionId: missionId || null }),
      { to: back },
    ),
  })
}

const fieldOf: Readonly<Record<string, string>> = {
  over_the_threshold_is_declared: 'declaredOn',
  over_the_threshold_is_not_kept: 'disposition',
  handed_over_somewhere: 'keptWhere',
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

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
