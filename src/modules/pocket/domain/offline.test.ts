import { describe, expect, test } from 'vitest'
import type { Instant } from '#platform/pure/instant.ts'
import { decideAttendance, formKey, timeSaid } from './entry.ts'
import { type KeptEntry, afterReply, decideAgain, isDoneShown, noteShown, presenceShown, withEntry } from './offline.ts'

const at = (time: string) => `2026-06-15T${time}:00.000Z` as Instant
const note = (key: string, body: string, version = 0, facts: Partial<KeptEntry> = {}): KeptEntry => ({
  key,
  saidAt: at('10:00'),
  about: 'Rencontre',
  said: { kind: 'note', itemId: 'a', body, version },
  state: 'waiting',
  ...facts,
})
const presence = (key: string, value: 'there' | 'not_there', facts: Partial<KeptEntry> = {}): KeptEntry => ({
  key,
  saidAt: at('10:00'),
  about: 'Rencontre',
  said: { kind: 'attendance', itemId: 'a', presence: value },
  state: 'waiting',
  ...facts,
})
const kept = (version: number) => ({ kind: 'kept', answer: { kind: 'note', version } }) as const

describe('what waits on a device', () => {
  test('a second word about a moment takes the place of the first, unless that one has left', () => {
    expect(withEntry([note('1', 'un')], note('2', 'deux')).map(({ key }) => key)).toEqual(['2'])
    expect(withEntry([note('1', 'un', 0, { state: 'sent' })], note('2', 'deux')).map(({ key }) => key)).toEqual(['1', '2'])
    expect(withEntry([note('1', 'un')], presence('2', 'there')).map(({ key }) => key)).toEqual(['1', '2'])
  })

  test('receipts never take each other’s place', () => {
    const receipt = (key: string): KeptEntry => ({
      ...note(key, ''),
      said: { kind: 'receipt', label: 'Taxi', photo: null, photoName: 'a.png' },
    })

    expect(withEntry([receipt('1')], receipt('2'))).toHaveLength(2)
  })

  test('a network that does not answer changes nothing', () => {
    expect(afterReply([note('1', 'un')], note('1', 'un'), { kind: 'unreachable' })).toEqual([note('1', 'un')])
  })

  test('what was answered says so, and a note knows its new version', () => {
    expect(afterReply([note('1', 'un')], note('1', 'un'), kept(1))).toEqual([note('1', 'un', 1, { state: 'sent' })])
    expect(afterReply([note('1', 'un')], note('1', 'un'), { kind: 'refused', code: 'too_long' })).toEqual([
      note('1', 'un', 0, { state: 'refused', refusal: { code: 'too_long' } }),
    ])
  })

  test('a note that replaced one under way goes on from what that one wrote', () => {
    expect(afterReply([note('2', 'deux')], note('1', 'un'), kept(1))).toEqual([note('2', 'deux', 1)])
  })

  test('an attendance that another device overruled says so, and shows what holds', () => {
    const answer = { kind: 'kept', answer: { kind: 'attendance', presence: 'not_there', superseded: true } } as const
    const entries = afterReply([presence('1', 'there')], presence('1', 'there'), answer)

    expect(entries).toEqual([presence('1', 'there', { state: 'sent', superseded: true })])
    expect(presenceShown('a', { attendance: { a: 'not_there' }, at: at('09:00') }, entries)).toBe('not_there')
  })
})

describe('what is shown', () => {
  test('is the last word said here, until something newer was synchronised', () => {
    const synced = (time: string) => ({ attendance: { a: 'not_there' } as const, at: at(time) })

    expect(presenceShown('a', synced('09:00'), [presence('1', 'there')])).toBe('there')
    expect(presenceShown('a', synced('09:00'), [presence('1', 'there', { state: 'sent' })])).toBe('there')
    expect(presenceShown('a', synced('11:00'), [presence('1', 'there', { state: 'sent' })])).toBe('not_there')
    expect(presenceShown('a', synced('09:00'), [presence('1', 'there', { state: 'refused' })])).toBe('not_there')
    expect(presenceShown('b', synced('09:00'), [presence('1', 'there')])).toBeNull()
  })

  test('is the note as it was last written here, with the version the next one is written on', () => {
    const synced = [{ itemId: 'a', body: 'serveur', version: 3 }]

    expect(noteShown('a', synced, [])).toEqual({ body: 'serveur', version: 3 })
    expect(noteShown('a', synced, [note('1', 'ici', 3)])).toEqual({ body: 'ici', version: 3 })
    expect(noteShown('a', synced, [note('1', 'ici', 4, { state: 'sent' })])).toEqual({ body: 'ici', version: 4 })
    expect(noteShown('a', synced, [note('1', 'ancien', 2, { state: 'sent' })])).toEqual({ body: 'serveur', version: 3 })
    expect(noteShown(null, synced, [])).toEqual({ body: '', version: 0 })
  })
})

describe('a note that changed elsewhere', () => {
  const conflict = note('1', 'la mienne', 1, {
    state: 'refused',
    refusal: { code: 'note_changed', saved: { body: 'l’autre', version: 2 } },
  })
  const fresh = { key: '9', saidAt: at('12:00') }

  test('is one’s own, the saved one or both, and is sent again on what is saved now', () => {
    expect(decideAgain(conflict, 'mine', fresh)).toEqual(note('9', 'la mienne', 2, { saidAt: at('12:00') }))
    expect(decideAgain(conflict, 'both', fresh)?.said).toMatchObject({ body: 'l’autre\n\nla mienne', version: 2 })
    expect(decideAgain(conflict, 'saved', fresh)).toBeNull()
  })
})

describe('on the server', () => {
  test('of two words about a moment the later holds, and of the same word there is nothing to overrule', () => {
    const known = { presence: 'there', saidAt: at('10:00') } as const

    expect(decideAttendance(null, { presence: 'there', saidAt: at('09:00') })).toEqual({ presence: 'there', superseded: false })
    expect(decideAttendance(known, { presence: 'not_there', saidAt: at('09:00') })).toEqual({ presence: 'there', superseded: true })
    expect(decideAttendance(known, { presence: 'not_there', saidAt: at('11:00') })).toEqual({ presence: 'not_there', superseded: false })
    expect(decideAttendance(known, { presence: 'there', saidAt: at('09:00') })).toEqual({ presence: 'there', superseded: false })
  })

  test('nobody speaks from the future', () => {
    expect([timeSaid(at('12:00'), at('11:00')), timeSaid(at('10:00'), at('11:00'))]).toEqual([at('11:00'), at('10:00')])
  })

  test('the forms of a page without a script have each a key', () => {
    const page = '3f0c1a2b-1111-4222-8333-444455556666'
    const keys = [
      formKey(page, 'attendance', '01900000-0000-7000-8000-00000000000a'),
      formKey(page, 'attendance', '01900000-0000-7000-8000-00000000000b'),
      formKey(page, 'note', '01900000-0000-7000-8000-00000000000a'),
      formKey(page, 'note', null),
      formKey(page, 'receipt', null),
    ]

    expect(new Set(keys).size).toBe(5)
    expect(keys.every((key) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key))).toBe(true)
  })
})

describe('a task ticked here', () => {
  const tick = (key: string, isDone: boolean, facts: Partial<KeptEntry> = {}): KeptEntry => ({
    ...note(key, ''),
    said: { kind: 'task', taskId: 't', isDone, title: 'Appeler le port' },
    ...facts,
  })
  const task = { id: 't', isDone: false }

  test('shows at once, whatever waits, and gives way to its contrary', () => {
    const entries = withEntry([tick('1', true)], tick('2', false))

    expect(entries.map(({ key }) => key)).toEqual(['2'])
    expect([isDoneShown(task, at('09:00'), [tick('1', true)]), isDoneShown(task, at('09:00'), entries)]).toEqual([true, false])
    expect(isDoneShown(task, at('11:00'), [tick('1', true, { state: 'sent' })])).toBe(false)
  })

  test('names who said so before, or says otherwise since', () => {
    const answer = (superseded: boolean) =>
      ({ kind: 'kept', answer: { kind: 'task', isDone: true, superseded, byName: 'Claire Vasseur' } }) as const

    expect(afterReply([tick('1', true)], tick('1', true), answer(false))).toEqual([
      tick('1', true, { state: 'sent', byName: 'Claire Vasseur' }),
    ])
    const overruled = afterReply([tick('1', false)], tick('1', false), answer(true))
    expect(overruled).toEqual([tick('1', false, { state: 'sent', superseded: true, byName: 'Claire Vasseur' })])
    expect(isDoneShown({ id: 't', isDone: true }, at('09:00'), overruled)).toBe(true)
  })

  test('that says something else by now waits for a decision, which goes on from what it says', () => {
    const [asked] = afterReply([tick('1', true)], tick('1', true), { kind: 'refused', code: 'task_changed', title: 'Appeler la mairie' })

    expect(asked).toMatchObject({ state: 'refused', refusal: { title: 'Appeler la mairie' } })
    const fresh = { key: '2', saidAt: at('12:00') }
    expect(asked && decideAgain(asked, 'saved', fresh)).toBeNull()
    expect(asked && decideAgain(asked, 'mine', fresh)).toEqual(
      tick('2', true, {
        ...fresh,
        about: 'Appeler la mairie',
        said: { kind: 'task', taskId: 't', isDone: true, title: 'Appeler la mairie' },
      }),
    )
  })
})
