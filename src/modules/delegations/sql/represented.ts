import { sql } from 'kysely'

/** The legal person someone travels for, and its name folded so that two spellings are one. See `Represented`. */
export const representedName = sql<string | null>`coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end)`

export const representedId = sql<string | null>`app.fold(btrim(regexp_replace(${representedName}, '\\s+', ' ', 'g')))`

export const sentByCompany = sql<boolean>`(m.category = 'company' or (o.kind = 'company' and m.represents is null))`
