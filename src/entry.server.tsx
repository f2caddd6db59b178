import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { RouterContextProvider, ServerRouter, type EntryContext } from 'react-router'
import { type SignInDoor, signInContext } from '#modules/identity/auth/door.ts'
import type { Services } from '#platform/context.ts'
import { type Visitor, servicesContext, visitorContext } from '#platform/web.ts'

/** For the server outside the bundle, which has a React Router of its own when it runs from the sources. */
export { createRequestHandler } from 'react-router'

/** Made by the server outside the bundle: the context keys live inside it, hence this door. */
export function makeContext(services: Services, visitor: Visitor, door: SignInDoor): RouterContextProvider {
  const context = new RouterContextProvider()
  context.set(servicesContext, services)
  context.set(visitorContext, visitor)
  context.set(signInContext, door)
  return context
}

export const streamTimeout = 10_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(visitorContext)
  const waitForAll = isbot(request.headers.get('user-agent') ?? '')
  return new Promise((resolve, reject) => {
    let hasShell = false
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={entry} url={request.url} nonce={nonce} />, {
      nonce,
      [waitForAll ? 'onAllReady' : 'onShellReady']() {
        hasShell = true
        const body = new PassThrough()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        if (hasShell) context.get(servicesContext).log.error({ err: error }, 'page failed while streaming')
      },
    })
    setTimeout(abort, streamTimeout + 1000).unref()
  })
}

export function handleError(error: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> }): void {
  if (request.signal.aborted) return
  const { requestId } = context.get(visitorContext)
  context.get(servicesContext).log.error({ err: error, requestId, path: new URL(request.url).pathname }, 'request failed')
}
