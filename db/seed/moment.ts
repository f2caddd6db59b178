/** Shapes shared by the programmes of the demonstration. Keys are those of the seed the moment stands in. */
export type DemoVenue = {
  readonly fr: string
  readonly en: string
  readonly address: string
  readonly at: readonly [latitude: number, longitude: number]
  readonly capacity: number | null
  /** Rank of its leg, the first unless said otherwise. */
  readonly leg?: number
}

export type DemoMoment = {
  readonly fr: string
  readonly en: string
  readonly type: string
  /** Which partner organises it. */
  readonly by: string
  readonly on: string
  readonly from: string
  readonly to: string
  readonly venue?: string
  readonly track?: string
  /** What carries people there: one of the vehicles of the programme. */
  readonly vehicle?: string
  /** Rank of its leg, the first unless said otherwise. */
  readonly leg?: number
  /** The sub-delegation it is for: everyone, unless said otherwise. */
  readonly for?: string
  readonly optional?: true
  readonly confirmed?: true
  readonly interpreters?: number
  readonly interpreter?: string
  /** Whom one meets, with their title. */
  readonly across?: readonly string[]
  readonly speakers?: readonly string[]
  readonly dress?: readonly [fr: string, en: string]
  readonly briefing?: readonly [fr: string, en: string]
  readonly planB?: readonly [fr: string, en: string]
}

export type DemoProgramme = {
  readonly venues: Readonly<Record<string, DemoVenue>>
  /** Minutes by coach, unless said otherwise. */
  readonly travels: readonly (readonly [from: string, to: string, minutes: number, mode?: 'walk' | 'coach' | 'train'])[]
  readonly tracks: Readonly<Record<string, { readonly fr: string; readonly en: string }>>
  /** What carries people, by the partner that brings it; none unless said otherwise. */
  readonly vehicles?: readonly { readonly name: string; readonly seats: number }[]
  /** The partners that organise, by the names of the demonstration. */
  readonly organisers: Readonly<Record<string, string>>
  readonly moments: readonly DemoMoment[]
}
