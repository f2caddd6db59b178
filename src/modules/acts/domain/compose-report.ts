import { formatDate } from '#platform/pure/local-date-format.ts'
import { actWords } from './act-words.ts'
import {
  plainText,
  text,
  type ActDocument,
  type ActLanguage,
  type Block,
  type KeyValue,
  type Letterhead,
  type SignatureBlock,
} from './document.ts'
import type { OfficeHolder, ReportFacts } from './facts.ts'
import { factWords } from './fact-words.ts'
import { theInstitutionFr } from './institution-names.ts'
import { composeBody, composeSection, sectionHeading } from './sections.ts'
import { middleOf, type ActTemplates } from './templates.ts'
import { typesetDocument } from './typeset-document.ts'
import { officeHolder, placeholderContent, type ActContext } from './wording.ts'

/** The report of an act, in the order an assembly reads it: who, what, when, why, with whom, how much, what is asked. */
export function composeReport(facts: ReportFacts, templates: ActTemplates, language: ActLanguage): ActDocument {
  const context: ActContext = { facts, language }
  const words = actWords(language)
  const { opening, annexes } = templates.report
  const middle = middleOf(templates).flatMap((section) => composeSection(section, context))
  const title = `${words.report} ${plainText(placeholderContent('body.to', context))}`
  return typesetDocument({
    language,
    title: `${title} – ${plainText(placeholderContent('object', context))}`,
    metadata: actMetadata(context, words.report),
    blocks: [
      letterhead(context, [], words.reference),
      { kind: 'heading', level: 1, content: [text(title)] },
      { kind: 'key-values', entries: meetingEntries(context) },
      ...composeBody(opening, context).map(asLead),
      ...middle,
      signature(context, null),
      { kind: 'page-break' },
      ...sectionHeading(annexes, context),
      ...composeBody(annexes, context),
    ],
  })
}

function asLead(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, role: 'lead' } : block
}

export function letterhead({ facts, language }: ActContext, overline: readonly string[], referenceKey: string): Letterhead {
  return {
    kind: 'letterhead',
    overline,
    authority: factWords(facts.authority.name, language),
    directorates: facts.authority.directorates.map((directorate) => factWords(directorate, language)).filter((line) => line !== ''),
    reference: { key: referenceKey, value: placeholderContent('reference', { facts, language }) },
  }
}

/** Meeting, chair, rapporteurs, object: what both documents recall at their head. */
export function meetingEntries(context: ActContext): readonly KeyValue[] {
  const { facts, language } = context
  const words = actWords(language)
  const body = factWords(facts.meeting.body, language)
  const of = language === 'fr' ? ' du ' : ' of '
  return [
    { key: words.meeting, value: [text(`${body}${of}`), ...placeholderContent('meeting.date', context)] },
    { key: words.chair, value: placeholderContent('chair', context) },
    { key: words.rapporteur[facts.meeting.rapporteurs.length > 1 ? 1 : 0], value: placeholderContent('rapporteurs', context) },
    { key: words.object, value: placeholderContent('object', context) },
  ]
}

/** Without a meeting yet, the file is dated from the last day of travel: a date of the facts, never of the clock. */
export function actMetadata({ facts, language }: ActContext, subject: string): ActDocument['metadata'] {
  const lastReturn = facts.missions
    .flatMap((mission) => (mission.return === null ? [] : [mission.return]))
    .sort()
    .at(-1)
  const body = factWords(facts.meeting.body, language)
  const meeting = facts.meeting.date === null ? body : `${body}, ${formatDate(facts.meeting.date, language)}`
  return {
    runningReference: [facts.reference, meeting].filter((part) => part !== null && part !== '').join(' – '),
    author: factWords(facts.authority.name, language),
    subject: `${subject} – ${factWords(facts.object, language)}`,
    keywords: [...facts.missions, ...(facts.agreement ? [facts.agreement] : [])].map(({ title }) => factWords(title, language)),
    dated: facts.meeting.date ?? lastReturn ?? '2000-01-01',
  }
}

/** A report is dated by hand when signed; a deliberation bears the date of its vote. */
export function signature({ facts, language }: ActContext, dated: string | null): SignatureBlock {
  const words = actWords(language)
  const { place } = facts.authority
  const { signatory } = facts
  const date = dated === null ? '' : language === 'fr' ? `, le ${dated}` : `, on ${dated}`
  return {
    kind: 'signature',
    placeAndDate: place === null ? null : `${words.done(place)}${date}`,
    capacity: signatory === null ? '' : signedCapacity(signatory, language),
    name: signatory === null ? '' : officeHolder({ ...signatory, gender: null, capacity: null }, language),
  }
}

/** « La Présidente du Conseil départemental »: the capacity alone when the gender is unknown. */
function signedCapacity(signatory: OfficeHolder, language: ActLanguage): string {
  const capacity = factWords(signatory.capacity, language)
  if (capacity === '' || signatory.gender === null || language === 'en') return capacity
  const article = theInstitutionFr(capacity, signatory.gender)
  return article.slice(0, 1).toLocaleUpperCase('fr') + article.slice(1)
}
