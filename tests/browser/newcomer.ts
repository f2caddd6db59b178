import { type Page, expect } from '@playwright/test'
import type { House } from './house.ts'

export type Newcomer = { readonly page: Page; readonly email: string; readonly name: string }

/** A link that invites this address; Claire sends it. */
export async function invite(house: Pick<House, 'as'>, email: string): Promise<string> {
  const claire = await house.as('claire')
  await claire.goto('/reglages/membres')
  await claire
    .getByRole('textbox', { name: 'Adresse e-mail professionnelle' })
    .or(claire.getByRole('textbox', { name: /^Adresse \(/ }))
    .fill(email)
  await claire.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await expect(claire.getByText('Invitation prête')).toBeVisible()
  return claire.getByRole('textbox', { name: email }).inputValue()
}

/** Someone of the test alone who accepted an invitation as a reader of the Département, in a browser of their own. */
export async function newcomer(house: Pick<House, 'as' | 'visit'>, name: string): Promise<Newcomer> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@departement.example`
  const link = await invite(house, email)
  const page = await house.visit()
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Prénom et nom' }).fill(name)
  await page.getByRole('button', { name: 'Créer mon compte et rejoindre' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Bonjour / })).toBeVisible()
  return { page, email, name }
}
