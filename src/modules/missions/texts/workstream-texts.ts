import en from './workstream-texts.en.ts'
import fr, { type WorkstreamTexts } from './workstream-texts.fr.ts'

export const workstreamTexts = { fr, en }
export type { WorkstreamTexts }
