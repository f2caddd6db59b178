import type { Api } from './create-api.ts'

export type ApiDescription = { readonly title: string; readonly version: string; readonly description: string; readonly basePath: string }

/** The OpenAPI 3.1 document of all operations added so far. The same code gives the same document: it is kept under review. */
export function describeApi(api: Api, { title, version, description, basePath }: ApiDescription) {
  const schemes = api.openAPIRegistry
  if (!schemes.definitions.some((definition) => definition.type === 'component' && definition.name === 'apiKey')) {
    schemes.registerComponent('securitySchemes', 'apiKey', {
      type: 'http',
      scheme: 'bearer',
      description: 'An API key of an organisation: esc_…',
    })
  }
  return api.getOpenAPI31Document({ openapi: '3.1.0', info: { title, version, description }, servers: [{ url: basePath }] })
}

/** Every operation by its id, for the permission matrix: a new one without an expectation must fail. */
export function listOperations(api: Api): { operationId: string; method: string; path: string }[] {
  return api.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route'
      ? [{ operationId: definition.route.operationId ?? '', method: definition.route.method, path: definition.route.path }]
      : [],
  )
}
