import type { Page } from '@playwright/test'
import { latestSystemText } from '#platform/mail.ts'
import { withOwner } from '#platform/db.ts'
import { testEnvironment } from '#tests/demo.ts'
import { pagePath, pageSecret } from '#modules/registration/domain/secret.ts'
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

  test('un voyageur confie son passeport en anglais, que seule la lectrice nommée ouvre ; la liste gelée, il demande une correction', async ({
    as,
    visit,
    house,
  }) => {
    const claire = await as('claire')
    await openRoom(claire, 'Hambourg')
    await claire.getByRole('link', { name: 'Passeports', exact: true }).click()
    await claire.getByRole('checkbox', { name: 'Allemagne' }).check()
    await claire.getByRole('button', { name: 'Enregistrer les destinations' }).click()
    await expect(claire.getByText('C’est enregistré')).toBeVisible()
    await claire.getByLabel(/Seconde personne – /).fill('personne@ailleurs.example')
    await claire.getByRole('button', { name: 'Nommer la seconde personne' }).click()
    await expect(claire.getByRole('alert')).toContainText('Aucun membre des organisations de la mission n’a cette adresse')
    await expectAccessible(claire)
    await claire.getByRole('button', { name: 'Retirer la première personne' }).click()
    await expect(claire.getByRole('button', { name: 'Retirer la première personne' })).toBeHidden()
    await claire.getByLabel(/Première personne – /).fill('claire.aubanel@departement.demo')
    await claire.getByRole('button', { name: 'Nommer la première personne' }).click()
    await expect(claire.getByRole('button', { name: 'Retirer la première personne' })).toBeVisible()
    const passports = claire.url()

    const traveller = await visit({ ...phone, locale: 'en-GB' })
    await traveller.goto(await pageOfJoachim(house.databaseUrl))
    await expect(traveller.getByText('Claire Aubanel (Département des Bouches-du-Rhône)')).toBeVisible()
    await traveller.getByRole('textbox', { name: 'Passport number' }).fill('19 journey 42')
    await traveller.getByLabel('Date of expiry').fill('2001-01-01')
    await traveller.getByRole('button', { name: 'Entrust my passport' }).click()
    await expect(traveller.getByRole('alert')).toBeVisible()
    await traveller.getByLabel('Country that issued it').selectOption('FR')
    await traveller.getByLabel('Date of expiry').fill(`${new Date().getUTCFullYear() + 4}-01-31`)
    await expectAccessible(traveller)
    await traveller.getByRole('button', { name: 'Entrust my passport' }).click()
    await expect(traveller.getByRole('button', { name: 'Erase my passport' })).toBeVisible()
    expect(await traveller.content()).not.toMatch(/19 ?journey ?42/i)
    expect(await traveller.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
      0,
    )

    const mehdi = await as('mehdi')
    expect((await mehdi.goto(passports))?.status()).toBe(403)
    await claire.goto(passports)
    await claire.getByRole('button', { name: 'Lire le passeport de Joachim Exemple-Accepté' }).click()
    await expect(claire.getByText('19JOURNEY42')).toBeVisible()
    await expectAccessible(claire)
    await traveller.reload()
    await expect(traveller.getByText('Claire Aubanel (Département des Bouches-du-Rhône), on screen')).toBeVisible()

    await openRoom(claire, 'Hambourg')
    await claire.getByRole('link', { name: 'Gel et demandes' }).click()
    await claire.getByLabel('Gelée après le').fill('2020-01-01')
    await claire.getByRole('button', { name: 'Fixer la date' }).click()
    await expect(claire.getByText('La délégation est gelée.', { exact: false })).toBeVisible()
    await traveller.reload()
    await traveller.getByRole('textbox', { name: 'Given name' }).fill('Joachim-Marie')
    await traveller.getByRole('button', { name: 'Ask for the correction' }).click()
    await expect(traveller.getByText('Waiting', { exact: false }).first()).toBeVisible()
    await expectAccessible(traveller)
    await claire.reload()
    await expect(claire.getByRole('row', { name: /Prénom Joachim Joachim-Marie/ })).toBeVisible()
    const refusal = claire
      .locator('form')
      .filter({ has: claire.getByRole('button', { name: 'Refuser la demande sur Joachim Exemple-Accepté' }) })
    await refusal.getByRole('textbox', { name: 'Motif du refus' }).fill('Fictif : la liste est imprimée')
    await expectAccessible(claire)
    await claire.getByRole('button', { name: 'Refuser la demande sur Joachim Exemple-Accepté' }).click()
    await expect(claire.getByText('Une demande attend.')).toBeVisible()
    await traveller.reload()
    await expect(traveller.getByText('Fictif : la liste est imprimée', { exact: false })).toBeVisible()

    await claire.getByLabel('Gelée après le').fill('')
    await claire.getByRole('button', { name: 'Fixer la date' }).click()
    await expect(claire.getByText('La délégation reste ouverte aux modifications.')).toBeVisible()
    await traveller.goto(traveller.url())
    await traveller.getByRole('button', { name: 'Erase my passport' }).click()
    await expect(traveller.getByRole('button', { name: 'Entrust my passport' })).toBeVisible()
  })
})

/** The page of somebody of the demonstration who has a place at Hamburg: its secret is computed from that of the house. */
async function pageOfJoachim(databaseUrl: string): Promise<string> {
  const { rows } = await withOwner(databaseUrl, (owner) =>
    owner.query<{ id: string; turn: number }>(
      `select id, secret_turn as turn from registration.application where given_name = 'Joachim' and state = 'approved'`,
    ),
  )
  const [row] = rows
  return pagePath(pageSecret(testEnvironment.ESCALE_SECRET, row?.id ?? '', row?.turn))
}

/** An address that a relay is given, as the officer reads it once. */
async function relayLink(page: Page, mission: string, name: string): Promise<string> {
  await openRoom(page, mission)
  await page.getByRole('link', { name: 'Liens d’inscription' }).click()
  const relay = page.getByRole('region', { name: 'Un lien pour un relais' })
  await relay.getByRole('textbox', { name: 'Organisation' }).fill(name)
  await relay.getByRole('button', { name: 'Créer le lien' }).click()
  const link = page.getByRole('textbox', { name: 'Lien d’inscription' })
  await expect(link).toBeVisible()
  await expectAccessible(page)
  return new URL(await link.inputValue()).pathname
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
