/** Front door of the departure module: who is ready to leave, and what is arranged for them. */
export { type PartnerReadiness, type Requirement, type RequirementKind } from './domain/requirement.ts'
export { type OrderDraft, type OrderFacts, type TravelOrder } from './domain/travel-order.ts'
export { listOrders } from './sql/orders.ts'
export { listRequirements, readReadiness, waitingOfMissions } from './sql/requirements.ts'
export { issueOrders, readOrder, withdrawOrder } from './usecases/issue-orders.ts'
export { assignItems, markItems } from './usecases/mark-items.ts'
export { setRule, setSignatory } from './usecases/set-rules.ts'
