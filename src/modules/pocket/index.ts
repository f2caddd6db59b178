/** Front door of the pocket: the programme of one person, on their phone and in their calendar. */
export { bookletFile } from './domain/document.ts'
export { linkPath, pocketPath } from './domain/pass.ts'
export { closePocket } from './usecases/open-pocket.ts'
export { readFacts } from './usecases/read-pocket.ts'
export { sendLink } from './usecases/give-passes.ts'
export type { ReceiptOf } from './sql/senders.ts'
export { readReceiptsOf } from './usecases/read-receipts.ts'
export { publishContact } from './usecases/run-desk.ts'
