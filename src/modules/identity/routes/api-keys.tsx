import { href, useActionData, useLoaderData } from 'react-router'
import { allow } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type SentForm, answerForms, carryOut } from '#platform/form-answers.ts'
import { read, refuseForm, submit, typeForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { CopyField } from '#ui/copy-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/api-keys.ts'
import { mayManageKeys } from '../domain/rights.ts'
import { keyForm, oneThing } from '../schemas.ts'
import * as sql from '../sql/api-keys.ts'
import { identityTexts } from '../texts.ts'
import { KeyCreation, KeyTable } from '../ui/key-table.tsx'
import { sentencesOf } from '../ui/problem-sentence.ts'
import { SettingsTabs } from '../ui/settings-tabs.tsx'
import { createApiKey, endOfDay, revokeApiKey } from '../usecases/api-keys.ts'

export function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async ({ tx, actor, now }) => {
    allow(mayManageKeys(actor))
    return { now, timeZone: asTimeZone(actor.timeZone), keys: await sql.listApiKeys(tx) }
  })
}

export function action({ context, request }: Route.ActionArgs) {
  return answerForms(context, request, {
    revoke: carryOut('identity.revoke-key', oneThing, (ctx, { id }) => revokeApiKey(ctx, asId(id)), {
      to: href('/reglages/cles-api'),
      flash: 'removed',
    }),
    otherwise: create,
  })
}

/** The token is in this answer only: nothing redirects, nothing remembers it. */
/** The token is shown on the page it answers with, and never again. */
async function create({ context, request, form }: SentForm) {
  const typed = await typeForm(form, keyForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { name, roles, expiresOn } = typed.value
  const made = await submit(context, request, typed, 'identity.create-key', (ctx) =>
    createApiKey(ctx, { name, roles, expiresAt: expiresOn ? endOfDay(expiresOn, ctx.actor.timeZone) : null }),
  )
  if (!made.ok) return refuseForm(typed.refuse(made.problem, 'expiresOn'))
  return { values: {}, problems: {}, token: made.value.token }
}

export default function ApiKeysPage() {
  const { now, timeZone, keys } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  const token = answer && 'token' in answer ? answer.token : null
  const refusal = answer && !token ? { values: answer.values, errors: sentencesOf(texts, answer.problems, 'required') } : undefined
  return (
    <Page title={texts.keys.title} lead={texts.keys.lead} below={<SettingsTabs hasKeys />}>
      {token && (
        <Notice tone="success" title={texts.keys.madeTitle}>
          <CopyField label={texts.keys.token} hint={texts.keys.madeNote} value={token} />
        </Notice>
      )}
      <KeyTable keys={keys} now={now} zone={timeZone} />
      <KeyCreation refusal={refusal} />
    </Page>
  )
}
