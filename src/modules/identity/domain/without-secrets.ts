import type { RefusedForm } from '#platform/web.ts'

const secrets: ReadonlySet<string> = new Set(['password', 'current', 'wanted', 'code'])

/** A refused form keeps everything that was typed, except what must not travel back: a page may be cached, printed, shown. */
export function withoutSecrets({ values, problems }: RefusedForm): RefusedForm {
  return { values: Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.has(name))), problems }
}
