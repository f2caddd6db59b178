import { SettingsTabs } from '#modules/identity/ui/settings-tabs.tsx'
import { listKeptSystemMail, listMail, mailStates } from '#platform/mail.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { read, servicesContext } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ZonedTime } from '#ui/format.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import styles from './outbox.module.css'
import { appTexts } from '../texts.ts'
import type { Route } from './+types/outbox.ts'

/** Every message of the organisation and what became of it. Without a mail server, what would have been sent stays here to be read. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const services = context.get(servicesContext)
  const { config } = services
  return read(context, request, async (ctx) => ({
    mails: await listMail(ctx, mailStates),
    codes: config.ESCALE_DEMO && !config.SMTP_URL ? await listKeptSystemMail(services) : [],
    hasServer: config.SMTP_URL !== undefined,
    timeZone: ctx.actor.timeZone,
  }))
}

export default function Outbox({ loaderData: { mails, codes, hasServer, timeZone } }: Route.ComponentProps) {
  const texts = useCatalogue(appTexts)
  const words = texts.outbox
  const all = [...mails, ...codes.map((mail) => ({ ...mail, state: 'kept' as const, lastError: null }))]
  return (
    <Page title={words.title} lead={hasServer ? words.withServer : words.withoutServer} below={<SettingsTabs hasKeys />}>
      {all.length === 0 && <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      {all.map((mail) => (
        <Section key={mail.id} title={mail.subject} note={<ZonedTime instant={mail.queuedAt} zone={asTimeZone(timeZone)} />}>
          <p>
            {words.to} <strong>{mail.recipient}</strong>{' '}
            <Tag tone={mail.state === 'failed' ? 'danger' : undefined}>{words.states[mail.state]}</Tag>
          </p>
          {mail.lastError && <p>{mail.lastError}</p>}
          <pre className={styles.body} lang={mail.language}>
            {mail.bodyText}
          </pre>
        </Section>
      ))}
    </Page>
  )
}
