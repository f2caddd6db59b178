import { Link } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import type { Difference } from '../domain/differences.ts'
import { actTexts } from '../texts.ts'
import { figureAddress } from './figure-address.ts'

/** More than this and the list no longer says anything: the amounts come first. */
const mostShown = 8

/** What was given to the assembly is no longer what the data say: each difference, before and after, with its lines. */
export function DifferencesNotice({ differences, actId }: { differences: readonly Difference[]; actId: string }) {
  const texts = useCatalogue(actTexts).differs
  if (differences.length === 0) return null
  const rest = differences.length - mostShown
  return (
    <Notice tone="warning" title={texts.title}>
      <p>{texts.lead}</p>
      <ul>
        {differences.slice(0, mostShown).map(({ path, label, before, after, source }) => (
          <li key={path}>
            <Link to={figureAddress(source, actId)}>{label}</Link> <del>{before ?? texts.added}</del> {texts.became}{' '}
            <ins>{after ?? texts.removed}</ins>
          </li>
        ))}
        {rest > 0 && <li>{texts.more(rest)}</li>}
      </ul>
    </Notice>
  )
}
