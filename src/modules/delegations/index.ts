/** Front door of the delegations module: who travels, for whom, and how many. */
export { authorityKind } from './domain/authority-kind.ts'
export type { MemberCounts } from './domain/counts.ts'
export {
  type Member,
  type MemberCategory,
  type MemberContact,
  type MemberFunction,
  type MemberId,
  type Represented,
  memberCategories,
  noContact,
} from './domain/member.ts'
export type { MemberDraft, RegistrationProblem } from './domain/registration.ts'
export { countMembers, type StageFacts as DelegationStageFacts, stageFactsOfMissions } from './sql/counts.ts'
export { listMembers } from './sql/members.ts'
export { type Travel, lastTravels, travelsOfPerson } from './sql/travels.ts'
export {
  type ImportCounts as MemberImportCounts,
  type ImportedLine as GivenMember,
  type RefusedImport as RefusedMembers,
  importMembers,
} from './usecases/import-members.ts'
export {
  type ChangeRequest,
  type ChangeRequestId,
  type ChangeState,
  type FactField,
  type Freeze,
  type MemberFacts,
  changedFields,
  isFrozen,
} from './domain/change.ts'
export { acceptChange, listChangeRequests, loadFreeze, lockOpenRequest, refuseChange } from './sql/changes.ts'
export { asksFirst, changeMember } from './usecases/change-member.ts'
export { setFreeze } from './usecases/set-freeze.ts'
export { registerMember } from './usecases/register-member.ts'
export { setHead, setMissionHead } from './usecases/set-head.ts'
export { memberReferences } from './sql/card-references.ts'
