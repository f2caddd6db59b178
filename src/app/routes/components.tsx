import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page } from '#ui/page.tsx'
import { appTexts } from '../texts.ts'
import type { Route } from './+types/components.ts'

type Component = { readonly name: string; readonly version: string; readonly licence: string }

/** Every package of the lock that runs in production, read from the lock itself: the page cannot lag behind. */
export function loader() {
  const lock = JSON.parse(readFileSync(join(process.cwd(), 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; license?: string; dev?: boolean }>
  }
  const components = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && entry.version)
    .map(([path, entry]): Component => ({
      name: path.replace(/^.*node_modules\//, ''),
      version: entry.version ?? '',
      licence: entry.license ?? '—',
    }))
  return {
    components: [...new Map(components.map((component) => [`${component.name}@${component.version}`, component])).values()].sort((a, b) =>
      a.name.localeCompare(b.name),
    ),
  }
}

export default function Components({ loaderData: { components } }: Route.ComponentProps) {
  const texts = useCatalogue(appTexts)
  const words = texts.components
  return (
    <Page title={words.title} lead={words.lead(components.length)}>
      <DataTable
        caption={words.caption}
        captionHidden
        narrow="keep"
        rows={components}
        rowKey={(component) => `${component.name}@${component.version}`}
        columns={[
          { key: 'name', header: words.name, render: (component) => component.name },
          { key: 'version', header: words.version, render: (component) => component.version },
          { key: 'licence', header: words.licence, render: (component) => component.licence },
        ]}
      />
    </Page>
  )
}
