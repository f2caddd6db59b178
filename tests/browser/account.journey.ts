import type { Page } from '@playwright/test'
import { plugAuthenticator, totpOf } from './authenticator.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { invite, newcomer } from './newcomer.ts'
import { newMission } from './new-mission.ts'

test('une invitation se prend une fois, par la personne invitée', async ({ as, visit }) => {
  const link = await invite({ as }, 'anselme.gardanne@departement.example')
  const page = await visit()
  await page.goto(link)
  await expect(page.getByText('anselme.gardanne@departement.example')).toBeVisible()
  await expectAccessible(page)
  const colleague = await as('mehdi')
  await colleague.goto(link)
  await expect(colleague.getByText('qui n’est pas l’adresse invitée')).toBeVisible()

  await page.getByRole('textbox', { name: 'Prénom et nom' }).fill('Anselme Gardanne')
  await page.getByRole('button', { name: 'Créer mon compte et rejoindre' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Bonjour Anselme' })).toBeVisible()
  await expect(page.getByRole('strong').filter({ hasText: 'Département des Bouches-du-Rhône' })).toBeVisible()
  await expectAccessible(page)
  const other = await visit()
  const response = await other.goto(link)
  expect(response?.status()).toBe(410)
  await expect(other.getByText('Elle a déjà été acceptée.')).toBeVisible()
  await expectAccessible(other)
})

test('un rôle donné ou repris vaut dès la demande suivante', async ({ as, visit }) => {
  const { page, email } = await newcomer({ as, visit }, 'Blanche Peynier')
  expect((await page.goto('/missions/nouvelle'))?.status()).toBe(403)
  await expect(page.getByText('Votre rôle ne permet pas cette action')).toBeVisible()
  await expectAccessible(page)

  await setRole(await as('claire'), email, 'Relations internationales', true)
  await newMission(page, 'Mission de Blanche')
  await setRole(await as('claire'), email, 'Relations internationales', false)

  await page.getByRole('link', { name: 'Modifier', exact: true }).click()
  await expect(page.getByText('Votre rôle ne permet pas cette action')).toBeVisible()
})

test('un code reçu par e-mail ouvre la porte, une fois', async ({ as, visit }) => {
  const { email } = await newcomer({ as, visit }, 'Camille Lambesc')
  const page = await visit()
  await page.goto('/missions')
  await page.getByRole('textbox', { name: 'Adresse e-mail professionnelle' }).fill(email)
  await page.getByRole('button', { name: 'Recevoir un code' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre code' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Code à six chiffres' }).fill('12')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByText('Le code compte six chiffres.').first()).toBeVisible()

  const code = await codeSentTo(await as('claire'), email)
  await page.getByRole('textbox', { name: 'Code à six chiffres' }).fill(code)
  await page.getByRole('button', { name: 'Se connecter' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Missions' })).toBeVisible()
  const thief = await visit()
  await thief.goto('/connexion')
  await thief.getByRole('textbox', { name: 'Adresse e-mail professionnelle' }).fill(email)
  await thief.getByRole('button', { name: 'Recevoir un code' }).click()
  await thief.getByRole('textbox', { name: 'Code à six chiffres' }).fill(code)
  await thief.getByRole('button', { name: 'Se connecter' }).click()
  await expect(thief.getByText('Ce code n’est pas le bon').first()).toBeVisible()
})

test('un mot de passe se définit, s’emploie, et la sortie ferme la porte', async ({ as, visit }) => {
  const { page, email, name } = await newcomer({ as, visit }, 'Dorine Meyrargues')
  await page.goto('/compte')
  await expectAccessible(page)
  await page.getByLabel('Nouveau mot de passe').fill('soleil')
  await page.getByRole('button', { name: 'Définir le mot de passe' }).click()
  await expect(page.getByText('Trop court : il faut au moins 12 caractères.').first()).toBeVisible()
  await page.getByLabel('Nouveau mot de passe').fill('Sept-Lavandes-Bleues-42')
  await page.getByRole('button', { name: 'Définir le mot de passe' }).click()
  await expect(page.getByText('Un mot de passe est défini.')).toBeVisible()
  const before = await page.context().cookies()

  await page.getByRole('button', { name: 'Se déconnecter' }).click()

  await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible()
  await page.context().addCookies(before)
  await page.goto('/compte')
  await expect(page.getByRole('heading', { level: 1, name: 'Se connecter' })).toBeVisible()
  await enterPassword(page, email, 'Sept-Lavandes-Bleues-43')
  await expect(page.getByText('Cette adresse et ce mot de passe ne vont pas ensemble.').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Mot de passe').fill('Sept-Lavandes-Bleues-42')
  await page.getByRole('button', { name: 'Se connecter avec le mot de passe' }).click()
  await expect(page.getByRole('link', { name })).toBeVisible()
})

test('une clé d’accès remplace tout le reste', async ({ as, visit }) => {
  const { page } = await newcomer({ as, visit }, 'Eloi Puyricard')
  await plugAuthenticator(page)
  await page.goto('/compte')
  await page.getByRole('textbox', { name: 'Nom de cette clé' }).fill('Téléphone de service')
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click()
  await expect(page.getByRole('button', { name: 'Retirer la clé d’accès Téléphone de service' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible()

  await page.goto('/connexion')
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Bonjour Eloi' })).toBeVisible()
})

test('la langue choisie suit le compte d’un navigateur à l’autre', async ({ as, visit }) => {
  const { page, email } = await newcomer({ as, visit }, 'Flore Rousset')
  await page.goto('/compte')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible()
  await page.getByLabel('New password').fill('Sept-Lavandes-Bleues-42')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('A password is set.')).toBeVisible()

  const elsewhere = await visit()
  await elsewhere.goto('/connexion')
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'fr')
  await enterPassword(elsewhere, email, 'Sept-Lavandes-Bleues-42')

  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Hello Flore' })).toBeVisible()
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en')
})

test('une installation vide se fonde depuis sa première page, et son administratrice prend un second facteur', async ({ ownHouse }) => {
  const house = await ownHouse({ database: 'empty', env: { ESCALE_DEMO: '0' } })
  const page = await house.visit()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Première utilisation' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Prénom et nom' }).fill('Garance Istres')
  await page.getByRole('textbox', { name: 'Adresse e-mail professionnelle' }).fill('garance@istres.example')
  await page.getByLabel('Mot de passe').fill('soleil')
  await page.getByRole('textbox', { name: 'Nom officiel' }).fill('Ville d’Istres-sur-Mer')
  await page.getByRole('button', { name: 'Créer et commencer' }).click()
  await expect(page.getByText('Trop court : il faut au moins 12 caractères.').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Nom officiel' })).toHaveValue('Ville d’Istres-sur-Mer')
  await page.getByLabel('Mot de passe').fill('Sept-Lavandes-Bleues-42')

  await page.getByRole('button', { name: 'Créer et commencer' }).click()

  await expect(page.getByText('Votre rôle d’administration l’exige')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Votre mot de passe actuel').fill('Sept-Lavandes-Bleues-42')
  await page.getByRole('button', { name: 'Commencer' }).click()
  await expect(page.getByRole('heading', { name: '3. Vérifiez' })).toBeVisible()
  await expectAccessible(page)
  const key = await page.getByRole('textbox', { name: 'Clé à saisir' }).inputValue()
  await page.getByRole('textbox', { name: 'Code affiché par l’application' }).fill(totpOf(key))
  await page.getByRole('button', { name: 'Activer le second facteur' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bonjour Garance' })).toBeVisible()
  await page.goto('/missions')
  await expect(page.getByText('Aucune mission pour l’instant')).toBeVisible()
  await expectAccessible(page)
  expect((await page.goto('/premiere-utilisation'))?.url()).toBe(`${house.url}/`)
  expect(await page.locator('body').innerText()).not.toContain('Démonstration')
})

test('tout se fait au clavier : entrer, sauter au contenu, créer une mission', async ({ visit }) => {
  const page = await visit()
  await page.goto('/connexion')
  await tabTo(page, 'Entrer en tant que Claire Aubanel')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Bonjour Claire' })).toBeVisible()
  await page.goto('/missions')

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await tabTo(page, 'Nouvelle mission')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Nouvelle mission' })).toBeVisible()
  await tabTo(page, 'Titre (obligatoire)')
  await page.keyboard.type('Mission sans souris')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mission sans souris' })).toBeVisible()
})

async function setRole(claire: Page, email: string, role: string, isHeld: boolean): Promise<void> {
  await claire.goto('/reglages/membres')
  await claire.getByRole('row').filter({ hasText: email }).getByRole('button', { name: 'Modifier' }).click()
  const dialog = claire.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: role }).setChecked(isHeld)
  await expectAccessible(claire)
  await dialog.getByRole('button', { name: 'Enregistrer les rôles' }).click()
  await expect(claire.getByText('C’est enregistré.')).toBeVisible()
}

/** Without a mail server, the page of messages shows what would have been sent. */
async function codeSentTo(claire: Page, email: string): Promise<string> {
  await claire.goto('/reglages/messages')
  const message = claire.getByRole('region').filter({ hasText: email }).filter({ hasText: 'Votre code de connexion' }).first()
  await expectAccessible(claire)
  return /\b\d{6}\b/.exec(await message.innerText())?.[0] ?? ''
}

async function enterPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Adresse e-mail professionnelle' }).fill(email)
  await page.getByText('J’ai un mot de passe').click()
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Se connecter avec le mot de passe' }).click()
}

/** Presses Tab until the focus is on what has this name; wherever the focus passes, it is seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    await expectVisibleFocus(page)
    if ((await focused.count()) === 1 && (await nameOf(page)) === name) return
  }
  throw new Error(`80 presses of Tab did not reach « ${name} »`)
}

function nameOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  })
}

/** The place of the focus is drawn: an outline or a shadow, on something of some size (WCAG 2.4.7). */
async function expectVisibleFocus(page: Page): Promise<void> {
  const mark = await page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return 'nothing has the focus'
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    const isDrawn = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    return isDrawn && width > 0 && height > 0 ? 'drawn' : `not drawn on ${element.outerHTML.slice(0, 120)}`
  })
  expect(mark).toBe('drawn')
}
