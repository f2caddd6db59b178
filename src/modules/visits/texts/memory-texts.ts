import en from './memory-texts.en.ts'
import fr, { type MemoryTexts } from './memory-texts.fr.ts'

export const memoryTexts = { fr, en }
export type { MemoryTexts }
