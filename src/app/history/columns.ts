/** Columns that tell a reader nothing: bookkeeping of ours, and references whose name stands elsewhere in the entry. */
const technical = new Set([
  'id',
  'actionVersion',
  'version',
  'position',
  'chain',
  'createdAt',
  'createdBy',
  'updatedAt',
  'requestDigest',
  'secretDigest',
  'secretTurn',
  'tokenDigest',
  'tokenHint',
  'identityKey',
  'invitedBy',
  'namedBy',
  'keptBy',
  'recordedAt',
  'recordedBy',
  'requestKey',
  'searchText',
  'verifyCount',
  'verifyDigest',
  'verifyExpiresAt',
  'verifySentAt',
])

/** Whether a change of this column, named as the program names it, is shown in a history. */
export function isShownInHistory(column: string): boolean {
  return !technical.has(column) && !column.endsWith('Id')
}
