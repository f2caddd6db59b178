import { asLocalDate } from '#platform/pure/local-date.ts'
import { assert, type Outcome } from '#platform/pure/outcome.ts'
import { changeAct, checkAct, openAct, openAgreementAct } from '#modules/acts/index.ts'
import { listAgreements } from '#modules/agreements/index.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { As } from './people.ts'

const chair = {
  givenName: 'Martine',
  familyName: 'Vassal',
  gender: 'feminine',
  capacity: { fr: 'Présidente du Conseil départemental', en: 'President of the Departmental Council' },
} as const

/** The public roles of the meeting, as its report gives them. */
const header = {
  authorityName: { fr: 'Conseil départemental des Bouches-du-Rhône', en: 'Bouches-du-Rhône Departmental Council' },
  authorityGender: 'masculine',
  directorates: [
    {
      fr: 'Direction générale adjointe Stratégie et développement du territoire',
      en: 'Deputy Directorate-General for Strategy and Territorial Development',
    },
    {
      fr: 'Direction des relations internationales et des affaires européennes',
      en: 'Directorate for International Relations and European Affairs',
    },
  ],
  place: 'Marseille',
  body: { fr: 'Commission permanente', en: 'Standing Committee' },
  bodyGender: 'feminine',
  chair,
  rapporteurs: [{ givenName: 'Patrick', familyName: 'Boré', gender: 'masculine', capacity: null }],
  proposer: {
    fr: 'Monsieur le Délégué aux relations internationales et européennes et aux interventions humanitaires',
    en: 'the Delegate for international and European relations and humanitarian action',
  },
  signatory: chair,
} as const

/** The report of 8 February 2019, prepared to the last word and not yet handed to the assembly: that is left to the visitor. */
export async function loadDemoActs(as: As, missions: readonly MissionId[]): Promise<void> {
  const actId = await as('claire', (ctx) => openAct(ctx, missions))
  await as('claire', (ctx) =>
    changeAct(ctx, actId, 1, {
      language: 'fr',
      reference: '122.55',
      object: {
        fr: 'Déplacements 2017 : ratification des missions conduites à Gênes, à Miami et à Milan',
        en: 'Trips of 2017: ratification of the missions to Genoa, Miami and Milan',
      },
      header,
      fiscalYear: 2018,
      meetingOn: asLocalDate('2019-02-08'),
      convenedOn: null,
    }),
  )
  const blockingCount = await as('claire', async (ctx): Promise<Outcome<number, never>> => ({
    ok: true,
    value: (await checkAct(ctx, actId)).blockingCount,
  }))
  assert(blockingCount === 0, 'nothing blocks the act of the demonstration')
}

/** Paris prepares the vote on the first agreement it wants to create: what is public fills some of it, and the act says what is missing. */
export async function loadApproval(as: As): Promise<void> {
  await as('hortense', async (ctx) => {
    const [planned] = await listAgreements(ctx.tx, { search: 'Rio de Janeiro', limit: 1 }, ctx.today)
    assert(planned, 'Paris plans an agreement with Rio de Janeiro')
    return openAgreementAct(ctx, planned.id)
  })
}
