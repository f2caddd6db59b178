import { Link, href } from 'react-router'
import type { Localized } from '#platform/pure/localized.ts'
import { LocalizedText } from '#ui/format.tsx'

/** An agreement by its name. */
export type AgreementName = { readonly id: string; readonly title: Localized }

export function AgreementLink({ agreement: { id, title } }: { agreement: AgreementName }) {
  return (
    <Link to={href('/accords/:agreementId', { agreementId: id })}>
      <LocalizedText content={title} />
    </Link>
  )
}
