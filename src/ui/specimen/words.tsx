import { instantOfMilliseconds } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { DateRange, DateText, LocalizedText, QualifiedFigure, ZonedTime } from '../format.tsx'
import { FigureLink } from '../figure-link.tsx'
import { KeyFigures } from '../key-figures.tsx'
import { TaskList } from '../task-list.tsx'
import { KeyFacts } from '../key-facts.tsx'
import { Notice } from '../notice.tsx'
import { Ribbon } from '../ribbon.tsx'
import { Section } from '../section.tsx'
import { Timeline } from '../timeline.tsx'
import { troubledSteps } from './steps.ts'

const signing = instantOfMilliseconds(Date.UTC(2027, 2, 17, 9, 30))

export function SpecimenWords() {
  return (
    <>
      <Section title="L’essentiel" note="Ce que tous les partenaires voient.">
        <KeyFacts
          facts={[
            {
              key: 'dates',
              label: 'Dates',
              value: <DateRange from={asLocalDate('2027-03-16')} to={asLocalDate('2027-03-18')} />,
              note: 'trois jours, transport compris',
            },
            { key: 'place', label: 'Ville', value: 'Valdoria, Italie', note: 'heure de Rome' },
            { key: 'lead', label: 'Chef de file', value: 'Métropole de Rochebrune' },
            {
              key: 'partners',
              label: 'Partenaires',
              value: 'Chambre de commerce, Port de Rochebrune, Université des Calanques et cinq autres',
            },
            { key: 'head', label: 'Cheffe de délégation' },
            { key: 'language', label: 'Langues de travail', value: 'français, italien, anglais' },
            {
              key: 'signing',
              label: 'Signature',
              value: <ZonedTime instant={signing} zone={asTimeZone('Europe/Rome')} />,
            },
            {
              key: 'companies',
              label: 'Entreprises attendues',
              value: <QualifiedFigure figure={{ value: 50, qualifier: 'about' }} noun={{ one: 'entreprise', other: 'entreprises' }} />,
            },
            {
              key: 'theme',
              label: 'Thème proposé par la ville d’accueil',
              value: <LocalizedText content={{ it: 'Riparazione navale e rifiuti di bordo' }} />,
            },
          ]}
        />
        <Notice tone="warning" title="Le mandat spécial doit être voté avant le départ">
          <p>
            Il reste une réunion de la commission permanente avant le 16 mars. Passée cette date, les frais de mission des élus ne
            pourraient plus être remboursés.
          </p>
        </Notice>
      </Section>
      <Section title="À faire">
        <TaskList
          label="À faire"
          tasks={[
            {
              key: 'mandate',
              what: 'Faire voter le mandat spécial',
              to: '/actes',
              who: 'Service des assemblées',
              by: 'avant le 12 mars',
              state: 'late',
            },
            {
              key: 'list',
              what: 'Arrêter la liste des entreprises',
              to: '/delegation',
              who: 'Chambre de commerce',
              by: 'avant le 20 mars',
            },
            { key: 'hotel', what: 'Réserver l’hôtel', who: 'Camille Arnal', state: 'done' },
          ]}
        />
      </Section>
      <Section title="En chiffres">
        <KeyFigures
          figures={[
            {
              key: 'members',
              label: 'personnes',
              figure: (
                <FigureLink to="/delegation" label="personnes">
                  20
                </FigureLink>
              ),
              note: 'dont six élus',
            },
            { key: 'organisations', label: 'organisations', figure: '8' },
            {
              key: 'companies',
              label: 'entreprises',
              figure: <QualifiedFigure figure={{ value: 50, qualifier: 'atLeast' }} format="compact" />,
              note: 'source : chambre de commerce',
            },
            { key: 'days', label: 'jours', figure: '3' },
          ]}
        />
      </Section>
      <Section title="Intentions" note="Reprises dans le rapport.">
        <div className="prose">
          <p>
            Rochebrune et Valdoria partagent un détroit, une école de marine et trois lignes régulières. La mission doit transformer un{' '}
            <a href="#content">protocole signé en 2021</a> en un accord dont chaque promesse a un responsable et une date.
          </p>
          <ul>
            <li>signer l’accord portuaire et son annexe sur la réparation navale ;</li>
            <li>présenter vingt entreprises à leurs homologues, sans temps mort ;</li>
            <li>ouvrir un échange d’apprentis entre les deux lycées maritimes.</li>
          </ul>
          <blockquote>Un port ne se visite pas : on y revient.</blockquote>
        </div>
      </Section>
      <Section title="Une mission contrariée">
        <Ribbon label="Étapes d’une mission annulée" steps={troubledSteps} />
      </Section>
      <Section title="Historique">
        <Timeline
          label="Historique de la mission"
          entries={[
            {
              key: '3',
              when: '4 janvier 2027 à 9 h 12',
              title: 'Dates repoussées d’une semaine',
              by: 'Camille Arnal, Métropole de Rochebrune',
            },
            {
              key: '2',
              when: '18 décembre 2026 à 17 h 40',
              title: 'L’Université des Calanques rejoint la mission',
              by: 'Idris Benhaddou, université',
            },
            {
              key: '1',
              when: <DateText date={asLocalDate('2026-11-04')} />,
              title: 'Mission créée',
              by: 'Camille Arnal, Métropole de Rochebrune',
            },
          ]}
        />
      </Section>
    </>
  )
}
