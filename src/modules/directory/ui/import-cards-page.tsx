import { Link, href } from 'react-router'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { ImportMapping } from '#ui/import/mapping-step.tsx'
import { ImportPreview } from '#ui/import/preview-step.tsx'
import { importProblemText } from '#ui/import/problem-words.ts'
import { ImportResult } from '#ui/import/result-step.tsx'
import { ImportSource } from '#ui/import/source-step.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { type FileKind, organisationColumns, personColumns } from '../domain/card-columns.ts'
import { type NamesakeRule, namesakeRules } from '../domain/card-import.ts'
import { kindWords } from '../domain/search-result.ts'
import { directoryTexts, problemText } from '../texts.ts'
import { cardFileTexts } from '../texts/card-file-texts.ts'
import type { CheckedLine, HeldCards } from '../usecases/show-card-import.ts'

type ImportCardsPageProps = {
  kind: FileKind
  rule: NamesakeRule
  held: HeldCards | null
  limits: { maxRows: number; maxMegabytes: number }
  requestKey: string
  refusal?: Pick<RefusedForm, 'values' | 'problems'> | undefined
}

/** The import of cards, at the step where its file stands. */
export function ImportCardsPage(props: ImportCardsPageProps) {
  const { kind, held } = props
  const { imports: words } = useCatalogue(cardFileTexts)
  const texts = useCatalogue(directoryTexts)
  const other: FileKind = kind === 'person' ? 'organisation' : 'person'
  return (
    <Page title={words.title[kind]} lead={words.lead} breadcrumbs={[{ to: href('/annuaire'), label: texts.title }]}>
      <Step {...props} />
      {held === null && (
        <p>
          <Link to={addressOf(other)}>{words.others[other]}</Link>
        </p>
      )}
    </Page>
  )
}

const addressOf = (kind: FileKind) => href('/annuaire/import/:kind', { kind: kindWords[kind] })

function Step({ kind, rule, held, limits, requestKey, refusal }: ImportCardsPageProps) {
  const { columns, imports: words } = useCatalogue(cardFileTexts)
  const sentence = useProblemSentence()
  const here = addressOf(kind)
  const labels: Readonly<Record<string, string>> = columns[kind]
  const title = words.title[kind]
  const answers = {
    values: refusal?.values,
    errors: refusal && Object.fromEntries(Object.entries(refusal.problems).map(([field, code]) => [field, sentence(code)])),
  }
  if (held === null) {
    const templates = (['csv', 'xlsx'] as const).map((format) => ({
      label: words.template[format],
      to: href('/annuaire/import/:kind/modele/:format', { kind: kindWords[kind], format }),
    }))
    return <ImportSource title={title} templates={templates} takesVcards {...limits} {...answers} />
  }
  if (held.outcome) return <Done title={title} outcome={held.outcome} here={here} />
  if (held.state !== 'draft') {
    return (
      <Section title={title}>
        <Notice title={words.over} />
        <Link to={here}>{words.again}</Link>
      </Section>
    )
  }
  const address = `${here}?lot=${held.id}`
  if (held.check) return <Check {...{ title, rule, address, here, labels, requestKey, answers }} check={held.check} />
  const fields = kind === 'person' ? personColumns : organisationColumns
  const needed: readonly string[] = kind === 'person' ? ['familyName'] : ['name', 'country']
  return (
    <ImportMapping
      title={title}
      sourceName={held.sourceName}
      rowCount={held.rowCount}
      columns={held.columns}
      fields={fields.map((key) => ({ key, label: labels[key] ?? key, required: needed.includes(key) }))}
      isRemembered={held.isRemembered}
      restart={here}
      {...answers}
    />
  )
}

function Done({ title, outcome, here }: { title: string; outcome: NonNullable<HeldCards['outcome']>; here: string }) {
  const { imports: words } = useCatalogue(cardFileTexts)
  return (
    <ImportResult title={title} {...outcome}>
      <Actions>
        <ButtonLink kind="main" to={href('/annuaire')}>
          {words.back}
        </ButtonLink>
        <ButtonLink to={href('/annuaire/doublons')}>{words.duplicates}</ButtonLink>
        <Link to={here}>{words.again}</Link>
      </Actions>
    </ImportResult>
  )
}

type CheckProps = {
  title: string
  rule: NamesakeRule
  check: NonNullable<HeldCards['check']>
  address: string
  here: string
  labels: Readonly<Record<string, string>>
  requestKey: string
  answers: { values: RefusedForm['values'] | undefined; errors: Record<string, string> | undefined }
}

function Check({ title, rule, check, address, here, labels, requestKey, answers }: CheckProps) {
  const { imports: words } = useCatalogue(cardFileTexts)
  const sentence = useProblemSentence()
  const checking = (chosen: NamesakeRule) => `${address}&etape=verification&homonymes=${chosen}`
  const cellOf = ({ column, text, problem }: CheckedLine['cells'][number]) =>
    [column, { text, ...(problem ? { problem: sentence(problem) } : {}) }] as const
  return (
    <>
      {check.hasNamesakes && (
        <Notice tone="warning" title={words.rules.title}>
          <p>{words.rules.note}</p>
          <ul>
            {namesakeRules.map((one) => (
              <li key={one}>
                {one === rule ? (
                  <strong aria-current="true">{words.rules[one]}</strong>
                ) : (
                  <Link to={checking(one)}>{words.rules[one]}</Link>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ImportPreview
        title={title}
        isCorrectable
        summary={check.counts}
        fields={check.columns.map((key) => ({ key, label: labels[key] ?? key }))}
        rows={check.lines.map(({ line, effect, note, cells }) => ({
          number: line,
          effect,
          note: note ? words.notes[note.code](note.name) : undefined,
          cells: Object.fromEntries(cells.map(cellOf)),
        }))}
        showsOnlyFaulty={check.showsOnlyFaulty}
        views={{ faulty: checking(rule), all: `${checking(rule)}&lignes=toutes`, mapping: address, restart: here }}
        requestKey={requestKey}
        {...answers}
      />
    </>
  )
}

/** Problems of every import have their sentence in the wizard; those of files of cards, and of cards, have it here. */
function useProblemSentence(): (code: string) => string {
  const { imports } = useCatalogue(cardFileTexts)
  const texts = useCatalogue(directoryTexts)
  const locale = useLocale()
  return (code) => importProblemText(code, locale) ?? imports.problems[code as keyof typeof imports.problems] ?? problemText(texts, code)
}
