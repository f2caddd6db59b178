import type { MissionId } from '#modules/missions/index.ts'
import type { As } from './load.ts'

/** The report of 8 February 2019, prepared and not yet handed to the assembly. */
export async function loadDemoActs(_as: As, _missions: readonly MissionId[]): Promise<void> {}
