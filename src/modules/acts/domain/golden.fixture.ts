import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The reviewed text of a golden file. `UPDATE_GOLDEN=1` writes `current` first: the difference is then read in review. */
export function golden(file: URL, current: string): string {
  const path = fileURLToPath(file)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, current)
  }
  if (!existsSync(path)) throw new Error(`no golden file ${path}: run the test with UPDATE_GOLDEN=1 and read what it writes`)
  return readFileSync(path, 'utf8')
}
