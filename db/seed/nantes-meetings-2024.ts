/**
 * Meetings of the digital companies of Nantes, first in Québec and then in Montréal, on the days the mission was in each city. The announcement names the
 * digital and creative industries as what the cities have in common; the event, its hosts, wishes, tables and hours are fictitious.
 */
export const event = {
  title: { fr: 'Rendez-vous du numérique, à Québec puis à Montréal', en: 'Digital meetings, in Québec City then Montréal' },
  opensOn: '2024-04-02T12:00:00.000Z',
  answeredOn: '2024-04-22T14:00:00.000Z',
  closesOn: '2024-05-17T21:00:00.000Z',
  rounds: 4,
} as const

/** By the rank of the leg: its days, on the clocks of the city, and its tables. */
export const legs = [
  { days: '2024-05-27 14h-17h', tables: ['Salon du Palais 1', 'Salon du Palais 2'], city: 'Québec' },
  { days: '2024-05-29 14h-17h\n2024-05-30 14h-16h', tables: ['Quai 1', 'Quai 2', 'Quai 3'], city: 'Montréal' },
] as const

/** Those of the delegation who ask, and what they offer and look for; the last one stays in Québec. */
export const homes = [
  { name: 'Loire Data', offers: ['plateforme de données'], needs: ['données ouvertes'], legs: [0, 1] },
  { name: 'Nuage sobre', offers: ['hébergement sobre'], needs: ['intégrateur'], legs: [0, 1] },
  { name: 'Brume Immersion', offers: ['réalité virtuelle'], needs: ['lieux de diffusion'], legs: [0, 1] },
  { name: 'Sillage Jeux', offers: ['jeu vidéo'], needs: ['éditeur'], legs: [0, 1] },
  { name: 'Studio Passerelle', offers: ['médiation numérique'], needs: ['lieux de diffusion'], legs: [0] },
] as const

/** Those who receive, each in its own city. */
export const hosts = [
  { name: 'Cap-Blanc Données', offers: ['données ouvertes'], needs: ['plateforme de données'], leg: 0 },
  { name: 'Théâtre des Remparts', offers: ['lieux de diffusion'], needs: ['réalité virtuelle'], leg: 0 },
  { name: 'Éditions du Traversier', offers: ['éditeur'], needs: ['jeu vidéo'], leg: 0 },
  { name: 'Lachine Intégration', offers: ['intégrateur'], needs: ['hébergement sobre'], leg: 1 },
  { name: 'Galerie Saint-Gabriel', offers: ['lieux de diffusion'], needs: ['réalité virtuelle'], leg: 1 },
  { name: 'Mile-End Interactif', offers: ['éditeur'], needs: ['jeu vidéo', 'plateforme de données'], leg: 1 },
] as const
