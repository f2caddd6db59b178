import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readable } from './layout.ts'

const shown = (statement: string) => readable(statement, (name) => name === 'user')

describe('a statement as one reads it', () => {
  test.each([
    ['a short one is a line', 'select "m"."id"\n  from "missions"."mission" as "m"', 'select m.id from missions.mission as m'],
    ['a name that is a word of SQL, or has capitals, keeps its marks', 'select "createdAt" from "user"', 'select "createdAt" from "user"'],
    ['a text keeps what it says', `select '"id" in ($1,  $2)  it''s'`, `select '"id" in ($1,  $2)  it''s'`],
    ['parameters count from one', 'select $3, $1, $3', 'select $1, $2, $1'],
    ['a list does not say how many it has', 'where a in ($1, $2, $3) and b = $4', 'where a in ($1, …) and b = $2'],
    ['a list of one looks like any other', 'where a in ($1)', 'where a in ($1, …)'],
    ['rows do not say how many they are', 'values ($1, default), ($2, $3), ($4, $5) returning id', 'values ($1, default), … returning id'],
  ])('%s', (_, statement, expected) => {
    expect(shown(statement)).toBe(expected)
  })

  test('a long one has a line per clause, per column and per condition', () => {
    const columns = [
      'm.id',
      'm.title',
      `coalesce((select jsonb_agg(o.text order by o.position) from missions.objective o), '[]') as objectives`,
    ]
    const where = `m.starts_on between $1 and $2 and m.state <> 'cancelled' and (m.lead_organisation_id = $3 or m.is_shared_with_everyone)`

    expect(shown(`select ${columns.join(', ')} from missions.mission m where ${where} order by m.id for no key update`)).toBe(`select
  m.id,
  m.title,
  coalesce((select jsonb_agg(o.text order by o.position) from missions.objective o), '[]') as objectives
from missions.mission m
where m.starts_on between $1 and $2
  and m.state <> 'cancelled'
  and (m.lead_organisation_id = $3 or m.is_shared_with_everyone)
order by m.id
for no key update`)
  })

  test('nothing is lost or moved, whatever the statement', () => {
    const word = fc.constantFrom('select', 'from', 'where', 'and', 'order', 'by', 'm.title', "'a b'", '::text', 'on', 'join', 'values')
    const { words } = fc.letrec<{ words: string }>((tie) => ({
      words: fc
        .array(
          fc.oneof(
            word,
            word,
            tie('words').map((inside) => `(${inside})`),
            tie('words').map((inside) => `case ${inside} end`),
          ),
          {
            maxLength: 12,
          },
        )
        .chain((all) => fc.constantFrom(' ', ', ').map((between) => all.join(between))),
    }))
    const bare = (text: string) => text.replaceAll(/\s/g, '')

    fc.assert(fc.property(words, (statement) => bare(shown(statement)) === bare(statement)))
  })
})
