import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { dateIn } from '#platform/pure/instant.ts'
import { pick, localized } from '#platform/pure/localized.ts'
import { type TimeZone, asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForms, carryOut, noFields } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import {
  type SignOff,
  type Workstream,
  closeWorkstream,
  listSignOffs,
  listWorkstreams,
  loadMission,
  mayChangeMission,
  maySignOff,
  missingFromPart,
  openWorkstream,
  signOff,
  withdrawSignOff,
} from '#modules/missions/index.ts'
import { closingForm, workstreamForm } from '#modules/missions/schemas/workstream.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { workstreamTexts } from '#modules/missions/texts/workstream-texts.ts'
import { problemSentences } from '#modules/missions/texts/problem-sentences.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText, ZonedTime } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import { ownBlockers } from '../own-blockers.ts'
import type { Route } from './+types/mission-workstreams.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const signOffs = await listSignOffs(ctx.tx, mission.id)
    const partners = mission.partners.filter(({ leftAt }) => leftAt === null)
    return {
      workstreams: await listWorkstreams(ctx.tx, mission.id),
      partners: partners.map(({ id, name }) => ({ value: id, label: name })),
      parts: partners
        .filter(({ isWorkspace }) => isWorkspace)
        .map(({ organisationId, name }) => ({ name, latest: signOffs.find((each) => each.organisationId === organisationId) ?? null })),
      signOffs,
      isSigned: signOffs.some(({ organisationId, withdrawnAt }) => organisationId === ctx.actor.organisationId && !withdrawnAt),
      missing: missingFromPart(await ownBlockers(ctx, mission)),
      maySign: maySignOff(ctx.actor, mission.partners),
      mayChange: mayChangeMission(ctx.actor, mission.partners),
      zone: asTimeZone(ctx.actor.timeZone),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const to = href('/missions/:missionId/volets', params)
  return answerForms(context, request, {
    sign: carryOut(
      'missions.part-sign',
      noFields,
      async (ctx) => signOff(ctx, missionId, await ownBlockers(ctx, found(await loadMission(ctx.tx, missionId)))),
      { to },
    ),
    withdraw: carryOut('missions.part-withdraw', noFields, (ctx) => withdrawSignOff(ctx, missionId), { to }),
    close: carryOut('missions.close-workstream', closingForm, (ctx, { workstreamId }) => closeWorkstream(ctx, missionId, workstreamId), {
      to,
      flash: 'removed',
    }),
    otherwise: carryOut(
      'missions.open-workstream',
      workstreamForm,
      (ctx, { labelFr, labelEn, partnerId }) => openWorkstream(ctx, missionId, { label: localized(labelFr, labelEn), partnerId }),
      { to, field: 'partnerId' },
    ),
  })
}

export default function MissionWorkstreams({ loaderData, actionData }: Route.ComponentProps) {
  const { workstreams, partners, parts, signOffs, isSigned, missing, maySign, mayChange, zone, requestKey } = loaderData
  const words = useCatalogue(workstreamTexts)
  const { blockers, ...mission } = useCatalogue(missionTexts)
  const errors = problemSentences(words, { blockers, ...mission }, actionData?.problems)
  const isAboutPart = actionData?.values.intent === 'sign' || actionData?.values.intent === 'withdraw'
  return (
    <>
      <Section title={words.title} note={words.note} titlePlace="above">
        {workstreams.length === 0 ? <p>{words.none}</p> : <WorkstreamTable workstreams={workstreams} mayChange={mayChange} />}
      </Section>
      <Section title={words.parts} note={words.partsNote} titlePlace="above">
        <DataTable
          caption={words.partsCaption}
          captionHidden
          rows={parts}
          rowKey={({ name }) => name}
          columns={[
            { key: 'partner', header: words.partner, render: ({ name }) => name },
            { key: 'standing', header: words.standing, isLong: true, render: ({ latest }) => <Standing signOff={latest} zone={zone} /> },
          ]}
        />
      </Section>
      {maySign && (
        <Section title={words.ownPart} onPaper={false}>
          {!isSigned && missing.length > 0 && (
            <>
              <p>{words.missing}</p>
              <ul>
                {missing.map((code) => (
                  <li key={code}>{blockers[code].what}</li>
                ))}
              </ul>
            </>
          )}
          {(isSigned || missing.length === 0) && (
            <Form id="part" requestKey={requestKey} errors={isAboutPart ? errors : undefined}>
              <Actions>
                <Button kind={isSigned ? 'plain' : 'main'} name="intent" value={isSigned ? 'withdraw' : 'sign'}>
                  {isSigned ? words.withdraw : words.sign}
                </Button>
              </Actions>
            </Form>
          )}
        </Section>
      )}
      {mayChange && (
        <Section title={words.open} onPaper={false}>
          <Form
            id="workstream"
            requestKey={requestKey}
            values={isAboutPart ? undefined : actionData?.values}
            errors={isAboutPart ? undefined : errors}
          >
            <HiddenField name="intent" value="open" />
            <TextField name="labelFr" label={words.label} hint={words.labelHint} lang="fr" required width="long" maxLength={200} />
            <TextField name="labelEn" label={words.labelEn} lang="en" width="long" maxLength={200} />
            <Select name="partnerId" label={words.lead} required options={partners} />
            <Actions>
              <Button>{words.submit}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      {signOffs.length > 0 && (
        <Section title={words.history}>
          <History signOffs={signOffs} zone={zone} />
        </Section>
      )}
    </>
  )
}

function WorkstreamTable({ workstreams, mayChange }: { workstreams: readonly Workstream[]; mayChange: boolean }) {
  const words = useCatalogue(workstreamTexts)
  const locale = useLocale()
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={workstreams}
      rowKey={({ id }) => id}
      columns={[
        { key: 'label', header: words.label, render: ({ label }) => <LocalizedText content={label} /> },
        { key: 'lead', header: words.lead, render: ({ leadName }) => leadName },
        {
          key: 'close',
          header: words.close,
          headerHidden: true,
          render: ({ id, label }) =>
            mayChange && (
              <Form layout="row" id={`close-${id}`}>
                <HiddenField name="intent" value="close" />
                <Button kind="quiet" name="workstreamId" value={id} aria-label={words.closeOf(pick(label, locale).text)}>
                  {words.close}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

function Standing({ signOff, zone }: { signOff: SignOff | null; zone: TimeZone }) {
  const words = useCatalogue(workstreamTexts)
  if (!signOff) return <Tag>{words.notSigned}</Tag>
  if (!signOff.withdrawnAt || !signOff.withdrawnBecause)
    return (
      <>
        <Tag tone="success">{words.signed}</Tag> <DateText date={dateIn(zone, signOff.signedAt)} format="short" />{' '}
        {words.signedBy(signOff.signedName)}
      </>
    )
  return (
    <>
      <Tag tone="warning">{words.withdrawn}</Tag> <DateText date={dateIn(zone, signOff.withdrawnAt)} format="short" />{' '}
      {words.because[signOff.withdrawnBecause]}
    </>
  )
}

/** Who signed off and what undid it: every moment in the reader's zone, the latest first. */
function History({ signOffs, zone }: { signOffs: readonly SignOff[]; zone: TimeZone }) {
  const words = useCatalogue(workstreamTexts)
  const entries = signOffs.flatMap(({ id, organisationName, signedAt, signedName, withdrawnAt, withdrawnBecause, withdrawnName }) => [
    ...(withdrawnAt && withdrawnBecause
      ? [
          {
            id: `${id}-out`,
            at: withdrawnAt,
            title: words.withdrawnEntry(organisationName, words.because[withdrawnBecause]),
            by: withdrawnName,
          },
        ]
      : []),
    { id, at: signedAt, title: words.signedEntry(organisationName), by: signedName },
  ])
  return (
    <Timeline
      label={words.historyLabel}
      entries={entries
        .sort((a, b) => (a.at < b.at ? 1 : -1))
        .map(({ id, at, title, by }): TimelineEntry => ({ key: id, when: <ZonedTime instant={at} zone={zone} />, title, by }))}
    />
  )
}
