import type { FieldErrors, FieldValues } from '#ui/form-context.ts'

/** What a form that unfolds in its part of a page is given: open when it was refused, with what was typed. */
export type PartForm = {
  readonly isOpen: boolean
  readonly requestKey: string
  readonly values: FieldValues | undefined
  readonly errors: FieldErrors | undefined
}
