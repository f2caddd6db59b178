import { data, href } from 'react-router'
import type { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import type { Outcome } from '#platform/pure/outcome.ts'
import { type WebContext, formValues, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import {
  awayForm,
  detailsForm,
  detailsOf,
  legsForm,
  personChangeForm,
  personChoice,
  personForm,
  profileForm,
  profileWords,
  travellerForm,
} from '../schemas/participant.ts'
import { answerForm, linkForm, offerForm, slotChoiceForm, wishesForm } from '../schemas/wishes.ts'
import { fieldOfProfile } from '../ui/profile-fields.ts'
import { changeRepresentative } from '../usecases/change-representative.ts'
import { makeLink, revokeLink } from '../usecases/make-link.ts'
import { answerRequests, makeWishes } from '../usecases/make-wishes.ts'
import { chooseOfferedSlot, offerSlots } from '../usecases/offer-slots.ts'
import { sayTraveller } from '../usecases/say-traveller.ts'
import { sayPresence } from '../usecases/set-up-legs.ts'
import { addRepresentative, changeParticipant, removeParticipant, removeRepresentative, sayAway } from '../usecases/write-participant.ts'
import { writeProfile } from '../usecases/write-profile.ts'

type Params = { readonly missionId: string; readonly eventId: string; readonly participantId: string }
type Problem = { readonly code: string }

/** The forms of the page of a participant share its address; `intent` says which one came. */
export async function answerParticipantForm(context: WebContext, request: Request, params: Params) {
  const form = await request.formData()
  const of = [params.missionId, params.eventId, params.participantId] as const
  const intent = String(formValues(form).intent)

  /** One of them: its shape, what it does, and the field a refusal is about ('' = the whole form). */
  async function carryOut<Shape extends z.ZodType, Value>(
    shape: Shape,
    run: (ctx: Ctx, typed: z.output<Shape>) => Promise<Outcome<Value, Problem>>,
    field: string | ((problem: Problem) => string) = '',
  ) {
    const typed = await typeForm(form, shape)
    if (!typed.ok) return { isDone: false as const, answer: refuseForm(typed.problem) }
    const outcome = await submit(context, request, typed, `meetings.participant-${intent}`, (ctx) => run(ctx, typed.value))
    return outcome.ok
      ? { isDone: true as const, value: outcome.value }
      : { isDone: false as const, answer: refuseForm(typed.refuse(outcome.problem, field)) }
  }
  async function save<Shape extends z.ZodType>(...given: Parameters<typeof carryOut<Shape, unknown>>) {
    const carried = await carryOut(...given)
    const page = href('/missions/:missionId/rendez-vous/:eventId/participants/:participantId', params)
    return carried.isDone ? redirectWithFlash(page, 'saved') : carried.answer
  }

  switch (intent) {
    case 'company':
      return save(detailsForm, (ctx, typed) => {
        const { version, profile } = detailsOf(typed)
        return writeProfile(ctx, ...of, version, profile)
      })
    case 'legs':
      return save(legsForm, (ctx, { legIds }) => sayPresence(ctx, ...of, legIds), 'legIds')
    case 'person':
      return save(personForm, (ctx, typed) => addRepresentative(ctx, ...of, typed), 'familyName')
    case 'changePerson':
      return save(personChangeForm, (ctx, { representativeId, version, ...person }) =>
        changeRepresentative(ctx, ...of, representativeId, version, person),
      )
    case 'removePerson':
      return save(personChoice, (ctx, { representativeId }) => removeRepresentative(ctx, ...of, representativeId))
    case 'traveller':
      return save(travellerForm, (ctx, typed) => sayTraveller(ctx, ...of, typed), 'memberId')
    case 'away':
      return save(awayForm, (ctx, { representativeId, slotIds }) => sayAway(ctx, ...of, representativeId, slotIds))
    case 'wishes':
      return save(wishesForm, (ctx, typed) => makeWishes(ctx, ...of, typed))
    case 'answer':
      return save(
        answerForm,
        (ctx, typed) => answerRequests(ctx, ...of, [typed]),
        ({ code }) => (code === 'declined_with_a_reason' ? 'reason' : ''),
      )
    case 'offer':
      return save(offerForm, (ctx, { wishId, first, second, third }) => offerSlots(ctx, ...of, wishId, [first, second, third]), 'second')
    case 'choose':
      return save(slotChoiceForm, (ctx, typed) => chooseOfferedSlot(ctx, ...of, typed), 'slotId')
    case 'revokeLink':
      return save(linkForm, (ctx) => revokeLink(ctx, ...of))
    case 'link': {
      const made = await carryOut(linkForm, (ctx, { language }) => makeLink(ctx, ...of, language))
      // Shown once, hence by the answer itself: the database keeps no more than its digest.
      return made.isDone ? data({ values: { intent }, problems: {}, address: made.value }) : made.answer
    }
    case 'removeParticipant': {
      const removed = await carryOut(profileForm.partial(), (ctx) => removeParticipant(ctx, ...of))
      return removed.isDone ? redirectWithFlash(href('/missions/:missionId/rendez-vous/:eventId', params), 'removed') : removed.answer
    }
    default:
      return save(profileForm, (ctx, typed) => changeParticipant(ctx, ...of, typed.version, profileWords(typed)), fieldOfProfile)
  }
}
