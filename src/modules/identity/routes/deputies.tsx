import { href, useActionData, useLoaderData } from 'react-router'
import { hasRole, isInPerson } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Route } from './+types/deputies.ts'
import { mayEndDeputyship, stateOn } from '../domain/deputyship.ts'
import { mayManageMembers } from '../domain/rights.ts'
import { deputyForm, oneThing } from '../schemas.ts'
import * as deputyships from '../sql/deputyships.ts'
import * as members from '../sql/members.ts'
import { deputyProblems, deputyTexts } from '../texts/deputy-texts.ts'
import { DeputyTable } from '../ui/deputy-table.tsx'
import { SettingsTabs } from '../ui/settings-tabs.tsx'
import { endDeputyship, nameDeputy } from '../usecases/name-deputy.ts'

/** Who stands in for whom: everybody of the organisation sees it, each names one's own, administrators name anybody's. */
export function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async ({ tx, actor, today }) => {
    const all = await deputyships.listDeputyships(tx)
    const colleagues = (await members.listMembers(tx)).map(({ accountId, name }) => ({ accountId, name }))
    return {
      today,
      hasKeys: mayManageMembers(actor),
      mayName: isInPerson(actor),
      ownAccountId: actor.accountId,
      isForAll: hasRole(actor, 'administrator'),
      colleagues,
      deputyships: all.map((each) => ({ ...each, state: stateOn(today, each), mayEnd: mayEndDeputyship(actor, each) })),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request }: Route.ActionArgs) {
  const to = href('/reglages/suppleances')
  return answerForms(context, request, {
    end: carryOut('identity.end-deputyship', oneThing, (ctx, { id }) => endDeputyship(ctx, asId(id)), { to, flash: 'removed' }),
    otherwise: carryOut(
      'identity.name-deputy',
      deputyForm,
      (ctx, { principalId, deputyId, ...term }) => nameDeputy(ctx, { principalId: asId(principalId), deputyId: asId(deputyId), ...term }),
      { to, field: ({ code }) => (code.includes('deputyship') && code !== 'one_deputyship_at_a_time' ? 'endsOn' : 'deputyId') },
    ),
  })
}

export default function DeputiesPage() {
  const { today, hasKeys, mayName, ownAccountId, isForAll, colleagues, deputyships: all, requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useCatalogue(deputyTexts)
  const options = colleagues.map(({ accountId, name: label }) => ({ value: accountId, label }))
  return (
    <Page title={texts.title} lead={texts.lead} below={<SettingsTabs hasKeys={hasKeys} />}>
      {all.length === 0 ? <p>{texts.none}</p> : <DeputyTable deputyships={all} />}
      {mayName && ownAccountId && (
        <Section title={texts.name} note={isForAll ? texts.nameNoteForAll : texts.nameNote}>
          <p>{texts.bounds}</p>
          <Form requestKey={requestKey} values={answer?.values} errors={answer && deputyProblems(texts, answer.problems)}>
            {isForAll ? (
              <Select
                name="principalId"
                label={texts.principal}
                options={options}
                defaultValue={ownAccountId}
                placeholder={false}
                required
              />
            ) : (
              <HiddenField name="principalId" value={ownAccountId} />
            )}
            <Select
              name="deputyId"
              label={texts.deputy}
              options={isForAll ? options : options.filter(({ value }) => value !== ownAccountId)}
              required
            />
            <DateField name="startsOn" label={texts.from} defaultValue={today} required />
            <DateField name="endsOn" label={texts.to} min={today} required />
            <TextField name="reason" label={texts.reason} hint={texts.reasonHint} required />
            <Actions>
              <Button kind="main">{texts.save}</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </Page>
  )
}
