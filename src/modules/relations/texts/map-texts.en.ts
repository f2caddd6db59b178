import type { MapTexts } from './map-texts.fr.ts'

const en: MapTexts = {
  title: 'Map of the network',
  lead: 'The cities with which you have something: an arc for each, solid when an agreement holds.',
  directory: 'Directory',
  filter: 'Show',
  all: 'All cities',
  filters: {
    agreement: 'With an agreement',
    mission: 'With a mission',
    visit: 'With a visit received',
    attention: 'To be taken up again',
  },
  apply: 'Filter',
  label: (count) =>
    count === 0
      ? 'Map without a city'
      : count === 1
        ? 'Map of one city, linked to yours by an arc'
        : `Map of ${count} cities, linked to yours by arcs`,
  home: 'Home',
  caption: 'The same facts as a table',
  tableTitle: 'The same facts as a table',
  none: 'No city answers this filter.',
  noHome: 'The city of your organisation is not known: arcs cannot be drawn. Name it in the settings.',
  legend: { agreement: 'agreement in force', other: 'missions or visits, no agreement in force', attention: 'to be taken up again' },
  columns: {
    city: 'City',
    country: 'Country',
    agreements: 'Agreements',
    missions: 'Missions',
    visits: 'Visits received',
    last: 'Latest contact',
    health: 'Sign',
  },
  agreements: (count, planned) => (planned > 0 ? `${count} (to be concluded: ${planned})` : String(count)),
  grid: 'Grid of 30° by 30°, equirectangular projection. Coordinates: GeoNames, CC BY 4.0; land: Natural Earth, public domain.',
  attention: 'to be taken up again',
  fine: 'lively',
}

export default en
