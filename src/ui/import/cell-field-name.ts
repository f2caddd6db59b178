/** The name of the field that corrects one cell: `cell-<line of the file>-<key of the field>`. */
export const cellFieldName = (row: number, field: string) => `cell-${row}-${field}`

/** Reads a name made by `cellFieldName`; null for any other field. */
export function readCellFieldName(name: string): { readonly row: number; readonly field: string } | null {
  const [, row, field] = /^cell-(\d{1,9})-(.+)$/.exec(name) ?? []
  return row === undefined || field === undefined ? null : { row: Number(row), field }
}
