import { href } from 'react-router'
import { z } from 'zod'
import { found } from '#platform/actor.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { localized } from '#platform/pure/localized.ts'
import { answerForms, carryOut, noFields } from '#platform/form-answers.ts'
import { type RefusedForm, read } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { EditConflict, typedDay, typedIn } from '#ui/edit-conflict.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Mandate, type MandateDecider, mandateDeciders } from '../domain/mission.ts'
import { mayCloseAccounts, mayWriteOwnPart } from '../domain/rights.ts'
import { mandateForm, narrativeForm } from '../schemas.ts'
import { loadMission } from '../sql/missions.ts'
import { loadMandate, loadNarrative } from '../sql/own-part.ts'
import { missionTexts, problemTexts } from '../texts.ts'
import { changeMandate, closeAccounts, reopenAccounts, writeNarrative } from '../usecases/write-own-part.ts'
import type { Route } from './+types/own-part.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const seat = mission.partners.find((partner) => partner.organisationId === ctx.actor.organisationId)
    return {
      mandate: await loadMandate(ctx.tx, params.missionId, ctx.actor.organisationId),
      narrative: await loadNarrative(ctx.tx, params.missionId),
      accountsClosedOn: seat?.accountsClosedOn ?? null,
      ratifiedOn: seat?.ratifiedOn ?? null,
      mayWrite: mayWriteOwnPart(ctx.actor, mission.partners),
      mayClose: mayCloseAccounts(ctx.actor, mission.partners),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const to = href('/missions/:missionId/notre-part', params)
  return answerForms(context, request, {
    mandate: carryOut(
      'missions.mandate',
      mandateForm.extend({ version: z.coerce.number().int() }),
      (ctx, { version, ...mandate }) => changeMandate(ctx, missionId, version, mandate),
      { to, field: 'decidedOn' },
    ),
    narrative: carryOut(
      'missions.narrative',
      narrativeForm,
      (ctx, { version, bodyFr, bodyEn }) => writeNarrative(ctx, missionId, version, localized(bodyFr, bodyEn)),
      { to, field: 'bodyFr' },
    ),
    close: carryOut('missions.close', noFields, (ctx) => closeAccounts(ctx, missionId), { to }),
    reopen: carryOut('missions.reopen', noFields, (ctx) => reopenAccounts(ctx, missionId), { to }),
  })
}

export default function OwnPart({
  loaderData: { mandate, narrative, accountsClosedOn, ratifiedOn, mayWrite, mayClose, requestKey },
  actionData,
}: Route.ComponentProps) {
  const texts = useCatalogue(missionTexts)
  const words = texts.ownPart
  const refusalOf = (intent: string) =>
    actionData?.values.intent === intent ? { values: actionData.values, errors: problemTexts(texts, actionData.problems) } : {}
  const saved = actionData?.saved
  const savedMandate = saved && 'mandate' in saved ? saved.mandate : undefined
  const conflict = saved && 'narrative' in saved ? saved : undefined
  return (
    <>
      <Section title={words.mandate} note={words.mandateNote} id="mandat">
        {mandate || mayWrite ? (
          <>
            {savedMandate && <MandateConflict saved={savedMandate} values={actionData?.values ?? {}} />}
            <Form id="mandate" requestKey={requestKey} version={(savedMandate ?? mandate)?.version ?? 0} {...refusalOf('mandate')}>
              <HiddenField name="intent" value="mandate" />
              <Select
                name="decidedBy"
                label={words.decidedBy}
                required
                defaultValue={mandate?.decidedBy}
                options={mandateDeciders.map((value) => ({ value, label: texts.deciders[value] }))}
              />
              <DateField name="decidedOn" label={words.decidedOn} required defaultValue={mandate?.decidedOn} />
              <TextField name="reference" label={words.reference} required width="short" defaultValue={mandate?.reference} />
              {mayWrite && (
                <Actions>
                  <Button type="submit">{words.saveMandate}</Button>
                </Actions>
              )}
            </Form>
          </>
        ) : (
          <p>{words.noMandate}</p>
        )}
      </Section>
      <Section title={words.narrative} note={words.narrativeNote}>
        {conflict && (
          <EditConflict
            title={words.conflictTitle}
            values={actionData?.values ?? {}}
            fields={[
              { name: 'bodyFr', label: words.bodyFr, theirs: conflict.narrative.fr ?? '' },
              { name: 'bodyEn', label: words.bodyEn, theirs: conflict.narrative.en ?? '' },
            ]}
          />
        )}
        <Form id="narrative" requestKey={requestKey} version={conflict?.version ?? narrative?.version ?? 0} {...refusalOf('narrative')}>
          <HiddenField name="intent" value="narrative" />
          <TextArea name="bodyFr" label={words.bodyFr} rows={12} width="full" lang="fr" defaultValue={narrative?.body.fr} />
          <TextArea name="bodyEn" label={words.bodyEn} rows={4} width="full" lang="en" defaultValue={narrative?.body.en} />
          {mayWrite && (
            <Actions>
              <Button type="submit">{words.saveNarrative}</Button>
            </Actions>
          )}
        </Form>
      </Section>
      <Section title={words.accounts} note={words.accountsNote} id="comptes">
        {accountsClosedOn ? (
          <KeyFacts
            facts={[
              { key: 'closed', label: words.closedOn, value: <DateText date={accountsClosedOn} /> },
              { key: 'ratified', label: words.ratifiedOn, value: ratifiedOn ? <DateText date={ratifiedOn} /> : undefined },
            ]}
          />
        ) : (
          <p>{words.open}</p>
        )}
        {mayClose && !ratifiedOn && (
          <Form id="accounts" requestKey={requestKey} {...refusalOf(accountsClosedOn ? 'reopen' : 'close')}>
            <HiddenField name="intent" value={accountsClosedOn ? 'reopen' : 'close'} />
            <Actions>
              <Button type="submit">{accountsClosedOn ? words.reopen : words.close}</Button>
            </Actions>
          </Form>
        )}
      </Section>
    </>
  )
}

/** Two mandates for one journey: the one typed, and the one a colleague recorded meanwhile. */
function MandateConflict({ saved, values }: { saved: Mandate; values: RefusedForm['values'] }) {
  const texts = useCatalogue(missionTexts)
  const words = texts.ownPart
  const locale = useLocale()
  return (
    <EditConflict
      title={words.conflictTitle}
      values={values}
      fields={[
        {
          name: 'decidedBy',
          label: words.decidedBy,
          mine: texts.deciders[typedIn(values, 'decidedBy') as MandateDecider] ?? '',
          theirs: texts.deciders[saved.decidedBy],
        },
        {
          name: 'decidedOn',
          label: words.decidedOn,
          mine: typedDay(values, 'decidedOn', locale),
          theirs: formatDate(saved.decidedOn, locale, 'short'),
        },
        { name: 'reference', label: words.reference, theirs: saved.reference },
      ]}
    />
  )
}
