import { pick } from '#platform/pure/localized.ts'
import type { Cells } from '../domain/coverage.ts'
import type { ReviewPart } from '../domain/review.ts'
import type { PlanCoverage } from '../usecases/read-coverage.ts'

const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`
const say = (content: Parameters<typeof pick>[0]) => pick(content, 'fr').text
const listed = (items: readonly string[]) => new Intl.ListFormat('fr', { type: 'conjunction' }).format(items)

/** What was done of each kind. What was not is left unsaid: the table beside it shows the zeros. */
function counted({ missions, visits, events, agreements }: Cells): string {
  const said = [
    { done: missions.done, one: 'mission', many: 'missions' },
    { done: visits.done, one: 'visite reçue', many: 'visites reçues' },
    { done: events.done, one: 'événement accueilli', many: 'événements accueillis' },
    { done: agreements.done, one: 'accord', many: 'accords' },
  ].filter(({ done }) => done > 0)
  return listed(said.map(({ done, one, many }) => plural(done, one, many))) || 'rien encore'
}

/** What the product proposes to say, from the figures of the year; the officer rewrites it. */
export const drafts: Readonly<Record<ReviewPart, (covered: PlanCoverage, year: number) => string>> = {
  opening: ({ plan, coverage }, year) =>
    [
      `La stratégie « ${say(plan.title)} » (${plan.fromYear}–${plan.toYear}) retient ${plural(plan.objectives.length, 'objectif', 'objectifs')} et ${plural(plan.destinations.length, 'destination prioritaire', 'destinations prioritaires')}.`,
      `Ce qui y a contribué en ${year} : ${counted(coverage.total)}.`,
    ].join(' '),
  findings: ({ plan, coverage }) => {
    const name = (id: string) => {
      const destination = plan.destinations.find((each) => each.id === id)
      return destination ? say(destination.cityName) || destination.country : ''
    }
    const there = coverage.destinations.filter(({ works }) => works.length > 0).map(({ id }) => name(id))
    const sentences = [
      there.length === 0
        ? 'Aucune destination prioritaire n’a été touchée dans l’année.'
        : `Destinations prioritaires concernées, ${there.length} sur ${plan.destinations.length} : ${listed(there)}.`,
      ...plan.objectives.map(({ id, title }) => {
        const line = coverage.objectives.find((each) => each.id === id)
        return `« ${say(title)} » : ${line ? counted(line.cells) : 'rien encore'}.`
      }),
      ...(coverage.untied.length > 0
        ? [`${plural(coverage.untied.length, 'action n’est rattachée', 'actions ne sont rattachées')} à aucun objectif.`]
        : []),
    ]
    return sentences.join('\n')
  },
  outlook: ({ pipeline, plan }) => {
    const prepared = pipeline.map(({ title }) => say(title))
    return [
      prepared.length === 0 ? 'Aucun accord n’est en préparation.' : `Accords en préparation : ${listed(prepared)}.`,
      `La période s’achève en ${plan.toYear}.`,
    ].join('\n')
  },
}

const fr = {
  title: (year: number) => `Revue de ${year}`,
  documentTitle: (plan: string, year: number) => `${plan} – revue annuelle ${year}`,
  subject: 'Revue annuelle de la stratégie internationale',
  period: 'Période de la stratégie',
  dated: 'Chiffres arrêtés au',
  list: 'Revues annuelles',
  listNote: 'Une par année de la stratégie : des chiffres comptés à la lecture, et le texte que vous écrivez autour.',
  listCaption: 'Revues annuelles de la stratégie',
  year: 'Année',
  parts: { opening: 'Ouverture', findings: 'Constats', outlook: 'Perspectives' } satisfies Record<ReviewPart, string>,
  partHint: 'Un paragraphe par ligne.',
  inEnglish: (part: string) => `${part}, en anglais`,
  inFrench: (part: string) => `${part}, en français`,
  draft: 'Ce texte est un brouillon tiré des chiffres : relisez-le et réécrivez-le, puis enregistrez.',
  figures: 'Chiffres de l’année',
  untied: 'Sans objectif rattaché',
  write: 'Écrire la revue',
  writeNote: 'Les chiffres ne s’écrivent pas : ils sont comptés. Le document les reprend, avec ces textes.',
  save: 'Enregistrer la revue',
  pdf: 'Document PDF',
  docx: 'Document Word',
  file: (year: number, format: string) => `revue-${year}.${format}`,
  sharedName: (name: string, other: string) => `${name} (avec ${other})`,
  work: (title: string, kind: string) => `${title} (${kind.toLowerCase()})`,
  cell: (done: number, planned: number | null) => (planned === null ? String(done) : `${done} sur ${planned}`),
  cellAhead: (cell: string, ahead: number) => `${cell} (${ahead} à venir)`,
}

export type ReviewTexts = typeof fr
export default fr
