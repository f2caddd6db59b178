import { found } from '#platform/actor.ts'
import { read } from '#platform/web.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import { rememberOrganisation } from '#modules/visits/index.ts'
import { memoryTexts } from '#modules/visits/texts/memory-texts.ts'
import { MemoryHint } from '#modules/visits/ui/memory-hint.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import type { Route } from './+types/organisation-memory.ts'

/** The part of an organisation's card that the directory cannot write: what happened with it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const { id, name, cityName, country } = found(await loadOrganisation(ctx.tx, params.organisationId))
    if (id === ctx.actor.organisationId) return null
    const about = { asker: name, city: cityName ?? '', country }
    return { about, counts: (await rememberOrganisation(ctx, about)).counts }
  })
}

export default function OrganisationMemory({ loaderData }: Route.ComponentProps) {
  const words = useCatalogue(memoryTexts)
  if (loaderData === null) return null
  return (
    <Section title={words.kicker}>
      <MemoryHint counts={loaderData.counts} {...loaderData.about} />
    </Section>
  )
}
