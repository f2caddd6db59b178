import { useCatalogue } from '#ui/catalogue.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { DefaultRule, OwnRule } from '../domain/rule.ts'
import { departureTexts } from '../texts.ts'
import { countryName } from './country-name.ts'

type OwnRulesProps = { defaults: readonly DefaultRule[]; own: readonly OwnRule[]; maySet: boolean; requestKey: string }

/** What is asked, of whom and when: the defaults, and under each what the organisation decided. */
export function OwnRules({ defaults, own, maySet, requestKey }: OwnRulesProps) {
  const texts = useCatalogue(departureTexts)
  const words = texts.rules
  const locale = useLocale()
  const lines = defaults.flatMap((rule) => {
    const decided = own.filter(({ kind }) => kind === rule.kind)
    const general = decided.find(({ country }) => country === null)
    return [{ rule, own: general }, ...decided.filter(({ country }) => country !== null).map((each) => ({ rule, own: each }))]
  })
  const whereOf = ({ rule, own: decided }: (typeof lines)[number]) => {
    if (decided?.country) return countryName(decided.country, locale)
    return rule.isOfDestination ? words.byCountry : words.everywhere
  }
  const categoriesOf = ({ rule, own: decided }: (typeof lines)[number]) => {
    if (decided?.isAsked === false) return words.nobody
    const categories = decided?.categories ?? rule.categories
    return categories.length === Object.keys(texts.categories).length
      ? words.everyone
      : categories.map((category) => texts.categories[category]).join(', ')
  }
  return (
    <DataTable
      caption={words.askedCaption}
      captionHidden
      rows={lines}
      rowKey={(line) => line.own?.id ?? line.rule.kind}
      columns={[
        { key: 'kind', header: words.requirement, render: ({ rule }) => texts.kinds[rule.kind] },
        { key: 'where', header: words.where, render: whereOf },
        { key: 'categories', header: words.categories, render: categoriesOf },
        { key: 'notice', header: words.notice, render: (line) => words.days(line.own?.noticeDays ?? line.rule.noticeDays) },
        {
          key: 'source',
          header: words.source,
          isLong: true,
          render: (line) =>
            line.own ? (
              <>
                <Tag tone="info">{words.ours}</Tag>{' '}
                {maySet && (
                  <Form requestKey={requestKey} id={`rule-${line.own.id}`}>
                    <HiddenField name="intent" value="withdraw" />
                    <HiddenField name="ruleId" value={line.own.id} />
                    <Button kind="quiet">
                      {words.withdraw}
                      <VisuallyHidden> {texts.kinds[line.rule.kind]}</VisuallyHidden>
                    </Button>
                  </Form>
                )}
              </>
            ) : (
              line.rule.source
            ),
        },
      ]}
    />
  )
}
