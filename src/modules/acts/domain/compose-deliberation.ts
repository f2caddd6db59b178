import { formatDate } from '#platform/pure/local-date-format.ts'
import { formatInteger } from '#platform/pure/integers.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { actWords } from './act-words.ts'
import { actMetadata, letterhead, meetingEntries, signature } from './compose-report.ts'
import {
  figure,
  plainText,
  text,
  type ActDocument,
  type ActLanguage,
  type Block,
  type Bullets,
  type InlineContent,
  type KeyValue,
  type Paragraph,
} from './document.ts'
import type { OfficeHolder, ReportFacts } from './facts.ts'
import { certifiedEnforceableOn, isVote, type ActLife, type Decision } from './lifecycle.ts'
import { composeBody, composeSection, sectionHeading } from './sections.ts'
import type { ActTemplates, SectionText } from './templates.ts'
import { typesetDocument } from './typeset-document.ts'
import { votersOf, votesCast } from './vote.ts'
import { officeHolder, placeholderContent, type ActContext } from './wording.ts'

/** What the assembly office adds to the facts: the register's own number, the convocation, the secretary, and what happened. */
export type DeliberationRecord = {
  readonly number: string | null
  readonly convenedOn: LocalDate | null
  readonly secretary: OfficeHolder | null
  readonly life: ActLife
}

/**
 * The deliberation: a draft until the vote is recorded, then an extract of the register with attendance and result,
 * and, once transmitted and published, the certification that it is enforceable.
 */
export function composeDeliberation(
  facts: ReportFacts,
  templates: ActTemplates,
  language: ActLanguage,
  record: DeliberationRecord,
): ActDocument {
  const context: ActContext = { facts, language }
  const words = actWords(language)
  const { decision } = record.life
  const name = record.number === null ? words.deliberation : `${words.number} ${record.number}`
  const title = isVote(decision) ? name : words.draftDeliberation
  const overline = isVote(decision) ? [words.republic, words.register] : [words.republic]
  const { visas, considerations, decision: decides, articles, appeal } = templates.deliberation
  const stands = decision === null || decision.outcome === 'adopted'
  return typesetDocument({
    language,
    title: `${title} – ${plainText(placeholderContent('object', context))}`,
    metadata: actMetadata(context, title),
    blocks: [
      letterhead(context, overline, words.reference),
      { kind: 'heading', level: 1, content: [text(title)] },
      { kind: 'key-values', entries: [...meetingEntries(context), ...sittingEntries(record, context)] },
      ...composeSection(visas, context).map(asRecital),
      ...composeSection(considerations, context).map(asRecital),
      ...(stands
        ? [
            ...sectionHeading(decides, context),
            ...composeBody(decides, context).map(asDecision),
            ...composeArticles(composeBody(articles, context), context),
          ]
        : []),
      ...(decision === null ? [] : resultBlocks(decision, context)),
      signature(context, decision === null ? null : formatDate(decision.on, language)),
      ...enforceabilityBlocks(record.life, context),
      ...(decision?.outcome === 'adopted' ? composeSection(appeal, context) : []),
      ...('annex' in templates.deliberation ? annexBlocks(templates.deliberation.annex, context) : []),
    ],
  })
}

function annexBlocks(annex: SectionText, context: ActContext): readonly Block[] {
  const blocks = composeSection(annex, context)
  return blocks.length === 0 ? [] : [{ kind: 'page-break' }, ...blocks]
}

function asRecital(block: Block): Block {
  return block.kind === 'paragraph' ? { kind: 'recital', content: block.content } : block
}

function asDecision(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, role: 'decision' } : block
}

/** Each paragraph opens an article; the lists that follow belong to it. */
function composeArticles(blocks: readonly Block[], { language }: ActContext): readonly Block[] {
  const groups: (Paragraph | Bullets)[][] = []
  for (const block of blocks) {
    if (block.kind === 'paragraph') groups.push([block])
    else if (block.kind === 'bullets') groups.at(-1)?.push(block)
  }
  const { article } = actWords(language)
  return groups.map((group, index) => ({ kind: 'article', number: index + 1, label: article(index + 1), blocks: group }))
}

function sittingEntries({ convenedOn, secretary, life }: DeliberationRecord, { language }: ActContext): readonly KeyValue[] {
  const words = actWords(language)
  const entries: KeyValue[] = []
  if (convenedOn !== null) entries.push({ key: words.convened, value: [text(formatDate(convenedOn, language))] })
  if (secretary !== null) entries.push({ key: words.secretary, value: [text(officeHolder(secretary, language))] })
  const { decision } = life
  if (!isVote(decision)) return entries
  const { attendance, ballot } = decision
  return [
    ...entries,
    { key: words.inOffice, value: voteFigure(attendance.inOffice, 'inOffice', language) },
    { key: words.present, value: voteFigure(attendance.present, 'present', language) },
    { key: words.represented, value: voteFigure(attendance.represented, 'represented', language) },
    { key: words.voters, value: voteFigure(votersOf(ballot), 'voters', language) },
  ]
}

function resultBlocks(decision: Decision, { language }: ActContext): readonly Block[] {
  const words = actWords(language)
  const result: Block[] = [
    { kind: 'heading', level: 2, content: [text(words.result)] },
    { kind: 'paragraph', role: 'body', content: [text(words.outcome[decision.outcome])] },
  ]
  if (!isVote(decision)) {
    return [...result, { kind: 'paragraph', role: 'body', content: [text(decision.reason)] }]
  }
  const { ballot } = decision
  const entries: KeyValue[] = [
    { key: words.votesCast, value: voteFigure(votesCast(ballot), 'cast', language) },
    { key: words.votesFor, value: voteFigure(ballot.for, 'for', language) },
    { key: words.votesAgainst, value: voteFigure(ballot.against, 'against', language) },
    { key: words.abstentions, value: voteFigure(ballot.abstained, 'abstained', language) },
  ]
  if (ballot.notVoting > 0) entries.push({ key: words.notVoting, value: voteFigure(ballot.notVoting, 'notVoting', language) })
  const secrecy: Block[] = ballot.secret ? [{ kind: 'paragraph', role: 'note', content: [text(words.secretBallot)] }] : []
  return [...result, { kind: 'key-values', entries }, ...secrecy]
}

function voteFigure(count: number, field: string, language: ActLanguage): InlineContent {
  return [figure(formatInteger(count, language), { kind: 'act', category: field })]
}

/** What has happened since the vote; the last line only once both conditions are met. */
function enforceabilityBlocks(life: ActLife, { language }: ActContext): readonly Block[] {
  const words = actWords(language)
  const entries: KeyValue[] = []
  const add = (key: string, value: string | null) => value !== null && entries.push({ key, value: [text(value)] })
  add(words.transmittedOn, life.transmission && formatDate(life.transmission.on, language))
  add(words.receipt, life.transmission?.receipt ?? null)
  add(words.publishedOn, life.publication && formatDate(life.publication.on, language))
  const enforceable = certifiedEnforceableOn(life)
  add(words.enforceableOn, enforceable && formatDate(enforceable, language))
  return entries.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, content: [text(words.enforceability)] },
        { kind: 'key-values', entries },
      ]
}
