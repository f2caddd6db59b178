import { missionTexts } from '#modules/missions/texts.ts'

const tables = { fr: [missionTexts.fr.events], en: [missionTexts.en.events] }

/** The sentence of every event of the journal, gathered from the modules that record them. */
export const eventTexts: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
  fr: Object.assign({}, ...tables.fr),
  en: Object.assign({}, ...tables.en),
}
