import { type Outcome, refused } from '#platform/pure/outcome.ts'
import { type WebContext, formValues, submit, typeForm } from '#platform/web.ts'
import { deskEnvelope, deskForm } from '../schemas/desk.ts'
import { type SaidAnswer, sayAtDesk } from '../usecases/say-at-desk.ts'

/** Reads what was done at the desk from a form, with or without a script, and does it once. A refusal comes with what was typed, that of a form that does not parse by its first problem. */
export async function takeSaid(
  context: WebContext,
  request: Request,
  { missionId, eventId }: { readonly missionId: string; readonly eventId: string },
): Promise<Outcome<SaidAnswer, { readonly code: string; readonly values: ReturnType<typeof formValues> }>> {
  const form = await request.formData()
  const values = formValues(form)
  const [envelope, typed] = [await typeForm(form, deskEnvelope), await typeForm(form, deskForm)]
  if (!envelope.ok || !typed.ok) {
    const [code = 'unknown'] = [envelope, typed].flatMap((part) => (part.ok ? [] : Object.values(part.problem.problems)))
    return refused({ code, values })
  }
  const { requestKey, saidAt } = envelope.value
  const said = typed.value
  const outcome = await submit(context, request, typed, `meetings.desk-${said.kind}`, (ctx) =>
    sayAtDesk(ctx, missionId, eventId, { key: requestKey, saidAt, said }),
  )
  return outcome.ok ? outcome : refused({ code: outcome.problem.code, values })
}
