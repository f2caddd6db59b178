import type { Page } from '@playwright/test'
import { latestSystemText } from '#platform/mail.ts'
import { withOwner } from '#platform/db.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test.describe('une mission où l’on s’inscrit', () => {
  test('un relais inscrit une personne depuis son téléphone, qui confirme son adresse et suit sa demande', async ({ as, visit, house }) => {
    const claire = await as('claire')
    const link = await relayLink(claire, 'Hambourg', 'Relais de l’essai (fictif)')

    const page = await visit(phone)
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hambourg')
    await expect(page.getByRole('textbox', { name: 'Activité de l’entreprise' })).toBeHidden()
    await page.getByRole('radio', { name: 'Entreprise', exact: true }).check()
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('Remplissez « Prénom »')
    await expectAccessible(page)
    await fillIn(page, 'Perle', 'Essai-Téléphone', 'perle@fictif.example')
    await page.getByRole('textbox', { name: 'Activité de l’entreprise' }).fill('Bouées imaginaires')
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await expect(page.getByText('Une lettre est partie à votre adresse')).toBeVisible()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)

    await page.goto(await verification(house.databaseUrl, 'perle@fictif.example'))
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Confirmer mon adresse' }).click()
    await expect(page.getByText('Votre organisation lit votre demande.')).toBeVisible()
    const ownPage = page.url()

    await openRoom(claire, 'Hambourg')
    await claire.getByRole('checkbox', { name: 'Choisir Perle Essai-Téléphone' }).check()
    await claire.getByRole('button', { name: 'Refuser' }).click()
    await claire.getByRole('textbox', { name: 'Motif' }).fill('Fictif : la liste est close')
    await claire.getByRole('button', { name: 'Relire les lettres' }).click()
    await expect(claire.getByText('Votre inscription n’est pas retenue : Mission portuaire à Hambourg').first()).toBeVisible()
    await expect(claire.getByText('Fictif : la liste est close').last()).toBeVisible()
    await expectAccessible(claire)
    await claire.getByRole('button', { name: 'Confirmer', exact: true }).click()
    await expect(claire.getByRole('button', { name: 'Annuler la décision sur Perle Essai-Téléphone' })).toBeVisible()
    await expectAccessible(claire)

    await claire.getByRole('button', { name: 'Annuler la décision sur Perle Essai-Téléphone' }).click()
    await expect(claire.getByRole('button', { name: 'Annuler la décision sur Perle Essai-Téléphone' })).toBeHidden()
    await page.goto(ownPage)
    await expect(page.getByText('Votre organisation lit votre demande.')).toBeVisible()
  })

  test('tout se fait sans JavaScript : brouillon, questions de la catégorie, envoi, retrait', async ({ as, visit, house }) => {
    const link = await relayLink(await as('claire'), 'Hambourg', 'Relais sans script (fictif)')
    const page = await visit({ javaScriptEnabled: false })
    await page.goto(link)
    await page.getByRole('radio', { name: 'Presse', exact: true }).check()
    await expect(page.getByRole('textbox', { name: 'Média' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Discipline' })).toBeHidden()
    await page.getByRole('textbox', { name: 'Média' }).fill('La Gazette fictive')
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await expect(page).toHaveURL(/inscription\/suivi/)
    await expect(page.getByRole('textbox', { name: 'Média' })).toHaveValue('La Gazette fictive')

    await fillIn(page, 'Quentin', 'Essai-Sans-Script', 'quentin@fictif.example')
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await page.goto(await verification(house.databaseUrl, 'quentin@fictif.example'))
    await page.getByRole('button', { name: 'Confirmer mon adresse' }).click()
    await page.getByRole('button', { name: 'Retirer mon inscription' }).click()

    await expect(page.getByText('Cette inscription est retirée.')).toBeVisible()
  })

  test('la ville étrangère soutient les siens en anglais, et le Département décide', async ({ as }) => {
    const giulia = await as('giulia')
    await openRoom(giulia, 'Mission to Genoa', 'Registrations')
    await expect(giulia.getByRole('row', { name: /Ines Esempio.*Supported by its organisation/ })).toBeVisible()
    await expectAccessible(giulia)

    const claire = await as('claire')
    await openRoom(claire, 'Gênes')
    await claire.getByRole('link', { name: /Ines Esempio/ }).click()
    await expect(claire.getByRole('main')).not.toContainText('ines@fittizio.example')
    await expectAccessible(claire)
    await claire.getByRole('link', { name: 'Accepter' }).click()
    await expect(claire.getByText('You have a place').first()).toBeVisible()
    await expectAccessible(claire)
  })
})

/** An address that a relay is given, as the officer reads it once. */
async function relayLink(page: Page, mission: string, name: string): Promise<string> {
  await openRoom(page, mission)
  await page.getByRole('link', { name: 'Liens d’inscription' }).click()
  const relay = page.getByRole('region', { name: 'Un lien pour un relais' })
  await relay.getByRole('textbox', { name: 'Organisation' }).fill(name)
  await relay.getByRole('button', { name: 'Créer le lien' }).click()
  await expectAccessible(page)
  return new URL(await page.getByRole('textbox', { name: 'Lien d’inscription' }).inputValue()).pathname
}

async function openRoom(page: Page, mission: string, tab = 'Inscriptions'): Promise<void> {
  await page.goto('/missions')
  await page
    .getByRole('link', { name: new RegExp(mission) })
    .first()
    .click()
  await page.getByRole('link', { name: tab, exact: true }).click()
}

async function fillIn(page: Page, givenName: string, familyName: string, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Prénom' }).fill(givenName)
  await page.getByRole('textbox', { name: /^Nom/ }).fill(familyName)
  await page.getByRole('textbox', { name: 'Qualité' }).fill('Directrice')
  await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill(email)
}

/** The link that the person finds in their mailbox. */
async function verification(databaseUrl: string, email: string): Promise<string> {
  const text = await withOwner(databaseUrl, (owner) => latestSystemText(owner, email))
  return /\/inscription\/adresse\/[\w-]{43}/.exec(text)?.[0] ?? ''
}
