import { href } from 'react-router'
import { found, NotFound } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { countryChoices, countryName } from '#modules/directory/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Amount, DateText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { Edition, Licence } from '../domain/licence.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { countriesOf, editionForm, licenceForm, licenceOf } from '../schemas/licence.ts'
import { loadAgreement } from '../sql/agreements.ts'
import { loadLicence } from '../sql/licences.ts'
import { agreementTexts, problemTexts } from '../texts.ts'
import { EditionForm, LicenceForm } from '../ui/licence-forms.tsx'
import { addEdition, writeLicence } from '../usecases/write-licence.ts'
import type { Route } from './+types/agreement-licence.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const agreement = found(await loadAgreement(ctx.tx, params.agreementId))
    if (agreement.type !== 'trademark_licence') throw new NotFound('not a licence')
    const mayKeep = mayKeepAgreements(ctx.actor)
    const licence = await loadLicence(ctx.tx, agreement.id)
    return {
      parties: agreement.parties.filter(({ organisationId }) => organisationId !== ctx.actor.organisationId),
      licence,
      countries: countryChoices(ctx.actor.locale),
      currency: ctx.actor.currency,
      mayKeep,
      mayWrite: mayKeep && (licence === null || agreement.dates.signedOn === null || agreement.unproven !== null),
      requestKeys: { licence: crypto.randomUUID(), edition: crypto.randomUUID() },
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const back = href('/accords/:agreementId/licence', params)
  return answerForms(context, request, {
    edition: carryOut('agreements.edition', editionForm, (ctx, typed) => addEdition(ctx, params.agreementId, typed), {
      to: back,
      field: ({ code }) => (code === 'a_theme_is_chosen_by_a_jury' ? 'jury' : 'heldOn'),
    }),
    otherwise: carryOut(
      'agreements.licence',
      licenceForm,
      async (ctx, typed, form) => {
        const draft = licenceOf(typed, countriesOf(form), ctx.actor.currency, ctx.actor.locale)
        return draft.ok ? writeLicence(ctx, params.agreementId, draft.value) : draft
      },
      { to: back, field: 'countries' },
    ),
  })
}

export default function AgreementLicence({ loaderData, actionData }: Route.ComponentProps) {
  const { parties, licence, countries, currency, mayKeep, mayWrite, requestKeys } = loaderData
  const texts = useCatalogue(agreementTexts)
  const words = texts.licence
  const refusalOf = (intent: string) =>
    actionData?.values.intent === intent ? { values: actionData.values, errors: problemTexts(texts, actionData.problems) } : {}
  return (
    <>
      {licence === null ? (
        <EmptyState title={words.none}>{words.noneBody}</EmptyState>
      ) : (
        <>
          <Section title={words.title} note={words.note}>
            <LicenceFacts licence={licence} licensee={parties.find(({ id }) => id === licence.licenseeId)?.name ?? ''} />
          </Section>
          <Section title={words.editions} note={words.editionsNote} titlePlace="above">
            <Editions editions={licence.editions} />
          </Section>
        </>
      )}
      {mayKeep && licence !== null && (
        <Section title={words.addEdition} onPaper={false}>
          <EditionForm requestKey={requestKeys.edition} {...refusalOf('edition')} />
        </Section>
      )}
      {mayWrite && (
        <Section title={licence === null ? words.write : words.change} onPaper={false}>
          <LicenceForm
            licence={licence}
            parties={parties}
            countries={countries}
            currency={currency}
            requestKey={requestKeys.licence}
            {...refusalOf('licence')}
          />
        </Section>
      )}
    </>
  )
}

function LicenceFacts({ licence, licensee }: { licence: Licence; licensee: string }) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.licence
  const locale = useLocale()
  const { brand, isExclusive, countries, startsOn, termMonths, lastDay, fee, feeNote } = licence
  return (
    <KeyFacts
      facts={[
        { key: 'brand', label: words.brand, value: brand },
        { key: 'licensee', label: words.licensee, value: licensee },
        { key: 'territory', label: words.territory, value: countries.map((country) => countryName(country, locale)).join(', ') },
        { key: 'exclusive', label: words.exclusivity, value: isExclusive ? words.exclusive : words.notExclusive },
        {
          key: 'term',
          label: texts.overview.term,
          value: `${texts.overview.termMonths(termMonths)}, ${texts.overview.termFrom(formatDate(startsOn, locale))}`,
        },
        { key: 'lastDay', label: texts.overview.lastDay, value: <DateText date={lastDay} /> },
        { key: 'fee', label: words.fee, value: fee && <Amount cents={fee.cents} currency={fee.currency} />, note: feeNote },
      ]}
    />
  )
}

function Editions({ editions }: { editions: readonly Edition[] }) {
  const { licence: words } = useCatalogue(agreementTexts)
  return (
    <DataTable
      caption={words.editions}
      captionHidden
      rows={editions}
      rowKey={({ id }) => id}
      empty={<p>{words.noEdition}</p>}
      columns={[
        { key: 'number', header: words.columns.edition, isRowHeader: true, render: ({ number }) => words.edition(number) },
        { key: 'heldOn', header: words.columns.heldOn, render: ({ heldOn }) => <DateText date={heldOn} /> },
        { key: 'theme', header: words.columns.theme, isLong: true, render: ({ theme }) => theme ?? words.noTheme },
        { key: 'jury', header: words.columns.jury, isLong: true, render: ({ jury }) => jury ?? '' },
        {
          key: 'chosen',
          header: words.columns.chosenOn,
          render: ({ themeChosenOn }) => themeChosenOn && <DateText date={themeChosenOn} />,
        },
      ]}
    />
  )
}
