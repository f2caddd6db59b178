import { describe, expect, test } from 'vitest'
import { pageWith } from './page.ts'
import { readWords } from './words.ts'

describe('the page of benchmarks', () => {
  const both = pageWith(
    new Map([
      ['zero', ['', '## zero, 30 s at most', '', '| zero-200 | 0 |']],
      ['published', ['', '## published, 60 s at most', '', '| tic-12 | 0 |']],
    ] as const),
    '',
  )

  test('puts the sets in one order, each under its name', () => {
    expect([...both.matchAll(/^#+ .*$/gm)].map(([title]) => title)).toEqual([
      '# Benchmarks of the meeting engine',
      '## published, 60 s at most',
      '## zero, 30 s at most',
    ])
  })

  test('keeps what it said of the sets that were not measured', () => {
    const after = pageWith(new Map([['published', ['', '## published, 10 s at most', '', '| tic-12 | 1 |']]] as const), both)

    expect(after).toBe(both.replace('published, 60', 'published, 10').replace('| tic-12 | 0 |', '| tic-12 | 1 |'))
  })

  test('is of whole sets: a few instances are not written', () => {
    expect(() => readWords(['--set', 'zero', 'zero-200', '--write'])).toThrow('whole sets')
    expect(readWords(['--set', 'zero', '--write'])).toMatchObject({ sets: ['zero'], isWritten: true })
  })
})
