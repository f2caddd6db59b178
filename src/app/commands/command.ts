import type { Config } from '#platform/config.ts'
import { type House, openHouse } from '../services.ts'

export type Command = {
  readonly usage: string
  readonly purpose: string
  /** Runs with the words after the command's name; answers the exit code. */
  run(config: Config, words: readonly string[]): Promise<number>
}

/** The words of a command are not those it understands. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Opens the house for the time of a command, and leaves a running server alone. */
export async function withHouse<Result>(config: Config, run: (house: House) => Promise<Result>): Promise<Result> {
  const house = await openHouse(config, { poolSize: 4 })
  try {
    return await run(house)
  } finally {
    await house.close()
  }
}
