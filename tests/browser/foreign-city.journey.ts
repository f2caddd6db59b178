import type { Page } from '@playwright/test'
import { totpOf } from './authenticator.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const amongUs = 'Fictif : entre nous, le cadeau du comté reste une surprise'
const toAll = 'Fictitious: the county will wait for you at the side entrance'

test('le comté de Miami entre par une invitation, lit le programme en anglais sur sa pendule, écrit à tous, et ne voit rien de privé', async ({
  ownHouse,
}) => {
  const { as, visit } = await ownHouse()
  const lucie = await as('lucie')
  await lucie.goto('/missions')
  await lucie.getByRole('link', { name: 'Mission collective à Miami' }).click()
  await lucie.getByRole('link', { name: 'Échanges', exact: true }).click()
  await lucie.getByRole('region', { name: 'Écrire à mes collègues' }).getByRole('textbox').fill(amongUs)
  await lucie.getByRole('button', { name: 'Écrire à Ville de Marseille seulement' }).click()
  await expect(lucie.getByRole('paragraph').filter({ hasText: amongUs })).toBeVisible()
  const conversation = lucie.url()
  const link = await inviteTheCounty(lucie)

  const page = await visit({ locale: 'en-US' })
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'Ville de Marseille invites you to a mission' })).toBeVisible()
  await expectAccessible(page)
  await openTheCounty(page)
  await setUpFactor(page)
  await expect(page.getByRole('heading', { level: 1, name: /Miami/ })).toBeVisible()

  await page.getByRole('link', { name: 'Programme', exact: true }).click()
  await page.getByRole('link', { name: 'List', exact: true }).click()
  const signing = page
    .getByRole('table', { name: 'Items of the programme, in order' })
    .getByRole('row', { name: /Signing of the sister agreement/ })
  await expect(signing).toContainText('Monday 6 November 2017 at 11:00 (New York time)')
  await expectAccessible(page)
  await signing.getByRole('link').first().click()
  await expect(page.getByText('until 12:00 (New York time)')).toBeVisible()
  await expect(page.getByText('The first agreement of Marseille with an American city.')).toBeVisible()
  await expectAccessible(page)

  await page.goto(conversation)
  await page.getByRole('region', { name: 'Write to every partner' }).getByRole('textbox').fill(toAll)
  await page.getByRole('button', { name: 'Write to every partner' }).click()
  await expect(page.getByRole('paragraph').filter({ hasText: toAll })).toBeVisible()
  await expect(page.getByText('(New York time)').first()).toBeVisible()
  expect(await page.content()).not.toContain('le cadeau du comté')
  await expectAccessible(page)
  const claire = await as('claire')
  await claire.goto(conversation)
  await expect(claire.getByText(toAll)).toBeVisible()

  await page.getByRole('link', { name: 'Shared contacts', exact: true }).click()
  await expect(page.getByRole('row', { name: /Jane Placeholder/ })).toContainText('Ville de Marseille')
  await expect(page.getByRole('link', { name: '+13055550142' })).toBeVisible()
  expect(await page.content()).not.toContain('jane.placeholder@')
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Expenses', exact: true }).click()
  await expect(page.getByText('No expense recorded', { exact: true })).toBeVisible()
  expect(await page.content()).not.toMatch(/Wynwood Hall|Biscayne Court Hotel/)
  await page.goto('/missions')
  await expect(page.getByRole('link', { name: /Miami/ })).toHaveCount(1)
  await expect(page.getByRole('link', { name: /Genoa|Hamburg|Milan/ })).toHaveCount(0)
  await page.goto('/actes')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.content()).not.toContain('122.55')
})

/** The card of the county is a partner already; its people are invited to take its seat. */
async function inviteTheCounty(lucie: Page): Promise<string> {
  await lucie.getByRole('link', { name: 'Partenaires', exact: true }).click()
  await lucie.getByRole('textbox', { name: 'Un mot pour cette personne' }).fill('À bientôt à Miami')
  await lucie.getByRole('link', { name: 'Inviter Miami-Dade County à travailler dans Escale' }).click()
  await expect(lucie.getByText('Invitation de Miami-Dade County, dont la fiche est déjà partenaire')).toBeVisible()
  await expect(lucie.getByRole('textbox', { name: 'Un mot pour cette personne' })).toHaveValue('À bientôt à Miami')
  await expect(lucie.getByRole('textbox', { name: /ou nom d’une organisation/ })).toHaveValue('Miami-Dade County')
  await lucie.getByRole('combobox', { name: /^Rôle/ }).selectOption('host')
  await lucie.getByRole('textbox', { name: 'Adresse de la personne à inviter' }).fill('dana.exemplar@miamidade.example')
  await lucie.getByRole('combobox', { name: 'Langue du message' }).selectOption('English')
  await lucie.getByRole('button', { name: 'Inviter ou nommer' }).click()
  return new URL(await lucie.getByRole('textbox', { name: 'Lien d’invitation' }).inputValue()).pathname
}

async function openTheCounty(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^First and last name/ }).fill('Dana Exemplar (fictitious)')
  await expect(page.getByRole('textbox', { name: /^Official name/ })).toHaveValue('Miami-Dade County')
  await page.getByRole('combobox', { name: /^Kind/ }).selectOption('foreign_authority')
  await page.getByRole('combobox', { name: /^Country/ }).selectOption('US')
  await page.getByRole('textbox', { name: /^City of its seat/ }).fill('Miami')
  await page.getByLabel(/^Currency of its accounts/).fill('USD')
  await page.getByLabel(/^Time zone of its offices/).fill('America/New_York')
  await page.getByRole('button', { name: 'Open the organisation and accept' }).click()
}

async function setUpFactor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin' }).click()
  const key = await page.getByRole('textbox', { name: 'Key to type' }).inputValue()
  await page.getByRole('textbox', { name: 'Code shown by the application' }).fill(totpOf(key))
  await page.getByRole('button', { name: 'Turn on the second factor' }).click()
}
