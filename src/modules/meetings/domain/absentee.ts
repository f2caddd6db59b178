/** Whoever or whatever may not be there at some slots. */
export type Absentee = { readonly kind: 'representative' | 'resource' | 'spot'; readonly id: string }
