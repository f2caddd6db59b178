import type { AccountId } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { listItemHolders } from '#modules/departure/index.ts'
import { listHolders } from '#modules/missions/index.ts'
import { listNamedReaders } from '#modules/registration/index.ts'

/** What somebody of the acting organisation, colleague still or gone, has under way in its missions. */
export type WorkUnderWay = {
  readonly accountId: AccountId
  readonly name: string
  readonly isMember: boolean
  readonly taskCount: number
  readonly invitationCount: number
  /** Things to gather before a departure. */
  readonly itemCount: number
  /** A right that no handover passes on. */
  readonly readsPassportsOf: readonly { readonly missionId: string; readonly title: Localized }[]
}

type Member = { readonly accountId: AccountId; readonly name: string }

/** Gathers from each module what it entrusts to people by name; someone who is a member no more is still found. */
export async function readWorkUnderWay(ctx: Ctx, members: readonly Member[]): Promise<WorkUnderWay[]> {
  const [tasks, items, readers] = [await listHolders(ctx.tx), await listItemHolders(ctx.tx), await listNamedReaders(ctx.tx, ctx.today)]
  const memberNames = new Map(members.map(({ accountId, name }) => [accountId, name]))
  const noted = new Map([...readers, ...items, ...tasks].map(({ accountId, name }) => [accountId, name]))
  const work = [...noted].map(([accountId, name]) => {
    const owed = tasks.find((each) => each.accountId === accountId)
    return {
      accountId,
      name: memberNames.get(accountId) ?? name,
      isMember: memberNames.has(accountId),
      taskCount: owed?.taskCount ?? 0,
      invitationCount: owed?.invitationCount ?? 0,
      itemCount: items.find((each) => each.accountId === accountId)?.itemCount ?? 0,
      readsPassportsOf: readers
        .filter((each) => each.accountId === accountId)
        .map(({ missionId, missionTitle }) => ({ missionId, title: missionTitle })),
    }
  })
  return work.sort((one, other) => one.name.localeCompare(other.name, 'fr'))
}
