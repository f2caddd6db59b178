import { loadDocumentPage } from '../usecases/show-document.ts'
import { DocumentPage } from '../ui/document-page.tsx'
import { read } from '#platform/web.ts'
import type { Route } from './+types/report.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, (ctx) => loadDocumentPage(ctx, params.actId, 'report'))
}

export default function Report({ loaderData }: Route.ComponentProps) {
  return <DocumentPage {...loaderData} />
}
