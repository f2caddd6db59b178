import { describe, expect, test } from 'vitest'
import { htmlOf, wordsOf } from '#ui/html-of.tsx'
import type { Act } from '../domain/act.ts'
import { RowRefusal, askedForRow } from './row-refusal.tsx'

type Step = Pick<Act, 'state'> & { decision: { outcome: 'adopted' | 'rejected' } | null }
const noticeAt = (step: Step, { isReady = false, address = `/?${askedForRow}` } = {}) =>
  wordsOf(htmlOf(<RowRefusal act={step as Act} isReady={isReady} />, { address }))

describe('someone who asked for the line of open data and got this page', () => {
  test.each<[string, Step, string]>([
    ['is being prepared', { state: 'draft', decision: null }, 'une fois l’acte voté'],
    ['waits for its vote', { state: 'submitted', decision: null }, 'une fois l’acte voté'],
    ['was given up', { state: 'withdrawn', decision: null }, 'Seul un acte adopté'],
    ['was rejected', { state: 'voted', decision: { outcome: 'rejected' } }, 'Seul un acte adopté'],
    ['still lacks something', { state: 'voted', decision: { outcome: 'adopted' } }, 'Il lui manque'],
  ])('is told why when the act %s', (_when, step, words) => {
    expect(noticeAt(step)).toContain(words)
  })

  test('is told nothing once the line is ready, nor when nobody asked', () => {
    const adopted: Step = { state: 'voted', decision: { outcome: 'adopted' } }
    expect(noticeAt(adopted, { isReady: true })).toBe('')
    expect(noticeAt(adopted, { address: '/' })).toBe('')
  })
})
