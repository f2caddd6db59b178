import type { Locale } from '#platform/pure/locale.ts'
import { actTexts } from '#modules/acts/texts.ts'
import { agreementTexts } from '#modules/agreements/texts.ts'
import { budgetTexts } from '#modules/budget/texts.ts'
import { delegationTexts } from '#modules/delegations/texts.ts'
import { departureTexts } from '#modules/departure/texts.ts'
import { directoryTexts } from '#modules/directory/texts.ts'
import { cardFileTexts } from '#modules/directory/texts/card-file-texts.ts'
import { identityTexts } from '#modules/identity/texts.ts'
import { eventTexts } from '#modules/meetings/texts/event-texts.ts'
import { surveyTexts } from '#modules/meetings/texts/survey-texts.ts'
import { offerTexts } from '#modules/meetings/texts/offer-texts.ts'
import { outcomeTexts } from '#modules/meetings/texts/outcome-texts.ts'
import { profileTexts } from '#modules/meetings/texts/profile-texts.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { invitationTexts } from '#modules/missions/texts/invitation-texts.ts'
import { taskTexts } from '#modules/missions/texts/task-texts.ts'
import { workstreamTexts } from '#modules/missions/texts/workstream-texts.ts'
import { pocketTexts } from '#modules/pocket/texts.ts'
import { programmeTexts } from '#modules/programme/texts.ts'
import { registrationTexts } from '#modules/registration/texts.ts'
import { changeTexts } from '#modules/registration/texts/change-texts.ts'
import { retentionTexts } from '#modules/registration/texts/retention-texts.ts'
import { relationTexts } from '#modules/relations/texts.ts'
import { strategyTexts } from '#modules/strategy/texts.ts'
import { visitTexts } from '#modules/visits/texts.ts'
import { protocolTexts } from '#modules/visits/texts/protocol-texts.ts'
import { receptionTexts } from '#modules/visits/texts/reception-texts.ts'
import { seatingTexts } from '#modules/visits/texts/seating-texts.ts'
import { personDataTexts } from '../person-data-texts.ts'
import { historyTexts } from './texts.ts'

type Words = Readonly<Record<string, string>>

/** The words a module shows its codes by, in both languages. */
function wordsOf<Texts>(catalogue: Readonly<Record<Locale, Texts>>, pick: (texts: Texts) => Words): Readonly<Record<Locale, Words>> {
  return { fr: pick(catalogue.fr), en: pick(catalogue.en) }
}

/** Columns that hold one of a few codes, or several: what each code is called where people choose it. */
const ofColumn: Readonly<Record<string, Readonly<Record<Locale, Words>>>> = {
  'acts.act.outcome': wordsOf(actTexts, (texts) => texts.vote.outcomes),
  'agreements.action.state': wordsOf(agreementTexts, (texts) => texts.actionStates),
  'agreements.reopening.state': wordsOf(agreementTexts, (texts) => texts.actionStates),
  'agreements.agreement.scopes': wordsOf(agreementTexts, (texts) => texts.scopes),
  'agreements.agreement.type': wordsOf(agreementTexts, (texts) => texts.types),
  'agreements.agreement.unprovenBecause': wordsOf(agreementTexts, (texts) => texts.unproven),
  'agreements.agreement_mission.link': wordsOf(agreementTexts, (texts) => texts.links),
  'budget.expense.category': wordsOf(budgetTexts, (texts) => texts.categories),
  'delegations.change_request.kind': wordsOf(changeTexts, (texts) => texts.kinds),
  'delegations.change_request.state': wordsOf(changeTexts, (texts) => texts.states),
  'delegations.member.category': wordsOf(delegationTexts, (texts) => texts.categories),
  'delegations.member.function': wordsOf(delegationTexts, (texts) => texts.functions),
  'departure.item.state': wordsOf(departureTexts, (texts) => texts.requirementStates),
  'departure.own_rule.categories': wordsOf(departureTexts, (texts) => texts.categories),
  'departure.segment.mode': wordsOf(departureTexts, (texts) => texts.modes),
  'departure.travel_order.state': wordsOf(departureTexts, (texts) => texts.orderStates),
  'directory.erasure.reason': wordsOf(personDataTexts, (texts) => texts.retention.done.reasons),
  'directory.export.format': wordsOf(cardFileTexts, (texts) => texts.exports.formats),
  'directory.organisation.kind': wordsOf(directoryTexts, (texts) => texts.kinds),
  'directory.organisation_identifier.scheme': wordsOf(directoryTexts, (texts) => texts.schemes),
  'directory.person.honorific': wordsOf(directoryTexts, (texts) => texts.honorifics),
  'directory.person.legalBasis': wordsOf(directoryTexts, (texts) => texts.legalBases),
  'identity.api_key.roles': wordsOf(identityTexts, (texts) => texts.roles),
  'identity.invitation.roles': wordsOf(identityTexts, (texts) => texts.roles),
  'identity.membership.roles': wordsOf(identityTexts, (texts) => texts.roles),
  'meetings.circle.kind': wordsOf(eventTexts, (texts) => texts.circleKinds),
  'meetings.event.preset': wordsOf(eventTexts, (texts) => texts.presets),
  'meetings.outcome.nextStep': wordsOf(outcomeTexts, (texts) => texts.nextSteps),
  'meetings.outcome.state': wordsOf(outcomeTexts, (texts) => texts.states),
  'meetings.profile.shown': wordsOf(profileTexts, (texts) => texts.fields),
  'meetings.profile.stage': wordsOf(profileTexts, (texts) => texts.stages),
  'meetings.representative.consents': wordsOf(eventTexts, (texts) => texts.consents),
  'meetings.resource.kind': wordsOf(eventTexts, (texts) => texts.resourceKinds),
  'meetings.rule.company': wordsOf(eventTexts, (texts) => texts.companyKinds),
  'meetings.run.state': wordsOf(eventTexts, (texts) => texts.runs.states),
  'meetings.event_question.measure': wordsOf(surveyTexts, (texts) => texts.measures),
  'meetings.event_question.stages': wordsOf(surveyTexts, (texts) => texts.stages),
  'meetings.survey.followUp': wordsOf(surveyTexts, (texts) => texts.followUps),
  'meetings.survey.stage': wordsOf(surveyTexts, (texts) => texts.stages),
  'meetings.survey.valueQualifier': wordsOf(surveyTexts, (texts) => texts.qualifiers),
  'meetings.survey_round.stage': wordsOf(surveyTexts, (texts) => texts.stages),
  'meetings.slot_offer.state': wordsOf(offerTexts, (texts) => texts.states),
  'meetings.wish.degree': wordsOf(eventTexts, (texts) => texts.wishes.degrees),
  'meetings.wish.state': wordsOf(eventTexts, (texts) => texts.wishes.states),
  'missions.mandate.decidedBy': wordsOf(missionTexts, (texts) => texts.deciders),
  'missions.mission.kind': wordsOf(missionTexts, (texts) => texts.kinds),
  'missions.mission.state': wordsOf(missionTexts, (texts) => texts.states),
  'missions.partner.role': wordsOf(missionTexts, (texts) => texts.roles),
  'missions.partner_invitation.role': wordsOf(missionTexts, (texts) => texts.roles),
  'missions.partner_invitation.state': wordsOf(invitationTexts, (texts) => texts.states),
  'missions.sign_off.withdrawnBecause': wordsOf(workstreamTexts, (texts) => texts.because),
  'missions.task.aboutNoun': wordsOf(taskTexts, (texts) => texts.subjects),
  'pocket.receipt.state': wordsOf(pocketTexts, (texts) => texts.receiptStates),
  'programme.item.attendance': wordsOf(programmeTexts, (texts) => texts.attendances),
  'programme.item.audience': wordsOf(programmeTexts, (texts) => texts.audiences),
  'programme.item.state': wordsOf(programmeTexts, (texts) => texts.states),
  'programme.item.type': wordsOf(programmeTexts, (texts) => texts.types),
  'programme.travel_time.mode': wordsOf(programmeTexts, (texts) => texts.modes),
  'registration.application.category': wordsOf(registrationTexts, (texts) => texts.categories),
  'registration.application.state': wordsOf(registrationTexts, (texts) => texts.states),
  'registration.link.kind': wordsOf(registrationTexts, (texts) => texts.linkKinds),
  'registration.purge.subject': wordsOf(retentionTexts, (texts) => texts.subjects),
  'relations.exchange.direction': wordsOf(relationTexts, (texts) => texts.directions),
  'relations.exchange.kind': wordsOf(relationTexts, (texts) => texts.kinds),
  'relations.fact.qualifier': wordsOf(relationTexts, (texts) => texts.qualifiers),
  'relations.membership.role': wordsOf(relationTexts, (texts) => texts.roles),
  'strategy.field.kind': wordsOf(strategyTexts, (texts) => texts.fieldKinds),
  'strategy.target.measure': wordsOf(strategyTexts, (texts) => texts.measures),
  'visits.criterion.kind': wordsOf(visitTexts, (texts) => texts.criterionKinds),
  'visits.gift.direction': wordsOf(receptionTexts, (texts) => texts.directions),
  'visits.gift.disposition': wordsOf(receptionTexts, (texts) => texts.dispositions),
  'visits.gift.qualifier': wordsOf(receptionTexts, (texts) => texts.gifts.qualifiers),
  'visits.guest.side': wordsOf(protocolTexts, (texts) => texts.sides),
  'visits.kept_apart.extent': wordsOf(seatingTexts, (texts) => texts.extents),
  'visits.letter.kind': wordsOf(visitTexts, (texts) => texts.letters),
  'visits.letter_text.kind': wordsOf(visitTexts, (texts) => texts.letters),
  'visits.promise.state': wordsOf(receptionTexts, (texts) => texts.promiseStates),
  'visits.request.askerKind': wordsOf(visitTexts, (texts) => texts.askerKinds),
  'visits.request.source': wordsOf(visitTexts, (texts) => texts.sources),
  'visits.request.state': wordsOf(visitTexts, (texts) => texts.states),
  'visits.seating_table.shape': wordsOf(seatingTexts, (texts) => texts.shapes),
  'visits.stated_count.measure': wordsOf(receptionTexts, (texts) => texts.measures),
  'visits.stated_count.qualifier': wordsOf(receptionTexts, (texts) => texts.gifts.qualifiers),
  'acts.act.kind': wordsOf(historyTexts, (texts) => texts.codes['acts.act.kind']),
  'acts.act.state': wordsOf(historyTexts, (texts) => texts.codes['acts.act.state']),
  'acts.template.kind': wordsOf(historyTexts, (texts) => texts.codes['acts.template.kind']),
  'budget.expense.benefits': wordsOf(historyTexts, (texts) => texts.codes['budget.expense.benefits']),
  'delegations.change_request.askedBy': wordsOf(historyTexts, (texts) => texts.codes['delegations.change_request.askedBy']),
  'delegations.member.state': wordsOf(historyTexts, (texts) => texts.codes['delegations.member.state']),
  'departure.attendance.way': wordsOf(historyTexts, (texts) => texts.codes['departure.attendance.way']),
  'meetings.arrival.way': wordsOf(historyTexts, (texts) => texts.codes['meetings.arrival.way']),
  'missions.task.state': wordsOf(historyTexts, (texts) => texts.codes['missions.task.state']),
}

/** Codes that mean the same in every table. */
const ofName: Readonly<Record<string, Readonly<Record<Locale, Words>>>> = {
  language: wordsOf(historyTexts, (texts) => texts.languages),
  locale: wordsOf(historyTexts, (texts) => texts.languages),
}

/** What a code of a column is called; null where no code is known by that name. */
export function wordOfCode(entity: string, column: string, code: string, locale: Locale): string | null {
  const words = ofColumn[`${entity}.${column}`] ?? ofName[column]
  return words?.[locale][code] ?? null
}
