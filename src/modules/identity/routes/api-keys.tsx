import { data, href, useActionData, useLoaderData } from 'react-router'
import { allow } from '#platform/actor.ts'
import { asId } from '#platform/pure/ids.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type WebContext, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
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

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return form.get('intent') === 'revoke' ? revoke(context, request, form) : create(context, request, form)
}

/** The token is in this answer only: nothing redirects, nothing remembers it. */
async function create(context: WebContext, request: Request, form: FormData) {
  const typed = await typeForm(form, keyForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { name, roles, expiresOn } = typed.value
  const made = await submit(context, request, typed, 'identity.create-key', (ctx) =>
    createApiKey(ctx, { name, roles, expiresAt: expiresOn ? endOfDay(expiresOn, ctx.actor.timeZone) : null }),
  )
  if (!made.ok) return refuseForm(typed.refuse(made.problem, 'expiresOn'))
  return { values: {}, problems: {}, token: made.value.token }
}

async function revoke(context: WebContext, request: Request, form: FormData) {
  const typed = await typeForm(form, oneThing)
  if (!typed.ok) throw data(null, { status: 404 })
  await submit(context, request, typed, 'identity.revoke-key', (ctx) => revokeApiKey(ctx, asId(typed.value.id)))
  return redirectWithFlash(href('/reglages/cles-api'), 'removed')
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
