import type { Config } from '#platform/config.ts'
import { type House, openHouse } from '../services.ts'

/** Runs with the words after the command's name, and says its usage in its errors; answers the exit code. */
export type Run = (config: Config, words: readonly string[], usage: string) => Promise<number>

/** Opens the house for the time of a command, and leaves a running server alone. */
export async function withHouse<Result>(config: Config, run: (house: House) => Promise<Result>): Promise<Result> {
  const house = await openHouse(config, { poolSize: 4 })
  try {
    return await run(house)
  } finally {
    await house.close()
  }
}
