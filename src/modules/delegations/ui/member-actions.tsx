import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import type { Member } from '../domain/member.ts'
import { delegationTexts } from '../texts.ts'

type MemberActionsProps = { member: Member; isOwn: boolean; mayNameMissionHead: boolean; requestKey: string }

/** What one decides about someone besides their description: to lead, to stay at home, to come after all. */
export function MemberActions({ member, isOwn, mayNameMissionHead, requestKey }: MemberActionsProps) {
  const { member: words } = useCatalogue(delegationTexts)
  if (member.state === 'withdrawn') {
    return isOwn ? <OneButton intent="readmit" label={words.readmit} requestKey={requestKey} /> : null
  }
  return (
    <Actions>
      {isOwn && member.function !== 'head' && <OneButton intent="head" label={words.setHead} requestKey={requestKey} />}
      {mayNameMissionHead && !member.isMissionHead && (
        <OneButton intent="missionHead" label={words.setMissionHead} requestKey={requestKey} />
      )}
      {isOwn && (
        <Dialog trigger={words.withdraw} triggerKind="quiet" title={words.withdrawTitle(`${member.givenName} ${member.familyName}`)}>
          <p>{words.withdrawBody}</p>
          <OneButton intent="withdraw" label={words.confirmWithdraw} kind="danger" requestKey={requestKey} />
        </Dialog>
      )}
    </Actions>
  )
}

function OneButton({ intent, label, kind, requestKey }: { intent: string; label: string; kind?: 'danger'; requestKey: string }) {
  return (
    <Form id={intent} requestKey={requestKey}>
      <HiddenField name="intent" value={intent} />
      <Button kind={kind}>{label}</Button>
    </Form>
  )
}
