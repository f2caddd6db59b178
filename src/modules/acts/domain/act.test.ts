import { describe, expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type Act, isFrozen, isOpen, lifeOf, shownState, type Standing } from './act.ts'
import { fileNameOf } from './file-name.ts'

const day = asLocalDate('2019-02-08')

describe('the state people see', () => {
  test.each<[Partial<Standing>, string]>([
    [{ state: 'draft' }, 'draft'],
    [{ state: 'submitted' }, 'submitted'],
    [{ state: 'adjourned' }, 'adjourned'],
    [{ state: 'withdrawn' }, 'withdrawn'],
    [{ outcome: 'adopted' }, 'adopted'],
    [{ outcome: 'rejected' }, 'rejected'],
    [{ outcome: 'adopted', transmittedOn: day }, 'transmitted'],
    [{ outcome: 'adopted', publishedOn: day }, 'published'],
    [{ outcome: 'adopted', transmittedOn: day, publishedOn: day }, 'executory'],
  ])('%j is %s', (standing, shown) => {
    expect(shownState({ state: 'voted', outcome: null, transmittedOn: null, publishedOn: null, ...standing })).toBe(shown)
  })
})

describe('the life of an act', () => {
  const submitted = {
    submittedAt: '2019-02-07T23:30:00.000Z' as Instant,
    digest: 'abc',
    meetingOn: null,
    decision: { outcome: 'adjourned', on: day, reason: 'Trop tard' },
    transmission: null,
    publication: null,
  } as Act

  test('counts days where the authority is', () => {
    expect(lifeOf(submitted, asTimeZone('Europe/Paris')).submission).toEqual({ submittedOn: day, meetingOn: day, snapshotHash: 'abc' })
    expect(lifeOf(submitted, asTimeZone('America/New_York')).submission?.submittedOn).toBe('2019-02-07')
  })

  test('has not begun before it is submitted', () => {
    expect(lifeOf({ ...submitted, submittedAt: null, digest: null }, asTimeZone('Europe/Paris')).submission).toBeNull()
  })

  test('is open again once put off, and frozen once withdrawn from an agenda', () => {
    expect(isOpen({ state: 'adjourned' })).toBe(true)
    expect(isFrozen({ state: 'adjourned', digest: 'abc' })).toBe(false)
    expect(isFrozen({ state: 'withdrawn', digest: 'abc' })).toBe(true)
    expect(isFrozen({ state: 'withdrawn', digest: null })).toBe(false)
  })
})

describe('the name of a file', () => {
  test.each([
    ['122.55', 'rapport-122.55.pdf'],
    [' N° 12/Été ', 'rapport-n-12-ete.pdf'],
    ['../../secret', 'rapport-secret.pdf'],
    ['', 'rapport-projet.pdf'],
    ['厦门', 'rapport-projet.pdf'],
  ])('%j gives %s', (reference, name) => {
    expect(fileNameOf({ language: 'fr', reference }, 'report', 'pdf')).toBe(name)
  })

  test('is in the language of the act', () => {
    expect(fileNameOf({ language: 'en', reference: '' }, 'deliberation', 'docx')).toBe('deliberation-draft.docx')
  })
})
