import { Link, href } from 'react-router'
import { dateIn } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { findDuplicates, listMerges, mostPairs, undoMerge } from '#modules/directory/index.ts'
import { undoForm, wordOfKind } from '#modules/directory/schemas/merge.ts'
import { duplicateTexts, mergeProblem } from '#modules/directory/texts/duplicate-texts.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { cardReferences } from '../card-references.ts'
import type { Route } from './+types/duplicates.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => ({
    pairs: await findDuplicates(ctx),
    merges: (await listMerges(ctx.tx, 50)).map((merge) => ({ ...merge, on: dateIn(asTimeZone(ctx.actor.timeZone), merge.mergedAt) })),
    requestKey: crypto.randomUUID(),
  }))
}

/** Undoes one merge. It is here because every module gives its rows back. */
export function action({ context, request }: Route.ActionArgs) {
  return answerForm(context, request, 'directory.undo-merge', undoForm, (ctx, { mergeId }) => undoMerge(ctx, mergeId, cardReferences), {
    to: href('/annuaire/doublons'),
  })
}

export default function Duplicates({ loaderData: { pairs, merges, requestKey }, actionData }: Route.ComponentProps) {
  const words = useCatalogue(duplicateTexts)
  const { columns } = words.pairs
  const addressOf = ({ kind, one, other }: (typeof pairs)[number]) =>
    href('/annuaire/doublons/:kind/:one/:other', { kind: wordOfKind[kind], one: one.id, other: other.id })
  return (
    <Page title={words.title} lead={words.lead} breadcrumbs={[{ to: href('/annuaire'), label: words.directory }]}>
      <ErrorSummary errors={mergeProblem(words, actionData?.problems)} />
      <Section title={words.pairs.title} note={words.pairs.note} titlePlace="above">
        {pairs.length >= mostPairs && <p>{words.pairs.more(pairs.length)}</p>}
        <DataTable
          caption={words.pairs.caption}
          captionHidden
          rows={pairs}
          rowKey={({ one, other }) => `${one.id} ${other.id}`}
          empty={<p>{words.pairs.none}</p>}
          columns={[
            { key: 'one', header: columns.one, isRowHeader: true, render: ({ one }) => one.name },
            { key: 'other', header: columns.other, render: ({ other }) => other.name },
            { key: 'why', header: columns.why, isLong: true, render: ({ why }) => why.map((reason) => words.reasons[reason]).join(', ') },
            {
              key: 'action',
              header: columns.action,
              headerHidden: true,
              render: (pair) => (
                <Link to={addressOf(pair)}>
                  <span aria-hidden="true">{words.pairs.compare}</span>
                  <VisuallyHidden>{words.pairs.compareOf(pair.one.name, pair.other.name)}</VisuallyHidden>
                </Link>
              ),
            },
          ]}
        />
      </Section>
      <Section title={words.merges.title} note={words.merges.note} titlePlace="above">
        <DataTable
          caption={words.merges.caption}
          captionHidden
          rows={merges}
          rowKey={({ id }) => id}
          empty={<p>{words.merges.none}</p>}
          columns={[
            {
              key: 'kept',
              header: words.merges.columns.kept,
              isRowHeader: true,
              render: ({ kind, keptId, keptName }) =>
                keptName === null ? (
                  words.merges.removedCard
                ) : kind === 'person' ? (
                  <Link to={href('/annuaire/personnes/:personId', { personId: keptId })}>{keptName}</Link>
                ) : (
                  <Link to={href('/annuaire/organisations/:organisationId', { organisationId: keptId })}>{keptName}</Link>
                ),
            },
            { key: 'gone', header: words.merges.columns.gone, render: ({ goneName }) => goneName },
            { key: 'on', header: words.merges.columns.on, render: ({ on }) => <DateText date={on} format="short" /> },
            {
              key: 'undo',
              header: words.merges.columns.action,
              headerHidden: true,
              render: ({ id, goneName, undoneAt, keptName }) =>
                undoneAt !== null ? (
                  words.merges.undone
                ) : keptName === null ? null : (
                  <Form id={`undo-${id}`} requestKey={requestKey}>
                    <HiddenField name="mergeId" value={id} />
                    <Button kind="quiet">{words.merges.undoOf(goneName)}</Button>
                  </Form>
                ),
            },
          ]}
        />
      </Section>
    </Page>
  )
}
