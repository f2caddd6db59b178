import { createHash } from 'node:crypto'
import { canonicalJson } from '#platform/pure/canonical-json.ts'
import type { ActDocument, ActLanguage } from './document.ts'
import type { ReportFacts } from './facts.ts'
import type { ActTemplates } from './templates.ts'

/**
 * The version of the composition itself. It changes when the same facts and templates would no longer give the same
 * document, so that an act frozen under an older one is known to be so.
 */
export const COMPOSITION_VERSION = 1

/** Everything a document is composed from. What is voted is this, not the database as it stands. */
export type ActSnapshot = {
  readonly version: number
  readonly language: ActLanguage
  readonly facts: ReportFacts
  readonly templates: ActTemplates
}

/** `text` is the canonical JSON (RFC 8785) to store; `hash` its SHA-256 in lower-case hexadecimal. */
export type FrozenSnapshot = { readonly text: string; readonly hash: string }

export function freeze(facts: ReportFacts, templates: ActTemplates, language: ActLanguage): FrozenSnapshot {
  const snapshot: ActSnapshot = { version: COMPOSITION_VERSION, language, facts, templates }
  const text = canonicalJson(snapshot)
  return { text, hash: sha256(text) }
}

/** Reads a snapshot back, or throws when its text no longer has the hash it was frozen with: a voted act was altered. */
export function thaw(frozen: FrozenSnapshot): ActSnapshot {
  if (sha256(frozen.text) !== frozen.hash) throw new Error(`a frozen act no longer has the hash ${frozen.hash}`)
  return JSON.parse(frozen.text) as ActSnapshot
}

/** The document with the beginning of its snapshot's hash at the foot of every page, so that a paper copy names what was voted. */
export function stamped(document: ActDocument, hash: string): ActDocument {
  const { metadata, language } = document
  const stamp = `${language === 'fr' ? 'empreinte' : 'digest'} ${hash.slice(0, STAMP_LENGTH)}`
  return {
    ...document,
    metadata: { ...metadata, runningReference: [metadata.runningReference, stamp].filter((part) => part !== '').join(' – ') },
  }
}

/** 64 bits: enough to tell any two acts apart, short enough to read aloud. */
const STAMP_LENGTH = 16

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
