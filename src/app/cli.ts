import './production.ts'
import { commands } from './commands/index.ts'
import { UsageError } from './commands/usage-error.ts'

/** `npm run -s escale -- <command>`: the operator's and the scripts' door. */
async function main(words: readonly string[]): Promise<number> {
  const name = Object.keys(commands).find((command) => words.join(' ') === command || words.join(' ').startsWith(`${command} `))
  const command = name === undefined ? undefined : commands[name]
  if (name === undefined || command === undefined) {
    console.log(usage())
    return words.length === 0 || words[0] === 'help' || words[0] === '--help' ? 0 : 2
  }
  try {
    return await command.run(words.slice(name.split(' ').length), process.env)
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(error.message)
      return 2
    }
    console.error(error instanceof Error ? error.message : error)
    if (process.env.ESCALE_LOG === 'debug') console.error(error)
    return 1
  }
}

function usage(): string {
  const width = Math.max(...Object.values(commands).map((command) => command.usage.length))
  const lines = Object.values(commands).map((command) => `  escale ${command.usage.padEnd(width)}  ${command.purpose}`)
  return ['Escale, the mission room of territories that work with the world.', '', ...lines].join('\n')
}

// Says it is over, rather than waiting: idle threads of the document renderer would keep the process alive.
process.exit(await main(process.argv.slice(2)))
