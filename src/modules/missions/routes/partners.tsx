import { href } from 'react-router'
import { type OrganisationId, found } from '#platform/actor.ts'
import { ok } from '#platform/pure/outcome.ts'
import { formValues, read, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import {
  type OrganisationLine,
  countryChoices,
  ensureOrganisation,
  listWorkspaceOrganisations,
  organisationLabel,
  searchOrganisations,
} from '#modules/directory/index.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Partner, partnerRoles } from '../domain/mission.ts'
import { mayChangeMission } from '../domain/rights.ts'
import { localized, partnerForm, releaseForm } from '../schemas.ts'
import { loadMission } from '../sql.ts'
import { missionTexts, problemTexts } from '../texts.ts'
import { namePartner, releasePartner } from '../usecases/name-partner.ts'
import type { Route } from './+types/partners.ts'

/** The field of the address in which someone looks for a card, as on the pages of members. */
const searchedCard = 'fiche'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const seated = new Set(mission.partners.filter((partner) => partner.leftAt === null).map((partner) => partner.organisationId))
    const workspaces = await listWorkspaceOrganisations(ctx.tx)
    const search = (new URL(request.url).searchParams.get(searchedCard) ?? '').trim().slice(0, 200)
    const answers = search === '' ? [] : await searchOrganisations(ctx, search)
    const choices = (organisations: readonly OrganisationLine[]) =>
      organisations
        .filter(({ id }) => !seated.has(id))
        .map((organisation) => ({ value: organisation.id as string, label: organisationLabel(organisation, ctx.actor.locale) }))
    return {
      partners: mission.partners,
      workspaces: choices(workspaces),
      search,
      cards: choices(answers.filter(({ isWorkspace }) => !isWorkspace)),
      answers: choices(answers).length,
      found: choices(answers)[0]?.value,
      countries: countryChoices(ctx.actor.locale),
      mayChange: mayChangeMission(ctx.actor, mission.partners),
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const back = href('/missions/:missionId/partenaires', params)
  if (formValues(form).intent === 'release') {
    const typed = await typeForm(form, releaseForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const outcome = await submit(context, request, typed, 'missions.release-partner', (ctx) =>
      releasePartner(ctx, params.missionId, typed.value.partnerId),
    )
    return outcome.ok ? redirectWithFlash(back, 'removed') : refuseForm(typed.refuse(outcome.problem, ''))
  }
  const typed = await typeForm(form, partnerForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { organisationId, newName, country, role, workstreamFr, workstreamEn } = typed.value
  const outcome = await submit(context, request, typed, 'missions.name-partner', async (ctx) => {
    const named = organisationId
      ? ok({ id: organisationId as OrganisationId })
      : await ensureOrganisation(ctx, { name: newName, kind: 'other', country })
    if (!named.ok) return named
    return namePartner(ctx, params.missionId, { organisationId: named.value.id, role, workstream: localized(workstreamFr, workstreamEn) })
  })
  return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, 'organisationId'))
}

export default function Partners({
  loaderData: { partners, workspaces, search, cards, answers, found, countries, mayChange, requestKey },
  actionData,
}: Route.ComponentProps) {
  const texts = useCatalogue(missionTexts)
  const words = texts.partners
  return (
    <>
      <Section title={words.title} note={words.lead} titlePlace="above">
        <PartnerTable partners={partners} mayChange={mayChange} />
      </Section>
      {mayChange && (
        <Section title={words.add} id="ajouter">
          <Form method="get" layout="row" id="card-search" action="#ajouter">
            <TextField name={searchedCard} type="search" label={words.search} defaultValue={search} maxLength={200} />
            <Button>{words.find}</Button>
          </Form>
          {search !== '' && <p role="status">{answers > 0 ? words.found(answers, search) : words.nobody(search)}</p>}
          <Form
            key={found}
            requestKey={requestKey}
            values={actionData?.values}
            errors={problemTexts(texts, actionData?.problems)}
            id="partner"
          >
            <Select
              name="organisationId"
              label={words.known}
              hint={words.knownHint}
              defaultValue={found}
              options={[
                ...(cards.length > 0 ? [{ label: words.cards, options: cards }] : []),
                ...(workspaces.length > 0 ? [{ label: words.workspaces, options: workspaces }] : []),
              ]}
              width="long"
            />
            <TextField name="newName" label={words.newName} width="long" maxLength={200} />
            <Select name="country" label={texts.form.country} placeholder={false} defaultValue="FR" options={countries} />
            <Select
              name="role"
              label={words.role}
              required
              defaultValue="partner"
              options={partnerRoles.filter((role) => role !== 'lead').map((value) => ({ value, label: texts.roles[value] }))}
            />
            <TextField name="workstreamFr" label={words.workstream} hint={words.workstreamHint} width="long" maxLength={200} />
            <Actions>
              <Button kind="main" type="submit">
                {words.submit}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  )
}

function PartnerTable({ partners, mayChange }: { partners: readonly Partner[]; mayChange: boolean }) {
  const texts = useCatalogue(missionTexts)
  const words = texts.partners
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={partners}
      rowKey={(partner) => partner.id}
      columns={[
        { key: 'name', header: words.organisation, render: (partner) => partner.name },
        { key: 'role', header: words.role, render: (partner) => texts.roles[partner.role] },
        {
          key: 'workstream',
          header: words.workstream,
          isLong: true,
          render: (partner) => Object.keys(partner.workstream).length > 0 && <LocalizedText content={partner.workstream} />,
        },
        {
          key: 'access',
          header: words.access,
          render: (partner) => (partner.leftAt ? words.left : partner.isWorkspace ? words.works : words.card),
        },
        ...(mayChange
          ? [
              {
                key: 'release',
                header: words.release,
                headerHidden: true,
                render: (partner: Partner) =>
                  partner.role !== 'lead' &&
                  !partner.leftAt && (
                    <Form layout="row" id={`release-${partner.id}`}>
                      <HiddenField name="intent" value="release" />
                      <HiddenField name="partnerId" value={partner.id} />
                      <Button type="submit" kind="quiet" aria-label={words.releaseOf(partner.name)}>
                        {words.release}
                      </Button>
                    </Form>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
