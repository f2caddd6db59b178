import type { ApiTexts } from './texts.fr.ts'

const en: ApiTexts = {
  language: 'en',
  title: 'The API of Escale',
  lead: 'What the programs of an organisation may read and write, with the same rights and the same refusals as the pages.',
  skip: 'Skip to the operations',
  otherLanguage: 'Français',
  start: 'To begin',
  makeAKey: 'Make a key in the settings of your organisation',
  thenCall: ', then call:',
  documentLink: 'The OpenAPI 3.1 document',
  documentNote: ' says the same to tools.',
  inEnglish: 'Operations are described in English.',
  rules: 'Rules for all',
  contents: 'Operations',
  shapes: 'Shapes',
  parameters: (operation) => `Parameters of ${operation}`,
  answers: (operation) => `Answers of ${operation}`,
  properties: (shape) => `Properties of ${shape}`,
  body: 'Body:',
  name: 'Name',
  place: 'Where',
  type: 'Kind',
  meaning: 'Meaning',
  status: 'State',
  required: 'required',
  optional: 'optional',
}

export default en
