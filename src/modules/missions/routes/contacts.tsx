import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { fullName, loadPerson, searchPeople } from '#modules/directory/index.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { possibleReaders } from '../domain/contact.ts'
import { mayShareContact } from '../domain/rights.ts'
import { contactForm, withdrawalForm } from '../schemas/contact.ts'
import { listContacts } from '../sql/contacts.ts'
import { loadMission } from '../sql/missions.ts'
import { missionTexts } from '../texts.ts'
import { contactTexts } from '../texts/contact-texts.ts'
import { problemSentences } from '../texts/problem-sentences.ts'
import { CardSearch, ContactForm } from '../ui/contact-form.tsx'
import { ContactTable } from '../ui/contact-table.tsx'
import { shareContact, withdrawContact } from '../usecases/share-contact.ts'
import type { Route } from './+types/contacts.ts'

/** The contacts that partners share on purpose with the room, and with whom one shares one's own. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const mayShare = mayShareContact(ctx.actor, mission.partners)
    const query = new URL(request.url).searchParams
    const search = (query.get('fiche') ?? '').trim().slice(0, 200)
    const chosenId = query.get('personne')
    const chosen = mayShare && chosenId ? found(await loadPerson(ctx.tx, chosenId)) : null
    return {
      contacts: (await listContacts(ctx.tx, mission.id, ctx.today)).map((contact) => ({ ...contact, name: fullName(contact) })),
      mayShare,
      search,
      cards: (mayShare && search !== '' ? await searchPeople(ctx, search) : []).map(({ id, capacities, ...card }) => ({
        id,
        capacities,
        name: fullName(card),
      })),
      chosen: chosen && {
        id: chosen.id as string,
        name: fullName(chosen),
        has: {
          capacity: chosen.affiliations.some(({ endsOn }) => endsOn === null || endsOn >= ctx.today),
          email: chosen.email !== null,
          phone: chosen.phone !== null,
        },
      },
      readers: possibleReaders(mission.partners, ctx.actor.organisationId).map(({ organisationId, name }) => ({
        value: organisationId as string,
        label: name,
      })),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const to = href('/missions/:missionId/contacts', params)
  return answerForms(context, request, {
    withdraw: carryOut('missions.withdraw-contact', withdrawalForm, (ctx, { contactId }) => withdrawContact(ctx, missionId, contactId), {
      to,
      flash: 'removed',
    }),
    otherwise: carryOut('missions.share-contact', contactForm, (ctx, typed) => shareContact(ctx, missionId, typed), {
      to,
      field: 'readerIds',
    }),
  })
}

export default function Contacts({ loaderData, actionData }: Route.ComponentProps) {
  const { contacts, mayShare, search, cards, chosen, readers, requestKey } = loaderData
  const words = useCatalogue(contactTexts)
  const errors = problemSentences(words, useCatalogue(missionTexts), actionData?.problems)
  return (
    <>
      <Section title={words.title} note={words.note} titlePlace="above">
        <ContactTable contacts={contacts} mayShare={mayShare} />
      </Section>
      {mayShare && (
        <Section title={words.share} note={words.shareNote} id="partager" onPaper={false}>
          {readers.length === 0 ? (
            <p>{words.noPartner}</p>
          ) : (
            <>
              <CardSearch search={search} cards={cards} />
              {chosen && (
                <ContactForm
                  key={chosen.id}
                  chosen={chosen}
                  readers={readers}
                  requestKey={requestKey}
                  values={actionData?.values}
                  errors={errors}
                />
              )}
            </>
          )}
        </Section>
      )}
    </>
  )
}
