import { html } from 'hono/html'
import { type ApiDocument, type Schema, kindOf, prose, table } from './describe-schemas.ts'
import type { ApiTexts } from './texts.fr.ts'

type Html = ReturnType<typeof html>

type Content = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }

type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly parameters?: readonly { name: string; in: string; required?: boolean; description?: string; schema: Schema }[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>
}

type Placed = Operation & { readonly method: string; readonly path: string }

/** The table of contents, then every operation under its noun. */
export function operationSections(document: ApiDocument, texts: ApiTexts): Html {
  const base = document.servers?.[0]?.url ?? ''
  const byTag = [...Map.groupBy(operationsOf(document), ({ tags }) => tags[0] ?? '')]
  return html`<h2 id="operations" tabindex="-1">${texts.contents}</h2>
    <nav aria-labelledby="operations" lang="en">
      ${byTag.map(
        ([tag, operations]) =>
          html`<p>${tag}</p>
            <ul>
              ${operations.map(({ operationId, summary }) => html`<li><a href="#${operationId}">${summary}</a></li>`)}
            </ul>`,
      )}
    </nav>
    ${byTag.map(
      ([tag, operations]) =>
        html`<h2 lang="en" id="tag-${tag}">${tag}</h2>
          ${operations.map((operation) => operationSection(operation, base, texts))}`,
    )}`
}

function operationsOf(document: ApiDocument): Placed[] {
  const paths = (document.paths ?? {}) as Record<string, Record<string, Operation>>
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => Object.assign({ method: method.toUpperCase(), path }, operation)),
  )
}

function operationSection(operation: Placed, base: string, texts: ApiTexts): Html {
  const { operationId, summary, description, method, path, requestBody } = operation
  const body = requestBody && schemaOf(requestBody)
  return html`<section lang="en" aria-labelledby="${operationId}">
    <h3 id="${operationId}">${summary}</h3>
    <p class="call"><code>${method} ${base}${path}</code></p>
    ${description ? html`<p>${prose(description)}</p>` : ''} ${parameterTable(operation, texts)}
    ${body ? html`<p><span lang="${texts.language}">${texts.body}</span> ${kindOf(body)}</p>` : ''} ${answerTable(operation, texts)}
  </section>`
}

function parameterTable({ operationId, parameters = [] }: Placed, texts: ApiTexts): Html | string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(
    ({ name, in: place, required, description, schema }) =>
      html`<tr>
        <th scope="row"><code>${name}</code></th>
        <td>${place}</td>
        <td>${kindOf(schema)}, <span lang="${texts.language}">${required ? texts.required : texts.optional}</span></td>
        <td>${prose(description ?? schema.description ?? '')}</td>
      </tr>`,
  )
  return table(texts.parameters(operationId), [texts.name, texts.place, texts.type, texts.meaning], rows, texts)
}

function answerTable({ operationId, responses }: Placed, texts: ApiTexts): Html {
  const rows = Object.entries(responses).map(([status, response]) => {
    const schema = schemaOf(response)
    return html`<tr>
      <th scope="row">${status}</th>
      <td>${schema ? kindOf(schema) : ''}</td>
      <td>${prose(response.description)}</td>
    </tr>`
  })
  return table(texts.answers(operationId), [texts.status, texts.type, texts.meaning], rows, texts)
}

function schemaOf({ content = {} }: Content): Schema | undefined {
  return Object.values(content)[0]?.schema
}
