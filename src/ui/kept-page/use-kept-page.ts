import { useEffect } from 'react'
import { useLocation } from 'react-router'
import type { Instant } from '#platform/pure/instant.ts'
import { keepPage } from './kept-page.ts'

/**
 * This page opens without a network from now on, as it was when the server last told it. Its route answers with `openWithoutNetwork`.
 * @param toldAt when the server told what is shown: told again, it is kept again
 */
export function useKeptPage(toldAt: Instant): void {
  const { pathname, search } = useLocation()
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- told again, it is kept again
  useEffect(() => void keepPage({ pathname, search }).catch(() => undefined), [pathname, search, toldAt])
}
