import type { RequestFacts } from './domain/request.ts'

/** For the tests: a request of the port authority of Miami, unless said otherwise. */
export function aRequest(facts: Partial<RequestFacts> = {}): RequestFacts {
  return {
    language: 'fr',
    asker: 'Port de Miami',
    askerKind: 'authority',
    country: 'US',
    city: 'Miami',
    contactName: 'Ana Prueba',
    contactEmail: 'ana@port.example',
    contactPhone: '+1 555 0100',
    headName: 'Ana Prueba',
    headCapacity: 'Directrice',
    peopleCount: 12,
    wishedFrom: null,
    wishedTo: null,
    topics: 'Croisières',
    purpose: 'Secret de la demande',
    ...facts,
  }
}

/** For the tests: a letter that is kept and not sent. */
export const aLetter = { language: 'fr', subject: 'Objet', body: 'Bonjour, {{asker}}.', isSent: false } as const
