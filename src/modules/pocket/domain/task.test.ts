import { describe, expect, test } from 'vitest'
import type { Instant } from '#platform/pure/instant.ts'
import { type StandingTask, decideTask } from './task.ts'

const at = (time: string) => `2017-11-06T${time}:00.000Z` as Instant
const open: StandingTask = { title: 'Appeler le port', isDone: false, doneByName: null, doneAt: null }
const done: StandingTask = { ...open, isDone: true, doneByName: 'Claire Vasseur', doneAt: at('09:00') }
const said = (isDone: boolean, time = '10:00', title = open.title) => ({ isDone, title, saidAt: at(time) })

describe('a task ticked on a phone', () => {
  test('is written when it stands as it was read', () => {
    expect(decideTask(open, said(true))).toEqual({ code: 'write', isDone: true, byName: null })
    expect(decideTask(done, said(false))).toEqual({ code: 'write', isDone: false, byName: null })
  })

  test('that a colleague ticked before changes nothing, and names them', () => {
    expect(decideTask(done, said(true))).toEqual({ code: 'already', isDone: true, byName: 'Claire Vasseur' })
  })

  test('gives way to who says later that it is done', () => {
    expect(decideTask(done, said(false, '08:00'))).toEqual({ code: 'superseded', isDone: true, byName: 'Claire Vasseur' })
  })

  test('that says something else by now is asked about, never taken for what it was', () => {
    expect(decideTask(open, said(true, '10:00', 'Appeler la mairie'))).toEqual({ code: 'task_changed', title: 'Appeler le port' })
  })

  test('that is somebody else’s is refused', () => {
    expect(decideTask(null, said(true))).toEqual({ code: 'task_not_yours' })
  })
})
