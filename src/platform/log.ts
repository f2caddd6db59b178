import { destination, pino, stdTimeFunctions } from 'pino'
import type { Config } from './config.ts'

type Write = (fields: object, message: string) => void

export type Log = { readonly debug: Write; readonly info: Write; readonly warn: Write; readonly error: Write }

/** Structured lines on standard error; secrets and personal data are never passed to it. */
export function openLog(config: Pick<Config, 'ESCALE_LOG'>): Log {
  return pino({ level: config.ESCALE_LOG, base: undefined, timestamp: stdTimeFunctions.isoTime }, destination(2))
}
