/**
 * What public documents say of cities and of the networks in which one meets: a press release of Marseille before its mission to Miami (2017), a brochure
 * of Nice (2017), a page of Nantes on its mission to Québec (2024).
 */
const miami2017 = 'Communiqué de la Ville de Marseille sur sa mission à Miami, novembre 2017'
const nice2017 = 'Brochure de la Métropole Nice Côte d’Azur sur ses relations internationales, 2017'
const nantes2024 = 'Page de Nantes sur la mission au Québec, mai 2024'

export const facts = [
  {
    by: 'lucie',
    city: 'Miami',
    label: { fr: 'Rang économique', en: 'Economic rank' },
    value: '18ᵉ',
    qualifier: 'exact',
    scope: { fr: 'la Floride, parmi les économies du monde', en: 'Florida, among the economies of the world' },
    year: 2017,
    source: miami2017,
  },
  {
    by: 'lucie',
    city: 'Miami',
    label: { fr: 'Rang économique', en: 'Economic rank' },
    value: '4ᵉ',
    qualifier: 'exact',
    scope: { fr: 'parmi les économies des États-Unis', en: 'among the economies of the United States' },
    year: 2017,
    source: miami2017,
  },
  {
    by: 'lucie',
    city: 'Miami',
    label: { fr: 'Français qui y résident', en: 'French residents' },
    value: '120 000',
    qualifier: 'exact',
    scope: {},
    year: 2017,
    source: miami2017,
  },
  {
    by: 'lucie',
    city: 'Miami',
    label: { fr: 'Habitants', en: 'Inhabitants' },
    value: '2,5 millions',
    qualifier: 'atLeast',
    scope: { fr: 'le comté', en: 'the county' },
    year: 2017,
    source: miami2017,
  },
  {
    by: 'lucie',
    city: 'Miami',
    label: { fr: 'Croisiéristes par an', en: 'Cruise passengers a year' },
    value: '11 millions',
    qualifier: 'atLeast',
    scope: {},
    year: 2017,
    source: miami2017,
  },
  {
    by: 'armand',
    city: 'Xiamen',
    label: { fr: 'Touristes par an', en: 'Tourists a year' },
    value: '70 millions',
    qualifier: 'atLeast',
    scope: {},
    year: 2017,
    source: nice2017,
  },
] as const

export const memberships = [
  { by: 'aurore', city: 'Québec', networkCode: 'aimf', isOurs: false, role: 'vice_president', detail: {}, source: nantes2024 },
  {
    by: 'aurore',
    city: 'Québec',
    networkCode: 'aimf',
    isOurs: true,
    role: 'commission_chair',
    detail: { fr: 'Commission permanente des villes innovantes', en: 'Standing commission of innovative cities' },
    source: nantes2024,
  },
] as const

/** Celebrated for the sixtieth time in 2018. */
export const hamburg = {
  city: 'Hambourg',
  party: 'Freie und Hansestadt Hamburg',
  country: 'DE',
  title: { fr: 'Accord Marseille–Hambourg', en: 'Marseille–Hamburg agreement' },
  cooperationSince: 1958,
  attestedOn: '2017-11-04',
  source: miami2017,
} as const
