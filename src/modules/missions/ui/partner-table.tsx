import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form } from '#ui/form.tsx'
import { LocalizedText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { Leg, Partner } from '../domain/mission.ts'
import { missionTexts } from '../texts.ts'
import { invitationTexts } from '../texts/invitation-texts.ts'
import { LegsOfPartner } from './leg-partners.tsx'
import { invitedCard } from './partner-addresses.ts'

type PartnerTableProps = { partners: readonly Partner[]; legs: readonly Leg[]; mayChange: boolean }

/** Who takes part, in which role and with what access; those who organise invite the people of a card, and let a partner go. */
export function PartnerTable({ partners, legs, mayChange }: PartnerTableProps) {
  const texts = useCatalogue(missionTexts)
  const words = texts.partners
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={partners}
      rowKey={(partner) => partner.id}
      columns={[
        { key: 'name', header: words.organisation, render: (partner) => partner.name },
        { key: 'role', header: words.role, render: (partner) => texts.roles[partner.role] },
        {
          key: 'workstream',
          header: words.workstream,
          isLong: true,
          render: (partner) => Object.keys(partner.workstream).length > 0 && <LocalizedText content={partner.workstream} />,
        },
        ...(legs.length > 1
          ? [{ key: 'legs', header: words.legs, render: (partner: Partner) => <LegsOfPartner partner={partner} legs={legs} /> }]
          : []),
        {
          key: 'access',
          header: words.access,
          render: (partner) => (partner.leftAt ? words.left : partner.isWorkspace ? words.works : words.card),
        },
        ...(mayChange
          ? [
              {
                key: 'release',
                header: words.release,
                headerHidden: true,
                render: (partner: Partner) => partner.role !== 'lead' && !partner.leftAt && <PartnerActions partner={partner} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function PartnerActions({ partner: { id, name, isWorkspace } }: { partner: Partner }) {
  const { partners: words } = useCatalogue(missionTexts)
  const { list } = useCatalogue(invitationTexts)
  return (
    <Actions>
      {!isWorkspace && (
        <ButtonLink kind="quiet" to={`?${invitedCard}=${id}#ajouter`}>
          <Named shown={list.inviteCard} name={list.inviteCardOf(name)} />
        </ButtonLink>
      )}
      <Dialog trigger={<Named shown={words.release} name={words.releaseOf(name)} />} triggerKind="quiet" title={words.releaseTitle(name)}>
        <p>{isWorkspace ? words.releaseBody : words.releaseCardBody}</p>
        <Form id={`release-${id}`}>
          <HiddenField name="intent" value="release" />
          <HiddenField name="partnerId" value={id} />
          <Actions>
            <Button kind="danger">{words.releaseOf(name)}</Button>
          </Actions>
        </Form>
      </Dialog>
    </Actions>
  )
}

/** A short word on the screen, and what it does to whom for those who hear it. */
function Named({ shown, name }: { shown: string; name: string }) {
  return (
    <>
      <span aria-hidden>{shown}</span>
      <VisuallyHidden>{name}</VisuallyHidden>
    </>
  )
}
