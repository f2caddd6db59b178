import { data, href, redirect } from 'react-router'
import { type RefusedForm, type WebContext, redirectWithFlash, refuseForm, typeForm } from '#platform/web.ts'
import { askerOf, doorOf, ownerOf } from '../auth/door.ts'
import { codeOf, statusOf } from '../domain/problem-code.ts'
import { withoutSecrets } from '../domain/without-secrets.ts'
import { factorProofForm, oneThing, passkeyNameForm, passwordForm, profileForm } from '../schemas.ts'
import * as sql from '../sql/accounts.ts'
import { changeProfile, endOtherSessions, endSession, forgetPasskey, renamePasskey, setPassword } from '../usecases/own-account.ts'
import { endSecondFactor, renewBackupCodes } from '../usecases/second-factor.ts'

type Answer = Promise<
  Response | ReturnType<typeof refuseForm<never>> | ReturnType<typeof data<{ readonly backupCodes: readonly string[] }>>
>

/** The forms of the account page share its address; `intent` says which one came. */
export async function answerAccountForm(context: WebContext, request: Request): Answer {
  const form = await request.formData()
  const { auth } = doorOf(context)
  const { owner, token } = ownerOf(context, request)
  switch (form.get('intent')) {
    case 'password':
      return answerPassword(context, request, form)
    case 'endFactor':
      return answerEndFactor(context, request, form)
    case 'renewCodes':
      return answerRenewCodes(context, request, form)
    case 'endOthers':
      await endOtherSessions(auth, owner, token)
      return redirectWithFlash(href('/compte'), 'removed')
    case 'endSession':
    case 'forgetPasskey': {
      const typed = await typeForm(form, oneThing)
      if (typed.ok) await (form.get('intent') === 'endSession' ? endSession : forgetPasskey)(auth, owner, typed.value.id)
      return redirectWithFlash(href('/compte'), 'removed')
    }
    case 'renamePasskey': {
      const typed = await typeForm(form, passkeyNameForm)
      if (!typed.ok) return refuseForm(typed.problem)
      await renamePasskey(auth, owner, typed.value)
      return redirectWithFlash(href('/compte'), 'saved')
    }
    default: {
      const typed = await typeForm(form, profileForm)
      if (!typed.ok) return refuseForm(typed.problem)
      await changeProfile(auth, owner, typed.value)
      return redirectWithFlash(href('/compte'), 'saved')
    }
  }
}

async function answerPassword(context: WebContext, request: Request, form: FormData): Answer {
  const { auth } = doorOf(context)
  const { owner, token } = ownerOf(context, request)
  const typed = await typeForm(form, passwordForm)
  if (!typed.ok) return refuseForm(withoutSecrets(typed.problem))
  const credentials = await sql.loadCredentials(auth, owner.id, token)
  const set = await setPassword(auth, owner, credentials, typed.value, { ...askerOf(context, request), token })
  if (set.ok) return redirectWithFlash(href('/compte'), 'saved')
  const field = set.problem.code === 'password_wrong' ? 'current' : set.problem.code.startsWith('password') ? 'wanted' : ''
  return refuse('password', { [field]: codeOf(set.problem) }, statusOf(set.problem))
}

async function answerEndFactor(context: WebContext, request: Request, form: FormData): Answer {
  const { auth } = doorOf(context)
  const { owner } = ownerOf(context, request)
  const typed = await typeForm(form, factorProofForm)
  if (!typed.ok) return refuseForm(withoutSecrets(typed.problem))
  const ended = await endSecondFactor(auth, owner, typed.value, askerOf(context, request))
  if (ended.ok) return redirect(href('/compte'), { headers: ended.value.cookies })
  return refuse('endFactor', proofProblem(ended.problem), statusOf(ended.problem))
}

/** The codes travel in the answer only: they are shown once. */
async function answerRenewCodes(context: WebContext, request: Request, form: FormData): Answer {
  const { auth } = doorOf(context)
  const { owner } = ownerOf(context, request)
  const typed = await typeForm(form, factorProofForm)
  if (!typed.ok) return refuseForm(withoutSecrets(typed.problem))
  const renewed = await renewBackupCodes(auth, owner, typed.value, askerOf(context, request))
  if (!renewed.ok) return refuse('renewCodes', proofProblem(renewed.problem), statusOf(renewed.problem))
  return data({ backupCodes: renewed.value.backupCodes }, { headers: renewed.value.cookies })
}

function proofProblem(problem: Parameters<typeof codeOf>[0]) {
  return { [problem.code === 'password_wrong' ? 'password' : 'code']: codeOf(problem) }
}

function refuse(intent: string, problems: Record<string, string>, status: number) {
  return data<RefusedForm>({ values: { intent }, problems }, { status })
}
