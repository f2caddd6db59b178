import { Link, href } from 'react-router'
import { dateIn } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { pocketTexts } from '../texts.ts'
import type { Desk } from '../usecases/read-desk.ts'
import type { Refusal } from './refusal.ts'

type DeskReceiptsProps = Pick<Desk, 'receipts' | 'mayAnswer' | 'timeZone'> & { missionId: string; requestKey: string; refusal: Refusal }

const tones = { handed_in: 'warning', entered: 'success', declined: 'danger' } as const

/** The form of an expense that takes the photograph; the receipt is answered once it is recorded. */
function newExpense(missionId: string, draft: Readonly<Record<string, string>>): string {
  return `${href('/missions/:missionId/depenses/nouvelle', { missionId })}?${new URLSearchParams(draft)}`
}

/** What members handed in, those that wait first. */
export function DeskReceipts({ receipts, mayAnswer, timeZone, missionId, requestKey, refusal }: DeskReceiptsProps) {
  const { desk, receiptStates, receipt: words } = useCatalogue(pocketTexts)
  return (
    <DataTable
      caption={desk.receipts}
      captionHidden
      rows={receipts}
      rowKey={({ id }) => id}
      empty={<EmptyState title={desk.noReceipts} />}
      columns={[
        { key: 'label', header: desk.receipt, render: ({ label }) => label },
        { key: 'by', header: desk.by, render: ({ name }) => name },
        { key: 'takenAt', header: desk.takenAt, render: ({ takenAt }) => <DateText date={dateIn(asTimeZone(timeZone), takenAt)} /> },
        {
          key: 'state',
          header: desk.state,
          render: ({ state, reason }) => (
            <>
              <Tag tone={tones[state]}>{receiptStates[state]}</Tag> {reason && words.because(reason)}
            </>
          ),
        },
        {
          key: 'photo',
          header: desk.see,
          headerHidden: true,
          render: ({ photo }) => (
            <a href={photo} target="_blank" rel="noreferrer">
              {desk.see}
            </a>
          ),
        },
        {
          key: 'action',
          header: desk.action,
          headerHidden: true,
          isLong: true,
          render: ({ id, fileId, label, takenAt, state }) =>
            mayAnswer &&
            state === 'handed_in' && (
              <>
                <Link to={newExpense(missionId, { recu: fileId, le: dateIn(asTimeZone(timeZone), takenAt), quoi: label })}>
                  {desk.enter}
                  <VisuallyHidden> – {label}</VisuallyHidden>
                </Link>
                <Form
                  id={`receipt-${id}`}
                  requestKey={`${requestKey.slice(0, 24)}${id.slice(24)}`}
                  {...(refusal?.values.receiptId === id ? refusal : {})}
                >
                  <HiddenField name="intent" value="answer" />
                  <HiddenField name="receiptId" value={id} />
                  <TextField name="reason" label={desk.reason} />
                  <Actions>
                    <Button name="state" value="entered">
                      {desk.markEntered}
                    </Button>
                    <Button name="state" value="declined" kind="danger">
                      {desk.decline}
                    </Button>
                  </Actions>
                </Form>
              </>
            ),
        },
      ]}
    />
  )
}
