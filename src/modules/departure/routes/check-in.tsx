import { Link, href } from 'react-router'
import { formatZoned } from '#platform/pure/instant.ts'
import { carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { CodeReader } from '#ui/code-reader/code-reader.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { checkInForm, fieldOfProblem, undoForm } from '../schemas.ts'
import { listAttendance } from '../sql/attendance.ts'
import { departureTexts, problemTexts } from '../texts.ts'
import { checkIn, openItem, undoCheckIn } from '../usecases/check-in.ts'
import type { Route } from './+types/check-in.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, item, members } = await openItem(ctx, params.missionId, params.itemId)
    const noted = new Map((await listAttendance(ctx.tx, mission.id, item.id)).map((each) => [each.memberId, each]))
    const last = new URL(request.url).searchParams.get('dernier')
    return {
      item: { title: item.title, startsAt: item.startsAt, timeZone: item.timeZone },
      people: members.map(({ id, givenName, familyName, organisationName }) => ({
        id: id as string,
        name: `${givenName} ${familyName}`,
        organisationName,
        notedAt: noted.get(id)?.notedAt ?? null,
      })),
      last: last ?? '',
      requestKey: crypto.randomUUID(),
    }
  })
}

/** Somebody is here; or the button beside them says that it was a mistake. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { missionId, itemId } = params
  const here = href('/missions/:missionId/depart/pointage/:itemId', params)
  const form = await request.formData()
  const answer = form.has('undo')
    ? carryOut('departure.undo-check-in', undoForm, (ctx, { undo }) => undoCheckIn(ctx, missionId, itemId, undo), {
        to: here,
        flash: 'removed',
      })
    : carryOut('departure.check-in', checkInForm, (ctx, typed) => checkIn(ctx, missionId, itemId, typed), {
        to: ({ memberId }) => `${here}?dernier=${memberId}`,
        field: fieldOfProblem,
      })
  return answer({ context, request, form })
}

export { lookAgain as shouldRevalidate } from '#ui/look-again.ts'

export default function CheckInPage({ loaderData, actionData, params: { missionId } }: Route.ComponentProps) {
  const { item, people, last, requestKey } = loaderData
  const texts = useCatalogue(departureTexts)
  const words = texts.attendance
  const locale = useLocale()
  const present = people.filter(({ notedAt }) => notedAt !== null)
  const just = people.find(({ id, notedAt }) => id === last && notedAt !== null)
  const zone = item.timeZone
  return (
    <>
      <Section
        title={<LocalizedText content={item.title} />}
        note={formatZoned({ instant: item.startsAt, zone }, locale)}
        action={<Link to={href('/missions/:missionId/depart/pointage', { missionId })}>{words.back}</Link>}
        onPaper={false}
      >
        {just && !actionData && <Notice tone="success" title={words.isPresent(just.name)} />}
        <CodeReader formId="scan" field="code" />
        <Form
          key={requestKey}
          id="scan"
          requestKey={requestKey}
          values={actionData?.values}
          errors={problemTexts(texts, actionData?.problems)}
        >
          <TextField name="code" label={words.code} hint={words.codeHint} autoComplete="off" spellCheck={false} maxLength={40} />
          <Actions>
            <Button kind="main">{words.noteIt}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={words.list} note={words.counted(present.length, people.length)} titlePlace="above">
        <Form id="list" requestKey={requestKey}>
          <HiddenField name="way" value="list" />
          <DataTable
            caption={words.listCaption}
            captionHidden
            rows={people}
            rowKey={({ id }) => id}
            narrow="keep"
            columns={[
              { key: 'name', header: words.person, render: ({ name }) => name },
              { key: 'partner', header: words.partner, render: ({ organisationName }) => organisationName },
              {
                key: 'present',
                header: words.present,
                render: ({ id, name, notedAt }) =>
                  notedAt === null ? (
                    <Button name="memberId" value={id} aria-label={words.notePerson(name)}>
                      {words.here}
                    </Button>
                  ) : (
                    <>
                      {formatZoned({ instant: notedAt, zone }, locale, 'time')}{' '}
                      <Button kind="quiet" name="undo" value={id} aria-label={words.undoPerson(name)}>
                        {words.undo}
                      </Button>
                    </>
                  ),
              },
            ]}
          />
        </Form>
      </Section>
    </>
  )
}
