import type { AuthorityKind } from '#platform/pure/delegation-words.ts'
import { joinWithAnd } from '#platform/pure/text.ts'
import type { DeliberationTemplate } from './templates.ts'

/**
 * Articles of the code général des collectivités territoriales behind a ratification: external action (L1115-1),
 * mandats spéciaux of the elected, executory character of acts. Groupings follow the rules of communes by reference
 * (L5211-14 for mandates, L5211-3 for acts). Loi 2025-1249 changed several rules of reimbursement, not these numbers.
 */
export const LEGAL_ARTICLES: { readonly [Kind in AuthorityKind]: readonly string[] } = {
  municipality: ['L1115-1', 'L2123-18', 'L2131-1'],
  department: ['L1115-1', 'L3123-19', 'L3131-1'],
  region: ['L1115-1', 'L4135-19', 'L4141-1'],
  metropolis: ['L1115-1', 'L2123-18', 'L2131-1', 'L5211-3', 'L5211-14'],
  intermunicipal: ['L1115-1', 'L2123-18', 'L2131-1', 'L5211-3', 'L5211-14'],
}

/** Our deliberation, with the citations of the kind of authority that votes it. */
export function deliberationTemplate(kind: AuthorityKind): DeliberationTemplate {
  const articles = LEGAL_ARTICLES[kind]
  return {
    visas: {
      heading: { fr: 'Visas et motifs', en: 'Citations and grounds' },
      body: {
        fr: `Vu le code général des collectivités territoriales, notamment ses articles ${joinWithAnd(articles, 'fr')} ;\n\n{{mandates}}\n\nVu le rapport n° {{reference}} ;`,
        en: `Having regard to the French general code of local authorities, in particular articles ${joinWithAnd(articles, 'en')};\n\n{{mandates}}\n\nHaving regard to report no. {{reference}};`,
      },
    },
    considerations: {
      heading: {},
      body: {
        fr: 'Considérant que les actions menées {{places.at}} relèvent de l’action extérieure {{authority.of}} ;\n\nConsidérant que le rapport susvisé rend compte de leur déroulement, de la composition des délégations et de l’emploi des fonds,',
        en: 'Whereas the actions carried out {{places.at}} belong to the external action {{authority.of}};\n\nWhereas the said report accounts for what was done, for who travelled and for how the money was spent,',
      },
    },
    decision: {
      heading: { fr: 'Décision', en: 'Decision' },
      body: { fr: 'Après en avoir délibéré, {{body}} décide :', en: 'Having deliberated, {{body}} decides:' },
    },
    articles: {
      heading: {},
      body: {
        fr: 'Les actions menées {{places.at}}, {{period}}, sont ratifiées telles que le rapport les expose, avec les moyens employés et les résultats obtenus.\n\nLes dépenses correspondantes sont approuvées pour un montant total de {{total}}, soit :\n{{amounts.list}}\n\nCes dépenses relèvent de l’action internationale de l’exercice {{fiscalYear}}.\n\nLa présente délibération sera transmise au représentant de l’État et publiée.',
        en: 'The actions carried out {{places.at}}, {{period}}, are ratified as the report describes them, with the means used and the results obtained.\n\nThe corresponding expenses are approved for a total of {{total}}, that is:\n{{amounts.list}}\n\nThese expenses belong to the international action of the fiscal year {{fiscalYear}}.\n\nThis deliberation shall be transmitted to the representative of the State and published.',
      },
    },
    appeal: {
      heading: { fr: 'Voies et délais de recours', en: 'Appeals' },
      body: {
        fr: 'Dans les deux mois qui suivent sa publication, cette délibération peut faire l’objet d’un recours gracieux devant son auteur ou d’un recours devant le tribunal administratif territorialement compétent, y compris par l’application Télérecours citoyens (code de justice administrative, article R421-1).',
        en: 'Within two months of its publication, this deliberation may be challenged before its author or before the competent administrative court, also through the Télérecours citoyens application (French code of administrative justice, article R421-1).',
      },
    },
  }
}
