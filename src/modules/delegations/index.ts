/** Front door of the delegations module: who travels, for whom, and how many. */
export { type AuthorityKind, type Composition, authorityKind, compose, compositionSentence } from './domain/composition.ts'
export type { MemberCounts } from './domain/counts.ts'
export {
  type Member,
  type MemberCategory,
  type MemberFunction,
  type MemberId,
  type Represented,
  memberCategories,
} from './domain/member.ts'
export { countMembers, listMembers, ownStageFacts } from './sql.ts'
