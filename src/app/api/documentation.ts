import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { ApiEnv } from '#platform/openapi.ts'
import { type Locale, isLocale, localeForHeader } from '#platform/pure/locale.ts'
import { operationSections } from './describe-operations.ts'
import { type ApiDocument, prose, schemaSections } from './describe-schemas.ts'
import { apiTexts } from './texts.ts'

const { resolve } = createRequire(import.meta.url)
const style = ['#ui/tokens.css', '#app/api/documentation.css'].map((file) => readFileSync(resolve(file), 'utf8')).join('\n')
const styleVersion = createHash('sha256').update(style).digest('hex').slice(0, 8)

/** The document as a page one can read: written here, from the document alone, without any script. */
export function documentationApp(document: () => ApiDocument, publicUrl: string): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  app.get('/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=86400' }))
  app.get('/', (c) => {
    const asked = c.req.query('lang') ?? getCookie(c, 'locale')
    c.header('Vary', 'Accept-Language, Cookie')
    return c.html(page(document(), publicUrl, isLocale(asked) ? asked : localeForHeader(c.req.header('accept-language'))))
  })
  return app
}

function page(document: ApiDocument, publicUrl: string, locale: Locale) {
  const texts = apiTexts[locale]
  const other: Locale = locale === 'fr' ? 'en' : 'fr'
  const base = `${publicUrl}${document.servers?.[0]?.url ?? ''}`
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${texts.title}</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/api/style.css?v=${styleVersion}" />
      </head>
      <body>
        <a class="skip" href="#operations">${texts.skip}</a>
        <header>
          <h1>${texts.title}</h1>
          <p>${texts.lead}</p>
          <p><a href="/api?lang=${other}" hreflang="${other}" lang="${other}">${texts.otherLanguage}</a></p>
        </header>
        <main>
          <h2>${texts.start}</h2>
          <p><a href="/reglages/cles-api">${texts.makeAKey}</a>${texts.thenCall}</p>
          <pre tabindex="0"><code>curl -H 'Authorization: Bearer esc_…' ${base}/missions</code></pre>
          <p><a href="/api/openapi.json">${texts.documentLink}</a>${texts.documentNote} ${texts.inEnglish}</p>
          <h2>${texts.rules}</h2>
          <div lang="en">${(document.info.description ?? '').split('\n\n').map((rule) => html`<p>${prose(rule)}</p>`)}</div>
          ${operationSections(document, texts)} ${schemaSections(document, texts)}
        </main>
      </body>
    </html>`
}
