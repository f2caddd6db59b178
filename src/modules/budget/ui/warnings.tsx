import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import type { WarningCode } from '../domain/warnings.ts'
import { budgetTexts } from '../texts.ts'

/** What deserves a second look on a line that was accepted. */
export function Warnings({ codes }: { codes: readonly WarningCode[] }) {
  const texts = useCatalogue(budgetTexts)
  if (codes.length === 0) return null
  return (
    <Notice tone="warning" title={texts.form.warningTitle}>
      {codes.map((code) => (
        <p key={code}>{texts.warnings[code]}</p>
      ))}
    </Notice>
  )
}
