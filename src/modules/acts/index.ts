/** Front door of the acts module: what other modules may ask, and nothing else. */
export { missionsWithAct } from './sql.ts'
