import { visitorContext } from '#platform/web.ts'
import { pocketTexts } from '../texts.ts'
import type { Route } from './+types/manifest.ts'

/** What a phone needs to install the pocket (W3C Web Application Manifest), in the language one reads. */
export function loader({ context }: Route.LoaderArgs) {
  const { locale } = context.get(visitorContext)
  const { manifest } = pocketTexts[locale]
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: `/poche/icones/${purpose === 'any' ? 'escale' : 'escale-pleine'}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  const content = {
    id: '/poche',
    start_url: '/poche',
    scope: '/poche',
    display: 'standalone',
    lang: locale,
    name: manifest.name,
    short_name: manifest.shortName,
    description: manifest.description,
    background_color: '#faf6ed',
    theme_color: '#faf6ed',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
  }
  return new Response(JSON.stringify(content), {
    headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'private, max-age=3600' },
  })
}
