import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from './usage-error.ts'

/** @throws UsageError before the work is done rather than after it */
export function assertWritable(file: string): void {
  const target = statSync(file, { throwIfNoEntry: false })
  try {
    if (target?.isDirectory()) throw new Error('it is a folder')
    accessSync(target && !target.isFile() ? file : dirname(resolve(file)), constants.W_OK)
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Writes a file whole or not at all. What is no ordinary file (`/dev/stdout`) is written as it is. */
export function writeWhole(file: string, text: string): void {
  const target = statSync(file, { throwIfNoEntry: false })
  if (target && !target.isFile()) return writeFileSync(file, text)
  const draft = `${file}.${process.pid}.draft`
  try {
    writeFileSync(draft, text)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
