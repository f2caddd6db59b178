/** Joins the class names that apply; CSS Modules give `undefined` for a class a stylesheet does not define. */
export function classNames(...names: Array<string | false | null | undefined>): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}
