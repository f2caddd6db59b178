import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

test.describe('la chargée de mission de Gênes, dans sa langue et son fuseau', () => {
  test('lit ce que l’on partage avec elle, et rien de ce que le Département garde pour lui', async ({ as }) => {
    const page = await as('giulia')
    await openGenoa(page, 'Mission to Genoa')
    await page.getByRole('link', { name: 'Conversation', exact: true }).click()

    await expect(page.getByText('read by every partner').first()).toBeVisible()
    await expect(page.getByText('(Rome time)').first()).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('entre nous')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Tasks', exact: true }).click()
    await expect(page.getByRole('row', { name: /Send the photographs/ })).toContainText('Comune di Genova')
    await expect(page.getByRole('main')).not.toContainText('Relire le compte rendu')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Workstreams', exact: true }).click()
    await expect(page.getByRole('row', { name: /Institutional cooperation/ })).toBeVisible()
    await expectAccessible(page)
  })

  test('écrit à ses collègues sans que le Département le sache, puis à tous', async ({ as }) => {
    const page = await as('giulia')
    await openGenoa(page, 'Mission to Genoa')
    await page.getByRole('link', { name: 'Conversation', exact: true }).click()
    await page.getByRole('region', { name: 'Write to my colleagues' }).getByRole('textbox').fill('Fictitious: a word among us')
    await page.getByRole('button', { name: 'Write to Comune di Genova alone' }).click()
    await expect(page.getByText('read by Comune di Genova alone').first()).toBeVisible()
    await page.getByRole('region', { name: 'Write to every partner' }).getByRole('textbox').fill('Fictitious: a word to all of you')
    await page.getByRole('button', { name: 'Write to every partner' }).click()
    await expect(page.getByRole('paragraph').filter({ hasText: 'Fictitious: a word to all of you' })).toBeVisible()

    const claire = await as('claire')
    await claire.goto(page.url())

    await expect(claire.getByText('Fictitious: a word to all of you')).toBeVisible()
    await expect(claire.getByRole('main')).not.toContainText('a word among us')
  })
})

test('une organisation invitée par un lien lit la lettre, décline sans compte, et le chef de file lit pourquoi', async ({ as, visit }) => {
  const page = await as('claire')
  await openGenoa(page, 'Mission à Gênes')
  await page.getByRole('link', { name: 'Partenaires', exact: true }).click()
  await page.getByRole('textbox', { name: /ou nom d’une organisation/ }).fill('Comune di Savona (fittizio)')
  await page.getByRole('textbox', { name: 'Adresse de la personne à inviter' }).fill('bruna@savona.example')
  await page.getByRole('combobox', { name: 'Langue du message' }).selectOption('English')
  await page.getByRole('button', { name: 'Inviter ou nommer' }).click()
  await expect(page.getByRole('row', { name: /Savona/ })).toContainText('Attend une réponse')
  await expectAccessible(page)
  const link = await page.getByRole('textbox', { name: 'Lien d’invitation' }).inputValue()

  const guest = await visit()
  await guest.goto(new URL(link).pathname)
  await expect(guest.getByRole('heading', { level: 1 })).toContainText('Département des Bouches-du-Rhône')
  await expectAccessible(guest)
  await guest.getByRole('textbox', { name: /^(Motif|Reason)/ }).fill('Fictitious: the calendar is full')
  await guest.getByRole('button', { name: /^(Décliner|Decline)/ }).click()
  await expect(guest.getByRole('heading', { level: 1 })).toContainText(/transmis|passed on/)

  await page.goto(page.url())
  await expect(page.getByRole('row', { name: /Savona/ })).toContainText('Fictitious: the calendar is full')
})

async function openGenoa(page: Page, title: string): Promise<void> {
  await page.goto('/missions')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}
