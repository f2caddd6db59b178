import { href } from 'react-router'
import type { Work } from '../domain/coverage.ts'

/** The page of a mission, a visit, an event or an agreement. */
export function addressOf({ kind, id }: Pick<Work, 'kind' | 'id'>): string {
  return kind === 'agreement' ? href('/accords/:agreementId', { agreementId: id }) : href('/missions/:missionId', { missionId: id })
}

/** Where one says what it serves. */
export function tiesAddressOf({ kind, id }: Pick<Work, 'kind' | 'id'>): string {
  return kind === 'agreement'
    ? href('/accords/:agreementId/strategie', { agreementId: id })
    : href('/missions/:missionId/strategie', { missionId: id })
}
