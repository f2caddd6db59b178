import { href } from 'react-router'
import type { MeetingFigures } from '#modules/meetings/index.ts'
import { statisticsTexts } from '#modules/meetings/texts/statistics-texts.ts'
import { surveyTexts } from '#modules/meetings/texts/survey-texts.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import { formatMoney } from '#platform/pure/money.ts'
import { FigureLink } from '#ui/figure-link.tsx'
import type { KeyFact } from '#ui/key-facts.tsx'

/** What each event of meetings brings to the figures of its mission: held, companies, contracts and amounts with what they rest on, and on which day. */
export function meetingFacts(missionId: string, figures: readonly MeetingFigures[], locale: Locale): KeyFact[] {
  const { mission: words } = statisticsTexts[locale]
  const survey = surveyTexts[locale]
  return figures.map(({ event, meetings, held, companies, latest, asOf }) => {
    const label = pick(event.title, locale).text
    const facts = [words.companies(companies)]
    if (latest && latest.counts.contracts.total > 0) facts.push(words.contracts(latest.counts.contracts.total))
    for (const value of latest?.values ?? []) facts.push(survey.amount(formatMoney(value, locale), survey.qualifiers[value.qualifier]))
    return {
      key: `meetings-${event.id}`,
      label,
      value: (
        <FigureLink label={label} to={href('/missions/:missionId/rendez-vous/:eventId/bilan', { missionId, eventId: event.id })}>
          {words.held(held, meetings)}
        </FigureLink>
      ),
      note: asOf === null ? words.facts(facts) : words.asOf(facts, formatDate(asOf, locale)),
    }
  })
}
