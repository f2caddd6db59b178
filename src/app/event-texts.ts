import { strategyTexts } from '#modules/strategy/texts.ts'
import { agreementTexts } from '#modules/agreements/texts.ts'
import { actTexts } from '#modules/acts/texts.ts'
import { budgetTexts } from '#modules/budget/texts.ts'
import { delegationTexts } from '#modules/delegations/texts.ts'
import { departureTexts } from '#modules/departure/texts.ts'
import { directoryTexts } from '#modules/directory/texts.ts'
import { eventTexts as meetingTexts } from '#modules/meetings/texts/event-texts.ts'
import { outcomeTexts } from '#modules/meetings/texts/outcome-texts.ts'
import { surveyTexts } from '#modules/meetings/texts/survey-texts.ts'
import { deskTexts } from '#modules/meetings/texts/desk-texts.ts'
import { identityTexts } from '#modules/identity/texts.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { programmeTexts } from '#modules/programme/texts.ts'
import { relationTexts } from '#modules/relations/texts.ts'
import { registrationTexts } from '#modules/registration/texts.ts'
import { invitationTexts } from '#modules/missions/texts/invitation-texts.ts'
import { workstreamTexts } from '#modules/missions/texts/workstream-texts.ts'
import { contactTexts } from '#modules/missions/texts/contact-texts.ts'
import { messageTexts } from '#modules/missions/texts/message-texts.ts'
import { handoverTexts } from '#modules/missions/texts/handover-texts.ts'
import { pocketTexts } from '#modules/pocket/texts.ts'
import { visitTexts } from '#modules/visits/texts.ts'
import { taskTexts } from '#modules/missions/texts/task-texts.ts'

const modules = [
  directoryTexts,
  identityTexts,
  strategyTexts,
  agreementTexts,
  relationTexts,
  missionTexts,
  invitationTexts,
  taskTexts,
  handoverTexts,
  messageTexts,
  contactTexts,
  delegationTexts,
  programmeTexts,
  meetingTexts,
  deskTexts,
  outcomeTexts,
  surveyTexts,
  departureTexts,
  visitTexts,
  registrationTexts,
  workstreamTexts,
  budgetTexts,
  actTexts,
  pocketTexts,
]

/** The sentence of every event of the journal, gathered from the modules that record them. */
export const eventTexts: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
  fr: Object.assign({}, ...modules.map((texts) => texts.fr.events)),
  en: Object.assign({}, ...modules.map((texts) => texts.en.events)),
}
