import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { listHistory } from '#platform/history.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForms, carryOut, noFields } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { LocalizedText, ZonedTime } from '#ui/format.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { peopleOf } from '../domain/audience.ts'
import type { ItemState } from '../domain/item.ts'
import { mayChangeWhatWasBrought } from '../domain/rights.ts'
import { fieldOfProblem, itemForm, wordsOf } from '../schemas.ts'
import { wasReleased } from '../sql.ts'
import { problemText, programmeTexts } from '../texts.ts'
import { ItemConflict } from '../ui/edit-conflict.tsx'
import { ItemActions } from '../ui/item-actions.tsx'
import { ItemFacts } from '../ui/item-facts.tsx'
import { ItemForm } from '../ui/item-form.tsx'
import { ItemPapers } from '../ui/item-papers.tsx'
import { isAboutPapers } from '../ui/paper-intents.ts'
import { WarningList } from '../ui/warning-list.tsx'
import { itemChoices } from '../usecases/item-choices.ts'
import { formsOfPapers, papersOf } from './item-papers.ts'
import { readDraft, warningsOfDraft } from '../usecases/read-draft.ts'
import { changeItem, removeItem, setItemState } from '../usecases/write-item.ts'
import type { Route } from './+types/item.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const draft = await readDraft(ctx, params.missionId)
    const item = found(draft.items.find(({ id }) => id === params.itemId))
    const { choices } = await itemChoices(ctx, params.missionId)
    return {
      item,
      choices,
      venue: draft.venues.find(({ id }) => id === item.venueId),
      vehicle: draft.vehicles.find(({ id }) => id === item.vehicleId),
      peopleCount: peopleOf(item, draft.travellers, draft.sectors).length,
      warnings: warningsOfDraft(draft).filter(({ itemIds }) => itemIds.includes(item.id)),
      names: {
        items: draft.items.map(({ id, title }) => ({ id, title })),
        venues: draft.venues.map(({ id, name }) => ({ id, name })),
        members: draft.members.map(({ id, givenName, familyName }) => ({ id, givenName, familyName })),
      },
      mayChange: mayChangeWhatWasBrought(ctx.actor, draft.mission.partners, item.organiserId),
      wasReleased: await wasReleased(ctx.tx, item.id),
      history: await listHistory(ctx.tx, { entity: 'programme.item', entityId: item.id, limit: 50 }),
      zone: ctx.actor.timeZone,
      papers: await papersOf(ctx, draft.mission, item),
      requestKey: crypto.randomUUID(),
    }
  })
}

/** The small forms of the page decide, by their intent; the large one describes the item. */
export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, itemId } = params
  const to = href('/missions/:missionId/programme/:itemId', params)
  const become = (intent: string, state: ItemState) =>
    carryOut(`programme.${intent}`, noFields, (ctx) => setItemState(ctx, missionId, itemId, state), { to })
  return answerForms(context, request, {
    confirm: become('confirm', 'confirmed'),
    unconfirm: become('unconfirm', 'tentative'),
    cancel: become('cancel', 'cancelled'),
    remove: carryOut('programme.remove', noFields, (ctx) => removeItem(ctx, missionId, itemId), {
      to: href('/missions/:missionId/programme', { missionId }),
      flash: 'removed',
    }),
    ...formsOfPapers(params),
    otherwise: carryOut(
      'programme.change',
      itemForm,
      (ctx, typed) => changeItem(ctx, missionId, itemId, typed.version ?? 0, wordsOf(typed)),
      { to, field: fieldOfProblem },
    ),
  })
}

export default function ItemPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { item, choices, venue, warnings, names, mayChange, history, zone, requestKey } = loaderData
  const texts = useCatalogue(programmeTexts)
  const saved = actionData?.saved
  const isOfPapers = isAboutPapers(actionData?.values.intent)
  const isRefusedAction = actionData !== undefined && actionData.values.intent !== 'save' && !isOfPapers
  return (
    <>
      <Section
        title={<LocalizedText content={item.title} />}
        note={
          <Tag tone={item.state === 'confirmed' ? 'success' : item.state === 'cancelled' ? 'danger' : 'warning'}>
            {texts.states[item.state]}
          </Tag>
        }
        titlePlace="above"
      >
        <ItemFacts item={item} venue={venue} vehicle={loaderData.vehicle} peopleCount={loaderData.peopleCount} />
      </Section>
      {warnings.length > 0 && (
        <Section title={texts.warnings.title} onPaper={false}>
          <WarningList missionId={params.missionId} warnings={warnings} names={names} />
        </Section>
      )}
      {mayChange && (
        <Section title={texts.item.decide} onPaper={false}>
          {isRefusedAction && <Notice tone="danger" title={problemText(texts, actionData.problems[''] ?? 'unknown')} />}
          <ItemActions
            moveTo={href('/missions/:missionId/programme/:itemId/deplacer', params)}
            state={item.state}
            mayRemove={!loaderData.wasReleased}
            requestKey={requestKey}
          />
        </Section>
      )}
      <ItemPapers {...loaderData.papers} requestKey={requestKey} refusal={isOfPapers ? actionData : undefined} />
      {mayChange && (
        <Section title={texts.item.editTitle} onPaper={false}>
          {saved && <ItemConflict saved={saved} values={actionData.values} choices={choices} />}
          <ItemForm
            choices={choices}
            item={saved ?? item}
            requestKey={requestKey}
            refusal={isRefusedAction || isOfPapers ? undefined : actionData}
          />
        </Section>
      )}
      <Section title={texts.item.history} onPaper={false}>
        <Timeline
          label={texts.item.history}
          entries={history.map((entry) => ({
            key: entry.key,
            when: <ZonedTime instant={entry.recordedAt} zone={asTimeZone(zone)} />,
            title: texts.events[entry.event as keyof typeof texts.events] ?? texts.events['programme.item_changed'],
            by: [entry.actorName, entry.organisationName].filter(Boolean).join(', '),
          }))}
        />
      </Section>
    </>
  )
}
