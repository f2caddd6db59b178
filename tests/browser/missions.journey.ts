import { expect, expectAccessible, test } from './fixtures.ts'

test.describe('la chargée de mission du Département', () => {
  test('ouvre une mission en moins de deux minutes, sans rien perdre quand elle se trompe', async ({ as }) => {
    const page = await as('claire')
    await page.goto('/missions')
    await page.getByRole('link', { name: 'Nouvelle mission' }).click()
    await page.getByLabel('Titre', { exact: false }).first().fill('Mission à Turin')
    await page.getByLabel('Objectifs, un par ligne').fill('Préparer un accord\nRencontrer la Ville')
    const leg = page.getByRole('group', { name: 'Étape 1' })
    await leg.getByLabel('Ville').fill('Turin')
    await leg.getByLabel('Du', { exact: true }).fill('2027-03-12')
    await leg.getByLabel('Au', { exact: true }).fill('2027-03-10')

    await page.getByRole('button', { name: 'Créer la mission' }).click()

    await expect(page.getByText('Cette étape finit avant de commencer').first()).toBeVisible()
    await expect(page.getByLabel('Titre', { exact: false }).first()).toHaveValue('Mission à Turin')
    await expect(leg.getByLabel('Ville')).toHaveValue('Turin')

    await leg.getByLabel('Au', { exact: true }).fill('2027-03-13')
    await page.getByRole('button', { name: 'Créer la mission' }).click()

    await expect(page.getByRole('heading', { level: 1, name: 'Mission à Turin' })).toBeVisible()
    await expect(page.getByText('Italie')).toBeVisible()
    await expect(page.getByText('C’est créé.')).toBeVisible()
    await expectAccessible(page)
  })

  test('voit le conflit, avec la différence, quand un autre onglet a enregistré avant elle', async ({ as }) => {
    const first = await as('claire')
    await first.goto('/missions')
    await first.getByRole('link', { name: 'Mission à Milan' }).click()
    await expect(first.getByRole('heading', { level: 1, name: 'Mission à Milan' })).toBeVisible()
    const address = `${first.url()}/modifier`
    const second = await first.context().newPage()
    await first.goto(address)
    await second.goto(address)
    await second.getByLabel('Objet, en une ou deux phrases').fill('Écrit dans le second onglet')
    await second.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(second.getByText('C’est enregistré.')).toBeVisible()

    await first.getByLabel('Objet, en une ou deux phrases').fill('Écrit dans le premier onglet')
    await first.getByRole('button', { name: 'Enregistrer' }).click()

    await expect(first.getByText('Quelqu’un a enregistré cette mission pendant que vous l’écriviez')).toBeVisible()
    await expect(first.getByRole('table').getByText('Écrit dans le second onglet')).toBeVisible()
    await expect(first.getByLabel('Objet, en une ou deux phrases')).toHaveValue('Écrit dans le premier onglet')
    await expectAccessible(first)

    await first.getByRole('button', { name: 'Enregistrer' }).click()

    await expect(first.getByText('C’est enregistré.')).toBeVisible()
  })

  test('n’ouvre qu’une mission en cliquant deux fois', async ({ as }) => {
    const page = await as('claire')
    await page.goto('/missions/nouvelle')
    await page.getByLabel('Titre', { exact: false }).first().fill('Mission cliquée deux fois')

    await page.getByRole('button', { name: 'Créer la mission' }).dblclick()

    await expect(page.getByRole('heading', { level: 1, name: 'Mission cliquée deux fois' })).toBeVisible()
    await page.goto('/missions?q=cliqu%C3%A9e')
    await expect(page.getByRole('link', { name: 'Mission cliquée deux fois' })).toHaveCount(1)
  })

  test('crée une mission sans JavaScript', async ({ as }) => {
    const page = await as('claire', { javaScriptEnabled: false })
    await page.goto('/missions/nouvelle')
    await page.getByRole('button', { name: 'Créer la mission' }).click()

    await expect(page.getByText('À remplir').first()).toBeVisible()

    await page.getByLabel('Titre', { exact: false }).first().fill('Mission sans script')
    await page.getByRole('button', { name: 'Créer la mission' }).click()

    await expect(page.getByRole('heading', { level: 1, name: 'Mission sans script' })).toBeVisible()
  })
})
