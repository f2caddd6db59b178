import { Link } from 'react-router'
import styles from './breadcrumbs.module.css'
import { useTexts } from './locale.tsx'

export type Crumb = { to: string; label: string }

/** The path down to the page; the page itself is the title below, so it is not repeated here. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const texts = useTexts()
  return (
    <nav aria-label={texts.breadcrumbs} data-print="no">
      <ol className={styles.crumbs}>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
