import { useCatalogue } from '../catalogue.ts'
import { classNames } from '../class-names.ts'
import styles from './import.module.css'
import { importTexts } from './texts.ts'

const steps = ['source', 'mapping', 'preview', 'result'] as const
export type ImportStep = (typeof steps)[number]

/** Where one stands in an import: file, columns, check, result. */
export function ImportSteps({ current }: { current: ImportStep }) {
  const texts = useCatalogue(importTexts)
  const reached = steps.indexOf(current)
  return (
    <ol className={styles.steps} aria-label={texts.stepsLabel}>
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={step === current ? 'step' : undefined}
          className={classNames(step === current ? styles.current : undefined, index < reached ? styles.done : undefined)}
        >
          {texts.steps[step]}
        </li>
      ))}
    </ol>
  )
}
