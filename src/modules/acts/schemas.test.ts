import { describe, expect, test } from 'vitest'
import { typeForm } from '#platform/web.ts'
import { changeOf, fieldOfVote, headForm, missionsForm, rearranged, voteForm, voteOf } from './schemas.ts'

function aForm(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  return form
}

const head = {
  version: '2',
  language: 'fr',
  reference: ' 122.55 ',
  meetingOn: '08/02/2019',
  fiscalYear: '2018',
  'object.fr': 'Objet',
  'authorityName.fr': 'Conseil départemental',
  authorityGender: 'masculine',
  directoratesFr: 'Direction générale\r\n\r\nDirection des relations internationales',
  directoratesEn: 'Directorate-General',
  'body.fr': 'Commission permanente',
  bodyGender: 'feminine',
  'chair.civility': 'feminine',
  'chair.givenName': 'Martine',
  'chair.familyName': 'Vassal',
  'chair.capacity.fr': 'Présidente',
  'rapporteurs.0.givenName': '',
  'rapporteurs.0.familyName': '',
  'rapporteurs.1.givenName': 'Patrick',
  'rapporteurs.1.familyName': 'Boré',
  'rapporteurs.1.civility': '',
  signatoryIsChair: 'on',
}

async function readHead(fields: Readonly<Record<string, string>>) {
  const typed = await typeForm(aForm(fields), headForm)
  return typed.ok ? changeOf(typed.value, typed.form) : typed.problem.problems
}

describe('the head of an act, as typed', () => {
  test('becomes what the act states; empty lines are nobody and nothing', async () => {
    const chair = { givenName: 'Martine', familyName: 'Vassal', gender: 'feminine', capacity: { fr: 'Présidente' } }

    expect(await readHead(head)).toEqual({
      language: 'fr',
      reference: '122.55',
      object: { fr: 'Objet' },
      fiscalYear: 2018,
      meetingOn: '2019-02-08',
      convenedOn: null,
      header: {
        authorityName: { fr: 'Conseil départemental' },
        authorityGender: 'masculine',
        directorates: [{ fr: 'Direction générale', en: 'Directorate-General' }, { fr: 'Direction des relations internationales' }],
        place: null,
        body: { fr: 'Commission permanente' },
        bodyGender: 'feminine',
        chair,
        rapporteurs: [{ givenName: 'Patrick', familyName: 'Boré', gender: null, capacity: null }],
        proposer: null,
        signatory: chair,
      },
    })
  })

  test('is signed by someone else when the chair does not sign', async () => {
    const { signatoryIsChair: _ticked, ...unticked } = head

    expect(await readHead({ ...unticked, 'signatory.familyName': 'Autre' })).toMatchObject({
      header: { signatory: { familyName: 'Autre', gender: null } },
    })
    expect(await readHead(unticked)).toMatchObject({ header: { signatory: null } })
  })

  test('names each field that cannot be read', async () => {
    const wrong = { ...head, fiscalYear: '18', meetingOn: '31/02/2019', authorityGender: '', reference: 'x'.repeat(51) }

    expect(await readHead(wrong)).toEqual({
      fiscalYear: 'year_malformed',
      meetingOn: 'date_malformed',
      authorityGender: 'required',
      reference: 'too_long',
    })
  })
})

describe('the order of the missions of an act', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [
    string,
    string,
    string,
    string,
  ]

  test.each<[string, Record<string, string>, readonly string[]]>([
    ['up', { move: `up:${b}` }, [b, a, c]],
    ['the first cannot go up', { move: `up:${a}` }, [a, b, c]],
    ['down', { move: `down:${b}` }, [a, c, b]],
    ['the last cannot go down', { move: `down:${c}` }, [a, b, c]],
    ['removed', { move: `remove:${b}` }, [a, c]],
    ['added at the end', { move: 'add', added: d }, [a, b, c, d]],
    ['nothing chosen to add', { move: 'add', added: '' }, [a, b, c]],
    ['a mission that is not there', { move: `up:${d}` }, [a, b, c]],
  ])('%s', async (_what, pressed, order) => {
    const typed = await typeForm(aForm({ missionIds: [a, b, c], ...pressed }), missionsForm)

    expect(typed.ok && rearranged(typed.value)).toEqual(order)
  })

  test('is read when there is a single mission', async () => {
    const typed = await typeForm(aForm({ missionIds: a, move: 'add', added: b }), missionsForm)

    expect(typed.ok && rearranged(typed.value)).toEqual([a, b])
  })
})

describe('a vote, as typed', () => {
  const counts = { inOffice: '58', present: '50', represented: '6', for: '1 050', against: '0', abstained: '0', notVoting: '0' }
  const vote = { outcome: 'adopted', on: '2019-02-08', ...counts, secondCall: 'on', 'secretary.familyName': 'Secrétaire' }

  test('is read with its spaces and its ticks', async () => {
    const typed = await typeForm(aForm(vote), voteForm)

    expect(typed.ok && voteOf(typed.value)).toEqual({
      vote: {
        outcome: 'adopted',
        on: '2019-02-08',
        attendance: { inOffice: 58, present: 50, represented: 6, secondCall: true },
        ballot: { for: 1050, against: 0, abstained: 0, notVoting: 0, secret: false },
      },
      minutes: { deliberationNumber: null, secretary: { givenName: '', familyName: 'Secrétaire', gender: null, capacity: null } },
    })
  })

  test('names each number that is missing or is none', async () => {
    const { outcome: _none, ...undecided } = vote
    const typed = await typeForm(aForm({ ...undecided, on: '', present: '', for: '-3', against: '1,5' }), voteForm)

    expect(!typed.ok && typed.problem.problems).toEqual({
      outcome: 'required',
      on: 'required',
      present: 'required',
      for: 'count_malformed',
      against: 'count_malformed',
    })
  })

  test('shows a refusal at the number it is about', () => {
    expect(fieldOfVote({ code: 'quorum_not_met' })).toBe('present')
    expect(fieldOfVote({ code: 'vote_count_invalid', field: 'represented' } as never)).toBe('represented')
    expect(fieldOfVote({ code: 'already_decided' })).toBe('')
  })
})
