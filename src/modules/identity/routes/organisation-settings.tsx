import { href, useActionData, useLoaderData } from 'react-router'
import { loadOrganisation } from '#modules/directory/index.ts'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { Route } from './+types/organisation-settings.ts'
import { mayManageKeys, maySetOrganisation } from '../domain/rights.ts'
import { cardForm, workspaceForm } from '../schemas.ts'
import * as sql from '../sql/workspace.ts'
import { identityTexts } from '../texts.ts'
import { sentencesOf } from '../ui/problem-sentence.ts'
import { SettingsTabs } from '../ui/settings-tabs.tsx'
import { CardFacts, CardForm } from '../ui/own-card.tsx'
import { WorkspaceSection } from '../ui/workspace-section.tsx'
import { changeOwnCard } from '../usecases/change-own-card.ts'
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

export function action({ context, request }: Route.ActionArgs) {
  const to = href('/reglages')
  return answerForms(context, request, {
    card: carryOut(
      'identity.change-card',
      cardForm,
      (ctx, { version, name, nameFr, nameEn, website, ...identifiers }) =>
        changeOwnCard(ctx, {
          version,
          name,
          names: { ...(nameFr && { fr: nameFr }), ...(nameEn && { en: nameEn }) },
          website,
          identifiers,
        }),
      { to },
    ),
    otherwise: carryOut('identity.change-workspace', workspaceForm, (ctx, typed) => changeWorkspace(ctx, typed), { to }),
  })
}

export default function OrganisationSettingsPage() {
  const { organisation, workspace, maySet, hasKeys, timeZones, currencies } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const texts = useCatalogue(identityTexts)
  const refusalOf = (intent: string) =>
    refusal?.values.intent === intent ? { values: refusal.values, errors: sentencesOf(texts, refusal.problems, 'required') } : undefined
  return (
    <Page title={texts.settings.title} lead={texts.settings.lead} below={<SettingsTabs hasKeys={hasKeys} />}>
      {!maySet && <Notice>{texts.settings.readOnly}</Notice>}
      {maySet ? <CardForm organisation={organisation} refusal={refusalOf('card')} /> : <CardFacts organisation={organisation} />}
      <WorkspaceSection workspace={workspace} maySet={maySet} choices={{ timeZones, currencies }} refusal={refusalOf('workspace')} />
    </Page>
  )
}
