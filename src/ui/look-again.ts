import type { ShouldRevalidateFunctionArgs } from 'react-router'

/**
 * For a page where several people write: what others did meanwhile is read again after a refusal too, which may come of it. A route exports it
 * as `shouldRevalidate`; without a script the page is read again anyway.
 */
export function lookAgain({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return defaultShouldRevalidate || (actionStatus ?? 0) >= 400
}
