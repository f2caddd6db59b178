import { holdFrenchMarks } from '#platform/pure/french-typography.ts'

const set = new WeakMap<object, unknown>()

/** The same sentences, whose marks stay on the line of their word; made once per catalogue. */
export function asFrenchIsSet<Texts>(texts: Texts): Texts {
  if (typeof texts === 'string') return holdFrenchMarks(texts) as Texts
  if (!isSettable(texts)) return texts
  const known = set.get(texts)
  if (known !== undefined) return known as Texts
  const made = setAnew(texts)
  set.set(texts, made)
  return made as Texts
}

function setAnew(texts: object): unknown {
  if (typeof texts === 'function') return (...given: unknown[]) => setAnswer(texts(...given))
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, asFrenchIsSet(value)]))
}

/** What a sentence with values gives: a string, or parts of a sentence that a component puts together. */
function setAnswer(answer: unknown): unknown {
  if (typeof answer === 'string') return holdFrenchMarks(answer)
  return Array.isArray(answer) ? answer.map(setAnswer) : answer
}

function isSettable(value: unknown): value is object {
  return typeof value === 'function' || (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
}
