import { href } from 'react-router'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { localized } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText, ZonedTime } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { changesOf } from '../domain/delta.ts'
import { mayArrange } from '../domain/rights.ts'
import { isBlocking } from '../domain/warnings.ts'
import { releaseForm } from '../schemas.ts'
import { listReleases } from '../sql.ts'
import { problemTexts, programmeTexts } from '../texts.ts'
import { Changelog } from '../ui/changelog.tsx'
import { ProgrammeViews } from '../ui/views.tsx'
import { WarningList } from '../ui/warning-list.tsx'
import { readDraft, warningsOfDraft } from '../usecases/read-draft.ts'
import { previewRelease, releaseProgramme } from '../usecases/release-programme.ts'
import type { Route } from './+types/releases.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const draft = await readDraft(ctx, params.missionId)
    const preview = await previewRelease(ctx, draft)
    return {
      releases: await listReleases(ctx.tx, params.missionId),
      last: preview.last,
      changes: changesOf(preview.delta),
      isSame:
        preview.delta.frame === null && preview.delta.added.length + preview.delta.changed.length + preview.delta.removed.length === 0,
      concernedCount: preview.concerned.size,
      blocking: warningsOfDraft(draft).filter(isBlocking),
      names: {
        items: draft.items.map(({ id, title }) => ({ id, title })),
        venues: draft.venues.map(({ id, name }) => ({ id, name })),
        members: draft.members.map(({ id, givenName, familyName }) => ({ id, givenName, familyName })),
      },
      mayRelease: mayArrange(ctx.actor, draft.mission.partners),
      zone: ctx.actor.timeZone,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'programme.release',
    releaseForm,
    (ctx, { seen, nameFr, nameEn, noteFr, noteEn }) =>
      releaseProgramme(ctx, params.missionId, { seen, name: localized(nameFr, nameEn), note: localized(noteFr, noteEn) }),
    { to: (made) => href('/missions/:missionId/programme/versions/:number', { ...params, number: String(made.number) }), flash: 'sent' },
  )
}

export default function Releases({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { releases, last, changes, isSame, concernedCount, blocking, names, mayRelease, zone, requestKey } = loaderData
  const texts = useCatalogue(programmeTexts)
  const words = texts.releases
  return (
    <>
      <ProgrammeViews missionId={missionId} />
      <Section
        title={words.title}
        titlePlace="above"
        action={
          mayRelease && (
            <ButtonLink kind="plain" to={href('/missions/:missionId/programme/public', { missionId })}>
              {words.publicPage}
            </ButtonLink>
          )
        }
      >
        <DataTable
          caption={words.caption}
          captionHidden
          rows={releases}
          rowKey={(release) => release.id}
          rowLink={(release) => href('/missions/:missionId/programme/versions/:number', { missionId, number: String(release.number) })}
          empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>}
          columns={[
            {
              key: 'number',
              header: words.version,
              isRowHeader: true,
              render: ({ number, name }) => (
                <>
                  {words.number(number)}
                  {Object.keys(name).length > 0 && (
                    <>
                      {' – '}
                      <LocalizedText content={name} />
                    </>
                  )}
                </>
              ),
            },
            { key: 'when', header: words.when, render: ({ releasedAt }) => <ZonedTime instant={releasedAt} zone={asTimeZone(zone)} /> },
            { key: 'by', header: words.by, render: ({ organisationName }) => organisationName },
            { key: 'items', header: words.items, align: 'figure', render: ({ itemCount }) => itemCount },
            { key: 'concerned', header: words.concerned, align: 'figure', render: (release) => release.concernedCount },
          ]}
        />
      </Section>
      <Section title={words.preview} titlePlace="above">
        {isSame ? (
          <p>{words.previewNone}</p>
        ) : (
          <>
            <p>{words.previewCounts(changes.length, concernedCount)}</p>
            <Changelog changes={changes} />
          </>
        )}
      </Section>
      {mayRelease && !isSame && (
        <Section title={words.release} note={words.releaseNote} onPaper={false}>
          {blocking.length > 0 && (
            <>
              <Notice tone="danger" title={words.blocked} />
              <WarningList missionId={missionId} warnings={blocking} names={names} />
            </>
          )}
          <Form id="release" requestKey={requestKey} values={actionData?.values} errors={problemTexts(texts, actionData?.problems)}>
            <HiddenField name="seen" value={last} />
            <TextField name="nameFr" label={words.name} hint={words.nameHint} maxLength={100} width="long" lang="fr" />
            <TextField name="nameEn" label={words.nameEn} hint={words.otherLanguageHint} maxLength={100} width="long" lang="en" />
            <TextArea name="noteFr" label={words.note} rows={3} maxLength={2000} lang="fr" />
            <TextArea name="noteEn" label={words.noteEn} rows={3} maxLength={2000} lang="en" />
            <Actions>
              <Button kind="main">{words.submit(last + 1)}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}
