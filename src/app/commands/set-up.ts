import { loadDemoOnce } from '../demo/index.ts'
import { type Run, withHouse } from './command.ts'

export const migrate: Run = (config) =>
  withHouse(config, async () => {
    console.log('The database has the schema of this version.')
    return 0
  })

export const demo: Run = (config) =>
  withHouse(config, async (house) => {
    const isLoaded = await loadDemoOnce(house)
    console.log(isLoaded ? 'The demonstration is loaded.' : 'The database already holds organisations: the demonstration was not loaded.')
    return 0
  })
