import { Agent, request } from 'node:http'
import autocannon from 'autocannon'
import { timed } from './race.ts'

export type Target = { readonly url: string; readonly headers?: Readonly<Record<string, string>> }

/** One connection, kept open, for requests sent one after the other. */
export function oneConnection(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 })
}

/** Milliseconds of one request, its answer read to the end. @throws unless answered 200 */
export function timeRequest(target: Target, connection: Agent): Promise<number> {
  return timed(() => get(target, connection))
}

function get({ url, headers }: Target, agent: Agent): Promise<void> {
  return new Promise((done, fail) => {
    const sent = request(url, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${url} answered ${answer.statusCode}`))
      answer.on('error', fail).on('end', done).resume()
    })
    sent.on('error', fail).end()
  })
}

/** Requests answered in a second to ten visitors who never pause, over two seconds. */
export async function requestsPerSecond({ url, headers }: Target): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, headers, connections: 10, duration: 2 })
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers were refusals, ${errors} failed`)
  return requests.average
}
