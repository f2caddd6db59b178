import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { createMission } from '#modules/missions/index.ts'
import { loadOrganisation } from '#modules/directory/index.ts'
import { aDraft, aParty, twoRegisters } from './register.fixture.ts'
import { listAgreements } from './sql/agreements.ts'
import { listMissionsOfAgreement } from './sql/mission-links.ts'
import { listAmendments, listWordings } from './sql/papers.ts'
import { listDomains } from './sql/pledges.ts'
import { compute, readDeadlines } from './usecases/read-standing.ts'
import { recordStep, withdrawStep } from './usecases/record-step.ts'
import { remindTerms } from './usecases/remind-terms.ts'
import { addEdition, writeLicence } from './usecases/write-licence.ts'
import { changeAgreement, openAgreement, removeAgreement } from './usecases/write-agreement.ts'
import { amendAgreement, linkMission, writeWording } from './usecases/write-papers.ts'
import { planAction, progressAction, removeDomain, writeDomain } from './usecases/write-pledges.ts'

let world: Awaited<ReturnType<typeof twoRegisters>>
beforeAll(async () => {
  world = await twoRegisters(inject('templateUrl'))
})
afterAll(() => world.close())

const on = asLocalDate
const codeOf = (outcome: { ok: boolean; problem?: unknown }) => (outcome.ok ? null : (outcome.problem as { code: string }).code)

describe('who keeps the register', () => {
  test('a reader opens nothing, and the assembly office records steps only', async () => {
    await expect(world.as(world.reader, (ctx) => openAgreement(ctx, aDraft()))).rejects.toThrow(Forbidden)
    await expect(world.as(world.assembly, (ctx) => openAgreement(ctx, aDraft()))).rejects.toThrow(Forbidden)
    const id = await world.open()

    expect(codeOf(await world.step(id, { kind: 'vote', on: on('2026-02-01'), proof: '26-12' }, world.assembly))).toBeNull()
    await expect(world.step(id, { kind: 'sign', on: on('2026-02-02'), proof: 'Gênes' }, world.reader)).rejects.toThrow(Forbidden)
  })

  test('another organisation finds nothing, whatever it asks', async () => {
    const id = await world.inForce({ title: { fr: 'Accord secret' } })
    const listed = await world.read(world.city, (ctx) => listAgreements(ctx.tx, { limit: 100 }, ctx.today))

    expect(listed.map(({ title }) => title.fr)).not.toContain('Accord secret')
    expect(await world.load(id, world.city)).toBeNull()
    await expect(world.step(id, { kind: 'terminate', on: on('2026-03-01'), proof: 'Malveillance' }, world.city)).rejects.toThrow(NotFound)
    await expect(world.as(world.city, (ctx) => openAgreement(ctx, aDraft(), id))).rejects.toThrow(NotFound)
  })
})

describe('parties', () => {
  test('the acting organisation is always one; a party nobody knows receives a card', async () => {
    const agreement = await world.load(await world.open({ parties: [aParty(), aParty({ name: 'Città di Portobello' })] }))

    expect(agreement?.parties.map(({ name }) => name)).toEqual(['Département de Rochebrune', 'Comune di Portobello', 'Città di Portobello'])
    const card = await world.read(world.officer, (ctx) => loadOrganisation(ctx.tx, agreement?.parties[1]?.organisationId ?? ''))
    expect(card).toMatchObject({ kind: 'foreign_authority', country: 'IT', keptBy: world.officer.organisationId })
  })

  test.each([
    ['a_state_is_a_party_on_a_dated_ground', { stateGround: null, stateGroundOn: null }],
    ['a_state_is_a_party_on_a_dated_ground', { stateGround: 'territorial_grouping', stateGroundOn: null }],
    ['a_ground_is_law_on_its_day', { stateGround: 'regional_programme', stateGroundOn: on('2016-12-06') }],
    ['a_ground_is_law_on_its_day', { stateGround: 'friendship', stateGroundOn: on('2020-01-01') }],
    [null, { stateGround: 'regional_programme', stateGroundOn: on('2016-12-07') }],
  ])('a State is refused (%s) unless a ground of the law is relied on, on a day it was law', async (code, ground) => {
    const draft = aDraft({ parties: [aParty({ name: 'Principauté de Grand-Large', kind: 'state', country: 'MC', ...ground })] })

    expect(codeOf(await world.as(world.officer, (ctx) => openAgreement(ctx, draft)))).toBe(code)
  })

  test('a State signs on a ground that is there already, and what is signed takes no later one', async () => {
    const grandLarge = (day: string) =>
      aDraft({
        parties: [
          aParty({
            name: 'Principauté de Grand-Large',
            kind: 'state',
            country: 'MC',
            stateGround: 'regional_programme',
            stateGroundOn: on(day),
          }),
        ],
      })
    const id = valueOf(await world.as(world.officer, (ctx) => openAgreement(ctx, grandLarge('2026-02-03'))))
    valueOf(await world.step(id, { kind: 'vote', on: on('2026-02-01'), proof: '26-12' }))
    const sign = (day: string) => world.step(id, { kind: 'sign', on: on(day), proof: 'Monaco' })
    const rewrite = async (day: string) => {
      const { version = 0 } = (await world.load(id)) ?? {}
      return world.as(world.officer, (ctx) => changeAgreement(ctx, id, version, grandLarge(day)))
    }

    expect(codeOf(await sign('2026-02-02'))).toBe('a_ground_comes_before_the_signature')
    valueOf(await sign('2026-02-03'))
    expect(codeOf(await rewrite('2026-02-04'))).toBe('a_ground_comes_before_the_signature')
    expect((await world.load(id))?.parties.map(({ stateGroundOn }) => stateGroundOn)).toEqual([null, '2026-02-03'])
  })

  test('an organisation is named once', async () => {
    const twice = aDraft({ parties: [aParty(), aParty()] })

    expect(codeOf(await world.as(world.officer, (ctx) => openAgreement(ctx, twice)))).toBe('a_party_is_named_once')
  })
})

describe('a life', () => {
  test('two years that begin with the entry into force end on the day before its second anniversary', async () => {
    const agreement = await world.load(await world.inForce({}, '2025-06-20'))

    expect(agreement?.term).toEqual({ runsFrom: '2025-06-20', months: 24, lastDay: '2027-06-19', prolongedTo: null })
    expect(agreement?.signatories.map(({ name }) => name)).toEqual(['Ana Béal', 'Ana Béal'])
  })

  test('renewed on 26 January 2009 for two years: the last day is 25 January 2011, and the renewal takes the place of the first', async () => {
    const unproven = { because: 'entered_from_archive', source: 'Document de 2009', attestedOn: null } as const
    const archive = (change: object) => world.open({ unproven, forecast: null, ...change })
    const first = await archive({ title: { fr: 'Premier accord' }, term: { runsFrom: null, months: null, lastDay: on('2009-01-25') } })
    valueOf(await world.step(first, { kind: 'sign', on: on('2006-01-26'), proof: 'San Francisco' }))
    const draft = aDraft({ unproven, forecast: null, term: { runsFrom: on('2009-01-26'), months: 24, lastDay: null } })
    const second = valueOf(await world.as(world.officer, (ctx) => openAgreement(ctx, draft, first)))
    valueOf(await world.step(second, { kind: 'sign', on: on('2009-01-26'), proof: 'Paris' }))
    valueOf(await world.step(second, { kind: 'enter', on: on('2009-01-26') }))

    expect((await world.load(second))?.term.lastDay).toBe('2011-01-25')
    const standings = await world.read(world.officer, async (ctx) => {
      const agreements = await Promise.all([first, second].map((id) => world.load(id)))
      return Promise.all(agreements.map(async (agreement) => agreement && (await compute(ctx, agreement)).standing))
    })
    expect(standings).toEqual(['renewed', 'expired'])
    expect(codeOf(await world.as(world.officer, (ctx) => openAgreement(ctx, draft, first)))).toBe('renewed_once')
  })

  test('a signature names who signs for each party', async () => {
    const id = await world.open()
    valueOf(await world.step(id, { kind: 'vote', on: on('2026-02-01'), proof: '26-12' }))

    expect(
      codeOf(await world.as(world.officer, (ctx) => recordStep(ctx, id, { kind: 'sign', on: on('2026-02-02'), proof: 'Gênes' }))),
    ).toBe('signatory_missing')
  })

  test('only the latest step is taken back, and a term counted from it goes with it', async () => {
    const id = await world.inForce()

    expect(codeOf(await world.as(world.officer, (ctx) => withdrawStep(ctx, id, 'sign')))).toBe('not_the_latest_step')
    valueOf(await world.as(world.officer, (ctx) => withdrawStep(ctx, id, 'enter')))
    expect(await world.load(id)).toMatchObject({ dates: { inForceFrom: null }, term: { runsFrom: null, lastDay: null, months: 24 } })
    valueOf(await world.step(id, { kind: 'enter', on: on('2025-07-01') }))
    expect((await world.load(id))?.term.lastDay).toBe('2027-06-30')
  })

  test('what was signed does not move, but its title may be translated', async () => {
    const id = await world.inForce()
    const change = (draft: Parameters<typeof aDraft>[0]) =>
      world.as(world.officer, async (ctx) =>
        changeAgreement(
          ctx,
          id,
          (await world.load(id))?.version ?? 0,
          aDraft({ term: { runsFrom: on('2025-06-20'), months: 24, lastDay: null }, ...draft }),
        ),
      )

    for (const moved of [
      { object: { fr: 'Autre chose.' } },
      { type: 'twinning' } as const,
      { term: { runsFrom: on('2025-06-20'), months: 36, lastDay: null } },
      { forecast: { cents: 5n, currency: 'EUR' } },
      { parties: [aParty({ name: 'Autre ville' })] },
      { unproven: { because: 'other_law', source: 'Droit italien', attestedOn: null } } as const,
    ])
      expect(codeOf(await change(moved))).toBe('what_was_signed_does_not_move')
    expect(codeOf(await change({ title: { fr: 'Accord avec Gênes', en: 'Agreement with Genoa' } }))).toBeNull()
  })

  test('two who change the same agreement are told of each other', async () => {
    const id = await world.open()
    valueOf(await world.as(world.officer, (ctx) => changeAgreement(ctx, id, 1, aDraft({ title: { fr: 'Un' } }))))

    const late = await world.as(world.officer, (ctx) => changeAgreement(ctx, id, 1, aDraft({ title: { fr: 'Deux' } })))
    expect(late).toMatchObject({ ok: false, problem: { code: 'stale_edit', saved: { title: { fr: 'Un' } } } })
  })

  test('an idea may be removed; what was voted stays', async () => {
    const idea = await world.open()
    const voted = await world.open()
    valueOf(await world.step(voted, { kind: 'vote', on: on('2026-02-01'), proof: '26-12' }))

    expect(codeOf(await world.as(world.officer, (ctx) => removeAgreement(ctx, idea)))).toBeNull()
    expect(codeOf(await world.as(world.officer, (ctx) => removeAgreement(ctx, voted)))).toBe('what_was_voted_stays')
  })
})

describe('pledges', () => {
  test('what is done shows its evidence, and a domain with actions stays', async () => {
    const id = await world.open()
    const domainId = valueOf(
      await world.as(world.officer, (ctx) =>
        writeDomain(ctx, id, { title: { fr: 'Design' }, pledges: [{ fr: 'Résidences' }, { fr: 'Salons' }] }),
      ),
    )
    const [domain] = await world.read(world.officer, (ctx) => listDomains(ctx.tx, id))
    expect(domain?.pledges.map(({ title }) => title.fr)).toEqual(['Résidences', 'Salons'])
    const pledgeId = domain?.pledges[0]?.id ?? ''
    const action = {
      pledgeId,
      title: 'Accueillir deux designers',
      ownOwner: 'Mission métiers d’art',
      theirOwner: '',
      dueOn: on('2026-03-20'),
    }
    const actionId = valueOf(await world.as(world.officer, (ctx) => planAction(ctx, id, action)))
    const progress = (version: number, evidence: string) =>
      world.as(world.officer, (ctx) => progressAction(ctx, id, actionId, { version, state: 'done', evidence }))

    expect((await world.read(world.officer, (ctx) => readDeadlines(ctx))).actions.map(({ title }) => title)).toContain(action.title)
    expect(codeOf(await progress(1, ' '))).toBe('what_is_done_shows_its_evidence')
    expect(valueOf(await progress(1, 'Bilan 2026, p. 4'))).toMatchObject({ state: 'done', closedOn: '2026-03-02' })
    expect(codeOf(await progress(1, 'Encore'))).toBe('stale_action')
    expect(codeOf(await world.as(world.officer, (ctx) => removeDomain(ctx, id, domainId)))).toBe('domain_has_actions')
    expect((await world.read(world.officer, (ctx) => readDeadlines(ctx))).actions.map(({ title }) => title)).not.toContain(action.title)
  })

  test('an action is planned for a pledge of its own agreement', async () => {
    const other = await world.open()
    valueOf(await world.as(world.officer, (ctx) => writeDomain(ctx, other, { title: { fr: 'Climat' }, pledges: [{ fr: 'Arbres' }] })))
    const [domain] = await world.read(world.officer, (ctx) => listDomains(ctx.tx, other))
    const id = await world.open()
    const action = { pledgeId: domain?.pledges[0]?.id ?? '', title: 'Planter', ownOwner: 'Parcs', theirOwner: '', dueOn: null }

    await expect(world.as(world.officer, (ctx) => planAction(ctx, id, action))).rejects.toThrow(NotFound)
  })
})

describe('papers', () => {
  test('a text is written in each language before the signature, and does not change after it', async () => {
    const id = await world.open()
    const write = (language: string, version: number) =>
      world.as(world.officer, (ctx) => writeWording(ctx, id, { language, body: `Texte ${version}`, isAuthentic: true, version }))
    valueOf(await write('fr', 0))
    expect(codeOf(await write('fr', 0))).toBe('stale_wording')
    expect(codeOf(await write('French', 0))).toBe('language_is_a_tag')
    valueOf(await write('fr', 1))
    for (const step of [
      { kind: 'vote', on: on('2026-02-01'), proof: '26-12' },
      { kind: 'sign', on: on('2026-02-02'), proof: 'Gênes' },
    ] as const)
      valueOf(await world.step(id, step))

    expect(codeOf(await write('fr', 2))).toBe('what_was_signed_does_not_move')
    valueOf(await write('it', 0))
    const wordings = await world.read(world.officer, (ctx) => listWordings(ctx.tx, id))
    expect(wordings.map(({ language, body }) => [language, body])).toEqual([
      ['fr', 'Texte 1'],
      ['it', 'Texte 0'],
    ])
  })

  test('an amendment prolongs, never shortens, and comes after the signature', async () => {
    const id = await world.inForce({}, '2025-06-20')
    const amend = (signedOn: string, prolongsTo: string | null) =>
      world.as(world.officer, (ctx) =>
        amendAgreement(ctx, id, {
          signedOn: on(signedOn),
          voteReference: '',
          summary: 'Un an de plus',
          prolongsTo: prolongsTo === null ? null : on(prolongsTo),
        }),
      )

    expect(codeOf(await amend('2025-06-19', null))).toBe('amended_before_it_was_signed')
    expect(codeOf(await amend('2026-01-01', '2027-06-19'))).toBe('prolongs_no_further')
    expect(codeOf(await amend('2026-03-03', null))).toBe('date_in_the_future')
    expect(valueOf(await amend('2026-01-01', '2028-06-19'))).toBe(1)
    expect(valueOf(await amend('2026-02-01', null))).toBe(2)
    expect((await world.load(id))?.term).toMatchObject({ lastDay: '2027-06-19', prolongedTo: '2028-06-19' })
    expect((await world.read(world.officer, (ctx) => listAmendments(ctx.tx, id))).map(({ number }) => number)).toEqual([1, 2])
  })

  test('an agreement is signed during one mission, and only a mission one takes part in is tied', async () => {
    const id = await world.open()
    const mission = (title: string, who = world.officer) =>
      world.as(who, (ctx) =>
        createMission(ctx, { kind: 'outgoing', title: { fr: title }, purpose: {}, legs: [], objectives: [], themes: [] }),
      )
    const [one, other, foreign] = [await mission('Une'), await mission('Autre'), await mission('Ailleurs', world.city)].map(valueOf)
    const link = (missionId: string | undefined) => world.as(world.officer, (ctx) => linkMission(ctx, id, missionId ?? '', 'signed'))

    expect(codeOf(await link(one))).toBeNull()
    expect(codeOf(await link(one))).toBe('a_mission_is_linked_once')
    expect(codeOf(await link(other))).toBe('signed_during_one_mission')
    await expect(link(foreign)).rejects.toThrow(/row-level security/)
    expect(await world.read(world.officer, (ctx) => listMissionsOfAgreement(ctx.tx, id))).toEqual([{ missionId: one, link: 'signed' }])
  })
})

describe('a trademark licence', () => {
  const grant = async (change: Partial<Parameters<typeof writeLicence>[2]> = {}) => {
    const id = await world.open({ type: 'trademark_licence', parties: [aParty({ name: 'Xiamen Culture', country: 'CN' })] })
    const licenseeId = (await world.load(id))?.parties[1]?.id ?? ''
    const draft = {
      licenseeId,
      brand: 'Carnaval du Port',
      isExclusive: true,
      startsOn: on('2017-05-01'),
      termMonths: 60,
      fee: null,
      feeNote: '',
      countries: ['CN'],
    }
    return { id, outcome: await world.as(world.officer, (ctx) => writeLicence(ctx, id, { ...draft, ...change })) }
  }

  test('five years from 1 May 2017 end on 30 April 2022; a second exclusive licence may only follow', async () => {
    const { id, outcome } = await grant()

    expect(valueOf(outcome)).toMatchObject({ lastDay: '2022-04-30', countries: ['CN'], isExclusive: true })
    expect(codeOf((await grant()).outcome)).toBe('one_exclusive_licence_per_territory')
    expect(codeOf((await grant({ brand: ' CARNAVAL du port', countries: ['JP', 'CN'], startsOn: on('2022-04-30') })).outcome)).toBe(
      'one_exclusive_licence_per_territory',
    )
    expect(codeOf((await grant({ startsOn: on('2022-05-01') })).outcome)).toBeNull()
    expect(codeOf((await grant({ countries: ['KR'] })).outcome)).toBeNull()
    expect(codeOf((await grant({ brand: 'Autre fête' })).outcome)).toBeNull()
    expect(codeOf((await grant({ isExclusive: false })).outcome)).toBeNull()
    expect(codeOf((await grant({ countries: [] })).outcome)).toBe('territory_missing')

    const edition = (change: object) =>
      world.as(world.officer, (ctx) =>
        addEdition(ctx, id, { heldOn: on('2017-05-05'), theme: null, jury: null, themeChosenOn: null, ...change }),
      )
    expect(valueOf(await edition({}))).toBe(1)
    expect(codeOf(await edition({ heldOn: on('2022-05-01') }))).toBe('an_edition_is_held_under_its_licence')
    expect(codeOf(await edition({ theme: 'Roi de la mer' }))).toBe('a_theme_is_chosen_by_a_jury')
    const chosen = { theme: 'Roi de la mer', jury: 'Jury du port', heldOn: on('2018-02-17') }
    expect(codeOf(await edition({ ...chosen, themeChosenOn: on('2018-02-18') }))).toBe('chosen_before_it_is_held')
    expect(valueOf(await edition({ ...chosen, themeChosenOn: on('2017-10-01') }))).toBe(2)
  })

  test('a licence ended early frees its territory', async () => {
    const { id, outcome } = await grant({ countries: ['MG'], startsOn: on('2025-01-01') })
    valueOf(outcome)
    valueOf(await world.step(id, { kind: 'vote', on: on('2025-01-01'), proof: '25-1' }))
    valueOf(await world.step(id, { kind: 'sign', on: on('2025-01-01'), proof: 'Xiamen' }))
    const again = () => grant({ countries: ['MG'], startsOn: on('2026-02-01') })

    expect(codeOf((await again()).outcome)).toBe('one_exclusive_licence_per_territory')
    valueOf(await world.step(id, { kind: 'terminate', on: on('2026-01-31'), proof: 'Lettre du 31 janvier 2026' }))
    expect(codeOf((await again()).outcome)).toBeNull()
  })

  test('only an agreement of that type licenses a trademark', async () => {
    const id = await world.open()
    const licenseeId = (await world.load(id))?.parties[1]?.id ?? ''
    const draft = {
      licenseeId,
      brand: 'Fête',
      isExclusive: true,
      startsOn: on('2017-05-01'),
      termMonths: 60,
      fee: null,
      feeNote: '',
      countries: ['CN'],
    }

    expect(codeOf(await world.as(world.officer, (ctx) => writeLicence(ctx, id, draft)))).toBe('not_a_licence')
  })
})

test('the end of an agreement is called to mind once for each notice, by mail to the officers, in the morning', async () => {
  await world.inForce({ title: { fr: 'Accord à rappeler' }, term: { runsFrom: on('2024-03-03'), months: 24, lastDay: null } }, '2025-01-10')
  const remindAt = async (now: string) =>
    withOwner(world.ownerUrl, async (owner) => {
      await remindTerms({ ...world.services, now: () => now as never }, owner)
      const { rows } = await owner.query<{ subject: string }>(
        `select subject from app.mail where subject like '%Accord à rappeler%' order by queued_at, id`,
      )
      return rows.map(({ subject }) => subject.match(/\d+/)?.[0])
    })

  expect(await remindAt('2025-03-02T04:00:00.000Z')).toEqual([])
  expect(await remindAt('2025-03-02T08:00:00.000Z')).toEqual(['12'])
  expect(await remindAt('2025-03-02T09:00:00.000Z')).toEqual(['12'])
  expect(await remindAt('2025-09-02T08:00:00.000Z')).toEqual(['12', '6'])
  expect(await remindAt('2025-12-02T08:00:00.000Z')).toEqual(['12', '6', '3'])
  expect(await remindAt('2026-03-03T08:00:00.000Z')).toEqual(['12', '6', '3'])
})

test('the register costs the same number of statements with one agreement or with many', async () => {
  const list = () => world.countQueries(world.officer, (ctx) => listAgreements(ctx.tx, { limit: 100 }, ctx.today))
  const before = await list()
  for (const title of ['Un', 'Deux', 'Trois']) await world.open({ title: { fr: title } })

  expect(await list()).toBe(before)
  expect(before).toBe(1)
})
