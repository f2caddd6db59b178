import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import type { Locale } from '#platform/pure/locale.ts'
import { LocaleProvider } from './locale.tsx'

/** What the server sends for a component, at a given address: for tests. */
export function htmlOf(element: ReactNode, { locale = 'fr', address = '/' }: { locale?: Locale; address?: string } = {}): string {
  const page = <LocaleProvider locale={locale}>{element}</LocaleProvider>
  const router = createMemoryRouter([{ path: '*', element: page }], { initialEntries: [address] })
  return renderToStaticMarkup(<RouterProvider router={router} />)
}

/** Every value of an attribute, in document order. */
export function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '')
}

/** The words between the tags, as someone reads them. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \n]+/g, ' ')
    .trim()
}
