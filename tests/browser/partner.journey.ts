import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

test.describe('la chargée de mission de Marseille, à Miami', () => {
  test('voit la mission entière, et seulement son propre argent', async ({ as }) => {
    const page = await as('lucie')
    await openMission(page, 'Mission collective à Miami')
    await expect(page.getByRole('definition').filter({ hasText: '7 529,00 €' })).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('link', { name: 'Dépenses', exact: true }).click()

    await expect(page.getByRole('row', { name: /^Total de votre organisation/ })).toContainText('7 529,00 €')
    await expect(page.getByText('Wynwood Hall')).toBeVisible()
    expect(await page.content()).not.toMatch(/Biscayne Court Hotel|13355852|133\s558,52/)
    await page.getByRole('link', { name: 'Délégation', exact: true }).click()
    await expect(page.getByText('Jean-Claude Gaudin').first()).toBeVisible()
    await expect(page.getByText('Roland Escoffier-Blanc').first()).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Programme', exact: true }).click()
    await page.getByRole('link', { name: 'Liste', exact: true }).click()
    const moments = page.getByRole('table', { name: 'Moments du programme, dans l’ordre' })
    await expect(moments.getByRole('row', { name: /Table ronde : / })).toHaveCount(3)
    await expect(moments.getByRole('row').nth(20)).toBeVisible()
    await page.goto('/actes')
    await expect(page.getByText('Aucun acte pour l’instant')).toBeVisible()
    await expectAccessible(page)
  })

  test('inscrit un membre, que le Département voit sans ses coordonnées', async ({ as }) => {
    const page = await as('lucie')
    await openMission(page, 'Mission collective à Miami')
    await page.getByRole('link', { name: 'Délégation', exact: true }).click()
    await page.getByRole('link', { name: 'Inscrire un membre' }).click()
    await page.getByRole('textbox', { name: 'Prénom' }).fill('Honorine')
    await page.getByRole('textbox', { name: /^Nom \(/ }).fill('Cassis-Panier')
    await page.getByRole('combobox', { name: 'Catégorie' }).selectOption('Entreprise')
    await page.getByRole('textbox', { name: 'Téléphone' }).fill('06 12 34 56 78')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Inscrire', exact: true }).click()

    await expect(page.getByText('Nommez l’entreprise que cette personne représente').first()).toBeVisible()
    await expectAccessible(page)
    await expect(page.getByRole('textbox', { name: 'Prénom' })).toHaveValue('Honorine')

    await page.getByRole('combobox', { name: 'Organisation représentée' }).fill('Savonnerie du Panier')
    await page.getByRole('button', { name: 'Inscrire', exact: true }).click()

    await page.getByRole('link', { name: 'Honorine Cassis-Panier' }).click()
    await expect(page.getByRole('heading', { name: 'Honorine Cassis-Panier' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Téléphone' })).toHaveValue(/^\+33\s?6/)
    await expectAccessible(page)
    const colleague = await as('claire')
    await colleague.goto(page.url())
    await expect(colleague.getByText('Savonnerie du Panier').first()).toBeVisible()
    expect(await colleague.content()).not.toMatch(/12\s?34\s?56\s?78/)
  })

  test('prépare sa part, que le Département ne lit pas', async ({ as }) => {
    const page = await as('lucie')
    await openMission(page, 'Mission collective à Miami')
    await page.getByRole('link', { name: 'Notre part' }).click()
    await page.getByRole('textbox', { name: 'Texte', exact: true }).fill('Marseille a tenu une table ronde sur le port intelligent.')
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Enregistrer le récit' }).click()

    await expect(page.getByText('C’est enregistré.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Texte', exact: true })).toHaveValue(/port intelligent/)
    const colleague = await as('claire')
    await colleague.goto(page.url())
    await expect(colleague.getByRole('textbox', { name: 'Texte', exact: true })).toHaveValue(/volet touristique/)
    await expect(colleague.getByRole('main')).not.toContainText('port intelligent')
  })
})

test.describe('la ville de Gênes, en anglais', () => {
  test('lit dans sa langue la mission dont elle est hôte, et ce qui n’est pas traduit est marqué', async ({ as }) => {
    const page = await as('giulia')
    await page.goto('/missions')
    await expect(page.getByRole('heading', { level: 1, name: 'Missions' })).toBeVisible()
    await expect(page.getByRole('link', { name: /Miami/ })).toHaveCount(0)
    await expectAccessible(page)

    await openMission(page, 'Mission to Genoa')

    await expect(page.getByText('You act for')).toBeVisible()
    await expect(page.getByText('19–20 October 2017').first()).toBeVisible()
    await expect(page.getByText('Carry out the institutional cooperation agreements')).toBeVisible()
    const themes = page.getByRole('definition').filter({ hasText: 'Réparation navale' })
    await expect(themes).toContainText('Réparation navale not translated yet')
    await expect(themes.getByText('Réparation navale', { exact: true })).toHaveAttribute('lang', 'fr')
    await expectAccessible(page)
  })

  test('inscrit ses propres gens', async ({ as }) => {
    const page = await as('giulia')
    await openMission(page, 'Mission to Genoa')
    await page.getByRole('link', { name: 'Delegation', exact: true }).click()
    await expect(page.getByText('Your delegation is empty').or(page.getByText('Bartolomeo Sampierdarena')).first()).toBeVisible()
    await page.getByRole('link', { name: 'Register a member' }).click()
    await page.getByRole('textbox', { name: 'First name' }).fill('Bartolomeo')
    await page.getByRole('textbox', { name: 'Family name' }).fill('Sampierdarena')
    await page.getByRole('combobox', { name: 'Category' }).selectOption('Staff')
    await page.getByRole('textbox', { name: 'Capacity in English' }).fill('Harbour office')
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Register', exact: true }).click()

    await expect(page.getByRole('table', { name: 'Members sent by Comune di Genova' })).toContainText('Harbour office')
    await expectAccessible(page)
    const colleague = await as('claire')
    await colleague.goto(new URL(page.url()).pathname)
    const sheet = colleague.getByRole('row', { name: /Bartolomeo Sampierdarena/ })
    await expect(sheet).toContainText('Harbour office pas encore traduit')
  })

  test('ne lit ni les coordonnées, ni les dépenses, ni les actes du Département', async ({ as }) => {
    const colleague = await as('claire')
    await openMission(colleague, 'Mission à Gênes')
    await colleague.getByRole('link', { name: 'Délégation', exact: true }).click()
    await colleague.getByRole('link', { name: 'Bastien Ollivary' }).click()
    await colleague.getByRole('textbox', { name: 'Notes' }).fill('Préfère le train')
    const sheet = new URL(colleague.url()).pathname
    await colleague.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(colleague.getByText('C’est enregistré.')).toBeVisible()
    await colleague.goto(sheet)
    await expect(colleague.getByRole('textbox', { name: 'Notes' })).toHaveValue('Préfère le train')

    const page = await as('giulia')
    await page.goto(sheet)
    await expect(page.getByText('International relations officer').first()).toBeVisible()
    expect(await page.content()).not.toContain('Préfère le train')
    await openMission(page, 'Mission to Genoa')
    await page.getByRole('link', { name: 'Expenses', exact: true }).click()
    await expect(page.getByText('No expense recorded', { exact: true })).toBeVisible()
    expect(await page.content()).not.toMatch(/Albergo della Lanterna|117787|1,177\.87/)
    await expectAccessible(page)
    await page.goto('/actes')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.content()).not.toContain('122.55')
  })

  test('trouve la même page devant l’adresse d’un autre et devant une adresse qui n’existe pas', async ({ as }) => {
    const colleague = await as('claire')
    await openMission(colleague, 'Mission collective à Miami')
    const mission = new URL(colleague.url()).pathname
    await colleague.goto('/actes')
    const act = (await colleague.getByRole('link', { name: /^Déplacements 2017/ }).getAttribute('href')) ?? ''
    const page = await as('giulia')

    for (const foreign of [mission, `${mission}/depenses`, `${mission}/delegation`, act]) {
      const [known, unknown] = [await whatStandsAt(page, foreign), await whatStandsAt(page, elsewhere(foreign))]
      expect(known).toEqual(unknown)
      expect(known).toMatchObject({ status: 404, title: 'There is nothing at this address' })
    }
    await expectAccessible(page)
    const files = [`${act}/rapport.pdf`, elsewhere(`${act}/rapport.pdf`)].map((path) => page.request.get(path))
    const [known, unknown] = await Promise.all(files)
    expect([known?.status(), await known?.text()]).toEqual([404, await unknown?.text()])
  })
})

/** An address of the same kind where there is nothing. */
function elsewhere(path: string): string {
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, crypto.randomUUID())
}

async function whatStandsAt(page: Page, path: string) {
  const response = await page.goto(path)
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  return { status: response?.status(), title, page: await page.getByRole('main').innerHTML(), tab: await page.title() }
}

async function openMission(page: Page, title: string): Promise<void> {
  await page.goto('/missions')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}
