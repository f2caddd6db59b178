import { loadDemoOnce } from '../demo/index.ts'
import { type Command, withHouse } from './command.ts'

export const migrate: Command = {
  usage: 'migrate',
  purpose: 'bring the database to the schema of this version',
  run: (config) =>
    withHouse(config, async () => {
      console.log('The database has the schema of this version.')
      return 0
    }),
}

export const demo: Command = {
  usage: 'demo',
  purpose: 'load the demonstration into an empty database',
  run: (config) =>
    withHouse(config, async (house) => {
      const isLoaded = await loadDemoOnce(house)
      console.log(isLoaded ? 'The demonstration is loaded.' : 'The database already holds organisations: the demonstration was not loaded.')
      return 0
    }),
}
