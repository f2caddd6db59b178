import type { LetterKind } from '../domain/letter.ts'

/** Our letters, in French. A line that holds nothing but an empty placeholder is left out. */
const fr: Record<LetterKind, { subject: string; body: string }> = {
  accepted: {
    subject: 'Votre visite, {{dates}}',
    body: 'Madame, Monsieur,\n\nNous avons bien reçu votre demande de visite ({{asker}}). C’est avec plaisir que nous accueillerons votre délégation {{dates}}.\n\nAfin de préparer un programme qui réponde à vos attentes, nous vous saurions gré de nous adresser la liste des membres de la délégation, avec leurs fonctions, leur langue de travail et l’heure de leur arrivée.\n\n{{author}} reste à votre disposition. Merci de rappeler la référence {{number}} dans nos échanges.\n\nNous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération distinguée.\n\n{{author}}\n{{authority}}',
  },
  redirected: {
    subject: 'Votre demande de visite',
    body: 'Madame, Monsieur,\n\nNous avons bien reçu votre demande de visite ({{asker}}) et vous remercions de l’intérêt que vous portez à notre territoire.\n\nUne autre organisation vous recevra mieux que nous sur ce sujet : {{partner}}. Nous vous invitons à vous adresser à elle.\n\n{{reason}}\n\nNous restons à votre disposition pour faciliter cette prise de contact, sous la référence {{number}}.\n\nNous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération distinguée.\n\n{{author}}\n{{authority}}',
  },
  declined: {
    subject: 'Votre demande de visite',
    body: 'Madame, Monsieur,\n\nNous avons bien reçu votre demande de visite ({{asker}}) et vous remercions de l’intérêt que vous portez à notre territoire.\n\nNous ne sommes malheureusement pas en mesure de recevoir votre délégation.\n\n{{reason}}\n\nNous vous souhaitons une pleine réussite dans vos projets.\n\nNous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération distinguée.\n\n{{author}}\n{{authority}}',
  },
  thanks: {
    subject: 'Merci de votre visite',
    body: 'Madame, Monsieur,\n\nNous avons été honorés de recevoir votre délégation ({{asker}}) et vous remercions de la qualité de nos échanges.\n\nNous ne manquerons pas de donner suite à ce que nous avons envisagé ensemble.\n\nNous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération distinguée.\n\n{{author}}\n{{authority}}',
  },
}

export type LetterTexts = typeof fr
export default fr
