import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { isNode, nodesOf, root, type Node, type Source } from './sources.ts'

/** Where the TypeScript twin of each list of the database is: an exported list, or a union of texts (a type, or the type of a field). */
export const twins: Readonly<Record<string, readonly [file: string, name: string]>> = {
  'acts.act.kind_is_known': ['src/modules/acts/domain/act.ts', 'actKinds'],
  'acts.act.language_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
  'acts.act.outcome_is_known': ['src/modules/acts/domain/act.ts', 'outcome'],
  'acts.act.state_is_known': ['src/modules/acts/domain/act.ts', 'storedStates'],
  'acts.template.kind_is_known': ['src/modules/acts/domain/templates.ts', 'templatedDocuments'],
  'agreements.action.state_is_known': ['src/modules/agreements/domain/pledges.ts', 'actionStates'],
  'agreements.reopening.state_is_known': ['src/modules/agreements/domain/pledges.ts', 'closedStates'],
  'agreements.agreement.scopes_are_known': ['src/modules/agreements/domain/agreement.ts', 'scopes'],
  'agreements.agreement.type_is_known': ['src/modules/agreements/domain/agreement.ts', 'agreementTypes'],
  'agreements.agreement.unproven_because_is_known': ['src/modules/agreements/domain/agreement.ts', 'unprovenReasons'],
  'agreements.agreement_mission.link_is_known': ['src/modules/agreements/domain/papers.ts', 'missionLinks'],
  'app.import_batch.state_is_known': ['src/platform/tabular/import-batches.ts', 'state'],
  'app.journal.operation_is_known': ['src/platform/history.ts', 'operation'],
  'app.mail.calendar_method_is_known': ['src/platform/mail/message.ts', 'calendarMethods'],
  'app.mail.state_is_known': ['src/platform/mail/outbox.ts', 'mailStates'],
  'auth.user.locale_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
  'budget.expense.benefits_is_known': ['src/modules/budget/domain/expense.ts', 'benefitKinds'],
  'budget.expense.category_is_known': ['src/modules/budget/domain/expense.ts', 'categories'],
  'delegations.change_request.asked_by_is_known': ['src/modules/delegations/domain/change.ts', 'askers'],
  'delegations.change_request.kind_is_known': ['src/modules/delegations/domain/change.ts', 'changeKinds'],
  'delegations.change_request.state_is_known': ['src/modules/delegations/domain/change.ts', 'changeStates'],
  'delegations.member.category_is_known': ['src/platform/pure/delegation-words.ts', 'memberCategories'],
  'delegations.member.function_is_known': ['src/modules/delegations/domain/member.ts', 'memberFunctions'],
  'delegations.member.state_is_known': ['src/modules/delegations/domain/member.ts', 'memberStates'],
  'departure.adequacy.scope_is_known': ['src/modules/departure/domain/adequacy.ts', 'adequacyScopes'],
  'departure.attendance.way_is_known': ['src/modules/departure/domain/attendance.ts', 'checkInWays'],
  'meetings.survey.follow_up_is_known': ['src/modules/meetings/domain/survey.ts', 'followUps'],
  'meetings.survey.value_qualifier_is_known': ['src/modules/meetings/domain/survey.ts', 'valueQualifiers'],
  'meetings.survey_link.language_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
  'meetings.survey_question.measure_is_known': ['src/modules/meetings/domain/survey.ts', 'measures'],
  'meetings.survey_question.stages_are_known': ['src/modules/meetings/domain/survey.ts', 'stages'],
  'meetings.survey_round.stage_is_known': ['src/modules/meetings/domain/survey.ts', 'stages'],
  'meetings.outcome.state_is_known': ['src/modules/meetings/domain/outcome.ts', 'outcomeStates'],
  'meetings.event_question.measure_is_known': ['src/modules/meetings/domain/survey.ts', 'measures'],
  'meetings.event_question.stages_are_known': ['src/modules/meetings/domain/survey.ts', 'stages'],
  'meetings.outcome.next_step_is_known': ['src/modules/meetings/domain/outcome.ts', 'nextSteps'],
  'meetings.arrival.way_is_known': ['src/modules/meetings/domain/desk.ts', 'arrivalWays'],
  'departure.country_rule.need_is_known': ['src/modules/departure/domain/requirement.ts', 'needs'],
  'departure.country_rule.validity_from_is_known': ['src/modules/departure/domain/rule.ts', 'validityStarts'],
  'departure.item.state_is_known': ['src/modules/departure/domain/requirement.ts', 'requirementStates'],
  'departure.own_rule.categories_are_known': ['src/platform/pure/delegation-words.ts', 'memberCategories'],
  'departure.requirement_kind.kind_is_known': ['src/modules/departure/domain/requirement.ts', 'requirementKinds'],
  'departure.segment.mode_is_known': ['src/modules/departure/domain/segment.ts', 'segmentModes'],
  'departure.travel_order.state_is_known': ['src/modules/departure/domain/travel-order.ts', 'orderStates'],
  'directory.erasure.reason_is_known': ['src/modules/directory/domain/retention.ts', 'erasureReasons'],
  'directory.retention_rule.legal_basis_is_known': ['src/modules/directory/domain/person.ts', 'legalBases'],
  'directory.export.format_is_known': ['src/modules/directory/domain/card-columns.ts', 'exportFormats'],
  'directory.merge.kind_is_known': ['src/modules/directory/domain/merge.ts', 'cardKinds'],
  'directory.organisation.kind_is_known': ['src/modules/directory/domain/organisation.ts', 'organisationKinds'],
  'directory.organisation_identifier.scheme_is_known': ['src/modules/directory/domain/identifier.ts', 'schemes'],
  'directory.person.honorific_is_known': ['src/modules/directory/domain/person.ts', 'honorifics'],
  'directory.person.legal_basis_is_known': ['src/modules/directory/domain/person.ts', 'legalBases'],
  'identity.api_key.roles_are_known': ['src/modules/identity/domain/membership.ts', 'keyRoles'],
  'identity.invitation.roles_are_known': ['src/platform/actor.ts', 'roles'],
  'identity.membership.roles_are_known': ['src/platform/actor.ts', 'roles'],
  'identity.workspace.locale_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
  'meetings.answer_link.language_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
  'meetings.asked_question.measure_is_known': ['src/modules/meetings/domain/survey.ts', 'measures'],
  'meetings.circle.kind_is_known': ['src/modules/meetings/domain/event.ts', 'circleKinds'],
  'meetings.event.preset_is_known': ['src/modules/meetings/domain/event.ts', 'presets'],
  'meetings.profile.shown_fields_are_known': ['src/modules/meetings/domain/company-profile.ts', 'shownFields'],
  'meetings.profile.stage_is_known': ['src/modules/meetings/domain/company-profile.ts', 'stages'],
  'meetings.representative.consents_are_known': ['src/modules/meetings/domain/participant.ts', 'consentKinds'],
  'meetings.resource.kind_is_known': ['src/modules/meetings/domain/event.ts', 'resourceKinds'],
  'meetings.rule.company_is_known': ['src/modules/meetings/domain/event.ts', 'companyKinds'],
  'meetings.run.state_is_known': ['src/modules/meetings/domain/run.ts', 'runStates'],
  'meetings.slot_offer.state_is_known': ['src/modules/meetings/domain/slot-offer.ts', 'offerStates'],
  'meetings.wish.degree_is_known': ['src/modules/meetings/domain/wish.ts', 'degrees'],
  'meetings.wish.state_is_known': ['src/modules/meetings/domain/wish.ts', 'wishStates'],
  'missions.mandate.decided_by_is_known': ['src/modules/missions/domain/mission.ts', 'mandateDeciders'],
  'missions.mission.kind_is_known': ['src/modules/missions/domain/mission.ts', 'missionKinds'],
  'missions.mission.state_is_known': ['src/modules/missions/domain/mission.ts', 'missionStates'],
  'missions.partner_invitation.language_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
  'missions.partner_invitation.role_is_known': ['src/modules/missions/domain/partnership.ts', 'offeredRoles'],
  'missions.partner_invitation.state_is_known': ['src/modules/missions/domain/partnership.ts', 'invitationStates'],
  'missions.sign_off.withdrawn_because_is_known': ['src/modules/missions/domain/sign-off.ts', 'withdrawalReasons'],
  'missions.task.about_noun_is_known': ['src/modules/missions/domain/task.ts', 'taskSubjects'],
  'missions.task.state_is_known': ['src/modules/missions/domain/task.ts', 'taskStates'],
  'missions.partner.role_is_known': ['src/modules/missions/domain/mission.ts', 'partnerRoles'],
  'pocket.attendance.presence_is_known': ['src/modules/pocket/domain/entry.ts', 'presences'],
  'pocket.invitation.method_is_known': ['src/platform/mail/message.ts', 'calendarMethods'],
  'pocket.receipt.state_is_known': ['src/modules/pocket/domain/agenda.ts', 'ReceiptState'],
  'pocket.secret.kind_is_known': ['src/modules/pocket/domain/pass.ts', 'secretKinds'],
  'strategy.field.kind_is_known': ['src/modules/strategy/domain/plan.ts', 'fieldKinds'],
  'strategy.target.measure_is_known': ['src/modules/strategy/domain/coverage.ts', 'measures'],
  'relations.exchange.direction_is_known': ['src/modules/relations/domain/exchange.ts', 'directions'],
  'relations.exchange.kind_is_known': ['src/modules/relations/domain/exchange.ts', 'exchangeKinds'],
  'relations.fact.qualifier_is_known': ['src/platform/pure/qualified.ts', 'QUALIFIERS'],
  'relations.membership.role_is_known': ['src/modules/relations/domain/membership.ts', 'networkRoles'],
  'visits.criterion.kind_is_known': ['src/modules/visits/domain/interest.ts', 'criterionKinds'],
  'visits.guest.side_is_known': ['src/modules/visits/domain/precedence.ts', 'guestSides'],
  'visits.letter.kind_is_known': ['src/modules/visits/domain/letter.ts', 'letterKinds'],
  'visits.letter.language_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
  'visits.letter_text.kind_is_known': ['src/modules/visits/domain/letter.ts', 'letterKinds'],
  'visits.gift.direction_is_known': ['src/modules/visits/domain/gift.ts', 'giftDirections'],
  'visits.gift.disposition_is_known': ['src/modules/visits/domain/gift.ts', 'dispositions'],
  'visits.gift.qualifier_is_known': ['src/platform/pure/qualified.ts', 'QUALIFIERS'],
  'visits.promise.state_is_known': ['src/modules/visits/domain/promise.ts', 'promiseStates'],
  'visits.seating.interpreters_are_placed': ['src/modules/visits/domain/seating.ts', 'interpreterPlaces'],
  'visits.seating_table.shape_is_known': ['src/modules/visits/domain/seating.ts', 'tableShapes'],
  'visits.kept_apart.extent_is_known': ['src/modules/visits/domain/seating.ts', 'apartExtents'],
  'visits.stated_count.measure_is_known': ['src/modules/visits/domain/year.ts', 'measures'],
  'visits.stated_count.qualifier_is_known': ['src/platform/pure/qualified.ts', 'QUALIFIERS'],
  'visits.request.asker_kind_is_known': ['src/modules/visits/domain/request.ts', 'askerKinds'],
  'visits.request.language_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
  'visits.request.source_is_known': ['src/modules/visits/domain/request.ts', 'requestSources'],
  'visits.request.state_is_known': ['src/modules/visits/domain/request.ts', 'requestStates'],
  'programme.item.attendance_is_known': ['src/modules/programme/domain/item.ts', 'attendances'],
  'programme.item.audience_is_known': ['src/modules/programme/domain/item.ts', 'audiences'],
  'programme.item.state_is_known': ['src/modules/programme/domain/item.ts', 'itemStates'],
  'programme.item.type_is_known': ['src/modules/programme/domain/item.ts', 'itemTypes'],
  'programme.travel_time.mode_is_known': ['src/modules/programme/domain/place.ts', 'travelModes'],
  'registration.application.category_is_known': ['src/platform/pure/delegation-words.ts', 'memberCategories'],
  'registration.application.language_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
  'registration.application.state_is_known': ['src/modules/registration/domain/application.ts', 'applicationStates'],
  'registration.letter.kind_is_known': ['src/modules/registration/domain/letter.ts', 'letterKinds'],
  'registration.letter.language_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
  'registration.passport_reading.purpose_is_known': ['src/modules/registration/domain/passport.ts', 'readingPurposes'],
  'registration.purge.subject_is_known': ['src/modules/registration/domain/retention.ts', 'retentionSubjects'],
  'registration.retention_rule.subject_is_known': ['src/modules/registration/domain/retention.ts', 'retentionSubjects'],
  'registration.link.kind_is_known': ['src/modules/registration/domain/link.ts', 'linkKinds'],
  'registration.link.language_is_known': ['src/platform/pure/locale.ts', 'LOCALES'],
}

/** Every list of the database, sorted, under `schema.table.constraint`: constraints so named, and those that are nothing but a list. */
export async function listsOfTheDatabase(database: ClientBase): Promise<Record<string, string[]>> {
  const { rows } = await database.query<{ name: string; definition: string }>(`
    select format('%s.%s.%s', n.nspname, c.relname, k.conname) as name, pg_get_constraintdef(k.oid, true) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'c' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and (k.conname ~ '_(is|are)_known$' or pg_get_constraintdef(k.oid, true) ~ '^CHECK \\(\\w+ (= ANY|<@) \\(?ARRAY\\[[^\\]]*\\]\\)?\\)$')`)
  return Object.fromEntries(
    rows.map(({ name, definition }) => [name, [...definition.matchAll(/'([^']+)'::text/g)].map(([, text = '']) => text).sort()]),
  )
}

/** The values of a twin, sorted. @throws when the file exports no such list and names no such union. */
export async function listOfTheCode(file: string, name: string): Promise<string[]> {
  const source = { path: file, text: readFileSync(join(root, file), 'utf8') }
  const union = unionNamed(source, name)
  if (union.length > 0) return union
  const loaded = (await import(join(root, file))) as Record<string, unknown>
  const list = loaded[name]
  if (!Array.isArray(list)) throw new Error(`${file} has no list called ${name}`)
  return list.map(String).sort()
}

/** The texts of `type Name = 'a' | 'b'`, or of a field `name: 'a' | 'b' | null`. */
export function unionNamed(source: Source, name: string): string[] {
  for (const node of nodesOf(source)) {
    if (node.type === 'TSTypeAliasDeclaration' && (node.id as Node).name === name) return textsOfUnion(node.typeAnnotation)
    if (node.type === 'TSPropertySignature' && (node.key as Node).name === name) {
      const texts = textsOfUnion((node.typeAnnotation as Node | null)?.typeAnnotation)
      if (texts.length > 1) return texts
    }
  }
  return []
}

function textsOfUnion(node: unknown): string[] {
  if (!isNode(node)) return []
  const members = node.type === 'TSUnionType' ? (node.types as Node[]) : [node]
  return members
    .flatMap((member) =>
      member.type === 'TSLiteralType' && typeof (member.literal as Node).value === 'string' ? [String((member.literal as Node).value)] : [],
    )
    .sort()
}
