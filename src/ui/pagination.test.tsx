import { expect, test } from 'vitest'
import { attributes, htmlOf, wordsOf } from './html-of.tsx'
import { Pagination } from './pagination.tsx'

const addressOf = (page: number) => `/missions?q=port&page=${page}`

test('a middle page leads to its neighbours, filters kept', () => {
  const html = htmlOf(<Pagination page={2} pageCount={3} addressOf={addressOf} />)

  expect(attributes(html, 'href')).toEqual(['/missions?q=port&amp;page=1', '/missions?q=port&amp;page=3'])
  expect(wordsOf(html)).toBe('Page précédente Page 2 sur 3 Page suivante')
})

test('the last page leads only backwards, and a single page shows nothing', () => {
  expect(attributes(htmlOf(<Pagination page={3} pageCount={3} addressOf={addressOf} />), 'rel')).toEqual(['prev'])
  expect(htmlOf(<Pagination page={1} pageCount={1} addressOf={addressOf} />)).toBe('')
})
