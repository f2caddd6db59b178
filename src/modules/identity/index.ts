/** The front door of identity: what other modules and the composition root may use. */
export { type NewAccount, createAccount } from './usecases/create-account.ts'
export { type Founding, foundOrganisation } from './usecases/found-organisation.ts'
export { addMember } from './sql/members.ts'
export { signInDemo } from './usecases/sign-in.ts'
export { identityTexts } from './texts.ts'
export { apiKeyDigest } from './domain/token.ts'
export { inviteMember } from './usecases/invite-member.ts'
export { createApiKey, revokeApiKey } from './usecases/api-keys.ts'
