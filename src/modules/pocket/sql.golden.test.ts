import type { Instant } from '#platform/pure/instant.ts'
import { tokenDigest } from '#modules/identity/index.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import * as entries from './sql/entries.ts'
import * as holder from './sql/holder.ts'
import * as invitations from './sql/invitations.ts'
import * as senders from './sql/senders.ts'

const show = statementsOf(import.meta.dirname)
const nothing = '01900000-0000-7000-8000-000000000003'
const other = '01900000-0000-7000-8000-000000000004'
const digest = tokenDigest('essai')
const then = '2026-01-01T00:00:00.000Z' as Instant

show('sql/holder.ts', holder, {
  enterPocket: ({ tx, now }) => [tx, 'device', digest, now],
  loadPocket: ({ tx }) => [tx],
  listAppointments: ({ tx }) => [tx],
  findDocument: ({ tx }) => [tx, nothing],
  readLinkLetter: ({ databases, now }) => [databases, digest, now],
  openByLink: ({ databases, now }) => [databases, digest, digest, now],
  listJourneys: ({ databases, account }) => [databases, account],
  openByAccount: ({ databases, account, now }) => [databases, account, nothing, digest, now],
  closePocket: ({ databases, now }) => [databases, digest, now],
  chooseCalendar: ({ tx, now }) => [tx, 'pocket.calendar_opened', { address: digest }, now],
})

show('sql/entries.ts', entries, {
  findAnswer: ({ tx }) => [tx, nothing],
  keepAnswer: refusedBy('42501', ({ tx, now }) => [tx, nothing, nothing, { kind: 'receipt' }, now]),
  findInAgenda: ({ tx }) => [tx, nothing],
  lockAttendance: ({ tx }) => [tx, nothing, nothing],
  saveAttendance: refusedBy('42501', ({ tx, miami, department, member, now }) => [
    tx,
    { memberId: member, missionId: miami, organisationId: department },
    { itemId: nothing, presence: 'there', saidAt: then },
    now,
  ]),
  lockNote: ({ tx }) => [tx, nothing, null],
  saveNote: refusedBy('42501', ({ tx, miami, department, member }) => [
    tx,
    { memberId: member, missionId: miami, organisationId: department },
    { itemId: null, body: 'Essai', saidAt: then },
  ]),
  handInReceipt: refusedBy('a_receipt_is_of_a_member', ({ tx }) => [
    tx,
    nothing,
    'Essai',
    then,
    { sha256: '00'.repeat(32), sizeBytes: 1, mediaType: 'image/png', name: 'essai.png' },
  ]),
  lockTask: ({ tx }) => [tx, nothing],
  tickTask: ({ tx }) => [tx, nothing, true, then],
  loadHolder: ({ tx }) => [tx],
})

show('sql/senders.ts', senders, {
  listPasses: ({ tx, miami, department, now }) => [tx, miami, department, now],
  openPass: ({ tx, miami, member }) => [tx, miami, member],
  changePass: ({ tx, now }) => [tx, nothing, { linkSentAt: now, invitations: true, revokedAt: null }],
  endSecrets: { 'its link': ({ tx, now }) => [tx, nothing, 'link', now], everything: ({ tx, now }) => [tx, nothing, 'all', now] },
  insertLink: refusedBy('a_secret_is_of_its_pass', ({ tx, miami, member, department, now }) => [
    tx,
    { passId: other, memberId: member, missionId: miami, digest },
    department,
    now,
  ]),
  catchUp: ({ tx }) => [tx, nothing],
  listContacts: ({ tx, miami }) => [tx, miami],
  listReceiptsOf: ({ tx, member }) => [tx, [member]],
  insertContact: ({ tx, miami }) => [tx, miami, { name: 'Essai', duty: '', phone: '+33491130000', isShared: false }],
  deleteContact: ({ tx, miami }) => [tx, miami, nothing],
  listReceipts: ({ tx, miami }) => [tx, miami],
  answerReceipt: ({ tx, miami, now }) => [tx, miami, nothing, { state: 'entered', reason: null }, now],
})

show('sql/invitations.ts', invitations, {
  takeWaiting: ({ owner, miami }) => [owner, miami, 10],
  noteQueued: ({ owner, now }) => [owner, [nothing], now],
})
