import { loadDemoOnce } from '../demo/index.ts'
import { demoFacts } from '../facts.ts'
import { type Run, withHouse } from './command.ts'

export const facts: Run = (config) =>
  withHouse(config, async (house) => {
    if (config.ESCALE_DEMO) await loadDemoOnce(house)
    console.log(JSON.stringify(await demoFacts(house.services), null, 2))
    return 0
  })
