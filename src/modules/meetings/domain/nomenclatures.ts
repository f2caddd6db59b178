import type { Localized } from '#platform/pure/localized.ts'

/**
 * The divisions of the two nomenclatures companies are asked for most: NACE Rev. 2, which the French NAF follows to its fourth digit (Regulation (EC)
 * No 1893/2006, annex I), and the common procurement vocabulary (CPV, Regulation (EC) No 213/2008, annex I). Both are European law, reused freely under
 * Decision 2011/833/EU. Labels are shortened.
 */
export const schemes = ['nace', 'cpv'] as const
export type Scheme = (typeof schemes)[number]

/** « nace:62.01 », « cpv:72000000 »: a code under the name of its nomenclature. */
export type SectorCode = `${Scheme}:${string}`

const of = (lines: string): Readonly<Record<string, Localized>> =>
  Object.fromEntries(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [division = '', fr = '', en = ''] = line.split('|').map((part) => part.trim())
        return [division, { fr, en }]
      }),
  )

const divisions: Readonly<Record<Scheme, Readonly<Record<string, Localized>>>> = {
  nace: of(`
    01|Culture et production animale|Crop and animal production
    02|Sylviculture|Forestry
    03|Pêche et aquaculture|Fishing and aquaculture
    05|Extraction de houille|Mining of coal
    06|Extraction d’hydrocarbures|Extraction of oil and gas
    07|Extraction de minerais|Mining of metal ores
    08|Autres industries extractives|Other mining
    09|Soutien aux industries extractives|Mining support
    10|Industries alimentaires|Food products
    11|Boissons|Beverages
    12|Tabac|Tobacco
    13|Textiles|Textile manufacture
    14|Habillement|Wearing apparel
    15|Cuir et chaussure|Leather and footwear
    16|Bois|Wood products
    17|Papier et carton|Paper
    18|Imprimerie|Printing
    19|Cokéfaction et raffinage|Coke and refined petroleum
    20|Industrie chimique|Chemicals
    21|Industrie pharmaceutique|Pharmaceuticals
    22|Caoutchouc et plastique|Rubber and plastic
    23|Verre, céramique, béton|Glass, ceramics, concrete
    24|Métallurgie|Basic metals
    25|Produits métalliques|Fabricated metal products
    26|Produits informatiques, électroniques et optiques|Computer, electronic and optical products
    27|Équipements électriques|Electrical equipment
    28|Machines et équipements|Machinery
    29|Industrie automobile|Motor vehicles
    30|Autres matériels de transport|Other transport equipment
    31|Meubles|Furniture
    32|Autres industries manufacturières|Other manufacturing
    33|Réparation et installation de machines|Repair and installation of machinery
    35|Électricité, gaz, vapeur|Electricity, gas, steam
    36|Captage et distribution d’eau|Water supply
    37|Eaux usées|Sewerage
    38|Déchets|Waste
    39|Dépollution|Remediation
    41|Construction de bâtiments|Construction of buildings
    42|Génie civil|Civil engineering
    43|Travaux de construction spécialisés|Specialised construction
    45|Commerce et réparation d’automobiles|Trade and repair of motor vehicles
    46|Commerce de gros|Wholesale trade
    47|Commerce de détail|Retail trade
    49|Transports terrestres|Land transport
    50|Transports par eau|Water transport
    51|Transports aériens|Air transport
    52|Entreposage et services aux transports|Warehousing and support for transport
    53|Poste et courrier|Postal services
    55|Hébergement|Accommodation
    56|Restauration|Food and beverage service
    58|Édition|Publishing
    59|Films, programmes, musique|Film, television and music
    60|Programmation et diffusion|Broadcasting
    61|Télécommunications|Telecommunication networks
    62|Programmation et conseil informatique|Computer programming and consultancy
    63|Services d’information|Information services
    64|Services financiers|Financial services
    65|Assurance|Insurance
    66|Auxiliaires de la finance et de l’assurance|Auxiliaries of finance and insurance
    68|Immobilier|Real estate
    69|Droit et comptabilité|Law and accounting
    70|Sièges sociaux et conseil de gestion|Head offices and management consultancy
    71|Architecture et ingénierie|Architecture and engineering
    72|Recherche-développement|Research and development
    73|Publicité et études de marché|Advertising and market research
    74|Autres activités spécialisées|Other professional activities
    75|Vétérinaires|Veterinary
    77|Location|Rental and leasing
    78|Emploi|Employment
    79|Agences de voyage|Travel agencies
    80|Enquêtes et sécurité|Security and investigation
    81|Services aux bâtiments et paysage|Services to buildings and landscape
    82|Services administratifs aux entreprises|Office support
    84|Administration publique|Public administration
    85|Enseignement|Education
    86|Santé humaine|Human health
    87|Hébergement médico-social|Residential care
    88|Action sociale|Social work
    90|Arts et spectacle vivant|Arts and live performance
    91|Bibliothèques, archives, musées|Libraries, archives, museums
    92|Jeux de hasard|Gambling
    93|Sport et loisirs|Sports and recreation
    94|Organisations associatives|Membership organisations
    95|Réparation d’ordinateurs et de biens domestiques|Repair of computers and household goods
    96|Autres services personnels|Other personal services
    97|Ménages employeurs|Households as employers
    98|Production des ménages pour eux-mêmes|Households’ own production
    99|Organismes extraterritoriaux|Extraterritorial organisations`),
  cpv: of(`
    03|Produits agricoles, de la pêche et forestiers|Agricultural, fishing and forestry products
    09|Produits pétroliers, électricité et énergie|Petroleum products, electricity and energy
    14|Produits d’exploitation minière|Mining products
    15|Produits alimentaires et boissons|Food and beverages
    16|Machines agricoles|Agricultural machinery
    18|Vêtements, chaussures, bagages|Clothing, footwear, luggage
    19|Cuir, textile, plastique|Leather, textile, plastic materials
    22|Imprimés|Printed matter
    24|Produits chimiques|Chemical products
    30|Machines de bureau et matériel informatique|Office and computing machinery
    31|Machines et appareils électriques|Electrical machinery
    32|Radio, télévision, communication|Radio, television, communication
    33|Équipements médicaux et pharmaceutiques|Medical and pharmaceutical equipment
    34|Équipement de transport|Transport equipment
    35|Sécurité, lutte contre l’incendie, défense|Security, fire-fighting, defence equipment
    37|Instruments de musique, sport, jeux|Musical instruments, sport goods, games
    38|Équipements de laboratoire et d’optique|Laboratory and optical equipment
    39|Meubles et équipement domestique|Furniture and domestic equipment
    41|Eau captée et épurée|Collected and purified water
    42|Machines industrielles|Industrial machinery
    43|Machines de construction|Machinery for construction
    44|Structures et matériaux de construction|Construction structures and materials
    45|Travaux de construction|Construction work
    48|Logiciels et systèmes d’information|Software and information systems
    50|Services de réparation et d’entretien|Repair and maintenance services
    51|Services d’installation|Installation services
    55|Hôtellerie, restauration, commerce de détail|Hotel, restaurant and retail services
    60|Services de transport|Transport services
    63|Services d’appui aux transports et voyages|Supporting transport and travel services
    64|Services des postes et télécommunications|Postal and telecommunications services
    65|Services publics|Public utilities
    66|Services financiers et d’assurance|Financial and insurance services
    70|Services immobiliers|Real estate services
    71|Services d’architecture et d’ingénierie|Architectural and engineering services
    72|Services de technologies de l’information|IT services
    73|Services de recherche et développement|Research and development services
    75|Services de l’administration publique|Administration services
    76|Services de l’industrie du pétrole et du gaz|Services related to the oil and gas industry
    77|Services agricoles, sylvicoles, aquacoles|Agricultural, forestry and aquacultural services
    79|Services aux entreprises|Business services
    80|Services d’enseignement et de formation|Education and training services
    85|Services de santé et services sociaux|Health and social work services
    90|Services d’évacuation et de traitement, environnement|Sewage, refuse, cleaning and environmental services
    92|Services récréatifs, culturels et sportifs|Recreational, cultural and sporting services
    98|Autres services collectifs et personnels|Other community and personal services`),
}

const shapes: Readonly<Record<Scheme, RegExp>> = {
  // NACE 62, 62.0, 62.01; NAF 62.01Z or 6201Z.
  nace: /^(\d{2})(?:\.?(\d{1,2}))?[A-Z]?$/,
  // CPV 72000000 or 72000000-5; a division alone, 72.
  cpv: /^(\d{2})(\d{6})?(?:-\d)?$/,
}

/** A code as people copy it from their registration, or null when its nomenclature has no such division. */
export function readSectorCode(scheme: Scheme, typed: string): SectorCode | null {
  const [, division = '', rest = ''] = shapes[scheme].exec(typed.trim().toUpperCase()) ?? []
  if (!divisions[scheme][division]) return null
  return scheme === 'nace' ? `nace:${division}${rest && `.${rest}`}` : `cpv:${division}${rest || '000000'}`
}

/** « nace:62 » of « nace:62.01 »: what two companies have in common when they are in one trade. */
export function divisionOf(code: string): string {
  const [scheme = '', digits = ''] = code.split(':')
  return `${scheme}:${digits.slice(0, 2)}`
}

/** The name of the division a code is of. */
export function divisionName(code: string): Localized {
  const [scheme, division = ''] = divisionOf(code).split(':')
  return (scheme === 'nace' || scheme === 'cpv' ? divisions[scheme][division] : undefined) ?? {}
}

/** The digits alone of those of one nomenclature, as a form shows them. */
export function codesOf(codes: readonly string[], scheme: Scheme): string[] {
  return codes.flatMap((code) => (code.startsWith(`${scheme}:`) ? [code.slice(scheme.length + 1)] : []))
}
