import { pino } from 'pino'
import type { Config } from './config.ts'

export type Log = { info(fields: object, message: string): void; warn(fields: object, message: string): void; error(fields: object, message: string): void; debug(fields: object, message: string): void }

/** Structured lines on standard error; secrets and personal data are never passed to it. */
export function openLog(config: Pick<Config, 'ESCALE_LOG'>): Log {
  return pino({ level: config.ESCALE_LOG, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
