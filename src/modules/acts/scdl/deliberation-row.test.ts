import { parse } from 'csv-parse/sync'
import { Schema, Table } from 'tableschema'
import { describe, expect, it } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { ActLife } from '../domain/lifecycle.ts'
import { RATIFICATION_2017 } from '../domain/ratification-2017.fixture.ts'
import schema from '../reference/scdl-deliberations-2.1.5.schema.json' with { type: 'json' }
import { checkDeliberationRow } from './check.ts'
import type { DeliberationRow } from './columns.ts'
import { deliberationCsv, deliberationRow, type PublishedAct } from './deliberation-row.ts'
import { ACT_MATTERS, ACT_SUBJECTS, defaultSubject } from './mapping.ts'

const life: ActLife = {
  submission: { submittedOn: asLocalDate('2019-01-25'), meetingOn: asLocalDate('2019-02-08'), snapshotHash: 'a'.repeat(64) },
  decision: {
    outcome: 'adopted',
    on: asLocalDate('2019-02-08'),
    attendance: { inOffice: 58, present: 49, represented: 6, secondCall: false },
    ballot: { for: 50, against: 2, abstained: 2, notVoting: 1, secret: false },
  },
  transmission: { on: asLocalDate('2019-02-12'), receipt: null },
  publication: { on: asLocalDate('2019-02-14'), address: 'https://acts.example/2019/12.pdf' },
}

const act: PublishedAct = {
  authority: RATIFICATION_2017.authority,
  number: '2019-12',
  object: RATIFICATION_2017.object,
  subject: defaultSubject('mission_ratification'),
  budget: { year: 2018, name: 'Budget principal' },
  prefecture: 'PREF013',
  life,
}

async function tableschemaErrors(csv: string): Promise<unknown> {
  const rows: unknown[][] = parse(csv)
  const table = await Table.load(rows, { schema: await Schema.load(structuredClone(schema)) })
  try {
    await table.read({ keyed: true })
    return []
  } catch (error) {
    return (error as { errors?: unknown[] }).errors ?? error
  }
}

describe('the SCDL row of a ratification', () => {
  it('states the act in 17 columns', () => {
    expect(valueOf(deliberationRow(act))).toEqual({
      COLL_NOM: 'Conseil départemental des Bouches-du-Rhône',
      COLL_SIRET: '22130001500247',
      DELIB_ID: '2019-12',
      DELIB_DATE: '2019-02-08',
      DELIB_MATIERE_CODE: '5.6',
      DELIB_MATIERE_NOM: 'institutions et vie politique/exercice des mandats locaux',
      DELIB_OBJET: 'Déplacements 2017 : ratification des missions à Gênes, Miami et Milan',
      BUDGET_ANNEE: '2018',
      BUDGET_NOM: 'Budget principal',
      PREF_ID: 'PREF013',
      PREF_DATE: '2019-02-12',
      VOTE_EFFECTIF: '58',
      VOTE_REEL: '54',
      VOTE_POUR: '50',
      VOTE_CONTRE: '2',
      VOTE_ABSTENTION: '2',
      DELIB_URL: 'https://acts.example/2019/12.pdf',
    })
  })

  it('passes the published schema and our own checks, once written and read again', async () => {
    const csv = deliberationCsv([valueOf(deliberationRow(act))])

    expect(await tableschemaErrors(csv)).toEqual([])
    const written: DeliberationRow[] = parse(csv, { columns: true })
    expect(written.map(checkDeliberationRow)).toEqual([[]])
  })

  it('fails the published schema when a date is spoilt, so that the check above can fail', async () => {
    const csv = deliberationCsv([{ ...valueOf(deliberationRow(act)), DELIB_DATE: '08/02/2019' }])

    expect(await tableschemaErrors(csv)).toHaveLength(1)
  })

  it('is refused before the vote', () => {
    expect(deliberationRow({ ...act, life: { ...life, decision: null } })).toEqual({ ok: false, problem: { code: 'act_not_adopted' } })
  })

  it('is refused for an authority without SIRET', () => {
    expect(deliberationRow({ ...act, authority: { ...act.authority, siret: null } })).toEqual({
      ok: false,
      problem: { code: 'row_invalid', problems: [{ column: 'COLL_SIRET', code: 'value_missing' }] },
    })
  })

  it('shields an object that a spreadsheet would compute', () => {
    const csv = deliberationCsv([{ ...valueOf(deliberationRow(act)), DELIB_OBJET: '=HYPERLINK("https://x.example")' }])

    expect(csv).toContain(`"'=HYPERLINK(""https://x.example"")"`)
  })
})

describe('the national list of subjects', () => {
  it('has 57 codes, each with a name the SCDL accepts', () => {
    const base = valueOf(deliberationRow(act))
    const problems = ACT_SUBJECTS.flatMap((subject) =>
      checkDeliberationRow({ ...base, DELIB_MATIERE_CODE: subject.code, DELIB_MATIERE_NOM: subject.scdlName }),
    )

    expect(ACT_SUBJECTS).toHaveLength(57)
    expect(problems).toEqual([])
  })

  it('gives travel the code 5.6 and every matter a code that exists', () => {
    expect([defaultSubject('special_mandate').code, defaultSubject('mission_ratification').code]).toEqual(['5.6', '5.6'])
    expect(ACT_MATTERS.map((matter) => defaultSubject(matter).code)).toHaveLength(11)
  })
})
