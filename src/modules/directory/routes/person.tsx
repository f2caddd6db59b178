import { Link, Outlet, data, href } from 'react-router'
import { z } from 'zod'
import { found } from '#platform/actor.ts'
import { pick } from '#platform/pure/localized.ts'
import { type RefusedForm, formValues, read, redirectWithFlash, submit, typeForm, visitorContext } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { formLocalized } from '#platform/pure/form-text.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { DateText, LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { languageName } from '../domain/language.ts'
import { type OrganisationLine, organisationLabel } from '../domain/organisation.ts'
import { type Affiliation, fullName, inReadingOrder, isCurrent } from '../domain/person.ts'
import { formatPhone } from '#platform/pure/phone.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { affiliationField, affiliationForm } from '../schemas.ts'
import { loadPerson } from '../sql/people.ts'
import { directoryTexts, problemTexts } from '../texts.ts'
import { OrganisationByNameFields, PositionFields, whichOne } from '../ui/affiliation-fields.tsx'
import { Period } from '../ui/period.tsx'
import { affiliateByName } from '../usecases/affiliate-by-name.ts'
import { removePerson } from '../usecases/change-person.ts'
import { personChoices } from '../usecases/list-choices.ts'
import type { Route } from './+types/person.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const person = found(await loadPerson(ctx.tx, params.personId))
    const mayKeep = mayKeepDirectory(ctx.actor)
    return {
      person,
      affiliations: inReadingOrder(person.affiliations, ctx.today),
      today: ctx.today,
      language: person.preferredLanguage && languageName(person.preferredLanguage, locale),
      choices: mayKeep ? await personChoices(ctx, locale) : null,
      requestKey: crypto.randomUUID(),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  if (formValues(form).intent === 'remove') {
    const typed = await typeForm(form, z.object({}))
    const outcome = await submit(context, request, typed, 'directory.remove-person', (ctx) => removePerson(ctx, params.personId))
    return outcome.ok ? redirectWithFlash(href('/annuaire'), 'removed') : refuse(typed.refuse(outcome.problem, ''))
  }
  const typed = await typeForm(form, affiliationForm)
  if (!typed.ok) return refuse(typed.problem)
  const { startsOn, endsOn, protocolRank } = typed.value
  const outcome = await submit(context, request, typed, 'directory.affiliate', (ctx) =>
    affiliateByName(ctx, params.personId, typed.value, { capacity: formLocalized(form, 'capacity'), startsOn, endsOn, protocolRank }),
  )
  if (outcome.ok) return redirectWithFlash(href('/annuaire/personnes/:personId', params), 'saved')
  const candidates = 'candidates' in outcome.problem ? outcome.problem.candidates : undefined
  return refuse(typed.refuse(outcome.problem, affiliationField), candidates)
}

/** A refused form, with the organisations a name may have meant. */
function refuse({ values, problems }: RefusedForm, candidates?: readonly OrganisationLine[]) {
  return data({ values, problems, candidates }, { status: 422 })
}

export default function PersonPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { person, affiliations, today, choices, requestKey } = loaderData
  const texts = useCatalogue(directoryTexts)
  const name = fullName(person)
  return (
    <Page
      kicker={texts.person.kicker}
      title={name}
      breadcrumbs={[{ to: href('/annuaire'), label: texts.title }]}
      action={choices && <ButtonLink to={href('/annuaire/personnes/:personId/modifier', params)}>{texts.person.edit}</ButtonLink>}
    >
      <Facts {...loaderData} />
      <Section title={texts.affiliation.title} titlePlace="above">
        <Affiliations personId={person.id} affiliations={affiliations} today={today} mayKeep={choices !== null} />
      </Section>
      <Outlet />
      {choices && <AddAffiliation choices={choices} requestKey={requestKey} refusal={actionData} />}
      <Actions>
        <Link to={href('/annuaire/personnes/:personId/historique', params)}>{texts.history}</Link>
        {choices && <Remove name={name} />}
      </Actions>
    </Page>
  )
}

type Shown = Route.ComponentProps['loaderData']

function Facts({ person, language }: Shown) {
  const texts = useCatalogue(directoryTexts)
  const { person: words } = texts
  return (
    <Section title={words.facts} note={words.private}>
      <KeyFacts
        facts={[
          { key: 'honorific', label: words.honorific, value: person.honorific && texts.honorifics[person.honorific] },
          { key: 'email', label: words.email, value: person.email && <a href={`mailto:${person.email}`}>{person.email}</a> },
          { key: 'phone', label: words.phone, value: person.phone && <a href={`tel:${person.phone}`}>{formatPhone(person.phone)}</a> },
          { key: 'language', label: words.language, value: language },
          { key: 'originalScript', label: words.originalScript, value: person.originalScript },
          {
            key: 'ground',
            label: words.legalBasis,
            value: texts.legalBases[person.legalBasis],
            note: person.consentedOn && (
              <>
                <DateText date={person.consentedOn} />
                {words.consentBy(person.consentSource ?? '')}
              </>
            ),
          },
          { key: 'contact', label: words.lastContact, value: person.lastContactOn && <DateText date={person.lastContactOn} /> },
        ]}
      />
    </Section>
  )
}

type AffiliationsProps = { personId: string; affiliations: readonly Affiliation[]; today: Shown['today']; mayKeep: boolean }

function Affiliations({ personId, affiliations, today, mayKeep }: AffiliationsProps) {
  const texts = useCatalogue(directoryTexts)
  const locale = useLocale()
  const { columns, states, ...words } = texts.affiliation
  const stateOf = (affiliation: Affiliation) =>
    isCurrent(affiliation, today) ? 'current' : (affiliation.startsOn ?? '') > today ? 'future' : 'past'
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={affiliations}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      columns={[
        { key: 'capacity', header: columns.capacity, render: ({ capacity }) => <LocalizedText content={capacity} /> },
        {
          key: 'organisation',
          header: columns.organisation,
          render: ({ organisation }) => (
            <Link to={href('/annuaire/organisations/:organisationId', { organisationId: organisation.id })}>
              {organisationLabel(organisation, locale)}
            </Link>
          ),
        },
        { key: 'period', header: columns.period, render: ({ startsOn, endsOn }) => <Period startsOn={startsOn} endsOn={endsOn} /> },
        {
          key: 'state',
          header: columns.state,
          render: (affiliation) => (
            <Tag tone={stateOf(affiliation) === 'current' ? 'success' : undefined}>{states[stateOf(affiliation)]}</Tag>
          ),
        },
        ...(mayKeep
          ? [
              {
                key: 'action',
                header: columns.action,
                headerHidden: true,
                render: ({ id, capacity, organisation }: Affiliation) => (
                  <Link to={href('/annuaire/personnes/:personId/fonctions/:affiliationId', { personId, affiliationId: id })}>
                    <span aria-hidden>{words.edit}</span>
                    <VisuallyHidden>{words.editOf(pick(capacity, locale).text, organisationLabel(organisation, locale))}</VisuallyHidden>
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

type AddAffiliationProps = { choices: NonNullable<Shown['choices']>; requestKey: string; refusal: Route.ComponentProps['actionData'] }

function AddAffiliation({ choices, requestKey, refusal }: AddAffiliationProps) {
  const texts = useCatalogue(directoryTexts)
  const { affiliation: words } = texts
  const which = whichOne(refusal)
  return (
    <Section title={words.add}>
      <Form id="affiliate" requestKey={requestKey} values={refusal?.values} errors={problemTexts(texts, refusal?.problems)}>
        <HiddenField name="intent" value="affiliate" />
        <OrganisationByNameFields {...choices} which={which} required />
        <PositionFields required />
        <Actions>
          <Button kind="main">{words.submit}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

function Remove({ name }: { name: string }) {
  const { person: words } = useCatalogue(directoryTexts)
  return (
    <Dialog trigger={words.remove} triggerKind="quiet" title={words.removeTitle(name)}>
      <Form id="remove">
        <HiddenField name="intent" value="remove" />
        <p>{words.removeNote}</p>
        <Actions>
          <Button kind="danger">{words.removeConfirm}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
