import type { Ctx } from '#platform/context.ts'
import { pick } from '#platform/pure/localized.ts'
import type { ActId } from '../domain/act.ts'
import type { ActLanguage, Block } from '../domain/document.ts'
import { composeSection } from '../domain/sections.ts'
import { checkEdits, type SectionProblem, type SectionText } from '../domain/templates.ts'
import { typesetDocument } from '../domain/typeset-document.ts'
import { listActs, loadAct } from '../sql/acts.ts'
import type { TemplatePart } from './edit-template.ts'
import { gatherFacts } from './gather-facts.ts'

/** A part of a document with the facts of the organisation's latest act, as they are today. */
export type ShownPart = {
  /** Null when there is no act to show it in, or when the text has problems. */
  readonly actId: ActId | null
  readonly language: ActLanguage
  readonly blocks: readonly Block[]
  readonly missionTitles: Readonly<Record<string, string>>
  readonly problems: readonly SectionProblem[]
}

const NOTHING: ShownPart = { actId: null, language: 'fr', blocks: [], missionTitles: {}, problems: [] }

/** Shows what a text would say, before it is saved. */
export async function showPart(ctx: Ctx, { document, section }: TemplatePart, text: SectionText): Promise<ShownPart> {
  const checked = checkEdits({ [document]: { [section]: text } })
  if (!checked.ok) return { ...NOTHING, problems: checked.problem }
  // These texts are those of a ratification: an act about an agreement would show nothing of them.
  const latest = (await listActs(ctx.tx, { limit: 50 })).find(({ agreementTitle }) => agreementTitle === null)
  const act = latest && (await loadAct(ctx.tx, latest.id))
  if (!act) return NOTHING
  const facts = await gatherFacts(ctx, act)
  const { language } = act
  const metadata = { runningReference: '', author: '', subject: '', keywords: [], dated: '2000-01-01' }
  const { blocks } = typesetDocument({ language, title: '', metadata, blocks: composeSection(text, { facts, language }) })
  const missionTitles = Object.fromEntries(facts.missions.map(({ id, title }) => [id, pick(title, ctx.actor.locale).text]))
  return { actId: act.id, language, blocks, missionTitles, problems: [] }
}
