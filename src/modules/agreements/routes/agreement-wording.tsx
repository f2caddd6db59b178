import { href } from 'react-router'
import { found } from '#platform/actor.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { mayKeepAgreements } from '../domain/rights.ts'
import { wordingForm } from '../schemas.ts'
import { loadAgreement } from '../sql/agreements.ts'
import { listWordings } from '../sql/papers.ts'
import { agreementTexts, problemTexts } from '../texts.ts'
import { authenticitySentence, languageName, WordingForm, WordingsSideBySide } from '../ui/wordings.tsx'
import { writeWording } from '../usecases/write-papers.ts'
import type { Route } from './+types/agreement-wording.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const agreement = found(await loadAgreement(ctx.tx, params.agreementId))
    return {
      wordings: await listWordings(ctx.tx, agreement.id),
      isFrozen: agreement.dates.signedOn !== null && agreement.unproven === null,
      mayKeep: mayKeepAgreements(ctx.actor),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'agreements.write-wording',
    wordingForm,
    (ctx, typed) => writeWording(ctx, params.agreementId, typed),
    { to: href('/accords/:agreementId/texte', params), field: ({ code }) => (code === 'language_is_a_tag' ? 'language' : 'body') },
  )
}

export default function AgreementWording({ loaderData: { wordings, isFrozen, mayKeep, requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.wording
  const locale = useLocale()
  const errors = problemTexts(texts, actionData?.problems)
  const refusalOf = (version: number, language: string) =>
    actionData && Number(actionData.values.version ?? 0) === version && (version === 0 || actionData.values.language === language)
      ? { values: actionData.values, errors }
      : {}
  return (
    <>
      <Section
        title={words.title}
        note={wordings.length > 0 ? authenticitySentence(wordings, words, locale) : words.note}
        titlePlace="above"
      >
        {wordings.length === 0 ? <EmptyState title={words.none}>{words.noneBody}</EmptyState> : <WordingsSideBySide wordings={wordings} />}
      </Section>
      {mayKeep && isFrozen && <Notice>{words.frozen}</Notice>}
      {mayKeep && (
        <Section title={words.add} onPaper={false}>
          <WordingForm requestKey={requestKey} {...refusalOf(0, '')} />
          {!isFrozen &&
            wordings.map((wording) => (
              <details
                key={wording.language}
                open={actionData?.values.language === wording.language && 'values' in refusalOf(wording.version, wording.language)}
              >
                <summary>{words.change(languageName(wording.language, locale))}</summary>
                <WordingForm wording={wording} requestKey={requestKey} {...refusalOf(wording.version, wording.language)} />
              </details>
            ))}
        </Section>
      )}
    </>
  )
}
