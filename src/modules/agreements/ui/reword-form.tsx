import type { Localized } from '#platform/pure/localized.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EditConflict, typedIn } from '#ui/edit-conflict.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { LocalizedField } from '#ui/localized-field.tsx'
import { type Domain, freshPledges, mostPledges } from '../domain/pledges.ts'
import { agreementTexts } from '../texts.ts'

type RewordFormProps = { domain: Domain; requestKey: string; values?: FieldValues | undefined; errors?: FieldErrors | undefined }

/** The words of a domain and of each of its pledges, with room for more. */
export function RewordForm({ domain, requestKey, values, errors }: RewordFormProps) {
  const { pledges: words } = useCatalogue(agreementTexts)
  const known = domain.pledges.length
  const lines = Math.min(known + freshPledges, mostPledges)
  return (
    <Form id="domain" requestKey={requestKey} version={domain.version} values={values} errors={errors}>
      <LocalizedField name="title" label={words.domainTitle} languages={['fr', 'en']} requiredLanguage="fr" defaultValue={domain.title} />
      {Array.from({ length: lines }, (_, index) => {
        const pledge = domain.pledges[index]
        return (
          <div key={index}>
            {pledge && <HiddenField name={`pledgeIds.${index}`} value={pledge.id} />}
            <LocalizedField
              name={`pledges.${index}`}
              label={pledge ? words.pledgeLine(index + 1) : words.freshLine}
              hint={index === 0 && pledge ? words.pledgesNote : undefined}
              languages={['fr', 'en']}
              {...(pledge ? { defaultValue: pledge.title } : {})}
            />
          </div>
        )
      })}
      <Actions>
        <Button kind="main">{words.saveWords}</Button>
      </Actions>
    </Form>
  )
}

/** Someone saved the domain since this form was opened: its words in each language, and its pledges a line each. */
export function RewordConflict({ saved, values }: { saved: Domain; values: FieldValues }) {
  const { pledges: words } = useCatalogue(agreementTexts)
  const linesOf = (title: (index: number) => string | undefined, count: number) =>
    Array.from({ length: count }, (_, index) => title(index) ?? '')
      .filter(Boolean)
      .join('\n')
  const languages = [
    { language: 'fr', domain: words.domainFr, pledges: words.pledgesFr },
    { language: 'en', domain: words.domainEn, pledges: words.pledgesEn },
  ] as const
  const inLanguage = (content: Localized, language: string) => content[language] ?? ''
  return (
    <EditConflict
      title={words.conflictTitle}
      values={values}
      fields={languages.flatMap(({ language, domain, pledges }) => [
        { name: `title.${language}`, label: domain, theirs: inLanguage(saved.title, language) },
        {
          name: `pledges.${language}`,
          label: pledges,
          mine: linesOf((index) => typedIn(values, `pledges.${index}.${language}`), mostPledges),
          theirs: linesOf((index) => saved.pledges[index]?.title[language], saved.pledges.length),
        },
      ])}
    />
  )
}
