import { formatDate } from '#platform/pure/local-date-format.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { pick } from '#platform/pure/localized.ts'
import { receptionTexts } from '#modules/visits/texts/reception-texts.ts'
import type { ReleasedPart } from './released-part.ts'
import type { RoadMap } from './road-map.ts'
import { appTexts } from './texts.ts'

/** A road map as the booklet of its person says it, after the programme; nothing when there is nothing to say. */
export function preparationOf({ notes, promises, agreements }: RoadMap, locale: Locale): Pick<ReleasedPart, 'notes' | 'promised'> {
  const { roadMap: words } = appTexts[locale]
  const { promiseStates } = receptionTexts[locale]
  const lists = [
    {
      heading: words.promises,
      lines: promises.map(({ what, promisedBy, promisedTo, dueOn, state }) =>
        [words.promise(what, promisedBy, promisedTo), dueOn && words.before(formatDate(dueOn, locale, 'long')), promiseStates[state]]
          .filter(Boolean)
          .join(' – '),
      ),
    },
    { heading: words.agreements, lines: agreements.map(({ title }) => pick(title, locale).text) },
  ]
  return { notes: new Map(notes.map(({ itemId, body }) => [itemId, body])), promised: lists.filter(({ lines }) => lines.length > 0) }
}
