import { redirect } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { visitorContext } from '#platform/web.ts'
import { appTexts } from '../texts.ts'
import type { Route } from './+types/home.ts'

export function loader({ context }: Route.LoaderArgs) {
  if (!context.get(visitorContext).account) throw redirect('/connexion')
  return null
}

export default function Home() {
  const texts = useCatalogue(appTexts)
  return <Page title={texts.navigation.home} lead={texts.tagline} />
}
