import { Hono } from 'hono'
import type { Services } from '#platform/context.ts'

/** The REST API: every module's `api.ts`, under /api/v1, and its OpenAPI document. */
export function apiApp(_services: Services): Hono {
  return new Hono()
}
