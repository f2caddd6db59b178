import { createHash } from 'node:crypto'
import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { canonicalJson } from '#platform/pure/canonical-json.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { authorityKind } from '#modules/delegations/index.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import '../domain/events.ts'
import { mayEditTemplates } from '../domain/rights.ts'
import {
  checkEdits,
  defaultTemplates,
  type DeliberationSection,
  type RatificationTemplates,
  type ReportSection,
  type SectionProblem,
  type SectionText,
} from '../domain/templates.ts'
import { lockTemplates, saveTemplate } from '../sql/templates.ts'
import { savedEdits } from './saved-edits.ts'

/** One part of one of the two documents. */
export type TemplatePart =
  | { readonly document: 'report'; readonly section: ReportSection }
  | { readonly document: 'deliberation'; readonly section: DeliberationSection }

export type EditedPart = {
  readonly ours: SectionText
  /** What the authority wrote; null while it uses our text. */
  readonly theirs: SectionText | null
  /** Names what was read, for the next writing. */
  readonly digest: string
}

export type TemplateProblem =
  | { readonly code: 'template_invalid'; readonly problems: readonly SectionProblem[] }
  | { readonly code: 'stale_template'; readonly saved: EditedPart }

/** A part as the product writes it, and as the authority rewrote it. */
export async function loadPart(ctx: Ctx, part: TemplatePart): Promise<EditedPart> {
  const theirs = sectionOf(await savedEdits(ctx.tx), part) ?? null
  const ours = sectionOf(await ownDefaults(ctx), part) ?? { heading: {}, body: {} }
  return { ours, theirs, digest: createHash('sha256').update(canonicalJson(theirs)).digest('hex') }
}

/** The product's own texts, with the articles of law of this kind of authority. */
export async function ownDefaults(ctx: Ctx): Promise<RatificationTemplates> {
  const organisation = await loadOrganisation(ctx.tx, ctx.actor.organisationId)
  return defaultTemplates((organisation && authorityKind(organisation)) ?? 'intermunicipal')
}

/**
 * Rewrites a part of the documents of the authority's next acts. What says the same as our text stays ours, language by language.
 * @refuses stale_template when a colleague saved another text since `readDigest`; template_invalid with every problem and its position
 */
export async function editTemplate(
  ctx: Ctx,
  part: TemplatePart,
  readDigest: string,
  text: SectionText,
): Promise<Outcome<null, TemplateProblem>> {
  allow(mayEditTemplates(ctx.actor))
  await lockTemplates(ctx.tx, ctx.actor.organisationId)
  const saved = await loadPart(ctx, part)
  if (saved.digest !== readDigest) return refused({ code: 'stale_template', saved })
  const edited = { heading: differing(text.heading, saved.ours.heading), body: differing(text.body, saved.ours.body) }
  const checked = checkEdits({ [part.document]: { [part.section]: edited } })
  if (!checked.ok) return refused({ code: 'template_invalid', problems: checked.problem })
  await ctx.journal.event('template.edited')
  await saveTemplate(ctx.tx, part.document, `${part.section}.heading`, edited.heading)
  await saveTemplate(ctx.tx, part.document, `${part.section}.body`, edited.body)
  return ok(null)
}

/** Forgets what the authority wrote of a part: its next acts use our text again. */
export async function resetTemplate(ctx: Ctx, part: TemplatePart): Promise<Outcome<null, never>> {
  allow(mayEditTemplates(ctx.actor))
  await ctx.journal.event('template.reset')
  await saveTemplate(ctx.tx, part.document, `${part.section}.heading`, {})
  await saveTemplate(ctx.tx, part.document, `${part.section}.body`, {})
  return ok(null)
}

function sectionOf(
  templates: { readonly [Document in keyof RatificationTemplates]?: { readonly [section: string]: SectionText | undefined } },
  { document, section }: TemplatePart,
): SectionText | undefined {
  return templates[document]?.[section]
}

function differing(theirs: Localized, ours: Localized): Localized {
  const plain = (words: string | undefined) => (words ?? '').replace(/\r\n?/g, '\n').trim()
  return Object.fromEntries(
    Object.entries(theirs).flatMap(([language, words]) =>
      plain(words) === '' || plain(words) === plain(ours[language]) ? [] : [[language, plain(words)]],
    ),
  )
}
