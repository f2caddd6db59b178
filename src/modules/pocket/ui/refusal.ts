/** What a refused form of the desk shows again, when it was this one. */
export type Refusal =
  | { readonly values: Readonly<Record<string, string | readonly string[]>>; readonly errors: Readonly<Record<string, string>> }
  | undefined
