import { z } from '@hono/zod-openapi'
import { type Api, addRead, pageQuery } from '#platform/openapi.ts'
import { fullName } from '../domain/person.ts'
import { resultKinds } from '../domain/search-result.ts'
import { searchDirectory } from '../usecases/search-directory.ts'
import { operation, text } from './shapes.ts'

const searchQuery = z.object({ q: text(200).min(1, 'text_blank'), kind: z.enum(resultKinds).optional(), limit: pageQuery.shape.limit })

const searchAnswer = z.object({
  results: z.array(z.object({ kind: z.enum(resultKinds), id: z.string(), name: z.string() })),
  total: z.int(),
  isApproximate: z.boolean().openapi({ description: 'Nothing answers the words as they are; these resemble them.' }),
})

export function addSearch(api: Api): void {
  const describe = operation('/directory/search', 'searchDirectory', 'Organisations, people and cities that answer a text')
  addRead(api, { ...describe, query: searchQuery, answer: searchAnswer }, async (ctx, { query: { q, kind, limit } }) => {
    const found = await searchDirectory(ctx, { text: q, kind, limit })
    const results = found.results.map((result) => ({
      kind: result.kind,
      id: result.id,
      name: result.kind === 'person' ? fullName(result) : result.name,
    }))
    return { ...found, results }
  })
}
