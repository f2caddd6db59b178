import { Link } from 'react-router'
import { Icon } from './icons.tsx'
import { useTexts } from './locale.tsx'
import styles from './pagination.module.css'

/** `page` counts from 1. `addressOf` writes the address of a page, filters kept. */
export function Pagination({ page, pageCount, addressOf }: { page: number; pageCount: number; addressOf: (page: number) => string }) {
  const texts = useTexts()
  if (pageCount <= 1) return null
  return (
    <nav aria-label={texts.pagination} className={styles.pagination} data-print="no">
      {page > 1 && (
        <Link to={addressOf(page - 1)} rel="prev">
          <Icon name="back" /> {texts.previousPage}
        </Link>
      )}
      <p aria-current="page">{texts.page(page, pageCount)}</p>
      {page < pageCount && (
        <Link to={addressOf(page + 1)} rel="next">
          {texts.nextPage} <Icon name="arrow" />
        </Link>
      )}
    </nav>
  )
}
