import type { Instant } from '#platform/pure/instant.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { DeputyshipId } from './domain/deputyship.ts'
import type { ApiKeyId, InvitationId, MembershipId } from './domain/membership.ts'
import * as accounts from './sql/accounts.ts'
import * as acting from './sql/acting.ts'
import * as apiKeys from './sql/api-keys.ts'
import * as deputyships from './sql/deputyships.ts'
import * as invitations from './sql/invitations.ts'
import * as members from './sql/members.ts'
import * as sessions from './sql/sessions.ts'
import * as workspace from './sql/workspace.ts'

const show = statementsOf(import.meta.dirname)
const digest = Buffer.alloc(32, 7)
const token = 'a token of nobody'
const nothing = '01900000-0000-7000-8000-000000000003'
const inAWeek = '2026-03-09T08:00:00.000Z' as Instant
const address = 'ange@example.org'

show('sql/accounts.ts', accounts, {
  localeOfAddress: ({ auth }) => [auth, address],
  listDemoAccounts: ({ auth }) => [auth],
  isDemoAccount: ({ auth, account }) => [auth, account],
  loadCredentials: ({ auth, account }) => [auth, account, token],
  changeProfile: ({ auth, account }) => [auth, account, { name: 'Ange', locale: 'fr' }],
  changeLocale: ({ auth, account }) => [auth, account, 'en'],
  renamePasskey: ({ auth, account }) => [auth, account, nothing, 'Clé'],
  forgetPasskey: ({ auth, account }) => [auth, account, nothing],
  deleteAccount: ({ auth, account }) => [auth, account],
  insertAccount: ({ owner }) => [owner, { name: 'Ange', email: address, locale: 'fr' }],
})

show('sql/acting.ts', acting, {
  listActingAccounts: ({ auth }) => [auth.pool, address],
})

show('sql/api-keys.ts', apiKeys, {
  listApiKeys: ({ tx }) => [tx],
  addApiKey: ({ tx }) => [tx, { name: 'Essai', roles: ['reader'], expiresAt: null, tokenDigest: digest, tokenHint: 'abcd' }],
  revokeApiKey: ({ tx, now }) => [tx, nothing as ApiKeyId, now],
})

show('sql/deputyships.ts', deputyships, {
  listDeputyships: ({ tx }) => [tx],
  listConcerned: ({ tx, account }) => [tx, [account]],
  addDeputyship: refusedBy('deputy_is_another', ({ tx, account }) => [
    tx,
    { principalId: account, deputyId: account, startsOn: '2026-03-02' as LocalDate, endsOn: '2026-03-09' as LocalDate, reason: 'Congé' },
  ]),
  endDeputyship: ({ tx, now }) => [tx, nothing as DeputyshipId, now],
})

show('sql/invitations.ts', invitations, {
  queueSystemMail: ({ tx }) => [tx, address, 'fr', { subject: 'Essai', text: 'Essai', html: '<p>Essai</p>' }],
  listInvitations: ({ tx }) => [tx],
  withdrawInvitations: {
    'by id': ({ tx, now }) => [tx, { id: nothing as InvitationId }, now],
    'by address': ({ tx, now }) => [tx, { email: address }, now],
  },
  addInvitation: ({ tx, now }) => [tx, { email: address, roles: ['reader'], tokenDigest: digest, invitedAt: now, expiresAt: inAWeek }],
  openInvitation: ({ auth }) => [auth, digest],
  acceptInvitation: ({ auth, account }) => [auth.pool, digest, account],
})

show('sql/members.ts', members, {
  listMembers: ({ tx }) => [tx],
  lockMember: ({ tx }) => [tx, nothing as MembershipId],
  changeRoles: ({ tx }) => [tx, nothing as MembershipId, 1, ['reader']],
  removeMember: ({ tx }) => [tx, nothing as MembershipId],
  addMember: ({ owner, account, marseille }) => [owner, account, marseille, ['reader']],
  listOfficers: ({ owner, marseille }) => [owner, marseille],
  listMembersAmong: ({ owner, account, department }) => [owner, department, [account]],
})

show('sql/sessions.ts', sessions, {
  sessionDoor: ({ auth }) => [auth, token],
  chooseOrganisation: ({ auth, department }) => [auth, token, department],
  chooseDeputyship: ({ auth, department }) => [auth, token, { organisationId: department, deputyshipId: nothing as DeputyshipId }],
  endSession: ({ auth, account }) => [auth, account, nothing],
  endOtherSessions: ({ auth, account }) => [auth, account, token],
})

show('sql/workspace.ts', workspace, {
  isEmpty: ({ databases }) => [databases],
  loadWorkspace: ({ tx }) => [tx],
  changeWorkspace: ({ tx }) => [tx, 1, { currency: 'EUR', timeZone: 'Europe/Paris', locale: 'fr' }],
  foundFirst: refusedBy('the_first_organisation_is_founded_once', ({ databases, account }) => [
    databases,
    [account, nothing, 'Essai', 'department', 'FR', 'Nice', 'EUR', 'Europe/Paris', 'fr'],
  ]),
  listTimeZones: ({ owner, marseille }) => [owner, [marseille]],
  changeOwnCard: ({ tx }) => [tx, { version: 1, name: 'Essai', names: {}, website: null, identifiers: {} }, []],
})
