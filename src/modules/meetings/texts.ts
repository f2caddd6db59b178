import type { Explanation } from './domain/explanation.ts'
import en from './texts.en.ts'
import fr, { type MeetingsTexts } from './texts.fr.ts'

export const meetingsTexts = { fr, en }

/** An explanation, line by line. */
export function explanationLines({ explanation: words }: MeetingsTexts, told: Explanation): string[] {
  switch (told.kind) {
    case 'waits':
      return told.waits.length === 0 ? [words.noWait] : told.waits.map(words.wait)
    case 'conflict':
      return [words.conflict, ...told.facts.map((fact) => `  ${words.fact(fact)}`), told.isMinimal ? words.minimal : words.notMinimal]
    case 'most held':
      return [words.mostHeld(told.held, told.dropped, told.isMost)]
  }
}
