import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

const instance = fileURLToPath(new URL('../../engine/bench/instances/published/tic-12.json', import.meta.url))

test('l’organisatrice importe une instance, la planifie, lit le verdict, déplace à la main et dit un imprévu', async ({ as }) => {
  const page = await as('lucie')
  await openMeetings(page)
  await page.getByRole('link', { name: 'Importer une instance publiée' }).click()
  await expect(page.getByRole('heading', { name: 'Importer une instance publiée' })).toBeVisible()
  await page.getByRole('button', { name: 'Ouvrir l’événement' }).click()
  await expect(page.getByRole('alert')).toContainText('Ce fichier n’est pas du JSON')
  await expectAccessible(page)
  await page.getByLabel('Fichier JSON de l’instance').setInputFiles(instance)
  await page.getByRole('button', { name: 'Ouvrir l’événement' }).click()
  await expect(page.getByText('tic-12')).toBeVisible()

  await page.getByLabel('Tours').fill('4')
  await page.getByRole('button', { name: 'Lancer le calcul' }).click()
  await planIsMade(page)
  await expect(page.getByText('125 sur 125')).toBeVisible()
  await expect(page.getByText('Toutes les règles sont tenues, et chaque critère recompté donne le même chiffre.')).toBeVisible()
  await expect(page.getByText('125 rencontres changent')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Appliquer ce planning' }).click()
  await expect(page.getByRole('heading', { name: /Tableau du/ })).toBeVisible()
  await expectAccessible(page)

  // Somebody else looks at the same board.
  const claire = await as('claire')
  await claire.goto(page.url())
  await expect(claire.getByRole('heading', { name: /Tableau du/ })).toBeVisible()

  await page
    .getByRole('link', { name: /^Déplacer/ })
    .first()
    .focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByText('Pas à cet endroit')).toBeVisible()
  await expect(page.getByText(/reçoit déjà la rencontre de Participant/)).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Lieu').selectOption({ label: 'Table 21' })
  await page.getByRole('button', { name: 'Voir ce que cela change' }).click()
  await expect(page.getByText('Personne d’autre n’est touché.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Déplacer la rencontre' })).toBeVisible()
  const preview = page.url()
  await claire.bringToFront()
  await page.getByRole('button', { name: 'Déplacer la rencontre' }).click()
  await expect(page.getByRole('heading', { name: /Tableau du/ })).toBeVisible()
  await expect(claire.getByText('Quelqu’un vient de changer une rencontre du tableau.')).toBeVisible({ timeout: 20_000 })

  await page.goto(preview)
  await page.getByRole('button', { name: 'Retirer du tableau' }).click()
  await expect(page.getByRole('link', { name: /^Placer/ })).toHaveCount(1)

  await page.getByRole('link', { name: 'Plannings' }).click()
  await page.getByRole('link', { name: 'Un imprévu ?' }).click()
  await page.getByLabel('Qui ou quoi').selectOption({ label: 'Table 1' })
  await page.getByRole('button', { name: 'Choisir' }).click()
  await page.getByRole('checkbox').nth(1).check()
  await page.getByRole('button', { name: 'Enregistrer les absences' }).click()
  await expect(page.getByText('Une règle n’est plus tenue')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Replanifier' }).click()
  await expect(page.getByRole('heading', { name: 'Calcul 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Arrêter le calcul' }).click()
  await expect(page.getByText('arrêté')).toBeVisible()
  await page.getByRole('link', { name: 'Tableau' }).click()
  await page.getByRole('link', { name: 'Feuilles à imprimer' }).click()
  await page.getByRole('link', { name: 'Par jour' }).click()
  await expect(page.getByRole('heading', { name: /2017$/ })).toBeVisible()
  await expectAccessible(page)
})

test('sans script, une rencontre se déplace en deux pages, et une place prise est refusée avec ses raisons', async ({ as }) => {
  const page = await as('lucie', { javaScriptEnabled: false })
  await openMeetings(page)
  await page.getByRole('link', { name: 'Rendez-vous d’affaires de Miami' }).click()
  await page.getByRole('link', { name: 'Tableau' }).click()
  await page.getByRole('link', { name: /^Déplacer : Câbles du Prado et Mangrove Systems/ }).click()
  await page.getByLabel('Lieu').selectOption({ label: 'Table 2' })
  await page.getByRole('button', { name: 'Voir ce que cela change' }).click()
  await expect(page.getByText(/^Table 2 reçoit déjà la rencontre de/)).toBeVisible()
  await page.getByLabel('Lieu').selectOption({ label: 'Table 9' })
  await page.getByRole('button', { name: 'Voir ce que cela change' }).click()
  await expect(page.getByText('Personne d’autre n’est touché.')).toBeVisible()
  await page
    .getByRole('checkbox', { name: /Prévenir/ })
    .first()
    .uncheck()
  await page.getByRole('button', { name: 'Déplacer la rencontre' }).click()
  await expect(page.getByRole('heading', { name: /Tableau du mardi 7 novembre/ })).toBeVisible()
  await expect(page.getByText('C’est enregistré.')).toBeVisible()
})

async function openMeetings(page: Page) {
  await page.goto('/missions')
  await page.getByRole('link', { name: /Miami/ }).first().click()
  await page.getByRole('navigation', { name: 'Parties de la mission' }).getByRole('link', { name: 'Rendez-vous', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Rendez-vous d’affaires' })).toBeVisible()
}

/** The page of a run is looked at again until its plan is there. */
async function planIsMade(page: Page) {
  await expect(page.getByRole('heading', { name: /^Calcul \d+$/ })).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Vérification' })).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 90_000 })
}
