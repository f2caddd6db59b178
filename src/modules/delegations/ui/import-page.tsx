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
import { Section } from '#ui/section.tsx'
import { memberColumns, requiredColumns } from '../domain/member-columns.ts'
import { delegationTexts, problemText } from '../texts.ts'
import type { CheckedRow, HeldCheck, HeldImport } from '../usecases/show-held-import.ts'

type ImportPageProps = {
  missionId: string
  held: HeldImport | null
  /** What the readers take, for the hint. */
  limits: { maxRows: number; maxMegabytes: number }
  requestKey: string
  refusal?: Pick<RefusedForm, 'values' | 'problems'> | undefined
}

/** The import of members, at the step where its table stands. */
export function ImportPage({ missionId, held, limits, requestKey, refusal }: ImportPageProps) {
  const texts = useCatalogue(delegationTexts)
  const sentence = useProblemSentence()
  const here = href('/missions/:missionId/delegation/import', { missionId })
  const words = texts.import
  const answers = {
    values: refusal?.values,
    errors: refusal && Object.fromEntries(Object.entries(refusal.problems).map(([field, code]) => [field, sentence(code)])),
  }
  if (held === null) {
    const templates = (['csv', 'xlsx'] as const).map((format) => ({
      label: format === 'csv' ? words.templateCsv : words.templateXlsx,
      to: href('/missions/:missionId/delegation/modele/:format', { missionId, format }),
    }))
    return <ImportSource title={words.title} templates={templates} {...limits} {...answers} />
  }
  if (held.outcome) {
    return (
      <ImportResult title={words.title} {...held.outcome}>
        <Actions>
          <ButtonLink kind="main" to={href('/missions/:missionId/delegation', { missionId })}>
            {words.back}
          </ButtonLink>
          <Link to={here}>{words.again}</Link>
        </Actions>
      </ImportResult>
    )
  }
  if (held.state !== 'draft') {
    return (
      <Section title={words.title}>
        <Notice title={words.over} />
        <Link to={here}>{words.again}</Link>
      </Section>
    )
  }
  const address = `${here}?lot=${held.id}`
  if (held.check)
    return <Check title={words.title} check={held.check} address={address} restart={here} requestKey={requestKey} answers={answers} />
  return (
    <ImportMapping
      title={words.title}
      sourceName={held.sourceName}
      rowCount={held.rowCount}
      columns={held.columns}
      fields={memberColumns.map((key) => ({ key, label: words.columns[key], required: requiredColumns.has(key) }))}
      isRemembered={held.isRemembered}
      restart={here}
      {...answers}
    />
  )
}

type CheckProps = {
  title: string
  check: HeldCheck
  address: string
  restart: string
  requestKey: string
  answers: { values: RefusedForm['values'] | undefined; errors: Record<string, string> | undefined }
}

function Check({ title, check, address, restart, requestKey, answers }: CheckProps) {
  const texts = useCatalogue(delegationTexts)
  const sentence = useProblemSentence()
  const cellOf = ({ column, text, problem }: CheckedRow['cells'][number]) =>
    [column, { text, ...(problem ? { problem: sentence(problem) } : {}) }] as const
  return (
    <ImportPreview
      title={title}
      isCorrectable
      summary={check.counts}
      fields={check.columns.map((key) => ({ key, label: texts.import.columns[key] }))}
      rows={check.lines.map(({ line, effect, returns, cells }) => ({
        number: line,
        effect,
        note: returns ? texts.import.returns : undefined,
        cells: Object.fromEntries(cells.map(cellOf)),
      }))}
      showsOnlyFaulty={check.showsOnlyFaulty}
      views={{
        faulty: `${address}&etape=verification`,
        all: `${address}&etape=verification&lignes=toutes`,
        mapping: address,
        restart,
      }}
      requestKey={requestKey}
      {...answers}
    />
  )
}

/** Problems of every import have their sentence in the wizard; those of members have it here. */
function useProblemSentence(): (code: string) => string {
  const texts = useCatalogue(delegationTexts)
  const locale = useLocale()
  return (code) => importProblemText(code, locale) ?? problemText(texts, code)
}
