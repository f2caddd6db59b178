import { href } from 'react-router'
import { allow } from '#platform/actor.ts'
import { read } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { mayReadRegister } from '../domain/rights.ts'
import { listOrders } from '../sql/orders.ts'
import { departureTexts } from '../texts.ts'
import { OrderTable } from '../ui/order-table.tsx'
import type { Route } from './+types/register.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    allow(mayReadRegister(ctx.actor))
    return { orders: await listOrders(ctx.tx) }
  })
}

export default function Register({ loaderData: { orders } }: Route.ComponentProps) {
  const texts = useCatalogue(departureTexts)
  const { register, registerLead, title } = texts.orders
  return (
    <Page title={register} lead={registerLead} breadcrumbs={[{ to: href('/reglages/depart'), label: texts.rules.title }]}>
      <Section title={title} titlePlace="above">
        <OrderTable orders={orders} showsMission />
      </Section>
    </Page>
  )
}
