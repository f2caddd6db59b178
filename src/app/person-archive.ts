import { fullName } from '#modules/directory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { writeZip } from '#platform/files/write-zip.ts'
import { formatZoned } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { personDataTexts } from './person-data-texts.ts'
import type { PersonData } from './person-data.ts'

/**
 * Everything kept of one person, for them: `donnees.json` for programs, `donnees.html` for people, which opens in any browser without a network
 * and prints. GDPR, articles 15 and 20.
 */
export function archiveOf(data: PersonData, ctx: Pick<Ctx, 'actor' | 'now'>, locale: Locale): Uint8Array<ArrayBuffer> {
  const { card, ...others } = data
  const json = JSON.stringify({ keptBy: ctx.actor.organisationName, writtenAt: ctx.now, card, ...others }, null, 2)
  return writeZip([
    { name: 'donnees.json', content: `${json}\n` },
    { name: 'donnees.html', content: pageOf(data, ctx, locale) },
  ])
}

function pageOf(data: PersonData, { actor, now }: Pick<Ctx, 'actor' | 'now'>, locale: Locale): string {
  const { archive: words } = personDataTexts[locale]
  const parts = (Object.keys(words.parts) as (keyof typeof words.parts)[]).map((part) => {
    const content = data[part]
    const rows = Array.isArray(content) ? (content as readonly object[]) : content === null ? [] : [content as object]
    return `<section><h2>${escape(words.parts[part])}</h2>${rows.length === 0 ? `<p>${escape(words.nothing)}</p>` : rows.map(listOf).join('')}</section>`
  })
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(words.title(fullName(data.card)))}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#17222b}dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.2rem 1rem;border-top:1px solid #ccc;padding-top:.8rem}dt{color:#4a5560}dd{margin:0;overflow-wrap:anywhere}</style></head>
<body><main><h1>${escape(words.title(fullName(data.card)))}</h1><p>${escape(words.lead(actor.organisationName, formatZoned({ instant: now, zone: asTimeZone(actor.timeZone) }, locale)))}</p>${parts.join('')}</main></body></html>
`
}

/** One object as its facts; what nobody told is left out. */
function listOf(object: object): string {
  const facts = Object.entries(object).filter(
    ([, value]) => value !== null && value !== '' && JSON.stringify(value) !== '[]' && JSON.stringify(value) !== '{}',
  )
  return `<dl>${facts.map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(typeof value === 'object' ? JSON.stringify(value) : String(value))}</dd>`).join('')}</dl>`
}

const escape = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
