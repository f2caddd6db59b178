import { href } from 'react-router'
import type { Localized } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { LocalizedText } from '#ui/format.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { deskTexts } from '../texts/desk-texts.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { statisticsTexts } from '../texts/statistics-texts.ts'
import { surveyTexts } from '../texts/survey-texts.ts'
import styles from './event-views.module.css'

type EventViewsProps = { missionId: string; event: { readonly id: string; readonly title: Localized } }

/** Which event this is, and its parts, each at its address. */
export function EventViews({ missionId, event }: EventViewsProps) {
  const { views, wishes, runs, board } = useCatalogue(eventTexts)
  const desk = useCatalogue(deskTexts)
  const survey = useCatalogue(surveyTexts)
  const statistics = useCatalogue(statisticsTexts)
  const params = { missionId, eventId: event.id }
  return (
    <div className={styles.event}>
      <p className={styles.name}>
        <LocalizedText content={event.title} />
      </p>
      <Tabs
        label={views.label}
        tabs={[
          { to: href('/missions/:missionId/rendez-vous/:eventId', params), label: views.participants },
          { to: href('/missions/:missionId/rendez-vous/:eventId/souhaits', params), label: wishes.tab },
          { to: href('/missions/:missionId/rendez-vous/:eventId/plannings', params), label: runs.tab, end: false },
          { to: href('/missions/:missionId/rendez-vous/:eventId/tableau', params), label: board.tab },
          { to: href('/missions/:missionId/rendez-vous/:eventId/accueil', params), label: desk.tab },
          { to: href('/missions/:missionId/rendez-vous/:eventId/suites', params), label: survey.tab, end: false },
          { to: href('/missions/:missionId/rendez-vous/:eventId/bilan', params), label: statistics.tab },
          { to: href('/missions/:missionId/rendez-vous/:eventId/reglages', params), label: views.setup },
        ]}
      />
    </div>
  )
}
