import type { MessageId } from './message.ts'
import type { PartnerInvitationId } from './partnership.ts'

declare module '#platform/jobs.ts' {
  interface JobPayloads {
    'missions.tell-invited': { readonly invitationId: PartnerInvitationId }
    'missions.remind-tasks': NoPayload
    'missions.tell-message': { readonly messageId: MessageId }
    'missions.tell-answer': { readonly invitationId: PartnerInvitationId }
  }
}
