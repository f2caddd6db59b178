import { foldAccents } from '#platform/pure/text.ts'
import type { Act } from './act.ts'

const NAMES = { report: { fr: 'rapport', en: 'report' }, deliberation: { fr: 'deliberation', en: 'deliberation' } } as const

/** The name of a file of an act, in the language of the act: 'rapport-122.55.pdf'; 'rapport-projet.pdf' before it has a reference. */
export function fileNameOf(
  { language, reference }: Pick<Act, 'language' | 'reference'>,
  kind: keyof typeof NAMES,
  extension: string,
): string {
  const mark = foldAccents(reference)
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
  const missing = language === 'fr' ? 'projet' : 'draft'
  return `${NAMES[kind][language]}-${mark === '' ? missing : mark}.${extension}`
}
