import { found } from '#platform/actor.ts'
import { formValues, redirectWithFlash, refuseForm, submit, typeForm } from '#platform/web.ts'
import { linkMission, unlinkMission } from '#modules/agreements/index.ts'
import { chosenForm, fieldOfLink, linkForm } from '#modules/agreements/schemas.ts'
import { loadMission } from '#modules/missions/index.ts'

type WebContext = Parameters<typeof submit>[0]
type Link = { readonly agreementId: string; readonly missionId: string }

/**
 * Links an agreement and a mission, or takes the link away, from the page of either.
 * @param linkTo both ends: the one the page is about, and the one chosen in its form
 * @param back the page
 */
export async function keepAgreementLink(context: WebContext, request: Request, linkTo: (chosenId: string) => Link, back: string) {
  const form = await request.formData()
  if (formValues(form).intent === 'unlink') {
    const typed = await typeForm(form, chosenForm)
    if (!typed.ok) return refuseForm(typed.problem)
    const { agreementId, missionId } = linkTo(typed.value.chosenId)
    await submit(context, request, typed, 'agreements.unlink', (ctx) => unlinkMission(ctx, agreementId, missionId))
    return redirectWithFlash(back, 'removed')
  }
  const typed = await typeForm(form, linkForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { agreementId, missionId } = linkTo(typed.value.chosenId)
  const outcome = await submit(context, request, typed, 'agreements.link', async (ctx) => {
    const mission = found(await loadMission(ctx.tx, missionId))
    return linkMission(ctx, agreementId, mission.id, typed.value.link)
  })
  return outcome.ok ? redirectWithFlash(back, 'saved') : refuseForm(typed.refuse(outcome.problem, fieldOfLink))
}
