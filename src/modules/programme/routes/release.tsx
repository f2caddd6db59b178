import { Link, href } from 'react-router'
import { found } from '#platform/actor.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForm, noFields } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText, ZonedTime } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Section } from '#ui/section.tsx'
import { mayArrange } from '../domain/rights.ts'
import { programmeTexts } from '../texts.ts'
import { Changelog } from '../ui/changelog.tsx'
import { DayList } from '../ui/day-list.tsx'
import { releasedDetails } from '../ui/item-details.tsx'
import { ReleaseSheet } from '../ui/release-sheet.tsx'
import { shownOfRelease } from '../ui/shown-items.ts'
import { Timetable } from '../ui/timetable.tsx'
import timetableStyles from '../ui/timetable.module.css'
import { goBackTo } from '../usecases/go-back.ts'
import { readRelease } from '../usecases/read-release.ts'
import type { Route } from './+types/release.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { mission, release, content, changes, members } = await readRelease(ctx, params.missionId, params.number)
    const placed = new Set(content.items.flatMap(({ people }) => people))
    const people = members.filter(({ id }) => placed.has(id))
    return {
      missionTitle: mission.title,
      release,
      changes,
      tracks: content.tracks,
      items: shownOfRelease(content.items),
      delegations: [...new Map(people.map(({ organisationId, organisationName }) => [organisationId, organisationName]))].map(
        ([id, name]) => ({
          id: id as string,
          name,
          members: people
            .filter(({ organisationId }) => organisationId === id)
            .map((member) => ({ id: member.id as string, name: `${member.givenName} ${member.familyName}` })),
        }),
      ),
      mayGoBack: mayArrange(ctx.actor, mission.partners),
      zone: ctx.actor.timeZone,
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params: { missionId, number } }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'programme.goBack',
    noFields,
    (ctx) => goBackTo(ctx, missionId, found(/^[1-9]\d{0,5}$/.test(number) ? Number(number) : null)),
    { to: href('/missions/:missionId/programme', { missionId }) },
  )
}

export default function ReleasePage({ loaderData, params }: Route.ComponentProps) {
  const { missionTitle, release, changes, tracks, items, delegations, mayGoBack, zone, requestKey } = loaderData
  const texts = useCatalogue(programmeTexts)
  const words = texts.releases
  const { missionId, number } = params
  return (
    <ReleaseSheet number={release.number} missionTitle={missionTitle}>
      <Section
        title={words.number(release.number)}
        note={Object.keys(release.note).length > 0 ? <LocalizedText content={release.note} /> : undefined}
        titlePlace="above"
        action={
          <Actions>
            <ButtonLink
              kind="plain"
              icon="download"
              download
              to={href('/missions/:missionId/programme/versions/:number/livret.pdf', { missionId, number })}
            >
              {words.booklet}
            </ButtonLink>
            <ButtonLink
              kind="plain"
              icon="download"
              download
              to={href('/missions/:missionId/programme/versions/:number/affiche.pdf', { missionId, number })}
            >
              {words.wall}
            </ButtonLink>
            {mayGoBack && (
              <Dialog trigger={words.goBack} triggerKind="quiet" title={words.goBackTitle(release.number)}>
                <p>{words.goBackBody}</p>
                <Form id="go-back" requestKey={requestKey}>
                  <Button kind="danger">{words.goBackSubmit}</Button>
                </Form>
              </Dialog>
            )}
          </Actions>
        }
      >
        <KeyFacts
          facts={[
            ...(Object.keys(release.name).length > 0
              ? [{ key: 'name', label: words.name, value: <LocalizedText content={release.name} /> }]
              : []),
            { key: 'when', label: words.when, value: <ZonedTime instant={release.releasedAt} zone={asTimeZone(zone)} /> },
            { key: 'by', label: words.by, value: release.organisationName },
            { key: 'concerned', label: words.concerned, value: String(release.concernedCount) },
            { key: 'digest', label: words.digest, value: <code>{release.digest.slice(0, 16)}</code> },
          ]}
        />
      </Section>
      <Section title={words.programme} note={texts.derived.mayChange} titlePlace="above">
        <div className={timetableStyles.wide}>
          <Timetable items={items} tracks={tracks} />
        </div>
        <DayList items={items} details={releasedDetails} />
      </Section>
      <Section title={words.changelog} titlePlace="above" onPaper={false}>
        <Changelog changes={changes} />
      </Section>
      <Section title={words.people} note={words.peopleNote} onPaper={false}>
        {delegations.map((delegation) => (
          <div key={delegation.id}>
            <p>
              <Link
                to={href('/missions/:missionId/programme/versions/:number/delegation/:organisationId', {
                  missionId,
                  number,
                  organisationId: delegation.id,
                })}
              >
                {words.ofDelegation(delegation.name)}
              </Link>
            </p>
            <ul>
              {delegation.members.map((member) => (
                <li key={member.id}>
                  <Link
                    to={href('/missions/:missionId/programme/versions/:number/personne/:memberId', {
                      missionId,
                      number,
                      memberId: member.id,
                    })}
                  >
                    {member.name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Section>
    </ReleaseSheet>
  )
}
