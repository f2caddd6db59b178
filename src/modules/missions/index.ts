/** Front door of the missions module: what other modules may ask, and nothing else. */
export { type Decision, openDecisions } from './domain/decisions.ts'
export { maxLegs } from './domain/legs.ts'
export { takesPart } from './domain/partner-legs.ts'
export type {
  Leg,
  Mandate,
  Mission,
  MissionId,
  MissionKind,
  MissionLine,
  MissionState,
  NewLeg,
  Partner,
  PartnerRole,
} from './domain/mission.ts'
export { type BlockerCode, type Journey, type Stage, type StageFacts, decideJourney, stages } from './domain/stage.ts'
export {
  mayChangeMission,
  mayChangeTask,
  mayCompleteTask,
  mayHandOver,
  maySignOff,
  mayWriteMessage,
  mayWriteOwnPart,
  mayWriteTask,
} from './domain/rights.ts'
export { countMissions, listMissions } from './sql/list.ts'
export { loadMission } from './sql/missions.ts'
export { loadMandate, loadNarrative } from './sql/own-part.ts'
export { listReceived as listReceivedInvitations } from './sql/invitations.ts'
export { type SignOff, type Workstream, missingFromPart } from './domain/sign-off.ts'
export { listSignOffs, listWorkstreams } from './sql/workstreams.ts'
export type { Message, ThreadSubject } from './domain/message.ts'
export { listCitiesGoneTo } from './sql/legs.ts'
export { listHolders } from './sql/handover.ts'
export { countThreads, listMessages } from './sql/messages.ts'
export { listTasks } from './sql/tasks.ts'
export { type About, type ReminderKind, type Task, type TaskDraft, daysOfNotice, decideReminder } from './domain/task.ts'
export { acceptInvitation } from './usecases/answer-invitation.ts'
export { changeMission } from './usecases/change-mission.ts'
export { changeState } from './usecases/change-state.ts'
export { type MissionDraft, createMission } from './usecases/create-mission.ts'
export { nameHead } from './usecases/name-head.ts'
export { namePartner, releasePartner } from './usecases/name-partner.ts'
export { choosePartnersOfLeg } from './usecases/place-partners.ts'
export { changeTask, completeTask, reopenTask, writeTask } from './usecases/write-task.ts'
export { editMessage, retractMessage, writeMessage } from './usecases/write-message.ts'
export { type PassWork, handOver } from './usecases/hand-over.ts'
export { closeWorkstream, openWorkstream, signOff, withdrawSignOff } from './usecases/sign-off.ts'
export { closeAccounts, markRatified, recordMandate, reopenAccounts, writeNarrative } from './usecases/write-own-part.ts'
export type { CardShare } from './domain/contact.ts'
export { listSharesOfPerson } from './sql/contacts.ts'
export { shareContact } from './usecases/share-contact.ts'
export { partnerReferences } from './sql/card-references.ts'
