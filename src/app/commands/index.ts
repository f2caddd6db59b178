import { actBuild } from './act.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { demo, migrate } from './set-up.ts'
import { facts } from './facts.ts'
import { missionImport } from './mission.ts'
import { backupCommand, restoreCommand, verify } from './safekeeping.ts'
import { start, web, worker } from './serve.ts'

/** Every command by its name; a name may be two words. */
export const commands: Readonly<Record<string, Command>> = {
  start,
  web,
  worker,
  migrate,
  demo,
  doctor,
  'verify-journal': verify,
  backup: backupCommand,
  restore: restoreCommand,
  facts,
  'mission import': missionImport,
  'act build': actBuild,
}
