import { html } from 'hono/html'
import type { describeApi } from '#platform/openapi.ts'
import type { ApiTexts } from './texts.fr.ts'

export type ApiDocument = ReturnType<typeof describeApi>

type Html = ReturnType<typeof html>

/** The part of JSON Schema that our shapes are made of. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
  readonly description?: string
}

/** Every named shape, with its properties. */
export function schemaSections(document: ApiDocument, texts: ApiTexts): Html {
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)
  return html`<h2 id="shapes">${texts.shapes}</h2>
    ${schemas.map(
      ([name, schema]) =>
        html`<section lang="en" aria-labelledby="shape-${name}">
          <h3 id="shape-${name}">${name}</h3>
          ${schema.description ? html`<p>${prose(schema.description)}</p>` : ''} ${propertyTable(schema, name, texts)}
        </section>`,
    )}`
}

/** The properties of an object; one line for anything else. */
export function propertyTable(schema: Schema, name: string, texts: ApiTexts): Html {
  const properties = propertiesOf(schema)
  if (properties.length === 0) return html`<p>${kindOf(schema)}</p>`
  const rows = properties.map(
    ([key, property, isRequired]) =>
      html`<tr>
        <th scope="row"><code>${key}</code></th>
        <td>${kindOf(property)}, <span lang="${texts.language}">${isRequired ? texts.required : texts.optional}</span></td>
        <td>${prose(property.description ?? '')}</td>
      </tr>`,
  )
  return table(texts.properties(name), [texts.name, texts.type, texts.meaning], rows, texts)
}

function propertiesOf(schema: Schema): (readonly [string, Schema, boolean])[] {
  const own = Object.entries(schema.properties ?? {}).map(
    ([key, property]) => [key, property, schema.required?.includes(key) ?? false] as const,
  )
  return [...(schema.allOf ?? []).flatMap(propertiesOf), ...own]
}

/** A table that scrolls by itself on a narrow screen. */
export function table(caption: string, heads: readonly string[], rows: readonly Html[], { language }: ApiTexts): Html {
  return html`<div class="scroll" tabindex="0" role="region" lang="${language}" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody lang="en">
        ${rows}
      </tbody>
    </table>
  </div>`
}

/** What is between back-quotes is code. */
export function prose(text: string): Html {
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
}

/** What a value is, in a few words: `string (date)`, `array of Leg`, `"lead" | "host"`, `{ id: string (uuid) }`. */
export function kindOf(schema: Schema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return html`<a href="#shape-${name}">${name}</a>`
  }
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return joined(choices.map(kindOf), ' | ')
  const parts = schema.allOf?.filter((part) => part.$ref !== undefined || part.type !== undefined)
  if (parts && !schema.properties) return joined(parts.map(kindOf), ' & ')
  if (schema.enum) return html`<code>${schema.enum.map((value) => JSON.stringify(value)).join(' | ')}</code>`
  if (schema.items) return html`array of ${kindOf(schema.items)}`
  if (typeof schema.additionalProperties === 'object' && Object.keys(schema.additionalProperties).length > 0)
    return html`map of ${kindOf(schema.additionalProperties)}`
  const properties = propertiesOf(schema)
  if (properties.length > 0)
    return html`{
    ${joined(
      properties.map(([key, property]) => html`${key}: ${kindOf(property)}`),
      ', ',
    )}
    }`
  const type = [schema.type ?? 'any'].flat().join(' | ')
  return html`${type}${schema.format ? ` (${schema.format})` : ''}`
}

function joined(parts: readonly Html[], separator: string): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${separator}${part}`))}`
}
