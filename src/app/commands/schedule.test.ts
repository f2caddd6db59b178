import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openProgress, progressLine } from './progress-bar.ts'
import { readScheduleWords } from './schedule-words.ts'

/** The command in processes of its own, with nothing of an installation around it. */
const root = join(import.meta.dirname, '../../..')
const published = (name: string) => join(root, 'engine/bench/instances/published', `${name}.json`)
const generated = (name: string) => join(root, 'engine/bench/instances/generated', `${name}.json`)
const nowhere = { PATH: process.env.PATH, DATABASE_URL: 'not a database', PORT: 'not a port' }
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'escale-schedule-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function schedule(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/app/cli.ts', 'schedule', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: nowhere,
  })
  return { status, lines: stdout.trimEnd().split('\n'), complaint: stderr }
}

/** What the independent judge says of a plan, in a process of its own too. */
function judge(instance: string, plan: string) {
  const { status, stdout } = spawnSync(process.execPath, ['engine/bench/check.mjs', instance, plan], { cwd: root, encoding: 'utf8' })
  return { status, ...(JSON.parse(stdout) as { ok: boolean; breaks: number }) }
}

function instanceFile(name: string, document: unknown): string {
  const file = join(folder, `${name}.json`)
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document))
  return file
}

const read = (file: string) =>
  JSON.parse(readFileSync(file, 'utf8')) as { status: string; objective: number | null; bound: number | null; schedule: object }

describe('escale schedule', () => {
  test('proves a plan of the benchmark best, without a database or a configuration that can be used', () => {
    const out = join(folder, 'tic-13crafb-plan.json')
    const { status, lines, complaint } = schedule(published('tic-13crafb'), '--seconds', '30', '--seed', '7', '--out', out)

    expect([status, complaint, lines.at(-1)]).toEqual([0, '', 's optimal 0 0'])
    expect(lines.at(-2)).toMatch(/^o \d+\.\d{3} 0$/)
    expect(read(out)).toMatchObject({ status: 'optimal', objective: 0, bound: 0 })
    expect(judge(published('tic-13crafb'), out)).toMatchObject({ status: 0, ok: true, breaks: 0 })
  })

  test('answers an instance that contradicts itself: it is infeasible, and that is no error', () => {
    const out = join(folder, 'nowhere-plan.json')
    const everybodyAway = instanceFile('nowhere', {
      slots: { count: 2 },
      tables: 3,
      participants: [
        { id: 'A', unavailable: [1] },
        { id: 'B', unavailable: [2] },
      ],
      meetings: [{ id: 'M', a: 'A', b: 'B' }],
    })
    const { status, lines, complaint } = schedule(everybodyAway, '--out', out)

    expect([status, complaint, lines]).toEqual([0, '', ['s infeasible - -']])
    expect(read(out)).toEqual({ status: 'infeasible', objective: null, bound: null, schedule: {} })
  })

  test.each([
    ['more fixed meetings than tables', { tables: 1, fixed: [1, 1], precedences: [] }],
    [
      'two meetings before each other',
      {
        tables: 2,
        fixed: [null, null],
        precedences: [
          ['M1', 'M2'],
          ['M2', 'M1'],
        ],
      },
    ],
    ['a meeting before itself', { tables: 2, fixed: [null, null], precedences: [['M1', 'M1']] }],
    ['no table at all', { tables: 0, fixed: [null, null], precedences: [] }],
  ])('%s: infeasible', (name, { tables, fixed, precedences }) => {
    const file = instanceFile(name.replaceAll(' ', '-'), {
      slots: { count: 4, morning: [1, 2], afternoon: [3, 4] },
      tables,
      participants: ['A', 'B', 'C', 'D'].map((id) => ({ id })),
      meetings: [
        { id: 'M1', a: 'A', b: 'B', fixedSlot: fixed[0] },
        { id: 'M2', a: 'C', b: 'D', fixedSlot: fixed[1] },
      ],
      precedences,
    })

    expect(schedule(file, '--seconds', '10').lines).toEqual(['s infeasible - -'])
  })

  test('plans nothing for nobody', () => {
    const file = instanceFile('empty', { slots: { count: 1 }, tables: 0, participants: [], meetings: [] })

    expect(schedule(file, '--seconds', '5')).toMatchObject({ status: 0, lines: [expect.stringMatching(/^o \S+ 0$/), 's optimal 0 0'] })
  })

  test('names every faulty field of a malformed instance, and what is expected', () => {
    const file = instanceFile('malformed', {
      slots: { count: '8', morning: [0] },
      participants: [{ id: 'P1' }, { id: 'P1' }, 'P3'],
      meetings: [
        { id: 'M1', a: 'P1', b: 'P99', session: 'noon', fixedSlot: 1.5 },
        { id: 'M2', a: 'P1', b: 'P1' },
      ],
      precedences: [['M1'], ['M1', 'M7']],
    })
    const { status, lines, complaint } = schedule(file)

    expect([status, lines]).toEqual([2, ['']])
    expect(complaint.trimEnd().split('\n').slice(1)).toEqual([
      '  slots.count: expected a whole number from 1 to 4096, found "8"',
      '  tables: expected a whole number from 0 to 2147483647, found nothing',
      '  participants[1].id: "P1" is already the name of another',
      '  participants[2]: expected an object, found "P3"',
      '  meetings[0].b: "P99" is not a participant',
      '  meetings[0].session: expected "morning" or "afternoon", found "noon"',
      '  meetings[0].fixedSlot: expected a whole number from 1 to 4096, found 1.5',
      '  meetings[1].b: expected another participant than meetings[1].a, found "P1" again',
      '  precedences[0]: expected two meetings, found 1',
      '  precedences[1][1]: "M7" is not a meeting',
    ])
  })

  test.each([
    ['a file that is not there', () => ['no-such-file.json'], /^no-such-file\.json cannot be read: ENOENT/],
    ['text that is not JSON', () => [instanceFile('not', '{"slots": ')], /is not JSON: /],
    ['no file', () => [], /^Name one instance: escale schedule INSTANCE\.json/],
    [
      'a seed that is none',
      () => [published('tic-12'), '--seed', 'x'],
      /^--seed is a whole number from 0 to 2147483647, not x: escale schedule/,
    ],
    ['no time', () => [published('tic-12'), '--seconds', '0'], /^--seconds is a number above 0, not 0/],
    ['an option nobody knows', () => [published('tic-12'), '--fast'], /'--fast'.*escale schedule/],
    [
      'a folder that is not there',
      () => [published('tic-12'), '--out', join(folder, 'none/plan.json')],
      /plan\.json cannot be written: ENOENT/,
    ],
    ['a folder in place of a file', () => [published('tic-12'), '--out', folder], /cannot be written: it is a folder/],
  ])('refuses %s in one plain line', (_, words, sentence) => {
    const { status, lines, complaint } = schedule(...words())

    expect([status, lines]).toEqual([2, ['']])
    expect(complaint).toMatch(sentence)
    expect(complaint.trimEnd()).not.toContain('\n')
  })

  test('explains why there is no plan: facts that cannot hold together, each needed, and how many meetings can', () => {
    const { lines } = schedule(published('tic-12crafc.forb0003'), '--explain')
    const ofP1 = ['M1', 'M2', 'M3', 'M4', 'M5', 'M12', 'M47', 'M66']

    expect([lines[0], lines[1]]).toEqual(['c No plan keeps all of these together:', 'c   P1 is away (slot 4)'])
    expect(lines.slice(2, -3)).toEqual(
      ofP1.map((meeting) => expect.stringMatching(new RegExp(`^c   ${meeting}, between .*\\bP1\\b.*, is held$`))),
    )
    expect(lines.slice(-3)).toEqual([
      'c Without any one of them there would be one.',
      expect.stringMatching(/^c 124 meetings can be held together, and no more: all but M\d+\.$/),
      's infeasible - -',
    ])
  })

  test('explains a plan by those who wait in it', () => {
    const { lines } = schedule(published('forumt-14crafd'), '--explain')

    expect(lines.at(-1)).toBe('s optimal 4 4')
    expect(lines.filter((line) => /^c P\d+ waits between M\d+ and M\d+ \(slots? [\d–, ]+\)\.$/.test(line))).toHaveLength(4)
  })

  test('gives the same plan for the same seed and rounds, whatever the threads', () => {
    const plans = ['1', '2', '3'].map((threads) => {
      const out = join(folder, `threads-${threads}.json`)
      const { lines } = schedule(generated('mission-200-1'), '--rounds', '12', '--seed', '5', '--threads', threads, '--out', out)
      return { last: lines.at(-1), plan: readFileSync(out, 'utf8') }
    })

    expect(plans[1]).toEqual(plans[0])
    expect(plans[2]).toEqual(plans[0])
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('on %s writes the best so far, and ends well', async (signal) => {
    const out = join(folder, `${signal}.json`)
    const child = spawn(process.execPath, ['src/app/cli.ts', 'schedule', generated('mission-200-1'), '--seconds', '100', '--out', out], {
      cwd: root,
      env: nowhere,
    })
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.startsWith('o ')) {
        child.kill(signal)
        child.kill(signal)
      }
    })
    const code = await new Promise((done) => child.once('exit', done))

    const plan = read(out)
    expect([code, said.trimEnd().split('\n').at(-1)]).toEqual([0, `s feasible ${plan.objective} ${plan.bound}`])
    expect(judge(generated('mission-200-1'), out)).toMatchObject({ ok: true, breaks: plan.objective })
    expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([])
  })

  test('stops when its time is over, on one thread and on two', () => {
    for (const threads of ['1', '2']) {
      const before = performance.now()
      const { lines } = schedule(generated('mission-400-1'), '--seconds', '2', '--threads', threads)

      expect(lines.at(-1)).toMatch(/^s (feasible|unknown) (\d+|-) \d+$/)
      expect(performance.now() - before).toBeLessThan(6_000)
    }
  })

  test('loads the engine and nothing of the house', () => {
    const list = `import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => { if (url.startsWith('file:')) process.stderr.write(url + '\\n'); return next(url, context) } })`
    const hook = join(folder, 'hook.mjs')
    writeFileSync(hook, list)
    const { stderr } = spawnSync(process.execPath, ['--import', hook, 'src/app/cli.ts', 'schedule', published('tic-12'), '--rounds', '1'], {
      cwd: root,
      encoding: 'utf8',
      env: nowhere,
    })
    const loaded = stderr
      .split('\n')
      .filter((url) => url.startsWith(`file://${root}`))
      .map((url) => url.slice(`file://${root}/`.length))

    expect(loaded.length).toBeGreaterThan(20)
    expect(loaded.filter((path) => !/^(engine|src\/modules\/meetings|src\/app\/(cli\.ts|production\.ts|commands))/.test(path))).toEqual([])
  })
})

describe('the words of escale schedule', () => {
  test('have defaults: a minute, the first seed, one thread', () => {
    expect(readScheduleWords(['x.json'], '')).toEqual({
      file: 'x.json',
      out: null,
      seconds: 60,
      seed: 1,
      threads: 1,
      rounds: Infinity,
      isExplained: false,
    })
  })

  test('rounds alone know no time, and a dash writes no file', () => {
    expect(readScheduleWords(['x.json', '--rounds', '7', '--out', '-', '--explain'], '')).toMatchObject({
      rounds: 7,
      seconds: Infinity,
      out: null,
      isExplained: true,
    })
    expect(readScheduleWords(['x.json', '--rounds', '7', '--seconds', '1.5'], '')).toMatchObject({ rounds: 7, seconds: 1.5 })
  })
})

describe('the line of progress', () => {
  const news = { rounds: 31, objective: 14, bound: 5 }

  test('says how far the time has gone, and what is known', () => {
    expect(progressLine(30, 60, news)).toBe('████████████░░░░░░░░░░░░ 30.0 s  best 14, at least 5  round 31')
    expect(progressLine(30, Infinity, { ...news, objective: null })).toBe(
      '░░░░░░░░░░░░░░░░░░░░░░░░ 30.0 s  no plan yet, at least 5  round 31',
    )
  })

  test('is drawn on a terminal only, rarely, and wiped before anything else is said', () => {
    const written: string[] = []
    const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) > 0 }) as never

    openProgress(stream(false), 60).show(news)
    expect(written).toEqual([])

    const progress = openProgress(stream(true), 60)
    progress.show(news)
    progress.show(news)
    progress.clear()
    progress.clear()
    expect(written).toEqual([expect.stringMatching(/^\r\S*K.*best 14/), expect.stringMatching(/^\r\S*K$/)])
  })
})
