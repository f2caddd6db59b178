import { asLocalDate } from '#platform/pure/local-date.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import type { DestinationId, ObjectiveId, PlanFacts, PlanId } from './domain/plan.ts'
import * as cardReferences from './sql/card-references.ts'
import * as destinations from './sql/destinations.ts'
import * as plans from './sql/plans.ts'
import * as reviews from './sql/reviews.ts'
import * as ties from './sql/ties.ts'
import * as works from './sql/works.ts'

const show = statementsOf(import.meta.dirname)
const nothing = '01900000-0000-7000-8000-000000000003'
const planId = nothing as PlanId
const objectiveId = nothing as ObjectiveId
const title = { fr: 'Essai' }
const facts: PlanFacts = { title, purpose: {}, source: '', fromYear: 2100, toYear: 2101, destinationLimit: 20 }
const plan = { id: planId, fromYear: 2100, toYear: 2101, destinationLimit: 20 }
const review = { year: 2100, opening: title, findings: title, outlook: title }

show('sql/plans.ts', plans, {
  listPlans: ({ tx }) => [tx],
  loadPlan: ({ tx }) => [tx, nothing],
  lockPlan: ({ tx }) => [tx, nothing],
  insertPlan: ({ tx }) => [tx, facts],
  updatePlan: ({ tx }) => [tx, planId, facts],
  archivePlan: ({ tx }) => [tx, planId, asLocalDate('2100-01-02')],
  deletePlan: ({ tx }) => [tx, planId],
  countWhatRests: ({ tx }) => [tx, planId],
  insertObjective: refusedBy('objective_of_an_own_plan', ({ tx }) => [tx, planId, title]),
  updateObjective: ({ tx }) => [tx, objectiveId, title],
  deleteObjective: ({ tx }) => [tx, objectiveId],
  insertField: refusedBy('field_of_an_own_plan', ({ tx }) => [tx, planId, { kind: 'sector', label: title, weight: 1, objectiveId: null }]),
  deleteField: ({ tx }) => [tx, planId, nothing],
})

show('sql/destinations.ts', destinations, {
  insertDestination: refusedBy('destination_of_an_own_plan', ({ tx }) => [
    tx,
    plan,
    { number: 1, cityId: null, cityName: title, country: 'IT', justification: '', sharedWithId: null },
  ]),
  updateDestination: ({ tx }) => [tx, nothing as DestinationId, { justification: '', sharedWithId: null }],
  deleteDestination: ({ tx }) => [tx, nothing as DestinationId],
  listTargets: ({ tx }) => [tx, nothing],
  replaceTargets: refusedBy('target_of_an_own_plan', ({ tx }) => [
    tx,
    plan,
    { destinationId: nothing, objectiveId: null, year: 2100 },
    { missions: 1 },
  ]),
})

show('sql/works.ts', works, { listWorks: ({ tx }) => [tx, nothing] })

show('sql/ties.ts', ties, {
  loadTied: { 'a mission': ({ tx, miami }) => [tx, { mission: miami }], 'an agreement': ({ tx }) => [tx, { agreement: nothing }] },
  listObjectivesOf: { 'a mission': ({ tx, miami }) => [tx, { mission: miami }], 'an agreement': ({ tx }) => [tx, { agreement: nothing }] },
  listObjectiveChoices: {
    'for a mission': ({ tx, miami }) => [tx, { mission: miami }],
    'for an agreement': ({ tx }) => [tx, { agreement: nothing }],
  },
  replaceTies: refusedBy('tie_to_an_own_objective', ({ tx, miami }) => [tx, { mission: miami }, [nothing]]),
  isReliedOn: ({ tx }) => [tx, objectiveId],
})

show('sql/reviews.ts', reviews, {
  loadReview: ({ tx }) => [tx, nothing, 2100],
  insertReview: refusedBy('review_of_an_own_plan', ({ tx }) => [tx, plan, review]),
  updateReview: ({ tx }) => [tx, nothing, review],
})

show('sql/card-references.ts', cardReferences, {
  moveSharers: ({ tx, card }) => [tx, { kind: 'organisation', from: card, to: card, only: { 'strategy.destination': [card] } }],
})
