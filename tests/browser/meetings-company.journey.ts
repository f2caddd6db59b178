import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { openCompany, openMiamiMeetings } from './miami-meetings.ts'

const company = 'Calanque Robotique'
const motive = 'Vos quais, nos capteurs (fictif)'
const regret = 'We buy from another maker already (fictitious)'

test('une entreprise dit qui elle veut rencontrer ; son hôte, sans compte ni script, répond en anglais par son lien, qui se coupe', async ({
  ownHouse,
}) => {
  test.slow()
  const { as, visit } = await ownHouse()
  const organiser = await as('lucie')
  await openWishes(organiser)

  const partner = await as('claire')
  await bringCompany(partner)
  await readReasons(partner)
  await wishWithinQuota(partner)
  await askForMassalia(organiser)
  const address = await invite(organiser)

  const host = await visit({ locale: 'en-GB', javaScriptEnabled: false })
  await host.goto(address)
  await answerRequests(host)
  await chooseSlot(host)
  await sayAway(host)
  const scripted = await visit({ locale: 'en-GB' })
  await scripted.goto(address)
  await expect(received(scripted, company)).toContainText('accepted')
  await expectAccessible(scripted)

  await readAnswers(partner, organiser)
  await cutLink(organiser, host, scripted, address)
})

/** The wishes of 2017 are closed: the organiser opens them again. */
async function openWishes(page: Page) {
  await openMiamiMeetings(page)
  await page.getByRole('navigation', { name: 'Parties de l’événement' }).getByRole('link', { name: 'Réglages' }).click()
  await page.getByLabel('Se ferment le').fill('2099-12-31')
  await page.getByRole('button', { name: 'Enregistrer les réglages' }).click()
  await expect(page.getByText('C’est enregistré.')).toBeVisible()
}

async function bringCompany(page: Page) {
  await openMiamiMeetings(page)
  await page.getByRole('link', { name: 'Ajouter un participant' }).click()
  await page.getByRole('textbox', { name: /^Nom/ }).fill(company)
  await page.getByLabel('Pays (deux lettres)').fill('FR')
  await page.getByLabel('Secteurs').fill('Numérique')
  await page.getByLabel('Offre').fill('logiciels')
  await page.getByLabel('Recherche').fill('distributeur')
  await page.getByLabel('Langues').fill('fr')
  await page.getByLabel('Demandes au plus').fill('2')
  await page.getByRole('button', { name: 'Enregistrer le profil' }).click()
  await expect(page.getByRole('heading', { name: company, exact: true })).toBeVisible()
}

async function readReasons(page: Page) {
  await expect(choice(page, 'Mangrove Systems')).toContainText(
    'propose ce que vous cherchez (distributeur) ; cherche ce que vous proposez (logiciels) ; même secteur (Numérique) ; aucune langue commune : un interprète viendra',
  )
  await expect(choice(page, 'Biscayne Cloud')).not.toContainText('aucune langue commune')
  await page.getByRole('link', { name: `Rapprochements conservés : ${company}` }).click()
  await expect(page.getByText(/^Calcul 1, le .*, lu par Claire Aubanel$/)).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await expect(page.getByText('Il reste 2 demandes sur 2.')).toBeVisible()
}

/** Three requests are one too many: nothing of what was typed is lost, and a « no, thank you » costs none. */
async function wishWithinQuota(page: Page) {
  await wish(page, 'Mangrove Systems', 'À rencontrer')
  await page.getByLabel('Motif pour Mangrove Systems').fill(motive)
  await wish(page, 'Sawgrass Software', 'Avec plaisir')
  await wish(page, 'Coral Key Data', 'Avec plaisir')
  await page.getByRole('button', { name: 'Enregistrer les souhaits' }).click()
  await expect(page.getByText(/^Toutes les demandes permises sont faites/).first()).toBeVisible()
  await expect(page.getByLabel('Motif pour Mangrove Systems')).toHaveValue(motive)
  await expectAccessible(page)
  await wish(page, 'Coral Key Data', 'Non merci')
  await page.getByRole('button', { name: 'Enregistrer les souhaits' }).click()
  await expect(page.getByText('Il reste 0 demande sur 2.')).toBeVisible()
  await expect(choice(page, 'Mangrove Systems')).toContainText('attend une réponse')
  await expectAccessible(page)
}

async function askForMassalia(page: Page) {
  await openCompany(page, 'Massalia Réseaux')
  await wish(page, 'Mangrove Systems', 'Avec plaisir')
  await page.getByRole('button', { name: 'Enregistrer les souhaits' }).click()
  await expect(page.getByText('Il reste 2 demandes sur 8.')).toBeVisible()
  await openCompany(page, 'Coral Key Data')
  await expect(page.getByRole('region', { name: 'Demandes reçues' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Demandes reçues' })).not.toContainText(company)
}

/** Three slots for a request, and the link by which the host answers; it is shown once. */
async function invite(page: Page): Promise<string> {
  await openCompany(page, 'Mangrove Systems')
  await page.getByText('Proposer trois créneaux pour Belsunce Logiciels').click()
  await page.getByRole('button', { name: 'Proposer ces trois créneaux' }).and(page.locator(':visible')).click()
  await expect(page.getByRole('group', { name: /^Créneau pour Belsunce Logiciels/ })).toBeVisible()
  await page.getByRole('button', { name: 'Faire un lien' }).click()
  return page.getByLabel('Adresse à envoyer').inputValue()
}

async function answerRequests(page: Page) {
  await expect(page.getByText('For Mangrove Systems')).toBeVisible()
  await expect(received(page, company)).toContainText(motive)
  await page.getByRole('button', { name: `Accept: ${company}` }).click()
  await expect(page.getByText(/^Saved\./)).toBeVisible()
  await expect(received(page, company)).toContainText('accepted')

  const massalia = received(page, 'Massalia Réseaux')
  await massalia.getByText('Decline: Massalia Réseaux').click()
  await massalia.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(massalia.getByRole('link', { name: 'Say in a few words why you decline.' })).toBeVisible()
  await massalia.getByLabel('Why you decline').fill(regret)
  await massalia.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(massalia).toContainText(`declined — ${regret}`)
}

async function chooseSlot(page: Page) {
  const slots = page.getByRole('group', { name: /^Slot for Belsunce Logiciels/ })
  await expect(slots.getByRole('radio')).toHaveCount(3)
  await slots.getByRole('radio').nth(1).check()
  await page.getByRole('button', { name: 'Choose this slot' }).click()
  await expect(page.getByText(/^Slot chosen: /)).toBeVisible()
}

async function sayAway(page: Page) {
  await lastSlot(page).check()
  await page.getByRole('button', { name: 'Save when they are away' }).click()
  await expect(page.getByText(/^Saved\./)).toBeVisible()
  await expect(lastSlot(page)).toBeChecked()
}

/** What each side then reads: the partner of its company, the organiser of those it brings. */
async function readAnswers(partner: Page, organiser: Page) {
  await openCompany(partner, company)
  await expect(choice(partner, 'Mangrove Systems')).toContainText('acceptée')
  await expect(choice(partner, 'Sawgrass Software')).toContainText('attend une réponse')
  await openCompany(organiser, 'Massalia Réseaux')
  await expect(choice(organiser, 'Mangrove Systems')).toContainText(`déclinée — ${regret}`)
  await expect(organiser.getByText('Il reste 3 demandes sur 8.')).toBeVisible()
  await openCompany(organiser, 'Mangrove Systems')
  await expect(organiser.getByText(/^Créneau choisi\s: /)).toBeVisible()
  await expect(organiser.getByText('absente à 1 créneau')).toBeVisible()
}

/** A page still open saves nothing any more; a link that is cut and one that is not whole say so, each in its words. */
async function cutLink(organiser: Page, host: Page, scripted: Page, address: string) {
  await organiser.getByRole('button', { name: 'Couper le lien' }).click()
  await expect(organiser.getByText('Aucun lien en cours.')).toBeVisible()
  await lastSlot(host).uncheck()
  await host.getByRole('button', { name: 'Save when they are away' }).click()
  await expect(host.getByRole('heading', { name: 'This link does not open any more' })).toBeVisible()
  await organiser.reload()
  await expect(organiser.getByText('absente à 1 créneau')).toBeVisible()

  expect((await host.goto(address))?.status()).toBe(410)
  await expect(host.getByText('It was replaced or ended. Ask whoever sent it for another.')).toBeVisible()
  expect((await host.goto(address.slice(0, -3)))?.status()).toBe(404)
  await expect(host.getByText('This is not the address of a link. Check that it is whole.')).toBeVisible()
  await scripted.reload()
  await expect(scripted.getByRole('heading', { name: 'This link does not open any more' })).toBeVisible()
  await expectAccessible(scripted)
}

async function wish(page: Page, name: string, degree: string) {
  await page
    .getByRole('group', { name: `Souhait pour ${name}` })
    .getByLabel(degree)
    .check()
}

const choice = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Qui rencontrer, et à quel point' }).getByRole('listitem').filter({ hasText: name })

const received = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Requests received' }).getByRole('listitem').filter({ hasText: name })

const lastSlot = (page: Page) =>
  page
    .getByRole('group', { name: /7 November 2017/ })
    .getByRole('checkbox')
    .last()
