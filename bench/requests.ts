import { Agent, request } from 'node:http'
import autocannon from 'autocannon'

export type Target = { readonly url: string; readonly headers?: Readonly<Record<string, string>> }

/** Milliseconds of one request, `count` of them one after the other on one connection, each read to its end. @throws unless answered 200 */
export async function timeRequests(targets: readonly Target[], count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  await get(targets[0] as Target, agent)
  const started = performance.now()
  for (let done = 0; done < count; done += 1) await get(targets[done % targets.length] as Target, agent)
  const time = (performance.now() - started) / count
  agent.destroy()
  return time
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
