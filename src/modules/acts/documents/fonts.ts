import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fontCoverage } from './font-coverage.ts'
import type { Covers } from './typst.ts'

/** The faces embedded in our PDFs (SIL Open Font License 1.1). `createRequire` finds them from sources and from a build alike. */
const FACES = [
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
]

export type EmbeddedFonts = { readonly blobs: readonly Buffer[]; readonly covers: Covers }

export function loadFonts(): EmbeddedFonts {
  const require = createRequire(import.meta.url)
  const blobs = FACES.map((face) => readFileSync(require.resolve(face)))
  const coverages = blobs.map(fontCoverage)
  return { blobs, covers: (codePoint) => coverages.some((covers) => covers(codePoint)) }
}
