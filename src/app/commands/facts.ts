import { demoFacts } from '../facts.ts'
import { type Command, withHouse } from './command.ts'

export const facts: Command = {
  usage: 'facts --json',
  purpose: 'recompute, by the product’s own reads, the figures of the demonstration',
  run: (config) =>
    withHouse(config, async (house) => {
      console.log(JSON.stringify(await demoFacts(house.services), null, 2))
      return 0
    }),
}
