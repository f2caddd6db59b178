import en from './statistics-texts.en.ts'
import fr, { type StatisticsTexts } from './statistics-texts.fr.ts'

export const statisticsTexts = { fr, en }
export type { StatisticsTexts }
