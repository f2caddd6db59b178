/** What the judge says of a plan; it shares no code with what it judges. */
export declare function check(
  instance: unknown,
  solution: { readonly schedule: Readonly<Record<string, number>>; readonly objective?: number | null },
): {
  readonly ok: boolean
  readonly breaks: number
  readonly idleSlots: number
  readonly minBreaks: number
  readonly maxBreaks: number
  readonly errors: readonly string[]
}
