import { useSyncExternalStore } from 'react'

const neverChanges = () => () => {}

/**
 * False on the server and during hydration, true afterwards: what only works with JavaScript (a copy button, a modal)
 * appears then, so that a page read without it offers nothing dead.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}
