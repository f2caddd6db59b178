import type { VisitorName } from './house.ts'

/** What a visitor gets: an HTTP status, or the way to the sign-in page. */
export type Answer = number | 'sign-in'

/** nobody · claire (administrator, officer) · mehdi (finance) · solange (assembly) · roland (reader) — all Département — lucie (Marseille) · giulia (Genoa) */
type Row = readonly [nobody: Answer, claire: Answer, mehdi: Answer, solange: Answer, roland: Answer, lucie: Answer, giulia: Answer]

export type Expectation = {
  /** False for an address that answers a file or a redirection, never a page. */
  readonly isPage?: false
  /** Values of the parameters of the pattern: names of objects of `objects.ts`. */
  readonly params?: Readonly<Record<string, string>>
  readonly get: Row
  /** One form that would be accepted from someone who may; what each visitor gets for it. */
  readonly post?: {
    /** React Router's mark of an index route. */ readonly query?: '?index'
    readonly form: Readonly<Record<string, string>>
    readonly answers: Row
  }
}

export function answerOf(row: Row, visitor: VisitorName): Answer {
  const order: readonly VisitorName[] = ['nobody', 'claire', 'mehdi', 'solange', 'roland', 'lucie', 'giulia']
  return row[order.indexOf(visitor)] ?? 500
}

const everybody: Row = [200, 200, 200, 200, 200, 200, 200]
const signedIn: Row = ['sign-in', 200, 200, 200, 200, 200, 200]
const onlyBeforeSignIn: Row = [200, 302, 302, 302, 302, 302, 302]
/** Miami: the Département and Marseille take part, Genoa does not. */
const partners: Row = ['sign-in', 200, 200, 200, 200, 200, 404]
const officersOfPartners: Row = ['sign-in', 200, 403, 403, 403, 200, 404]
const administrators: Row = ['sign-in', 200, 403, 403, 403, 200, 200]
const officers = administrators
const ownOrganisation: Row = ['sign-in', 200, 200, 200, 200, 404, 404]
const toSignIn: Row = ['sign-in', 'sign-in', 'sign-in', 'sign-in', 'sign-in', 'sign-in', 'sign-in']
/** An address that only takes what is sent to it shows the page it belongs to. */
const toDesk: Row = [302, 302, 302, 302, 302, 302, 302]
const nowhere: Row = [404, 404, 404, 404, 404, 404, 404]

const ratification = { actId: 'ratification' } as const
const miami = { missionId: 'miami' } as const
/** Asked of the Département: its officers answer, its other members do not read it, and for others there is nothing there. */
const visitRequest = { requestId: 'visitRequest' } as const
const reception = { missionId: 'reception' } as const
const ownRequest: Row = ['sign-in', 200, 403, 403, 403, 404, 404]
/** Of the Département, voted. */
const agreement = { agreementId: 'agreement' } as const
/** Of the Département. */
const plan = { planId: 'plan' } as const

/** Every address of src/routes.ts. A route that is not here fails the suite. */
export const expectations: Readonly<Record<string, Expectation>> = {
  '/': { get: signedIn },
  '/connexion': { get: onlyBeforeSignIn },
  '/connexion/code': { get: toSignIn },
  '/connexion/second-facteur': { get: everybody },
  '/connexion/fournisseur': { get: toSignIn },
  '/deconnexion': { get: [302, 302, 302, 302, 302, 302, 302] },
  '/invitation/:token': { params: { token: 'unknown' }, get: nowhere },
  '/inscription/:token': { params: { token: 'unknown' }, get: nowhere },
  '/inscription/suivi/:secret': { params: { secret: 'unknown' }, get: nowhere },
  '/inscription/adresse/:token': {
    params: { token: 'unknown' },
    get: everybody,
    post: { form: {}, answers: [410, 410, 410, 410, 410, 410, 410] },
  },
  '/partenariat/:token': { params: { token: 'unknown' }, get: nowhere },
  '/rendez-vous/:token': { params: { token: 'unknown' }, get: nowhere },
  '/enquete/:token': { params: { token: 'unknown' }, get: nowhere },
  '/premiere-utilisation': { get: [302, 302, 302, 302, 302, 302, 302] },
  '/langue': { get: [302, 302, 302, 302, 302, 302, 302] },
  '/compte': { get: signedIn },
  '/compte/organisation': { get: signedIn },
  '/compte/second-facteur': { get: signedIn },

  '/missions': { get: signedIn },
  '/missions/nouvelle': {
    get: officers,
    post: { form: { titleFr: 'Mission de la matrice', kind: 'outgoing' }, answers: ['sign-in', 302, 403, 403, 403, 302, 302] },
  },
  '/missions/invitations': {
    get: signedIn,
    post: { form: { invitationId: 'leadSeat' }, answers: ['sign-in', 404, 403, 403, 403, 404, 404] },
  },
  '/missions/:missionId': {
    params: miami,
    get: partners,
    post: { query: '?index', form: { state: 'confirmed' }, answers: ['sign-in', 422, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/modifier': {
    params: miami,
    get: officersOfPartners,
    post: { form: { titleFr: 'Autre titre', kind: 'outgoing', version: '0' }, answers: ['sign-in', 409, 403, 403, 403, 409, 404] },
  },
  '/missions/:missionId/partenaires': {
    params: miami,
    get: partners,
    post: { form: { intent: 'release', partnerId: 'leadSeat' }, answers: ['sign-in', 422, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/notre-part': {
    params: miami,
    get: partners,
    post: { form: { intent: 'narrative', version: '99', bodyFr: 'Texte' }, answers: ['sign-in', 409, 403, 409, 403, 302, 404] },
  },
  '/missions/:missionId/volets': {
    params: miami,
    get: partners,
    post: { form: { intent: 'withdraw' }, answers: ['sign-in', 422, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/contacts': {
    params: miami,
    get: partners,
    post: { form: { personId: 'person', toEveryone: 'on' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/missions/:missionId/echanges': {
    params: miami,
    get: partners,
    post: { form: { intent: 'write', readers: 'own', body: 'Message de la matrice' }, answers: ['sign-in', 302, 302, 302, 403, 302, 404] },
  },
  '/missions/:missionId/taches': {
    params: miami,
    get: partners,
    post: {
      form: { intent: 'write', readers: 'own', title: 'Tâche de la matrice', ownerOrganisationId: 'department' },
      answers: ['sign-in', 302, 302, 302, 403, 422, 404],
    },
  },
  '/missions/:missionId/taches/:taskId': { params: { ...miami, taskId: 'task' }, get: ['sign-in', 200, 200, 200, 403, 403, 404] },
  '/missions/:missionId/poches': {
    params: miami,
    get: partners,
    post: {
      form: { intent: 'publish', name: 'Permanence de la matrice', phone: '+33491130000', isShared: 'own' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 404],
    },
  },
  '/missions/:missionId/rendez-vous': {
    params: miami,
    get: partners,
    post: {
      form: { titleFr: 'Événement de la matrice', legId: 'leg', preset: 'visits', opensOn: '2017-09-01', closesOn: '2017-10-01' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 404],
    },
  },
  '/missions/:missionId/rendez-vous/importer': {
    params: miami,
    get: officersOfPartners,
    post: { form: { legId: 'leg' }, answers: ['sign-in', 422, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/rendez-vous/:eventId': { params: { ...miami, eventId: 'meetings' }, get: partners },
  '/missions/:missionId/rendez-vous/:eventId/souhaits': { params: { ...miami, eventId: 'meetings' }, get: officersOfPartners },
  '/missions/:missionId/rendez-vous/:eventId/rapprochements': { params: { ...miami, eventId: 'meetings' }, get: officersOfPartners },
  '/missions/:missionId/rendez-vous/:eventId/rapprochements/:format': {
    isPage: false,
    params: { ...miami, eventId: 'meetings', format: 'csv' },
    get: officersOfPartners,
  },
  '/missions/:missionId/rendez-vous/:eventId/reglages': {
    params: { ...miami, eventId: 'meetings' },
    get: partners,
    post: {
      form: { intent: 'resource', kind: 'vehicle', name: 'Véhicule de la matrice' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 404],
    },
  },
  '/missions/:missionId/rendez-vous/:eventId/plannings': {
    params: { ...miami, eventId: 'meetings' },
    get: officersOfPartners,
    post: { form: { intent: 'run', seed: '1', rounds: '1' }, answers: ['sign-in', 302, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/rendez-vous/:eventId/plannings/:number': {
    params: { ...miami, eventId: 'meetings', number: '1' },
    get: officersOfPartners,
    post: { form: { intent: 'stop' }, answers: ['sign-in', 422, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/rendez-vous/:eventId/tableau': {
    params: { ...miami, eventId: 'meetings' },
    get: partners,
    post: { form: { meetingId: 'meeting', isLocked: 'no' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/rendez-vous/:eventId/tableau/etat': { isPage: false, params: { ...miami, eventId: 'meetings' }, get: partners },
  '/missions/:missionId/rendez-vous/:eventId/tableau/placer/:oneId/:otherId': {
    params: { ...miami, eventId: 'meetings', oneId: 'meetingOne', otherId: 'meetingOther' },
    get: officersOfPartners,
    post: {
      form: { intent: 'takeOff', held: '99' },
      answers: ['sign-in', 422, 403, 403, 403, 422, 404],
    },
  },
  '/missions/:missionId/rendez-vous/:eventId/compte-rendu/:meetingId': {
    params: { ...miami, eventId: 'meetings', meetingId: 'meeting' },
    get: officersOfPartners,
    post: { form: { intent: 'note', version: '0', body: 'Note de la matrice' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/rendez-vous/:eventId/accueil': {
    params: { ...miami, eventId: 'meetings' },
    get: officersOfPartners,
    post: {
      form: { kind: 'arrival', personId: 'representative', day: '2017-11-07' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 404],
    },
  },
  '/missions/:missionId/rendez-vous/:eventId/accueil/envoi': {
    isPage: false,
    params: { ...miami, eventId: 'meetings' },
    get: toDesk,
    post: {
      form: { kind: 'move', meetingId: 'meeting', fromSpotId: 'meeting', spotId: 'meeting' },
      answers: ['sign-in', 422, 403, 403, 403, 422, 404],
    },
  },
  '/missions/:missionId/rendez-vous/:eventId/imprevu': {
    params: { ...miami, eventId: 'meetings' },
    get: officersOfPartners,
    post: { form: { intent: 'absence', kind: 'spot', id: 'meetingSpot' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/rendez-vous/:eventId/bilan': { params: { ...miami, eventId: 'meetings' }, get: officersOfPartners },
  '/missions/:missionId/rendez-vous/:eventId/bilan/:format': {
    isPage: false,
    params: { ...miami, eventId: 'meetings', format: 'csv' },
    get: officersOfPartners,
  },
  '/missions/:missionId/rendez-vous/:eventId/suites': {
    params: { ...miami, eventId: 'meetings' },
    get: officersOfPartners,
    post: { form: { intent: 'plan' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/rendez-vous/:eventId/suites/questions': {
    params: { ...miami, eventId: 'meetings' },
    get: officersOfPartners,
    post: { form: { intent: 'restore', measure: 'quotes' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/rendez-vous/:eventId/suites/:surveyId': {
    params: { ...miami, eventId: 'meetings', surveyId: 'survey' },
    get: officersOfPartners,
    post: { form: { version: '99', followUp: 'yes' }, answers: ['sign-in', 422, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/rendez-vous/:eventId/feuilles': { params: { ...miami, eventId: 'meetings' }, get: partners },
  '/missions/:missionId/rendez-vous/:eventId/agenda/:participantId': {
    params: { ...miami, eventId: 'meetings', participantId: 'participant' },
    get: partners,
  },
  '/missions/:missionId/rendez-vous/:eventId/participants/nouveau': {
    params: { ...miami, eventId: 'meetings' },
    get: officersOfPartners,
    post: { form: { name: 'Participant de la matrice', circleId: 'circle' }, answers: ['sign-in', 302, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/rendez-vous/:eventId/participants/import': {
    params: { ...miami, eventId: 'meetings' },
    get: officersOfPartners,
    post: {
      form: { circleId: 'circle', pasted: 'Entreprise\tVille\nImportée de la matrice\tMarseille' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 404],
    },
  },
  '/missions/:missionId/rendez-vous/:eventId/participants/:participantId': {
    params: { ...miami, eventId: 'meetings', participantId: 'participant' },
    get: partners,
    post: { form: { intent: 'wishes' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/historique': { params: miami, get: ['sign-in', 200, 200, 200, 200, 200, 404] },
  '/missions/:missionId/depenses': { params: miami, get: partners },
  '/missions/:missionId/depenses/nouvelle': { params: miami, get: ['sign-in', 200, 200, 403, 403, 200, 404] },
  '/missions/:missionId/depenses/:expenseId': { params: { ...miami, expenseId: 'expense' }, get: ownOrganisation },
  '/missions/:missionId/programme': { params: miami, get: partners },
  '/missions/:missionId/programme/liste': { params: miami, get: partners },
  '/missions/:missionId/programme/nouveau': {
    params: miami,
    get: officersOfPartners,
    post: {
      form: { titleFr: 'Moment de la matrice', type: 'press', legId: 'leg', date: '2017-11-06', start: '09:00', end: '10:00' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 404],
    },
  },
  '/missions/:missionId/programme/lieux': {
    params: miami,
    get: partners,
    post: { form: { intent: 'venue', nameFr: 'Lieu de la matrice', legId: 'leg' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/programme/versions': {
    params: miami,
    get: partners,
    post: { form: { seen: '99' }, answers: ['sign-in', 422, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/programme/versions/:number': {
    params: { ...miami, number: '1' },
    get: partners,
    post: { form: {}, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/programme/versions/:number/personne/:memberId': {
    params: { ...miami, number: '1', memberId: 'member' },
    get: partners,
  },
  '/missions/:missionId/programme/versions/:number/delegation/:organisationId': {
    params: { ...miami, number: '1', organisationId: 'department' },
    get: partners,
  },
  '/missions/:missionId/programme/versions/:number/affiche.pdf': { isPage: false, params: { ...miami, number: '1' }, get: partners },
  '/missions/:missionId/programme/versions/:number/livret.pdf': { isPage: false, params: { ...miami, number: '1' }, get: partners },
  '/missions/:missionId/programme/:itemId': {
    params: { ...miami, itemId: 'item' },
    get: partners,
    post: { form: { intent: 'confirm' }, answers: ['sign-in', 302, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/programme/public': {
    params: miami,
    get: officersOfPartners,
    post: { form: { slug: 'x', version: '0' }, answers: ['sign-in', 422, 403, 403, 403, 422, 404] },
  },
  '/missions/:missionId/programme/carte': { params: miami, get: partners },
  '/missions/:missionId/programme/:itemId/deplacer': {
    params: { ...miami, itemId: 'item' },
    get: ['sign-in', 200, 403, 403, 403, 200, 404],
    post: { form: { version: '999', date: '2017-11-06', start: '11:00' }, answers: ['sign-in', 409, 403, 403, 403, 409, 404] },
  },
  '/missions/:missionId/depart': {
    params: miami,
    get: partners,
    post: {
      form: { intent: 'mark', memberIds: 'member', column: 'insurance:', state: 'not_needed', proof: 'Essai de la matrice' },
      answers: ['sign-in', 302, 403, 403, 403, 422, 404],
    },
  },
  '/missions/:missionId/depart/personne/:memberId': {
    params: { ...miami, memberId: 'member' },
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: {
      form: { intent: 'assign', column: 'insurance:' },
      answers: ['sign-in', 302, 403, 403, 403, 422, 404],
    },
  },
  '/missions/:missionId/depart/trajets': {
    params: miami,
    get: ['sign-in', 200, 403, 403, 403, 200, 404],
    post: { form: { intent: 'booking', label: 'Groupe de la matrice' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/depart/trajets/:segmentId': {
    params: { ...miami, segmentId: 'segment' },
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: { form: { intent: 'board' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/missions/:missionId/depart/chambres': {
    params: miami,
    get: ['sign-in', 200, 403, 403, 403, 200, 404],
    post: { form: { intent: 'lodging', name: 'Hôtel de la matrice' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/depart/pointage': {
    params: miami,
    get: ['sign-in', 200, 403, 403, 403, 200, 404],
    post: { form: {}, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/depart/pointage/:itemId': {
    params: { ...miami, itemId: 'item' },
    get: ['sign-in', 200, 403, 403, 403, 200, 404],
    post: { form: { memberId: 'member' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/depart/pointage/:itemId/envoi': {
    isPage: false,
    params: { ...miami, itemId: 'item' },
    get: toDesk,
    post: { form: { memberId: 'member' }, answers: ['sign-in', 200, 403, 403, 403, 200, 404] },
  },
  '/missions/:missionId/depart/badges.pdf': { isPage: false, params: miami, get: ['sign-in', 200, 403, 403, 403, 200, 404] },
  '/missions/:missionId/depart/listes': { params: miami, get: ['sign-in', 200, 403, 403, 403, 200, 404] },
  '/missions/:missionId/depart/listes/:list': {
    isPage: false,
    params: { ...miami, list: 'passagers' },
    get: ['sign-in', 200, 403, 403, 403, 200, 404],
  },
  '/missions/:missionId/depart/ordres': {
    params: miami,
    get: ['sign-in', 200, 200, 200, 403, 200, 404],
    post: {
      form: { intent: 'issue', issuedOn: '2017-10-02', validFrom: '2017-11-04', validUntil: '2017-11-10' },
      answers: ['sign-in', 422, 403, 403, 403, 422, 404],
    },
  },
  '/ordres-de-mission/:orderId/:format': {
    isPage: false,
    params: { orderId: 'order', format: 'pdf' },
    get: ['sign-in', 200, 200, 200, 403, 404, 404],
  },
  '/reglages/depart': {
    get: signedIn,
    post: { form: { intent: 'rule', kind: 'visa', country: 'JP', isAsked: 'yes' }, answers: ['sign-in', 302, 403, 403, 403, 302, 302] },
  },
  '/reglages/effacements': { get: administrators },
  '/reglages/depart/registre': { get: ['sign-in', 200, 200, 200, 403, 200, 200] },
  '/missions/:missionId/inscriptions': {
    params: miami,
    get: partners,
    post: {
      form: { intent: 'quota', organisationId: 'department', version: '7', places: '9000' },
      answers: ['sign-in', 422, 403, 403, 403, 422, 404],
    },
  },
  '/missions/:missionId/inscriptions/liens': {
    params: miami,
    get: officersOfPartners,
    post: {
      form: { intent: 'relay', represents: 'Relais de la matrice', places: '3', days: '30', language: 'fr' },
      answers: ['sign-in', 200, 403, 403, 403, 200, 404],
    },
  },
  '/missions/:missionId/inscriptions/modifications': {
    params: miami,
    get: officersOfPartners,
    post: {
      form: { intent: 'freeze', frozenOn: '2017-10-01', version: '7' },
      answers: ['sign-in', 422, 403, 403, 403, 422, 404],
    },
  },
  '/missions/:missionId/inscriptions/passeports': {
    params: miami,
    get: officersOfPartners,
    post: {
      form: { intent: 'reader', rank: '2', email: 'personne@matrice.example' },
      answers: ['sign-in', 403, 403, 403, 403, 422, 404],
    },
  },
  '/missions/:missionId/inscriptions/decision': {
    params: miami,
    get: officersOfPartners,
    post: {
      form: { application: 'application', decision: 'refuse', reason: 'Motif de la matrice', seen: 'ancien' },
      answers: ['sign-in', 422, 403, 403, 403, 422, 404],
    },
  },
  '/missions/:missionId/inscriptions/:applicationId': {
    params: { ...miami, applicationId: 'application' },
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: { form: { intent: 'undo' }, answers: ['sign-in', 422, 403, 403, 403, 404, 404] },
  },
  '/missions/:missionId/inscriptions/:applicationId/transmettre': {
    params: { ...miami, applicationId: 'application' },
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: {
      form: { intent: 'confirm', givenName: 'Personne', reason: 'Motif de la matrice' },
      answers: ['sign-in', 422, 403, 403, 403, 404, 404],
    },
  },
  '/missions/:missionId/delegation': { params: miami, get: partners },
  '/missions/:missionId/delegation/nouveau-membre': { params: miami, get: officersOfPartners },
  '/missions/:missionId/delegation/:memberId': { params: { ...miami, memberId: 'member' }, get: partners },
  '/missions/:missionId/depenses/import': { params: miami, get: ['sign-in', 200, 200, 403, 403, 200, 404] },
  '/missions/:missionId/depenses/import/modele/:format': {
    isPage: false,
    params: { ...miami, format: 'csv' },
    get: ['sign-in', 200, 200, 403, 403, 200, 404],
  },
  '/missions/:missionId/delegation/import': { params: miami, get: officersOfPartners },
  '/missions/:missionId/delegation/liste/:format': { isPage: false, params: { ...miami, format: 'csv' }, get: partners },
  '/missions/:missionId/delegation/modele/:format': { isPage: false, params: { ...miami, format: 'csv' }, get: officersOfPartners },

  '/poche': {
    get: everybody,
    post: { form: { intent: 'open', memberId: 'member' }, answers: ['sign-in', 422, 422, 422, 422, 422, 422] },
  },
  '/poche/ouvrir/:token': { params: { token: 'unknown' }, get: nowhere, post: { form: {}, answers: [422, 422, 422, 422, 422, 422, 422] } },
  '/poche/envoi': {
    isPage: false,
    get: [302, 302, 302, 302, 302, 302, 302],
    post: { form: { kind: 'receipt' }, answers: [401, 401, 401, 401, 401, 401, 401] },
  },
  '/poche/fermer': {
    isPage: false,
    get: [302, 302, 302, 302, 302, 302, 302],
    post: { form: {}, answers: [302, 302, 302, 302, 302, 302, 302] },
  },
  '/poche/documents/:documentId': { isPage: false, params: { documentId: 'unknown' }, get: nowhere },
  '/poche/livret/:file': { isPage: false, params: { file: 'unknown' }, get: nowhere },
  '/poche/manifeste.webmanifest': { isPage: false, get: everybody },
  '/poche/calendrier/:file': { isPage: false, params: { file: 'unknown' }, get: nowhere },
  '/demande-de-visite/:slug': {
    params: { slug: 'desk' },
    get: everybody,
    post: {
      form: {
        asker: 'Ville de la matrice',
        country: 'IT',
        contactName: 'Ange',
        contactEmail: 'ange@example.org',
        topics: 'Port',
        requestKey: 'deskKey',
      },
      answers: [302, 302, 302, 302, 302, 302, 302],
    },
  },
  '/programmes/:slug': { params: { slug: 'programme' }, get: everybody },
  '/visites': { get: administrators },
  '/visites/nouvelle': {
    get: administrators,
    post: { form: { asker: 'Ville de la matrice', country: 'IT' }, answers: ['sign-in', 302, 403, 403, 403, 302, 302] },
  },
  '/visites/reglages': {
    get: administrators,
    post: { form: { intent: 'remove', criterionId: 'leadSeat' }, answers: ['sign-in', 404, 403, 403, 403, 404, 404] },
  },
  '/visites/cadeaux': {
    get: signedIn,
    post: {
      form: { direction: 'received', onDay: '2026-03-01', description: 'Essai', giver: 'Ange', recipient: 'Ana', value: '20' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 302],
    },
  },
  '/visites/memoire': { get: signedIn },
  '/visites/titres': {
    get: signedIn,
    post: { form: { intent: 'take', titleId: 'proposedTitle' }, answers: ['sign-in', 302, 403, 403, 403, 302, 302] },
  },
  '/visites/annee': {
    get: signedIn,
    post: {
      form: { year: '2018', measure: 'missions', value: '3', source: 'Essai de la matrice' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 302],
    },
  },
  '/visites/:requestId/remercier': {
    params: { requestId: 'acceptedRequest' },
    get: ownRequest,
    post: { form: { subject: '{{x}}', body: 'Texte' }, answers: ['sign-in', 422, 403, 403, 403, 404, 404] },
  },
  '/missions/:missionId/reception': {
    params: reception,
    get: partners,
    post: {
      form: { intent: 'promise', what: 'Essai', promisedBy: 'Ange', promisedTo: 'Ana' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 404],
    },
  },
  '/missions/:missionId/reception/feuille/:day': {
    isPage: false,
    params: { ...reception, day: '2026-03-01' },
    get: partners,
  },
  '/missions/:missionId/origine': {
    params: miami,
    get: partners,
    post: { form: { visitId: 'reception' }, answers: ['sign-in', 302, 403, 403, 403, 302, 404] },
  },
  '/missions/:missionId/accords': {
    params: miami,
    get: partners,
    // The agreement is of the Département: Marseille finds nothing there.
    post: { form: { chosenId: 'unlinkedAgreement', link: 'prepared' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/missions/:missionId/strategie': {
    params: miami,
    get: partners,
    // Marseille ties it to objectives of its own: it has nothing to do with those of the Département.
    post: { form: { objectiveIds: 'objective' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/missions/:missionId/reception/plans/:seatingId': {
    params: { ...reception, seatingId: 'seating' },
    get: partners,
    post: { form: { intent: 'propose' }, answers: ['sign-in', 302, 403, 403, 403, 403, 404] },
  },
  '/missions/:missionId/reception/plans/:seatingId/plan.pdf': {
    isPage: false,
    params: { ...reception, seatingId: 'seating' },
    get: partners,
  },
  '/visites/:requestId': {
    params: visitRequest,
    get: ownRequest,
    post: { form: { originalId: 'leadSeat' }, answers: ['sign-in', 404, 403, 403, 403, 404, 404] },
  },
  '/visites/:requestId/accepter': {
    params: visitRequest,
    get: ownRequest,
    post: { form: { titleFr: 'Accueil', subject: 'Objet', body: 'Texte' }, answers: ['sign-in', 422, 403, 403, 403, 404, 404] },
  },
  '/visites/:requestId/reorienter': {
    params: visitRequest,
    get: ownRequest,
    post: { form: { redirectedTo: 'Port', subject: '{{x}}', body: 'Texte' }, answers: ['sign-in', 422, 403, 403, 403, 404, 404] },
  },
  '/visites/:requestId/decliner': {
    params: visitRequest,
    get: ownRequest,
    post: { form: { reason: 'Motif', subject: '{{x}}', body: 'Texte' }, answers: ['sign-in', 422, 403, 403, 403, 404, 404] },
  },
  '/visites/:requestId/lettres/:letterId/:format': {
    isPage: false,
    params: { requestId: 'answeredRequest', letterId: 'visitLetter', format: 'pdf' },
    get: ownRequest,
  },
  '/accords': { get: signedIn },
  '/accords/nouveau': {
    get: officers,
    post: {
      form: { titleFr: 'Accord de la matrice', type: 'twinning', city: 'Gênes' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 302],
    },
  },
  '/accords/:agreementId': {
    params: agreement,
    get: ownOrganisation,
    post: { query: '?index', form: { intent: 'remove' }, answers: ['sign-in', 422, 403, 403, 403, 404, 404] },
  },
  '/accords/:agreementId/modifier': {
    params: agreement,
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: {
      form: { titleFr: 'Autre titre', type: 'twinning', city: 'Gênes', version: '0' },
      answers: ['sign-in', 409, 403, 403, 403, 404, 404],
    },
  },
  '/accords/:agreementId/engagements': {
    params: agreement,
    get: ownOrganisation,
    post: { form: { intent: 'domain', titleFr: 'Domaine de la matrice' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/accords/:agreementId/engagements/:domainId': {
    params: { agreementId: 'agreement', domainId: 'agreementDomain' },
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: { form: { version: '99', 'title.fr': 'Domaine de la matrice' }, answers: ['sign-in', 409, 403, 403, 403, 404, 404] },
  },
  '/accords/:agreementId/texte': {
    params: agreement,
    get: ownOrganisation,
    post: { form: { language: 'fr', body: 'Texte', version: '99' }, answers: ['sign-in', 422, 403, 403, 403, 404, 404] },
  },
  '/accords/:agreementId/licence': {
    params: { agreementId: 'licence' },
    get: ownOrganisation,
    post: {
      form: { intent: 'licence', brand: 'Marque', licenseeId: 'department', countries: 'CN', startsOn: '2017-05-01', termMonths: '60' },
      answers: ['sign-in', 422, 403, 403, 403, 404, 404],
    },
  },
  '/accords/:agreementId/vie': {
    params: agreement,
    get: ownOrganisation,
    post: { form: { kind: 'negotiate', on: '2999-01-01' }, answers: ['sign-in', 422, 403, 422, 403, 404, 404] },
  },
  '/accords/:agreementId/comite': {
    params: agreement,
    get: ownOrganisation,
    post: {
      form: { intent: 'committee', heldOn: '2018-05-04', attendees: 'Personne de la matrice' },
      answers: ['sign-in', 302, 403, 403, 403, 404, 404],
    },
  },
  '/accords/:agreementId/comite/:meetingId': {
    params: { agreementId: 'agreement', meetingId: 'committeeMeeting' },
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: {
      form: { version: '1', heldOn: '2018-05-03', attendees: 'Personne de la matrice' },
      answers: ['sign-in', 302, 403, 403, 403, 404, 404],
    },
  },
  '/accords/:agreementId/missions': {
    params: agreement,
    get: ownOrganisation,
    post: { form: { chosenId: 'miami', link: 'prepared' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/accords/:agreementId/strategie': {
    params: agreement,
    get: ownOrganisation,
    post: { form: { objectiveIds: 'objective' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/accords/:agreementId/historique': { params: agreement, get: ownOrganisation },

  '/strategie': { get: signedIn },
  '/strategie/nouvelle': {
    get: officers,
    post: {
      form: { titleFr: 'Stratégie de la matrice', fromYear: '2190', toYear: '2191', destinationLimit: '3' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 302],
    },
  },
  '/strategie/:planId': { params: plan, get: ownOrganisation },
  '/strategie/:planId/modifier': {
    params: plan,
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: {
      form: { titleFr: 'Autre titre', fromYear: '2150', toYear: '2151', destinationLimit: '3', version: '0' },
      answers: ['sign-in', 409, 403, 403, 403, 404, 404],
    },
  },
  '/strategie/:planId/objectifs': {
    params: plan,
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: { form: { intent: 'objective', titleFr: 'Objectif ajouté' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/strategie/:planId/destinations': {
    params: plan,
    get: ownOrganisation,
    post: { form: { intent: 'add', city: 'Québec' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/strategie/:planId/bilan': {
    params: plan,
    get: ownOrganisation,
    post: { form: { subjectId: 'objective', year: '2150', missions: '2' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/strategie/:planId/revues': { params: plan, get: ownOrganisation },
  '/strategie/:planId/revues/:year': {
    params: { ...plan, year: '2150' },
    get: ownOrganisation,
    post: { form: { openingFr: 'Ouverture', version: '99' }, answers: ['sign-in', 422, 403, 403, 403, 404, 404] },
  },
  '/strategie/:planId/fin': {
    params: plan,
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: { form: { intent: 'reopen' }, answers: ['sign-in', 302, 403, 403, 403, 404, 404] },
  },
  '/strategie/:planId/historique': { params: plan, get: ownOrganisation },
  '/strategie/:planId/revues/:year/:format': { isPage: false, params: { ...plan, year: '2150', format: 'docx' }, get: ownOrganisation },

  '/actes': { get: signedIn },
  '/actes/nouveau': {
    get: officers,
    post: {
      form: { intent: 'approve', agreementId: 'draftedAgreement' },
      answers: ['sign-in', 302, 403, 403, 403, 404, 404],
    },
  },
  '/actes/:actId': { params: ratification, get: ownOrganisation },
  '/actes/:actId/entete': { params: ratification, get: ownOrganisation },
  '/actes/:actId/rapport': { params: ratification, get: ownOrganisation },
  '/actes/:actId/deliberation': { params: ratification, get: ownOrganisation },
  '/actes/:actId/vote': { params: ratification, get: ownOrganisation },
  '/actes/:actId/rapport.pdf': { isPage: false, params: ratification, get: ownOrganisation },
  '/actes/:actId/rapport.docx': { isPage: false, params: ratification, get: ownOrganisation },
  '/actes/:actId/deliberation.pdf': { isPage: false, params: ratification, get: ownOrganisation },
  '/actes/:actId/deliberation.docx': { isPage: false, params: ratification, get: ownOrganisation },
  '/actes/:actId/deliberation.csv': { isPage: false, params: ratification, get: ['sign-in', 302, 302, 302, 302, 404, 404] },

  '/annuaire': { get: signedIn },
  '/annuaire/organisations/nouvelle': { get: officers },
  '/annuaire/organisations/:organisationId': { params: { organisationId: 'card' }, get: partners },
  '/annuaire/organisations/:organisationId/modifier': {
    params: { organisationId: 'card' },
    get: ['sign-in', 403, 403, 403, 403, 200, 404],
  },
  '/annuaire/organisations/:organisationId/historique': { params: { organisationId: 'card' }, get: partners },
  '/annuaire/personnes/nouvelle': { get: officers },
  '/annuaire/personnes/:personId': { params: { personId: 'person' }, get: ownOrganisation },
  '/annuaire/personnes/:personId/historique': { params: { personId: 'person' }, get: ownOrganisation },
  '/annuaire/personnes/:personId/modifier': { params: { personId: 'person' }, get: ['sign-in', 200, 403, 403, 403, 404, 404] },
  '/annuaire/personnes/:personId/fonctions/:affiliationId': {
    params: { personId: 'person', affiliationId: 'affiliation' },
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
  },
  '/annuaire/import/:kind': {
    params: { kind: 'peopleWord' },
    get: officers,
    post: { form: { intent: 'read', pasted: 'Prénom\tNom\nPersonne\tDe la Matrice' }, answers: ['sign-in', 302, 403, 403, 403, 302, 302] },
  },
  '/annuaire/import/:kind/modele/:format': { isPage: false, params: { kind: 'peopleWord', format: 'csv' }, get: officers },
  '/annuaire/export/:format': { isPage: false, params: { format: 'vcf' }, get: officers },
  '/annuaire/personnes/:personId/donnees': {
    params: { personId: 'person' },
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: { form: {}, answers: ['sign-in', 422, 403, 403, 403, 404, 404] },
  },
  '/annuaire/personnes/:personId/donnees/archive.zip': {
    isPage: false,
    params: { personId: 'person' },
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
  },
  '/annuaire/doublons': {
    get: officers,
    post: { form: { mergeId: '01900000-0000-7000-8000-000000000000' }, answers: ['sign-in', 404, 403, 403, 403, 404, 404] },
  },
  '/annuaire/doublons/:kind/:one/:other': {
    params: { kind: 'peopleWord', one: 'person', other: 'person' },
    get: ['sign-in', 200, 403, 403, 403, 404, 404],
    post: { form: { oneVersion: '1', otherVersion: '1' }, answers: ['sign-in', 422, 403, 403, 403, 404, 404] },
  },
  '/annuaire/carte': { get: signedIn },
  '/annuaire/villes/:cityId': {
    params: { cityId: 'city' },
    get: signedIn,
    post: {
      query: '?index',
      form: { intent: 'exchange', kind: 'letter', direction: 'received', onDay: '2017-11-06', subject: 'Rencontre de la matrice' },
      answers: ['sign-in', 302, 403, 403, 403, 302, 302],
    },
  },

  '/reglages': { get: signedIn },
  '/reglages/membres': { get: signedIn },
  '/reglages/suppleances': { get: signedIn },
  '/reglages/cles-api': { get: administrators },
  '/reglages/modeles': { get: signedIn },
  '/reglages/modeles/:document/:section': {
    params: { document: 'rapport', section: 'dates' },
    get: ['sign-in', 200, 403, 200, 403, 200, 200],
  },
  '/reglages/historique': { get: signedIn },
  '/reglages/messages': { get: administrators },
  '/reglages/conservation': { get: administrators, post: { form: {}, answers: ['sign-in', 422, 403, 403, 403, 422, 422] } },
  '/reglages/passation': {
    get: administrators,
    post: { form: { from: 'person', to: 'person' }, answers: ['sign-in', 422, 403, 403, 403, 422, 422] },
  },

  '/accessibilite': { get: everybody },
  '/composants-libres': { get: everybody },
  '/*': { get: nowhere },
}
