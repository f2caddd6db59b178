import { expect, test } from 'vitest'
import { renderFile } from '#modules/acts/index.ts'
import type { Agreement } from '#modules/agreements/index.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { agreementDeliberation } from './agreement-deliberation.ts'

const agreement = {
  title: { fr: 'Accord avec Turin', en: 'Agreement with Turin' },
  object: { fr: 'Coopérer.' },
  country: 'IT',
  cityName: { fr: 'Turin' },
  term: { runsFrom: null, months: 24, lastDay: null, prolongedTo: null },
  forecast: { cents: 0n, currency: 'EUR' },
  parties: [{ name: 'Département de Rochebrune' }, { name: 'Città di Torino' }],
} as unknown as Agreement
const wordings = [
  { language: 'fr', body: 'Les parties coopèrent.\nElles échangent.', isAuthentic: true, version: 1 },
  { language: 'it', body: 'Le parti cooperano.', isAuthentic: true, version: 1 },
]

test.each(['fr', 'en'] as const)('the draft deliberation is accepted as PDF/UA and written as DOCX, in %s', async (language) => {
  const domains = [{ id: 'd', title: { fr: 'Mobilité' }, pledges: [] }]
  const today = asLocalDate('2026-03-02')
  const document = agreementDeliberation({ agreement, domains, wordings, authority: 'Département de Rochebrune', language, today })

  const words = JSON.stringify(document.blocks)
  expect(words).toContain('"language":"it"')
  expect(words).toMatch(/0,00.€|€0\.00/)
  for (const format of ['pdf', 'docx'] as const) {
    const file = await renderFile(document, format)
    expect(file.ok && file.value.byteLength > 2000).toBe(true)
  }
})
