import { Link, href } from 'react-router'
import { read, visitorContext } from '#platform/web.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { countryName } from '../domain/country.ts'
import { mayKeepDirectory } from '../domain/rights.ts'
import { kindOfWord, kindWords, resultKinds } from '../domain/search-result.ts'
import { countCards } from '../sql/search.ts'
import { directoryTexts } from '../texts.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'
import { ExportLinks } from '../ui/export-links.tsx'
import { ResultTable } from '../ui/result-table.tsx'
import { browseDirectory, searchDirectory } from '../usecases/search-directory.ts'
import type { Route } from './+types/directory.ts'

const pageSize = 25

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const text = query.get('q')?.trim().slice(0, 200) ?? ''
  const kind = kindOfWord(query.get('type'))
  const page = Math.min(400, Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1))
  const { locale } = context.get(visitorContext)
  return read(context, request, async (ctx) => {
    const span = { limit: pageSize, offset: (page - 1) * pageSize }
    const counts = await countCards(ctx.tx)
    const found = text
      ? await searchDirectory(ctx, { text, kind, ...span })
      : { results: kind ? await browseDirectory(ctx, kind, span) : [], total: kind ? counts[kind] : 0, isApproximate: false }
    const results = found.results.map((result) => ({
      ...result,
      countryName: 'country' in result ? countryName(result.country, locale) : '',
    }))
    const pageCount = Math.max(1, Math.ceil(found.total / pageSize))
    return { ...found, results, text, kind, page, pageCount, counts, mayKeep: mayKeepDirectory(ctx.actor) }
  })
}

export default function Directory({ loaderData }: Route.ComponentProps) {
  const { text, kind, page, pageCount, results, total, isApproximate, mayKeep } = loaderData
  const texts = useCatalogue(directoryTexts)
  const { search } = texts
  const addressOf = (number: number) =>
    `?${new URLSearchParams({ ...(text && { q: text }), ...(kind && { type: kindWords[kind] }), page: String(number) })}`
  return (
    <Page
      documentTitle={text || (kind ? search.browseCaptions[kind] : texts.title)}
      title={texts.title}
      lead={texts.lead}
      action={mayKeep && <Additions />}
    >
      <Form method="get" layout="row">
        <TextField key={text} name="q" type="search" label={search.label} hint={search.hint} defaultValue={text} maxLength={200} />
        <Select
          key={kind}
          name="type"
          label={search.kind}
          placeholder={search.all}
          width="short"
          defaultValue={kind ? kindWords[kind] : ''}
          options={resultKinds.map((value) => ({ value: kindWords[value], label: search.kinds[value] }))}
        />
        <Button>{search.submit}</Button>
      </Form>
      {!text && !kind && <Overview {...loaderData} />}
      {isApproximate && results.length > 0 && <Notice>{search.approximate(text)}</Notice>}
      {(text || kind) && results.length === 0 && <NothingFound {...loaderData} />}
      {results.length > 0 && (
        <ResultTable caption={text ? search.caption(text, total) : kind ? search.browseCaptions[kind] : ''} results={results} />
      )}
      <Pagination page={page} pageCount={pageCount} addressOf={addressOf} />
      {mayKeep && kind !== 'city' && results.some((result) => result.kind !== 'city') && (
        <ExportLinks text={text} kind={kind} count={total} />
      )}
    </Page>
  )
}

type Shown = Route.ComponentProps['loaderData']

function Additions({ name = '' }: { name?: string }) {
  const texts = useCatalogue(directoryTexts)
  const files = useCatalogue(cardFileTexts)
  const known = name ? `?${new URLSearchParams({ nom: name })}` : ''
  return (
    <>
      <ButtonLink to={`${href('/annuaire/personnes/nouvelle')}${known}`}>{texts.newPerson}</ButtonLink>
      <ButtonLink to={`${href('/annuaire/organisations/nouvelle')}${known}`}>{texts.newOrganisation}</ButtonLink>
      {name === '' && (
        <>
          <ButtonLink to={href('/annuaire/import/:kind', { kind: kindWords.person })}>{files.imports.open}</ButtonLink>
          <ButtonLink to={href('/annuaire/doublons')}>{texts.duplicates}</ButtonLink>
        </>
      )}
    </>
  )
}

/** Before any question: what the directory holds, and the way into each part of it. */
function Overview({ counts, mayKeep }: Shown) {
  const texts = useCatalogue(directoryTexts)
  const { search } = texts
  return (
    <Section title={search.browse} action={<Link to={href('/annuaire/carte')}>{texts.map}</Link>}>
      <KeyFacts
        facts={resultKinds.map((kind) => ({
          key: kind,
          label: search.kinds[kind],
          value:
            counts[kind] > 0 ? (
              <Link to={`?${new URLSearchParams({ type: kindWords[kind] })}`}>{search.counts[kind](counts[kind])}</Link>
            ) : (
              search.counts[kind](0)
            ),
          note: search.notes[kind],
        }))}
      />
      {counts.person === 0 && (
        <EmptyState title={search.emptyTitle} action={mayKeep && <Link to={href('/annuaire/personnes/nouvelle')}>{texts.newPerson}</Link>}>
          {search.empty}
        </EmptyState>
      )}
    </Section>
  )
}

function NothingFound({ text, kind, mayKeep }: Shown) {
  const texts = useCatalogue(directoryTexts)
  const { search } = texts
  return (
    <EmptyState title={text ? search.nothingTitle(text) : search.counts[kind ?? 'person'](0)} action={mayKeep && <Additions name={text} />}>
      {text ? search.nothing : search.empty}
    </EmptyState>
  )
}
