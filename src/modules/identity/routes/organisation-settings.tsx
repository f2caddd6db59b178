import { href, useActionData, useLoaderData } from 'react-router'
import { loadOrganisation } from '#modules/directory/index.ts'
import { found } from '#platform/actor.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/organisation-settings.ts'
import { mayManageKeys, maySetOrganisation } from '../domain/rights.ts'
import { workspaceForm } from '../schemas.ts'
import * as sql from '../sql.ts'
import { identityTexts } from '../texts.ts'
import { sentencesOf } from '../ui/problem-sentence.ts'
import { SettingsTabs } from '../ui/settings-tabs.tsx'
import { OrganisationFacts, WorkspaceSection } from '../ui/workspace-sections.tsx'
import { changeWorkspace } from '../usecases/change-workspace.ts'

export function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async ({ tx, actor }) => ({
    organisation: found(await loadOrganisation(tx, actor.organisationId)),
    workspace: found(await sql.loadWorkspace(tx)),
    maySet: maySetOrganisation(actor),
    hasKeys: mayManageKeys(actor),
    timeZones: Intl.supportedValuesOf('timeZone'),
    currencies: Intl.supportedValuesOf('currency'),
  }))
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await readForm(request, workspaceForm)
  if (!form.ok) return refuseForm(form.problem)
  const changed = await submit(context, request, form, 'identity.change-workspace', (ctx) => changeWorkspace(ctx, form.value))
  return changed.ok ? redirectWithFlash(href('/reglages'), 'saved') : refuseForm(form.refuse(changed.problem, ''))
}

export default function OrganisationSettingsPage() {
  const { organisation, workspace, maySet, hasKeys, timeZones, currencies } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  return (
    <Page title={texts.settings.title} lead={texts.settings.lead(organisation.name)} below={<SettingsTabs hasKeys={hasKeys} />}>
      {!maySet && <Notice>{texts.settings.readOnly}</Notice>}
      <OrganisationFacts organisation={organisation} />
      <WorkspaceSection
        workspace={workspace}
        maySet={maySet}
        choices={{ timeZones, currencies }}
        refusal={refusal && { values: refusal.values, errors: sentencesOf(texts, refusal.problems, 'required') }}
      />
    </Page>
  )
}
