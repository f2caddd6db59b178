import type { ReactNode } from 'react'
import { useCatalogue } from '../catalogue.ts'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { Section } from '../section.tsx'
import { ImportSteps } from './steps.tsx'
import { summaryWords } from './summary-words.ts'
import { importTexts } from './texts.ts'

/** Last step: what the import did. `children` says where to go now. */
export function ImportResult({
  title,
  created,
  updated,
  same,
  children,
}: {
  title: string
  created: number
  updated: number
  same: number
  children: ReactNode
}) {
  const texts = useCatalogue(importTexts)
  const locale = useLocale()
  return (
    <Section title={title}>
      <ImportSteps current="result" />
      <Notice tone="success" title={texts.doneTitle}>
        <p>{created + updated === 0 ? texts.nothingChanged : summaryWords({ create: created, update: updated, same }, locale)}</p>
      </Notice>
      {children}
    </Section>
  )
}
