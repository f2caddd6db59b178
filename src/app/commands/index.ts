import type { Run } from './command.ts'
import { UsageError } from './usage-error.ts'

export type Command = {
  readonly usage: string
  readonly purpose: string
  /** Runs with the words after the command's name; answers the exit code. */
  readonly run: (words: readonly string[], environment: NodeJS.ProcessEnv) => Promise<number>
}

/** Every command by its name; a name may be two words. Each loads what it needs when it is run, and nothing before. */
export const commands: Readonly<Record<string, Command>> = {
  start: configured({
    usage: 'start',
    purpose: 'set up, then run the web and the worker in one process',
    load: async () => (await import('./serve.ts')).start,
  }),
  web: configured({
    usage: 'web',
    purpose: 'run the web only; any number of them share a database',
    load: async () => (await import('./serve.ts')).web,
  }),
  worker: configured({
    usage: 'worker',
    purpose: 'run the background jobs only; any number of them share a database',
    load: async () => (await import('./serve.ts')).worker,
  }),
  migrate: configured({
    usage: 'migrate',
    purpose: 'bring the database to the schema of this version',
    load: async () => (await import('./set-up.ts')).migrate,
  }),
  demo: configured({
    usage: 'demo',
    purpose: 'load the demonstration into an empty database',
    load: async () => (await import('./set-up.ts')).demo,
  }),
  doctor: configured({
    usage: 'doctor',
    purpose: 'say what is wrong with this installation and how to mend it',
    load: async () => (await import('./doctor.ts')).doctor,
  }),
  'verify-journal': configured({
    usage: 'verify-journal [--anchor FILE]',
    purpose: 'recompute the chains of the journal; FILE keeps their heads for the next time',
    load: async () => (await import('./safekeeping.ts')).verify,
  }),
  backup: configured({
    usage: 'backup DIR',
    purpose: 'write the whole database and every file to an empty folder',
    load: async () => (await import('./safekeeping.ts')).backupCommand,
  }),
  restore: configured({
    usage: 'restore DIR',
    purpose: 'fill an empty database from a backup, then prove that nothing differs',
    load: async () => (await import('./safekeeping.ts')).restoreCommand,
  }),
  purge: configured({
    usage: 'purge [--dry-run]',
    purpose: 'erase what is kept longer than its dated rule; --dry-run only says what, and why',
    load: async () => (await import('./purge.ts')).purge,
  }),
  facts: configured({
    usage: 'facts --json',
    purpose: 'recompute, by the product’s own reads, the figures of the demonstration',
    load: async () => (await import('./facts.ts')).facts,
  }),
  'mission import': configured({
    usage: 'mission import FILE [--as EMAIL] [--for ORGANISATION]',
    purpose: 'enter the missions of a JSON document, all or none; the same document again changes nothing',
    load: async () => (await import('./mission.ts')).missionImport,
  }),
  'act build': configured({
    usage: 'act build (--missions TITLES | --agreement TITLE) --out DIR [--as EMAIL] [--for ORGANISATION]',
    purpose: 'write the report and the deliberation about some missions, as PDF and DOCX',
    load: async () => (await import('./act.ts')).actBuild,
  }),
  'meetings import': configured({
    usage: 'meetings import INSTANCE.json --mission MISSION [--as EMAIL] [--for ORGANISATION]',
    purpose: 'open an event of a mission out of a published instance; MISSION is its title or its id',
    load: async () => (await import('./meetings.ts')).meetingsImport,
  }),
  schedule: alone({
    usage: 'schedule INSTANCE.json [--seconds N] [--seed S] [--threads T] [--rounds R] [--explain] [--out PLAN.json]',
    purpose: 'plan the meetings of an instance as well as can be, and prove it; needs no database',
    load: async () => (await import('./schedule.ts')).schedule,
  }),
}

type Loaded<Runner> = { readonly usage: string; readonly purpose: string; readonly load: () => Promise<Runner> }

/** A command that reads the configuration. */
function configured({ load, ...told }: Loaded<Run>): Command {
  return {
    ...told,
    async run(words, environment) {
      const [{ ConfigError, readConfig }, run] = await Promise.all([import('#platform/config.ts'), load()])
      return run(
        orUsageError(() => readConfig(environment), ConfigError),
        words,
        told.usage,
      )
    },
  }
}

/** To whoever types the command, variables that cannot be used are as words that cannot. */
function orUsageError<Value>(read: () => Value, kind: new (...given: never[]) => Error): Value {
  try {
    return read()
  } catch (error) {
    throw error instanceof kind ? new UsageError(error.message) : error
  }
}

/** A command that needs nothing of the installation, and waits for none of it to load. */
function alone({ load, ...told }: Loaded<(words: readonly string[], usage: string) => Promise<number>>): Command {
  return { ...told, run: async (words) => (await load())(words, told.usage) }
}
