import { useCallback, useEffect, useMemo, useState } from 'react'
import { type PocketDocument, documentPath, keptByThemselves } from '../domain/document.ts'
import { keepDocuments } from './device.ts'

export type Shelf = {
  /** Addresses that this device keeps; null until it is known, or where nothing can be kept. */
  readonly kept: ReadonlySet<string> | null
  /** The address that is being fetched, and the one that could not be. */
  readonly fetching: string | null
  readonly failed: string | null
  readonly keep: (path: string) => void
}

/** Which documents are on this device: the small ones by themselves, the others once asked for, none that is no longer in the pocket. */
export function useDocuments(documents: readonly PocketDocument[], booklet: string | null): Shelf {
  const [kept, setKept] = useState<ReadonlySet<string> | null>(null)
  const [fetching, setFetching] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const ids = documents.map(({ id }) => id).join(' ')
  const known = useMemo(() => [...ids.split(' ').filter(Boolean).map(documentPath), ...(booklet ? [booklet] : [])], [ids, booklet])
  const unasked = useMemo(() => keptByThemselves(documents).map(({ id }) => documentPath(id)), [documents])

  useEffect(() => {
    void keepDocuments(known, unasked).then((paths) => paths && setKept(new Set(paths)))
  }, [known, unasked])

  const keep = useCallback(
    (path: string) => {
      setFetching(path)
      void keepDocuments(known, [path]).then((paths) => {
        setFetching(null)
        setFailed(paths?.includes(path) ? null : path)
        if (paths) setKept(new Set(paths))
      })
    },
    [known],
  )
  return { kept, fetching, failed, keep }
}
