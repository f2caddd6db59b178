import * as seed from '#db/seed/agreements.ts'
import {
  type AgreementDraft,
  type AgreementId,
  addEdition,
  linkMission,
  listDomains,
  loadAgreement,
  openAgreement,
  planAction,
  progressAction,
  recordStep,
  type Step,
  writeDomain,
  writeLicence,
} from '#modules/agreements/index.ts'
import { listMissions, type MissionId } from '#modules/missions/index.ts'
import { found } from '#platform/actor.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import type { As, PersonKey } from './people.ts'

/** The registers of four organisations, each by the person who keeps it. */
export async function loadAgreements(as: As, genoaMission: MissionId): Promise<void> {
  await loadParis(as)
  await loadGenoa(as, genoaMission)
  await loadQuebec(as)
  await loadXiamen(as)
}

async function loadParis(as: As): Promise<void> {
  for (const existing of seed.paris.existing) {
    const { city, party, country, title, object, domains } = existing
    const renewal = 'renewal' in existing ? existing.renewal : null
    const id = await open(as, 'hortense', {
      title,
      object,
      city,
      scopes: ['economic', 'scientific'],
      parties: [authority(party, country)],
      term: { runsFrom: renewal ? asLocalDate(renewal.on) : null, months: renewal?.months ?? null, lastDay: null },
      unproven: archive(seed.paris.source, renewal ? null : seed.paris.attestedOn),
    })
    if (renewal) {
      await record(as, 'hortense', id, { kind: 'sign', on: asLocalDate(renewal.on), proof: renewal.place })
      await record(as, 'hortense', id, { kind: 'enter', on: asLocalDate(renewal.on) })
    }
    for (const domain of domains) await as('hortense', (ctx) => writeDomain(ctx, id, domain))
  }
  for (const { city, title } of seed.paris.planned) await open(as, 'hortense', { title, city, scopes: ['economic', 'scientific'] })
}

async function loadGenoa(as: As, missionId: MissionId): Promise<void> {
  const { title, object, parties, source, signedOn, place, domains } = seed.genoa
  const id = await open(as, 'claire', {
    title,
    object,
    city: 'Gênes',
    scopes: ['institutional', 'youth', 'economic', 'tourism'],
    unproven: archive(source),
    parties: parties.map((name) => authority(name, 'IT')),
  })
  await record(as, 'claire', id, { kind: 'sign', on: asLocalDate(signedOn), proof: place })
  for (const domain of domains) await as('claire', (ctx) => writeDomain(ctx, id, domain))
  await as('claire', (ctx) => linkMission(ctx, id, missionId, 'signed'))
}

async function loadQuebec(as: As): Promise<void> {
  const { title, object, party, source, signedOn, place, from, months, cooperationSince, domains, actions, signatories } = seed.quebec
  const id = await open(as, 'aurore', {
    type: 'joint_declaration',
    title,
    object,
    city: 'Québec',
    scopes: ['cultural', 'economic'],
    cooperationSince,
    parties: [authority(party, 'CA')],
    term: { runsFrom: asLocalDate(from), months, lastDay: null },
    unproven: archive(source),
  })
  await as('aurore', async (ctx) => {
    const { parties } = found(await loadAgreement(ctx.tx, id))
    const named = signatories.map(({ of, name, capacity }) => ({
      partyId: parties.find((each) => each.name === of)?.id ?? '',
      name,
      capacity,
    }))
    return recordStep(ctx, id, { kind: 'sign', on: asLocalDate(signedOn), proof: place }, named)
  })
  await record(as, 'aurore', id, { kind: 'enter', on: asLocalDate(signedOn) })
  for (const domain of domains) await as('aurore', (ctx) => writeDomain(ctx, id, domain))
  for (const { domain, evidence, dueOn, ...action } of actions) {
    await as('aurore', async (ctx) => {
      const pledge = found((await listDomains(ctx.tx, id))[domain]?.pledges[0])
      const actionId = valueOf(await planAction(ctx, id, { ...action, pledgeId: pledge.id, dueOn: asLocalDate(dueOn) }))
      if (evidence !== null) valueOf(await progressAction(ctx, id, actionId, { version: 1, state: 'done', evidence }))
      return ok(null)
    })
  }
  await as('aurore', async (ctx) => {
    const [mission] = await listMissions(ctx.tx, ctx.actor.organisationId, { search: 'Nantes à Québec et Montréal', limit: 1 })
    return linkMission(ctx, id, found(mission).id, 'signed')
  })
}

async function loadXiamen(as: As): Promise<void> {
  const { title, object, party, source, brand, country, from, months, firstEditionOn } = seed.xiamen
  const id = await open(as, 'armand', {
    type: 'trademark_licence',
    title,
    object,
    city: 'Xiamen',
    scopes: ['cultural', 'tourism'],
    parties: [authority(party, country)],
    term: { runsFrom: asLocalDate(from), months, lastDay: null },
    unproven: archive(source, firstEditionOn),
  })
  await as('armand', async (ctx) => {
    const licensee = found((await loadAgreement(ctx.tx, id))?.parties.find(({ name }) => name === party))
    const startsOn = asLocalDate(from)
    return writeLicence(ctx, id, {
      licenseeId: licensee.id,
      brand,
      isExclusive: true,
      startsOn,
      termMonths: months,
      countries: [country],
      fee: null,
      feeNote: '',
    })
  })
  await as('armand', (ctx) => addEdition(ctx, id, { heldOn: asLocalDate(firstEditionOn), theme: null, jury: null, themeChosenOn: null }))
}

function open(as: As, person: PersonKey, facts: Partial<AgreementDraft> & { readonly title: Localized }): Promise<AgreementId> {
  const nothing = { object: {}, country: '', cooperationSince: null, forecast: null, forecastNote: '', unproven: null, parties: [] }
  const term = { runsFrom: null, months: null, lastDay: null }
  return as(person, (ctx) => openAgreement(ctx, { type: 'cooperation_agreement', scopes: [], city: '', term, ...nothing, ...facts }))
}

async function record(as: As, person: PersonKey, id: AgreementId, step: Step): Promise<void> {
  await as(person, (ctx) => recordStep(ctx, id, step))
}

function authority(name: string, country: string): AgreementDraft['parties'][number] {
  return { name, kind: 'foreign_authority', country, stateGround: null, stateGroundOn: null }
}

function archive(source: string, attestedOn: string | null = null): AgreementDraft['unproven'] {
  return { because: 'entered_from_archive', source, attestedOn: attestedOn === null ? null : asLocalDate(attestedOn) }
}
