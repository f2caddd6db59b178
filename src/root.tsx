import '#ui/index.css'
import type { ReactNode } from 'react'
import {
  Links,
  type LinksFunction,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  data,
  href,
  isRouteErrorResponse,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import { servicesContext, takeFlash, visitorContext } from '#platform/web.ts'
import { fontPreloads } from '#ui/fonts.ts'
import { LocaleProvider } from '#ui/locale.tsx'
import type { Route } from './+types/root.ts'
import { ErrorPage } from './app/error-page.tsx'
import { Frame } from './app/frame.tsx'

export const links: LinksFunction = () => [...fontPreloads, { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]

export function loader({ context, request }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  const { flash, headers } = takeFlash(request)
  const acting =
    visitor.deputyship ?? visitor.memberships.find((membership) => membership.organisationId === visitor.organisationId) ?? null
  return data(
    {
      locale: visitor.locale,
      nonce: visitor.nonce,
      requestId: visitor.requestId,
      account: visitor.account,
      acting,
      deputyship: visitor.deputyship,
      choiceCount: visitor.memberships.length + visitor.deputyships.length,
      isDemo: context.get(servicesContext).config.ESCALE_DEMO,
      flash,
    },
    { headers },
  )
}

export type RootData = Awaited<ReturnType<typeof loader>>['data']

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const locale = root?.locale ?? 'fr'
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
        <ScrollRestoration nonce={root?.nonce} />
        <Scripts nonce={root?.nonce} />
      </body>
    </html>
  )
}

export default function Root({ loaderData }: Route.ComponentProps) {
  // The pocket has a frame of its own: what it shows has to be whole without a network.
  const hasOwnFrame = useMatches().some(({ handle }) => (handle as { frame?: string } | undefined)?.frame === 'none')
  if (hasOwnFrame) return <Outlet />
  return (
    <Frame root={loaderData}>
      <Outlet />
    </Frame>
  )
}

/** 403, 404 and faults are pages like the others: framed, translated, with a way out. */
export function ErrorBoundary() {
  const error = useRouteError()
  const root = useRouteLoaderData<typeof loader>('root')
  const status = isRouteErrorResponse(error) ? error.status : 500
  const page = <ErrorPage status={status} requestId={root?.requestId ?? ''} home={href('/')} />
  return root ? <Frame root={root}>{page}</Frame> : page
}
