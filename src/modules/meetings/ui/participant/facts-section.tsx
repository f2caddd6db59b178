import { Link, href } from 'react-router'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Section } from '#ui/section.tsx'
import type { Circle, EventLeg } from '../../domain/event.ts'
import type { Participant } from '../../domain/participant.ts'
import { planTexts } from '../../texts/plan-texts.ts'
import { eventTexts } from '../../texts/event-texts.ts'
import { PresenceForm } from './presence-form.tsx'
import { ProfileForm } from '../profile-form.tsx'
import type { Refusal } from '../refusal.ts'

type FactsSectionProps = {
  missionId: string
  eventId: string
  participant: Participant
  circles: readonly Circle[]
  legs: readonly EventLeg[]
  /** The legs it is on. */
  presence: readonly string[]
  mayWrite: boolean
  refusal: Refusal
  requestKey: string
}

/** Who takes part: what everyone of the mission reads of them. */
export function FactsSection({
  missionId,
  eventId,
  participant,
  circles,
  legs,
  presence,
  mayWrite,
  refusal,
  requestKey,
}: FactsSectionProps) {
  const { participant: words, agenda } = useCatalogue(eventTexts)
  const { legs: legWords } = useCatalogue(planTexts)
  const locale = useLocale()
  const there = legs.filter(({ id }) => presence.includes(id))
  const circle = circles.find(({ id }) => id === participant.circleId)
  return (
    <Section
      title={participant.name}
      note={words.factsNote(participant.organisationName)}
      action={<Link to={href('/missions/:missionId/rendez-vous/:eventId', { missionId, eventId })}>{words.back}</Link>}
    >
      <KeyFacts
        facts={[
          { key: 'circle', label: words.circle, value: circle && pick(circle.name, locale).text },
          { key: 'city', label: words.city, value: [participant.city, participant.country].filter(Boolean).join(', ') },
          ...(legs.length > 1
            ? [{ key: 'legs', label: legWords.presence, value: there.map(({ cityName }) => pick(cityName, locale).text).join(', ') }]
            : []),
          { key: 'sectors', label: words.sectors, value: participant.sectors.join(', ') },
          { key: 'offers', label: words.offers, value: participant.offers.join(', ') },
          { key: 'needs', label: words.needs, value: participant.needs.join(', ') },
          { key: 'languages', label: words.languages, value: participant.languages.join(', ') },
          { key: 'figures', label: words.figures, value: `${participant.target} – ${participant.meetingQuota}` },
        ]}
      />
      <Link
        to={href('/missions/:missionId/rendez-vous/:eventId/agenda/:participantId', { missionId, eventId, participantId: participant.id })}
      >
        {agenda.link}
      </Link>
      {mayWrite && (
        <details open={refusal?.values.intent === 'profile' || refusal?.values.intent === 'legs'}>
          <summary>{words.facts}</summary>
          {legs.length > 1 && <PresenceForm legs={legs} presence={presence} refusal={refusal} requestKey={requestKey} />}
          <ProfileForm circles={circles} participant={participant} refusal={refusal} requestKey={requestKey} />
        </details>
      )}
    </Section>
  )
}
