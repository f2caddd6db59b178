import { pick } from '#platform/pure/localized.ts'
import type { Cells } from '../domain/coverage.ts'
import type { ReviewTexts, drafts as french } from './review-texts.fr.ts'

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
const say = (content: Parameters<typeof pick>[0]) => pick(content, 'en').text
const listed = (items: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items)

function counted({ missions, visits, events, agreements }: Cells): string {
  const said = [
    { done: missions.done, one: 'mission', many: 'missions' },
    { done: visits.done, one: 'visit received', many: 'visits received' },
    { done: events.done, one: 'hosted event', many: 'hosted events' },
    { done: agreements.done, one: 'agreement', many: 'agreements' },
  ].filter(({ done }) => done > 0)
  return listed(said.map(({ done, one, many }) => plural(done, one, many))) || 'nothing yet'
}

export const drafts: typeof french = {
  opening: ({ plan, coverage }, year) =>
    [
      `The strategy “${say(plan.title)}” (${plan.fromYear}–${plan.toYear}) sets ${plural(plan.objectives.length, 'objective', 'objectives')} and ${plural(plan.destinations.length, 'priority destination', 'priority destinations')}.`,
      `What contributed to it in ${year}: ${counted(coverage.total)}.`,
    ].join(' '),
  findings: ({ plan, coverage }) => {
    const name = (id: string) => {
      const destination = plan.destinations.find((each) => each.id === id)
      return destination ? say(destination.cityName) || destination.country : ''
    }
    const there = coverage.destinations.filter(({ works }) => works.length > 0).map(({ id }) => name(id))
    const sentences = [
      there.length === 0
        ? 'No priority destination was touched this year.'
        : `Priority destinations concerned, ${there.length} of ${plan.destinations.length}: ${listed(there)}.`,
      ...plan.objectives.map(({ id, title }) => {
        const line = coverage.objectives.find((each) => each.id === id)
        return `“${say(title)}”: ${line ? counted(line.cells) : 'nothing yet'}.`
      }),
      ...(coverage.untied.length > 0 ? [`${plural(coverage.untied.length, 'thing is', 'things are')} tied to no objective.`] : []),
    ]
    return sentences.join('\n')
  },
  outlook: ({ pipeline, plan }) => {
    const prepared = pipeline.map(({ title }) => say(title))
    return [
      prepared.length === 0 ? 'No agreement is being prepared.' : `Agreements being prepared: ${listed(prepared)}.`,
      `The period ends in ${plan.toYear}.`,
    ].join('\n')
  },
}

const en: ReviewTexts = {
  title: (year) => `Review of ${year}`,
  documentTitle: (plan, year) => `${plan} – yearly review ${year}`,
  subject: 'Yearly review of the international strategy',
  period: 'Period of the strategy',
  dated: 'Figures as of',
  list: 'Yearly reviews',
  listNote: 'One for each year of the strategy: figures counted when it is read, and the text you write around them.',
  listCaption: 'Yearly reviews of the strategy',
  year: 'Year',
  parts: { opening: 'Opening', findings: 'Findings', outlook: 'Outlook' },
  partHint: 'One paragraph a line.',
  inEnglish: (part) => `${part}, in English`,
  inFrench: (part) => `${part}, in French`,
  draft: 'This text is a draft made from the figures: read it, rewrite it, then save.',
  figures: 'Figures of the year',
  untied: 'Tied to no objective',
  write: 'Write the review',
  writeNote: 'Figures are not written: they are counted. The document shows them, with these texts.',
  save: 'Save the review',
  pdf: 'PDF document',
  docx: 'Word document',
  file: (year, format) => `review-${year}.${format}`,
  sharedName: (name, other) => `${name} (with ${other})`,
  work: (title, kind) => `${title} (${kind.toLowerCase()})`,
  cell: (done, planned) => (planned === null ? String(done) : `${done} of ${planned}`),
  cellAhead: (cell, ahead) => `${cell} (${ahead} ahead)`,
}

export default en
