import type { MemoryCounts } from '../domain/memory.ts'

const some = (count: number, one: string, more: string) => (count === 0 ? '' : count === 1 ? `1 ${one}` : `${count} ${more}`)

const fr = {
  kicker: 'Mémoire',
  title: (name: string) => (name === '' ? 'Ce que nous savons d’un territoire' : name),
  lead: 'Ce qui s’est passé avec cette organisation et dans sa ville : visites, missions, accords, personnes rencontrées, promesses et cadeaux.',
  ask: { title: 'Chercher', name: 'Organisation', city: 'Ville', country: 'Pays', go: 'Se souvenir' },
  counts: ({ visits, missions, requests, agreements, planned, lastYear }: MemoryCounts) =>
    [
      some(visits, 'visite reçue', 'visites reçues'),
      some(missions, 'mission', 'missions'),
      some(requests, 'autre demande', 'autres demandes'),
      some(agreements, 'accord', 'accords'),
      planned === 0 ? '' : `${planned} à venir`,
      lastYear === null ? '' : `la dernière fois en ${lastYear}`,
    ]
      .filter(Boolean)
      .join(', '),
  first: 'Rien n’est connu avec cette organisation ni dans sa ville : c’est une première.',
  hint: 'Déjà rencontrés',
  link: 'Tout ce que nous savons d’eux',
  near: 'Visites, missions et demandes',
  elsewhere: (count: number) => `Ailleurs dans le pays (${count})`,
  agreements: {
    title: 'Accords',
    caption: 'Accords avec cette organisation ou sa ville',
    none: 'Aucun accord.',
    what: 'Accord',
    signed: 'Signé le',
  },
  met: {
    title: 'Personnes rencontrées',
    caption: 'Personnes rencontrées lors des visites',
    none: 'Personne encore : une visite à venir compte une fois commencée.',
    who: 'Qui',
    where: 'Lors de',
    when: 'Quand',
  },
  promises: {
    title: 'Promesses',
    caption: 'Promesses tenues et à tenir',
    none: 'Rien n’a été promis, ou personne ne l’a écrit.',
    note: (open: number, kept: number) => `${open} à tenir, ${kept} ${kept > 1 ? 'tenues' : 'tenue'}.`,
    what: 'Promesse',
    by: 'Par',
    due: 'Pour le',
    state: 'État',
    late: 'en retard',
  },
  gifts: {
    title: 'Cadeaux',
    caption: 'Cadeaux échangés',
    none: 'Aucun cadeau n’est au registre.',
    what: 'Cadeau',
    giver: 'Offert par',
    when: 'Le',
  },
  sequels: {
    title: 'Ce que la visite est devenue',
    originTitle: 'D’où vient cette mission',
    agreementTitle: 'Les visites d’où vient cet accord',
    note: (organisation: string) => `Lu par ${organisation} seulement, et visible des deux côtés.`,
    caption: 'Suites des visites',
    visit: 'Visite',
    became: 'Devenue',
    after: 'Après',
    promise: 'Promesse',
    months: (months: number) => (months < 1 ? 'moins d’un mois' : months < 24 ? `${months} mois` : `${Math.floor(months / 12)} ans`),
    none: 'Rien n’est encore noté.',
    add: 'Noter ce qu’elle est devenue',
    addOrigin: 'Cette mission est née d’une visite',
    thing: 'La mission ou l’accord',
    missions: 'Missions',
    agreements: 'Accords',
    because: 'La promesse qui y a mené',
    noPromise: 'Aucune en particulier',
    whichVisit: 'La visite',
    remove: 'Retirer',
    removeOf: (title: string) => `Retirer le lien avec : ${title}`,
  },
  problems: {
    sequel_missing: 'Choisissez une mission ou un accord',
    not_a_visit: 'Seule une délégation reçue ou un évènement peut devenir autre chose',
    promise_unknown: 'Cette promesse n’est plus notée',
    a_visit_does_not_become_itself: 'Choisissez une autre mission',
    a_sequel_is_said_once: 'C’est déjà noté',
  },
}

export type MemoryTexts = typeof fr
export default fr
