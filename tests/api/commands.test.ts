import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { cloneDatabase } from '#tests/database.ts'
import { demoTemplate, testEnvironment } from '#tests/demo.ts'

/** The commands of scripts, in processes of their own, on a copy of the demonstration. */
const root = join(import.meta.dirname, '../..')
let copy: Awaited<ReturnType<typeof cloneDatabase>>
let folder: string

beforeAll(async () => {
  copy = await cloneDatabase(await demoTemplate(inject('templateUrl')))
  folder = mkdtempSync(join(tmpdir(), 'escale-commands-'))
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await copy.drop()
})

function escale(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/app/cli.ts', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...testEnvironment, DATABASE_URL: copy.url },
  })
  return { status, lines: stdout.trimEnd().split('\n'), complaint: stderr }
}

const claire = ['--as', 'claire.aubanel@departement.demo'] as const

describe('escale mission import', () => {
  const example = 'docs/examples/missions.json'

  test('says what was entered, and the second time that all is the same', () => {
    const first = escale('mission', 'import', example, ...claire)
    const second = escale('mission', 'import', example, ...claire)

    expect([first.status, first.complaint]).toEqual([0, ''])
    expect(first.lines).toEqual([
      expect.stringMatching(
        /^created Mission à Montréal et Toronto \([0-9a-f-]{36}\); members: 3 new, 0 changed, 0 the same; expenses: 3 new, 0 changed, 0 the same; total €4,231\.91$/,
      ),
      expect.stringMatching(/^created Mission portuaire à Lisbonne \([0-9a-f-]{36}\)$/),
    ])
    expect(second.status).toBe(0)
    expect(second.lines).toEqual(
      first.lines.map((line) =>
        line.replace('created', 'same   ').replaceAll('3 new, 0 changed, 0 the same', '0 new, 0 changed, 3 the same'),
      ),
    )
  })

  test('names the place of what is wrong, and how to mend it', () => {
    const file = join(folder, 'wrong.json')
    const leg = { cityName: { fr: 'Setúbal' }, country: 'PT', startsOn: '2027-05-01', endsOn: '2027-05-02' }
    writeFileSync(file, JSON.stringify({ format: 'escale-missions/1', missions: [{ key: 'A', title: { fr: 'Setúbal' }, legs: [leg] }] }))

    const { status, complaint } = escale('mission', 'import', file, ...claire)

    expect(status).toBe(1)
    expect(complaint).toContain('missions[0].legs[0].timeZone: ')
    expect(complaint).toContain('Europe/Lisbon')
  })
})

describe('escale act build', () => {
  const build = (missions: string, ...others: string[]) =>
    escale('act', 'build', '--missions', missions, '--kind', 'ratification', '--out', join(folder, 'act'), ...others)

  test('builds for the only organisation that takes part in all the missions, when nobody is named', () => {
    const { status, lines } = build('Gênes, Miami, Milan')

    expect(status).toBe(0)
    expect(lines[0]).toBe('Total: 139\u202F108,94\u00A0€')
    expect(lines.filter((line) => line.startsWith('Mission '))).toEqual([
      'Mission à Gênes: quatre membres, dont deux conseillers départementaux et deux agents de la collectivité',
      'Mission collective à Miami: vingt membres, dont six conseillers départementaux, sept invités et sept agents de la collectivité',
      'Mission à Milan: quatre membres, dont deux conseillers départementaux, un invité et un agent de la collectivité',
    ])
    expect(readdirSync(join(folder, 'act')).toSorted()).toEqual(['deliberation.docx', 'deliberation.pdf', 'rapport.docx', 'rapport.pdf'])
  })

  test('asks for whom, when several could', () => {
    expect(build('Miami')).toMatchObject({ status: 2, complaint: expect.stringMatching(/Say who acts.*Marseille/) })
  })

  test('says which mission it does not know, also when it is another organisation’s', () => {
    expect(build('Gênes, Atlantide', ...claire)).toMatchObject({ status: 1, complaint: 'no mission is called Atlantide\n' })
    expect(build('Hambourg', '--as', 'lucie.ferrat@marseille.demo')).toMatchObject({
      status: 1,
      complaint: 'no mission is called Hambourg\n',
    })
  })
})
