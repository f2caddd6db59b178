import type { AuthorityKind } from '#platform/pure/delegation-words.ts'
import { joinWithAnd } from '#platform/pure/text.ts'
import { deliberationTemplate } from './default-deliberation.ts'
import { REPORT_TEMPLATE } from './default-report.ts'
import type { AgreementDeliberationTemplate, AgreementReportTemplate } from './templates.ts'

const annexHeading = { fr: 'Annexe : texte de l’accord', en: 'Annex: text of the agreement' }
const texts = { fr: '{{agreement.texts}}', en: '{{agreement.texts}}' }

/** The report that puts an agreement before the assembly, before anybody signs it. Neither gender nor number depends on a placeholder. */
export const AGREEMENT_REPORT_TEMPLATE: AgreementReportTemplate = {
  opening: REPORT_TEMPLATE.opening,
  purpose: {
    heading: { fr: 'Ce qui vous est soumis', en: 'What is put before you' },
    body: {
      fr: 'Il revient {{body.to}} de se prononcer, avant toute signature, sur l’accord intitulé {{agreement}} entre {{agreement.parties}}.\n\nSon objet est le suivant :\n{{agreement.purpose}}',
      en: 'It falls {{body.to}} to decide, before anybody signs, on the agreement called {{agreement}} between {{agreement.parties}}.\n\nIts object is as follows:\n{{agreement.purpose}}',
    },
  },
  frame: {
    heading: { fr: 'Cadre juridique', en: 'Legal frame' },
    body: {
      fr: 'L’article L1115-1 du code général des collectivités territoriales permet de conclure avec des autorités locales étrangères des conventions qui respectent les engagements internationaux de la France. Elles précisent leur objet et le montant prévisionnel des engagements financiers, et entrent en vigueur dès leur transmission au représentant de l’État.',
      en: 'Article L1115-1 of the French general code of local authorities allows agreements with foreign local authorities that respect the international commitments of France. They state their object and the forecast amount of the financial commitments, and enter into force once transmitted to the representative of the State.',
    },
  },
  pledges: {
    heading: { fr: 'Domaines et engagements', en: 'Domains and pledges' },
    body: {
      fr: 'L’accord porte sur {{agreement.domains}}.\n\n{{agreement.pledges}}',
      en: 'The agreement is about {{agreement.domains}}.\n\n{{agreement.pledges}}',
    },
  },
  term: {
    heading: { fr: 'Durée', en: 'Duration' },
    body: { fr: 'Il est conclu {{agreement.term}}.', en: 'It is made {{agreement.term}}.' },
  },
  forecast: {
    heading: { fr: 'Engagements financiers', en: 'Financial commitments' },
    body: {
      fr: 'Le montant prévisionnel des engagements financiers qui découlent de cet accord est de {{agreement.forecast}}.\n\n{{agreement.note}}',
      en: 'The forecast amount of the financial commitments that follow from this agreement is {{agreement.forecast}}.\n\n{{agreement.note}}',
    },
  },
  proposal: {
    heading: { fr: 'Propositions', en: 'Proposals' },
    body: {
      fr: 'Pour ces motifs, il vous est proposé :\n- d’approuver l’accord intitulé {{agreement}}, dans le texte annexé ;\n- d’arrêter à {{agreement.forecast}} le montant prévisionnel des engagements financiers qui en découlent ;\n- d’en autoriser la signature.',
      en: 'For these reasons, you are invited:\n- to approve the agreement called {{agreement}}, in the annexed text;\n- to set at {{agreement.forecast}} the forecast amount of the financial commitments that follow from it;\n- to authorise its signature.',
    },
  },
  closing: REPORT_TEMPLATE.closing,
  annexes: { heading: annexHeading, body: texts },
}

/** The executory character of acts, beside external action and its agreements (L1115-1 and following). */
const EXECUTORY_ARTICLES: { readonly [Kind in AuthorityKind]: readonly string[] } = {
  municipality: ['L2131-1'],
  department: ['L3131-1'],
  region: ['L4141-1'],
  metropolis: ['L2131-1', 'L5211-3'],
  intermunicipal: ['L2131-1', 'L5211-3'],
}

/** The deliberation that approves an agreement: what the law wants stated is stated, a forecast of zero included. */
export function agreementDeliberationTemplate(kind: AuthorityKind): AgreementDeliberationTemplate {
  const { visas, decision, appeal } = deliberationTemplate(kind)
  const articles = EXECUTORY_ARTICLES[kind]
  return {
    visas: {
      heading: visas.heading,
      body: {
        fr: `Vu le code général des collectivités territoriales, notamment ses articles ${joinWithAnd(['L1115-1 à L1115-7', ...articles], 'fr')} ;\n\n{{agreement.grounds}}\n\nVu le projet d’accord annexé à la présente délibération ;\n\nVu le rapport n° {{reference}} ;`,
        en: `Having regard to the French general code of local authorities, in particular articles ${joinWithAnd(['L1115-1 to L1115-7', ...articles], 'en')};\n\n{{agreement.grounds}}\n\nHaving regard to the draft agreement annexed to this deliberation;\n\nHaving regard to report no. {{reference}};`,
      },
    },
    considerations: {
      heading: {},
      body: {
        fr: 'Considérant que l’accord intitulé {{agreement}}, entre {{agreement.parties}}, relève de l’action extérieure {{authority.of}} ;\n\nConsidérant qu’il énonce son objet et le montant prévisionnel des engagements financiers, et qu’il respecte les engagements internationaux de la France,',
        en: 'Whereas the agreement called {{agreement}}, between {{agreement.parties}}, belongs to the external action {{authority.of}};\n\nWhereas it states its object and the forecast amount of the financial commitments, and respects the international commitments of France,',
      },
    },
    decision,
    articles: {
      heading: {},
      body: {
        fr: 'L’accord intitulé {{agreement}} entre {{agreement.parties}} est approuvé, dans le texte annexé à la présente délibération.\n\nIl porte sur {{agreement.domains}}. Il est conclu {{agreement.term}}.\n\nLe montant prévisionnel des engagements financiers qui en découlent est de {{agreement.forecast}}.\n\nPouvoir est donné à {{signatory}} de signer cet accord.\n\nUne fois signé, l’accord est transmis au représentant de l’État et entre en vigueur dès cette transmission. La présente délibération lui sera transmise et sera publiée.',
        en: 'The agreement called {{agreement}} between {{agreement.parties}} is approved, in the text annexed to this deliberation.\n\nIt is about {{agreement.domains}}. It is made {{agreement.term}}.\n\nThe forecast amount of the financial commitments that follow from it is {{agreement.forecast}}.\n\nPower is given to {{signatory}} to sign this agreement.\n\nOnce signed, the agreement is transmitted to the representative of the State and enters into force upon this transmission. This deliberation shall be transmitted to the same and published.',
      },
    },
    appeal,
    annex: { heading: annexHeading, body: texts },
  }
}
