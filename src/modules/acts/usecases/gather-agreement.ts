import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Agreement, listDomains, listStateGrounds, listWordings, loadAgreement, type StateGround } from '#modules/agreements/index.ts'
import type { AgreementFacts, PartyFacts } from '../domain/agreement-facts.ts'

/** What an act about an agreement would state today: what the register says of it, and of its text in each language. */
export async function agreementFacts({ tx }: Ctx, agreementId: string): Promise<AgreementFacts> {
  const agreement = found(await loadAgreement(tx, agreementId))
  const { id, title, object, parties, term, forecast, forecastNote } = agreement
  const grounds = await listStateGrounds(tx)
  const domains = await listDomains(tx, id)
  const wordings = await listWordings(tx, id)
  return {
    id,
    title,
    object,
    parties: parties.map((party) => partyFacts(party, grounds)),
    domains: domains.map((domain) => ({
      id: domain.id,
      title: domain.title,
      pledges: domain.pledges.map((pledge) => ({ id: pledge.id, title: pledge.title })),
    })),
    term: { months: term.months, runsFrom: term.runsFrom, lastDay: term.lastDay },
    forecast: forecast === null ? null : { cents: String(forecast.cents), currency: forecast.currency },
    forecastNote,
    texts: wordings.map(({ language, body, isAuthentic }) => ({ id: language, body, isAuthentic })),
  }
}

function partyFacts(
  { id, name, kind, stateGround, stateGroundOn }: Agreement['parties'][number],
  grounds: readonly StateGround[],
): PartyFacts {
  const ground = grounds.find(({ code }) => code === stateGround)
  return {
    id,
    name,
    isState: kind === 'state',
    ground: ground && stateGroundOn !== null ? { label: ground.label, on: stateGroundOn } : null,
  }
}
