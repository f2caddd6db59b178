/** Front door of the acts module: what other modules may ask, and nothing else. */
export { hasActAbout } from './sql.ts'
