import type { BadgeSheet } from './badge-sheet.ts'
import type { ActDocument } from './document.ts'
import type { SeatingSheet } from './seating-sheet.ts'
import type { WallSheet } from './wall-sheet.ts'

/** A sheet that is laid out, rather than read from top to bottom. */
export type Sheet = BadgeSheet | SeatingSheet | WallSheet

/** Whatever is typeset as a PDF. */
export type Printable = ActDocument | Sheet
