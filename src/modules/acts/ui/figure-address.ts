import { href } from 'react-router'
import type { FigureSource } from '../domain/document.ts'

/** Figures of the vote are read where the vote is recorded; the other facts of the act, where its head is written. */
const VOTE_FIELDS: ReadonlySet<string> = new Set([
  'inOffice',
  'present',
  'represented',
  'voters',
  'cast',
  'for',
  'against',
  'abstained',
  'notVoting',
])

/** Where the lines or people behind a figure of an act are: its ledger lines, its members, its legs, its own fields. */
export function figureAddress(source: FigureSource, actId: string): string {
  const { kind, missionId, category } = source
  if (kind === 'act' && missionId === undefined) {
    return VOTE_FIELDS.has(category ?? '') ? href('/actes/:actId/vote', { actId }) : href('/actes/:actId/entete', { actId })
  }
  if (kind === 'agreement' && source.agreementId !== undefined) return agreementAddress(source.agreementId, category)
  if (missionId === undefined) return `${href('/actes/:actId', { actId })}#missions`
  switch (kind) {
    case 'expenses':
      return `${href('/missions/:missionId/depenses', { missionId })}${category ? `?categorie=${category}` : ''}#lignes`
    case 'members':
      return href('/missions/:missionId/delegation', { missionId })
    case 'legs':
    case 'act':
    case 'agreement':
      return href('/missions/:missionId', { missionId })
  }
}

/** Its text and its pledges have pages of their own. */
function agreementAddress(agreementId: string, category: string | undefined): string {
  if (category === 'pledges') return href('/accords/:agreementId/engagements', { agreementId })
  if (category === 'texts') return href('/accords/:agreementId/texte', { agreementId })
  return href('/accords/:agreementId', { agreementId })
}
