import * as seed from '#db/seed/contacts.ts'
import { type PersonId, addOrganisation, addPerson, affiliate, findCityByName } from '#modules/directory/index.ts'
import { noteExchange } from '#modules/relations/index.ts'
import { type OrganisationId, found } from '#platform/actor.ts'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import type { As } from './people.ts'

/** Whom the Département knows: their positions of today and of before, on which ground they are kept, and a letter to one of them. */
export async function loadContacts(as: As): Promise<void> {
  const organisationIds = {} as Record<seed.ContactOrganisation, OrganisationId>
  for (const [key, facts] of Object.entries(seed.organisations)) {
    const id = await as('claire', (ctx) => addOrganisation(ctx, { ...facts, names: {}, website: '', identifiers: [] }))
    organisationIds[key as seed.ContactOrganisation] = id
  }
  for (const contact of seed.contacts) {
    const personId = await addContact(as, contact)
    for (const { fr, en, from, to, rank } of contact.positions) {
      const position = {
        capacity: { fr, en },
        startsOn: asLocalDate(from),
        endsOn: to === null ? null : asLocalDate(to),
        protocolRank: rank,
      }
      await as('claire', (ctx) => affiliate(ctx, personId, organisationIds[contact.of], position))
    }
    if (contact.card.givenName === seed.letter.to) await noteLetter(as, personId)
  }
}

function addContact(as: As, { card, consent, lastContactDaysAgo }: (typeof seed.contacts)[number]): Promise<PersonId> {
  return as('claire', (ctx) =>
    addPerson(ctx, {
      ...card,
      phone: '',
      ground: {
        legalBasis: consent ? 'consent' : 'public_task',
        consentedOn: consent ? addDays(ctx.today, -consent.daysAgo) : null,
        consentSource: consent?.source ?? '',
        lastContactOn: addDays(ctx.today, -lastContactDaysAgo),
      },
    }),
  )
}

async function noteLetter(as: As, personId: PersonId): Promise<void> {
  const { city, daysAgo, subject } = seed.letter
  await as('claire', async (ctx) =>
    noteExchange(ctx, found(await findCityByName(ctx.tx, city)).id, {
      kind: 'letter',
      direction: 'sent',
      onDay: addDays(ctx.today, -daysAgo),
      subject,
      withWhom: '',
      personId,
    }),
  )
}
