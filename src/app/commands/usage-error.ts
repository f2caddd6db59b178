/** The words of a command are not those it understands, or what they name cannot be used. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
