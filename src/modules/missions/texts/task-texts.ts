import en from './task-texts.en.ts'
import fr, { type TaskTexts } from './task-texts.fr.ts'

export const taskTexts = { fr, en }
export type { TaskTexts }
