/** The name of the field that says what a column of the file means: its index, from 0. */
export const columnFieldName = (index: number) => `column-${index}`

/** Reads a name made by `columnFieldName`; null for any other field. */
export function readColumnFieldName(name: string): number | null {
  const [, index] = /^column-(\d{1,4})$/.exec(name) ?? []
  return index === undefined ? null : Number(index)
}
