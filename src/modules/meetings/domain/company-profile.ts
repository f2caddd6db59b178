/** Each list here has its twin in a CHECK of 0103_meeting_profiles.sql; a test compares them. */
export const stages = ['idea', 'start', 'growth', 'established'] as const
export type Stage = (typeof stages)[number]

/** What others read of a company only if it agreed to show it, field by field. */
export const shownFields = ['sectorCodes', 'stage', 'markets', 'knownBy'] as const
export type ShownField = (typeof shownFields)[number]

/** What a company says of itself besides what everybody who takes part reads. */
export type ShownProfile = {
  /** « nace:62.01 », « cpv:72000000 ». */
  readonly sectorCodes: readonly string[]
  readonly stage: Stage | null
  /** ISO 3166 codes of countries it sells in, or would like to. */
  readonly markets: readonly string[]
  /** References: who has bought from it and may be named. */
  readonly knownBy: string
}

export type CompanyProfile = ShownProfile & { readonly shown: readonly ShownField[]; readonly version: number }

/** Before anything is written: nothing is said, and nothing would be shown. */
export const noProfile: CompanyProfile = { sectorCodes: [], stage: null, markets: [], knownBy: '', shown: [], version: 0 }

/** What others read when the holder of a link or a partner looks: fields nobody agreed to show are empty. */
export const nothingShown: ShownProfile = { sectorCodes: [], stage: null, markets: [], knownBy: '' }
