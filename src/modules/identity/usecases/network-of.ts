import type { RouterContextProvider } from 'react-router'
import { doorOf } from '../auth/door.ts'

/** Where a request comes from, as the server saw it: for whoever counts what is asked without an account. */
export function networkOfVisitor(context: Readonly<RouterContextProvider>): string {
  return doorOf(context).network
}
