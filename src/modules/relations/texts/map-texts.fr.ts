const fr = {
  title: 'Carte du réseau',
  lead: 'Les villes avec lesquelles vous avez quelque chose : un arc pour chacune, plein quand un accord tient.',
  directory: 'Annuaire',
  filter: 'Montrer',
  all: 'Toutes les villes',
  filters: { agreement: 'Avec un accord', mission: 'Avec une mission', visit: 'Avec une visite reçue', attention: 'À relancer' },
  apply: 'Filtrer',
  label: (count: number) =>
    count > 1
      ? `Carte de ${count} villes, reliées à la vôtre par des arcs`
      : count === 1
        ? 'Carte d’une ville, reliée à la vôtre par un arc'
        : 'Carte sans ville',
  home: 'Chez nous',
  caption: 'Les mêmes faits en tableau',
  tableTitle: 'Les mêmes faits en tableau',
  none: 'Aucune ville ne répond à ce filtre.',
  noHome: 'La ville de votre organisation n’est pas connue : les arcs ne peuvent être tracés. Indiquez-la dans les réglages.',
  legend: { agreement: 'accord en vigueur', other: 'missions ou visites, sans accord en vigueur', attention: 'à relancer' },
  columns: {
    city: 'Ville',
    country: 'Pays',
    agreements: 'Accords',
    missions: 'Missions',
    visits: 'Visites reçues',
    last: 'Dernier contact',
    health: 'Signe',
  },
  agreements: (count: number, planned: number) => (planned > 0 ? `${count} (à conclure : ${planned})` : String(count)),
  grid: 'Grille de 30° en 30°, projection équirectangulaire. Coordonnées : GeoNames, CC BY 4.0 ; terres : Natural Earth, domaine public.',
  attention: 'à relancer',
  fine: 'vivante',
}

export type MapTexts = typeof fr
export default fr
