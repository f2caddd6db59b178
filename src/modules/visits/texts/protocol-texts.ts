import en from './protocol-texts.en.ts'
import fr, { type ProtocolTexts } from './protocol-texts.fr.ts'

export const protocolTexts = { fr, en }
export type { ProtocolTexts }
