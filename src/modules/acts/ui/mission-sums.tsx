import { href } from 'react-router'
import { daysInclusive } from '#platform/pure/local-date.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FigureLink } from '#ui/figure-link.tsx'
import { Amount, DateRange } from '#ui/format.tsx'
import { daysFromReturnToVote } from '../domain/completeness.ts'
import type { MissionFacts, ReportFacts } from '../domain/facts.ts'
import { actTexts } from '../texts.ts'
import { figureAddress } from './figure-address.ts'

type MissionSumsProps = { facts: ReportFacts; actId: string; missionTitles: Readonly<Record<string, string>> }

/** The missions of an act and what they add up to: what a total over all of them is made of. */
export function MissionSums({ facts, actId, missionTitles }: MissionSumsProps) {
  const texts = useCatalogue(actTexts).check
  const { currency } = facts
  const titleOf = ({ id }: MissionFacts) => missionTitles[id] ?? ''
  return (
    <DataTable
      caption={texts.missionsCaption}
      captionHidden
      rows={facts.missions}
      rowKey={(mission) => mission.id}
      rowLink={(mission) => href('/missions/:missionId', { missionId: mission.id })}
      columns={[
        { key: 'mission', header: texts.columns.mission, render: titleOf },
        {
          key: 'dates',
          header: texts.columns.dates,
          render: ({ departure, return: back }) => departure && back && <DateRange from={departure} to={back} />,
        },
        {
          key: 'days',
          header: texts.columns.days,
          align: 'figure',
          render: ({ departure, return: back }) => departure && back && departure <= back && daysInclusive(departure, back),
        },
        {
          key: 'wait',
          header: texts.columns.wait,
          align: 'figure',
          render: (mission) => {
            const days = daysFromReturnToVote(mission, facts.meeting.date)
            return days !== null && texts.wait(days)
          },
        },
        {
          key: 'members',
          header: texts.columns.members,
          align: 'figure',
          render: (mission) => (
            <FigureLink label={titleOf(mission)} to={figureAddress({ kind: 'members', missionId: mission.id }, actId)}>
              {mission.members.length}
            </FigureLink>
          ),
          footer: facts.missions.reduce((count, mission) => count + mission.members.length, 0),
        },
        {
          key: 'total',
          header: texts.columns.total,
          align: 'figure',
          render: (mission) => (
            <FigureLink label={titleOf(mission)} to={figureAddress({ kind: 'expenses', missionId: mission.id }, actId)}>
              <Amount cents={BigInt(mission.totalCents)} currency={currency} />
            </FigureLink>
          ),
          footer: <Amount cents={BigInt(facts.grandTotalCents)} currency={currency} />,
        },
      ]}
    />
  )
}
