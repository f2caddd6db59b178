import { read } from '#platform/web.ts'
import { DocumentPage } from '../ui/document-page.tsx'
import { loadDocumentPage } from '../usecases/show-document.ts'
import type { Route } from './+types/deliberation.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, (ctx) => loadDocumentPage(ctx, params.actId, 'deliberation'))
}

export default function Deliberation({ loaderData }: Route.ComponentProps) {
  return <DocumentPage {...loaderData} />
}
