import { readFileSync } from 'node:fs'
import { UsageError } from './usage-error.ts'

/** The document of a file. @throws UsageError that says why there is none */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ')
    throw new UsageError(error instanceof SyntaxError ? `${file} is not JSON: ${why}` : `${file} cannot be read: ${why}`)
  }
}
