import { loadDemoOnce } from '../demo/index.ts'
import { demoFacts } from '../facts.ts'
import { type Command, withHouse } from './command.ts'

export const facts: Command = {
  usage: 'facts --json',
  purpose: 'recompute, by the product’s own reads, the figures of the demonstration',
  run: (config) =>
    withHouse(config, async (house) => {
      if (config.ESCALE_DEMO) await loadDemoOnce(house)
      console.log(JSON.stringify(await demoFacts(house.services), null, 2))
      return 0
    }),
}
