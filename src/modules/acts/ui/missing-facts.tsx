import { href } from 'react-router'
import { formatMoney, money } from '#platform/pure/money.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import { TaskList } from '#ui/task-list.tsx'
import type { MissingFact, MissingFactCode } from '../domain/completeness.ts'
import { actTexts } from '../texts.ts'

type MissingFactsProps = {
  missing: readonly MissingFact[]
  actId: string
  missionTitles: Readonly<Record<string, string>>
  currency: string
}

/** What an act still lacks: what keeps it from the agenda, then what the assembly must know. Each with who can supply it, and where. */
export function MissingFacts({ missing, ...props }: MissingFactsProps) {
  const texts = useCatalogue(actTexts).check
  const [blocking, warnings] = [missing.filter(isBlocking), missing.filter((fact) => !isBlocking(fact))]
  return (
    <>
      <Section title={texts.blocking} note={blocking.length > 0 && texts.blockingNote(blocking.length)}>
        {blocking.length === 0 ? <p>{texts.complete}</p> : <Facts label={texts.blocking} facts={blocking} {...props} />}
      </Section>
      {warnings.length > 0 && (
        <Section title={texts.warnings} note={texts.warningsNote}>
          <Facts label={texts.warnings} facts={warnings} {...props} />
        </Section>
      )}
    </>
  )
}

function isBlocking({ severity }: MissingFact): boolean {
  return severity === 'blocks'
}

function Facts({
  label,
  facts,
  actId,
  missionTitles,
  currency,
}: Omit<MissingFactsProps, 'missing'> & { label: string; facts: readonly MissingFact[] }) {
  const texts = useCatalogue(actTexts)
  const locale = useLocale()
  const amount = (cents: string) => formatMoney(money(BigInt(cents), currency), locale)
  const details = ({ code, days, expectedCents, foundCents, currency: foreign }: MissingFact): string[] => {
    const said: string[] = []
    if (days !== undefined) said.push(code === 'mandate_missing' ? texts.check.daysAfterReturn(days) : texts.check.daysAfterDeparture(days))
    if (expectedCents !== undefined && foundCents !== undefined) said.push(texts.check.sums(amount(expectedCents), amount(foundCents)))
    if (foreign !== undefined) said.push(foreign)
    return said
  }
  const tasks = facts.map((fact) => {
    const what = texts.check.missing[fact.code]
    const mission = fact.missionId === undefined ? undefined : missionTitles[fact.missionId]
    const words = [mission === undefined ? what : texts.check.of(what, mission), ...details(fact)].join(' · ')
    return {
      key: `${fact.code} ${fact.missionId ?? ''} ${fact.currency ?? ''}`,
      what: words,
      to: placeOf(fact, actId),
      who: texts.suppliers[fact.who],
      state: fact.code.startsWith('mandate_') ? ('late' as const) : ('open' as const),
    }
  })
  return <TaskList label={label} tasks={tasks} />
}

/** Where someone mends it. */
function placeOf({ code, missionId, agreementId }: MissingFact, actId: string): string {
  if (agreementId !== undefined) return placeInAgreement(code, agreementId)
  if (missionId === undefined)
    return MONEY.has(code) ? `${href('/actes/:actId', { actId })}#missions` : href('/actes/:actId/entete', { actId })
  if (MONEY.has(code)) return href('/missions/:missionId/depenses', { missionId })
  if (MEMBERS.has(code)) return href('/missions/:missionId/delegation', { missionId })
  if (OWN_PART.has(code)) return href('/missions/:missionId/notre-part', { missionId })
  if (code === 'mission_not_over') return href('/actes/:actId/entete', { actId })
  return href('/missions/:missionId/modifier', { missionId })
}

function placeInAgreement(code: MissingFactCode, agreementId: string): string {
  if (code === 'wording_missing' || code === 'authentic_text_missing') return href('/accords/:agreementId/texte', { agreementId })
  if (code === 'domains_missing' || code === 'pledges_missing') return href('/accords/:agreementId/engagements', { agreementId })
  return href('/accords/:agreementId/modifier', { agreementId })
}

const MONEY: ReadonlySet<MissingFactCode> = new Set([
  'expenses_missing',
  'negative_amount',
  'categories_do_not_add_up',
  'missions_do_not_add_up',
  'unconverted_currency',
])
const MEMBERS: ReadonlySet<MissingFactCode> = new Set(['members_missing', 'head_missing', 'several_heads'])
const OWN_PART: ReadonlySet<MissingFactCode> = new Set(['content_missing', 'mandate_missing', 'mandate_after_departure'])
