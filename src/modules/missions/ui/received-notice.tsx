import { Link, href } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { Notice } from '#ui/notice.tsx'
import { invitationTexts } from '../texts/invitation-texts.ts'

/** Invitations wait for an answer of the acting organisation. */
export function ReceivedNotice({ count }: { count: number }) {
  const { received } = useCatalogue(invitationTexts)
  if (count === 0) return null
  return (
    <Notice>
      <p>
        {received.notice(count)} <Link to={href('/missions/invitations')}>{received.answer}</Link>
      </p>
    </Notice>
  )
}
