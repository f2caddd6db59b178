import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { refused } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import {
  type ThreadSubject,
  countThreads,
  editMessage,
  listMessages,
  loadMission,
  mayWriteMessage,
  retractMessage,
  writeMessage,
} from '#modules/missions/index.ts'
import { listDocuments } from '#modules/programme/index.ts'
import { editForm, messageForm, retractForm } from '#modules/missions/schemas/message.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { messageTexts } from '#modules/missions/texts/message-texts.ts'
import { problemSentences } from '#modules/missions/texts/problem-sentences.ts'
import { MessageForms, Thread } from '#modules/missions/ui/thread.tsx'
import type { Ctx } from '#platform/context.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { subjectNamed, subjectsOf } from '../mission-subjects.ts'
import type { Route } from './+types/mission-conversation.ts'

/** The field of the address that names the object of the thread, as `noun:id`; the mission itself when absent. */
const subjectField = 'objet'

/** How many messages of a thread are shown: the last ones. */
const threadLength = 200

/** What a thread may be about. `isPrivate`: nobody else may learn of it, and nothing is said of it to partners. */
type Subject = ThreadSubject & { readonly isPrivate?: boolean }

/** An act is read by one organisation alone: no thread on it, for its very title would be told. */
async function threadSubjects(ctx: Ctx, missionId: string): Promise<Subject[]> {
  const subjects = await subjectsOf(ctx, found(await loadMission(ctx.tx, missionId)))
  const documents = await listDocuments(ctx.tx, { missionId })
  return [
    ...subjects.filter(({ noun }) => noun !== 'act'),
    ...documents.map(({ id, name, isShared }) => ({ noun: 'document', id, label: name, isPrivate: !isShared })),
  ]
}

function addressed(request: Request): string {
  return new URL(request.url).searchParams.get(subjectField) ?? ''
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const subjects = await threadSubjects(ctx, mission.id)
    const threads = await countThreads(ctx.tx, mission.id)
    const open: Subject | null = subjectNamed(subjects, addressed(request))
    // What a thread was about may be there no more; what was said of it still is.
    const about: Subject = found(open ?? threads.find(({ noun, id }) => `${noun}:${id}` === addressed(request)) ?? null)
    return {
      about,
      chosen: addressed(request),
      subjects: subjects.map(({ noun, id, label }) => ({ value: `${noun}:${id}`, label })),
      threads: threads.map(({ noun, id, label, count }) => ({
        value: id ? `${noun}:${id}` : '',
        label,
        count,
      })),
      messages: await listMessages(ctx.tx, { missionId: mission.id, noun: about.noun, id: about.id }, threadLength),
      readers: mission.partners.filter(({ isWorkspace, leftAt }) => isWorkspace && leftAt === null).map(({ name }) => name),
      organisationName: ctx.actor.organisationName,
      ownAccountId: ctx.actor.accountId,
      mayWrite: open !== null && mayWriteMessage(ctx.actor, mission.partners),
      now: ctx.now,
      zone: asTimeZone(ctx.actor.timeZone),
      requestKeys: [crypto.randomUUID(), crypto.randomUUID()] as const,
    }
  })
}

export function action({ context, request, params: { missionId } }: Route.ActionArgs) {
  const to = threadPath(missionId, addressed(request))
  return answerForms(context, request, {
    edit: carryOut(
      'missions.edit-message',
      editForm,
      (ctx, { messageId, version, body }) => editMessage(ctx, missionId, messageId, version, body),
      { to, field: 'body' },
    ),
    retract: carryOut('missions.retract-message', retractForm, (ctx, { messageId }) => retractMessage(ctx, missionId, messageId), {
      to,
      flash: 'removed',
    }),
    otherwise: carryOut(
      ({ readers }) => `missions.write-message.${readers}`,
      messageForm,
      async (ctx, { body, readers }) => {
        const isShared = readers === 'partners'
        const about: Subject = found(subjectNamed(await threadSubjects(ctx, missionId), addressed(request)))
        if (about.isPrivate && isShared) return refused({ code: 'a_private_document_is_spoken_of_at_home' as const })
        return writeMessage(ctx, missionId, { about, isShared, body })
      },
      { to, flash: 'sent' },
    ),
  })
}

function threadPath(missionId: string, subject: string): string {
  const path = href('/missions/:missionId/echanges', { missionId })
  return subject === '' ? path : `${path}?${new URLSearchParams({ [subjectField]: subject })}`
}

export default function MissionConversation({ loaderData, actionData, params }: Route.ComponentProps) {
  const { about, chosen, subjects, threads, messages, readers, organisationName, ownAccountId, mayWrite, now, zone, requestKeys } =
    loaderData
  const words = useCatalogue(messageTexts)
  const errors = problemSentences(words, useCatalogue(missionTexts), actionData?.problems)
  const refusal = actionData && { values: actionData.values, errors }
  const label = about.label || words.ofMission
  return (
    <>
      {errors && actionData?.values.intent === 'retract' && <Notice tone="danger">{Object.values(errors)[0]}</Notice>}
      <Section title={words.title} note={words.note} onPaper={false}>
        {threads.length > 0 && (
          <ul>
            {threads.map((thread) => (
              <li key={thread.value}>
                <Link to={threadPath(params.missionId, thread.value)} aria-current={thread.value === chosen ? 'true' : undefined}>
                  {thread.label || words.ofMission}
                </Link>{' '}
                · {words.count(thread.count)}
              </li>
            ))}
          </ul>
        )}
        <Form method="get" layout="row" id="thread">
          <Select name={subjectField} label={words.openThread} placeholder={words.ofMission} options={subjects} defaultValue={chosen} />
          <Button>{words.open}</Button>
        </Form>
      </Section>
      <Section title={words.threadOf(label)} titlePlace="above">
        <Thread messages={messages} label={words.threadOf(label)} ownAccountId={ownAccountId} now={now} zone={zone} refusal={refusal} />
      </Section>
      {mayWrite && (
        <MessageForms
          organisationName={organisationName}
          readers={about.isPrivate ? null : readers}
          requestKeys={requestKeys}
          refusal={refusal}
        />
      )}
    </>
  )
}
