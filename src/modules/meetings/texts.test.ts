import { expect, test } from 'vitest'
import type { Explanation } from './domain/explanation.ts'
import { explanationLines, meetingsTexts } from './texts.ts'

const conflict: Explanation = {
  kind: 'conflict',
  isMinimal: true,
  facts: [
    { kind: 'fairness', difference: 2 },
    { kind: 'tables', tables: 1 },
    { kind: 'order', earlier: 'M1', later: 'M2' },
    { kind: 'away', participant: 'P3', slots: [4, 1, 2] },
    { kind: 'meeting', meeting: 'M1', participants: ['P1', 'P3'], slots: null },
    { kind: 'meeting', meeting: 'M2', participants: ['P3', 'P4'], slots: [7] },
    { kind: 'meeting', meeting: 'M4', participants: ['P5', 'P6'], slots: [] },
  ],
}

test('a conflict is told fact by fact, in both languages', () => {
  expect(explanationLines(meetingsTexts.en, conflict)).toEqual([
    'No plan keeps all of these together:',
    '  the breaks of any two participants differ by no more than 2',
    '  there is one table',
    '  M1 comes before M2',
    '  P3 is away (slots 1–2, 4)',
    '  M1, between P1 and P3, is held',
    '  M2, between P3 and P4, is held at slot 7',
    '  M4, between P5 and P6, is held, but at no slot',
    'Without any one of them there would be one.',
  ])
  expect(explanationLines(meetingsTexts.fr, conflict)).toEqual([
    'Aucun planning ne respecte à la fois\u00A0:',
    '  d’un participant à l’autre, les attentes ne diffèrent pas de plus de 2',
    '  il y a une table',
    '  M1 précède M2',
    '  P3 est absent (créneaux 1–2, 4)',
    '  M1, entre P1 et P3, se tient',
    '  M2, entre P3 et P4, se tient au créneau 7',
    '  M4, entre P5 et P6, se tient, mais à aucun créneau',
    'Sans l’une quelconque de ces conditions, il y en aurait un.',
  ])
})

test('who waits, how many can be held, and what could not be decided', () => {
  const lines = (told: Explanation) => explanationLines(meetingsTexts.en, told)

  expect(lines({ kind: 'waits', waits: [] })).toEqual(['Nobody waits between two meetings.'])
  expect(lines({ kind: 'waits', waits: [{ participant: 'P1', slots: [3], before: 'M1', after: 'M9' }] })).toEqual([
    'P1 waits between M1 and M9 (slot 3).',
  ])
  expect(lines({ kind: 'most held', held: 9, dropped: ['M2', 'M4'], isMost: true })).toEqual([
    '9 meetings can be held together, and no more: all but M2, M4.',
  ])
  expect(lines({ kind: 'most held', held: 1, dropped: ['M2'], isMost: false })).toEqual(['1 meeting can be held: all but M2.'])
  expect(lines({ ...conflict, isMinimal: false, facts: [] }).at(-1)).toBe('Some of them may have no part in it: there was no time to tell.')
})
