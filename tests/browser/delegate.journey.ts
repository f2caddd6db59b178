import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { keptOnDevice, lastLink, openOn, phone } from './pocket-phone.ts'

const task = 'Réserver la navette de Montréal (fictif)'

test('un délégué de Nantes emporte Québec et Montréal, lit chaque ville sur sa pendule sans réseau, et dit ce qu’il a fait', async ({
  as,
  visit,
  house,
}) => {
  const officer = await as('loic')
  await officer.goto('/missions')
  await officer.getByRole('link', { name: 'Nantes à Québec et Montréal', exact: true }).click()
  await officer.waitForURL(/\/missions\/[\w-]+$/)
  const mission = officer.url()
  await travelOneself(officer)
  await officer.goto(`${mission}/taches`)
  await officer.getByRole('textbox', { name: /^Ce qu’il faut faire/ }).fill(task)
  await officer.getByRole('combobox', { name: /^Personne/ }).selectOption({ label: 'Loïc Savenay' })
  await officer.getByRole('radio', { name: /^Privée/ }).check()
  await officer.getByRole('button', { name: 'Écrire la tâche' }).click()
  await expect(officer.getByRole('row', { name: task })).toBeVisible()
  await officer.goto(`${mission}/poches`)
  await officer.getByRole('button', { name: 'Envoyer son lien à Loïc Savenay' }).click()
  await expect(officer.getByText('C’est envoyé.')).toBeVisible()

  const page = await visit(phone)
  await openOn(page, await lastLink(house.databaseUrl))
  await expect(page.getByText('Loïc Savenay · Nantes Saint-Nazaire')).toBeVisible()
  await readsBothCities(page)
  await expectAccessible(page)
  await keptOnDevice(page)

  await page.context().setOffline(true)
  await page.reload()
  await expect(page.getByText('Sans réseau : voici ce qui a été synchronisé.')).toBeVisible()
  await readsBothCities(page)
  await page.getByRole('button', { name: `Dire que c’est fait – ${task}` }).click()
  await expect(page.getByText('1 saisie attend le réseau')).toBeVisible()
  await expect(page.getByRole('button', { name: `Ce n’était pas fait – ${task}` })).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)

  await page.context().setOffline(false)
  await expect(page.getByRole('region', { name: 'Mes saisies' }).getByText('Envoyé')).toBeVisible()
  await officer.goto(`${mission}/taches`)
  await expect(officer.getByRole('button', { name: `Rouvrir : ${task}` })).toBeVisible()
})

/** Takes the place of the first colleague of the list, with the mailbox of one's account. */
async function travelOneself(officer: Page): Promise<void> {
  await officer.getByRole('link', { name: 'Délégation', exact: true }).click()
  await officer.getByRole('table', { name: 'Membres envoyés par Nantes Saint-Nazaire' }).getByRole('link').first().click()
  await officer.getByRole('textbox', { name: 'Prénom' }).fill('Loïc')
  await officer.getByRole('textbox', { name: /^Nom \(/ }).fill('Savenay')
  await officer.getByRole('textbox', { name: 'Adresse électronique' }).fill('loic.savenay@nantes-saint-nazaire.demo')
  await officer.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(officer.getByText('C’est enregistré.')).toBeVisible()
}

/** One moment of each leg, in the hours of its city though the phone is still on those of Paris, and none of other delegations. */
async function readsBothCities(page: Page): Promise<void> {
  const programme = page.getByRole('region', { name: 'Mon programme' })
  await expect(programme.getByText('Heures locales : heure de Montréal et Toronto').first()).toBeVisible()
  await expect(programme.getByRole('heading', { name: 'lundi 27 mai 2024' })).toBeVisible()
  const signing = programme.getByRole('listitem').filter({ hasText: 'Signature de la déclaration commune 2024–2025' })
  await expect(signing).toContainText('10 h – 11 h')
  await expect(signing).toContainText('Hôtel de ville de Québec')
  await expect(programme.getByRole('heading', { name: 'mardi 28 mai 2024' })).toBeVisible()
  const reception = programme.getByRole('listitem').filter({ hasText: 'Réception à l’hôtel de ville' })
  await expect(reception).toContainText('10 h – 11 h 30')
  await expect(reception).toContainText('Hôtel de ville de Montréal')
  await expect(programme).not.toContainText('Point presse des deux maires')
}
