import type { ReportTemplate } from './templates.ts'

/** Our ratification report, for an authority that has not written its own. Neither gender nor number depends on a placeholder. */
export const REPORT_TEMPLATE: ReportTemplate = {
  opening: {
    heading: {},
    body: {
      fr: 'Rapport présenté {{body.to}} par {{signatory}}{{proposedBy}}.',
      en: 'Report laid before {{body}} by {{signatory}}{{proposedBy}}.',
    },
  },
  purpose: {
    heading: { fr: 'Ce qui vous est soumis', en: 'What is put before you' },
    body: {
      fr: 'Il revient {{body.to}} de se prononcer sur ce qui a été accompli {{places.at}} au nom {{authority.of}}, {{period}}, et sur la dépense qui en est résultée.',
      en: 'It falls {{body.to}} to decide on what was done {{places.at}} on behalf {{authority.of}}, {{period}}, and on the expense that followed from it.',
    },
  },
  dates: { heading: { fr: 'Dates', en: 'Dates' }, body: { fr: '{{dates}}', en: '{{dates}}' } },
  objectives: {
    heading: { fr: 'Objectifs poursuivis', en: 'Objectives' },
    body: { fr: '{{objectives}}', en: '{{objectives}}' },
  },
  composition: {
    heading: { fr: 'Composition des délégations', en: 'Who travelled' },
    body: {
      fr: '{{composition}}\n\nLes noms figurent en annexe.',
      en: '{{composition}}\n\nThe names are listed in the annex.',
    },
  },
  contents: {
    heading: { fr: 'Déroulement et résultats', en: 'What was done, and what came of it' },
    body: { fr: '{{contents}}', en: '{{contents}}' },
  },
  expenses: {
    heading: { fr: 'Dépenses', en: 'Expenses' },
    body: { fr: '{{ownShare}}\n{{expenses}}', en: '{{ownShare}}\n{{expenses}}' },
  },
  proposal: {
    heading: { fr: 'Propositions', en: 'Proposals' },
    body: {
      fr: 'Pour ces motifs, et au titre de l’action internationale de l’exercice {{fiscalYear}}, il vous est proposé :\n- de ratifier les actions menées {{places.at}}, avec les moyens employés et les résultats obtenus ;\n- d’approuver les dépenses correspondantes, qui s’élèvent à {{total}} ({{amounts}}).',
      en: 'For these reasons, and as part of the international action of the fiscal year {{fiscalYear}}, you are invited:\n- to ratify the actions carried out {{places.at}}, with the means used and the results obtained;\n- to approve the corresponding expenses, which come to {{total}} ({{amounts}}).',
    },
  },
  closing: {
    heading: {},
    body: {
      fr: 'Si vous en êtes d’accord, vous voudrez bien adopter la délibération dont le projet accompagne ce rapport.',
      en: 'If you agree, you are asked to adopt the deliberation of which a draft comes with this report.',
    },
  },
  annexes: {
    heading: { fr: 'Annexe : listes des délégations', en: 'Annex: lists of the delegations' },
    body: { fr: '{{annexes}}', en: '{{annexes}}' },
  },
}
