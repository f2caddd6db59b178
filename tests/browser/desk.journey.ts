import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

const atNine = (page: Page) => page.getByRole('region', { name: 'De 9 h à 9 h 20' })

test('l’accueil, sur un téléphone, continue sans réseau : tout part ensuite une fois, dans l’ordre, et un refus est expliqué', async ({
  ownHouse,
}) => {
  // Nobody has come yet, and nothing was said: whatever other journeys, or a walk that stopped half-way, did.
  const { as } = await ownHouse()
  const page = await as('lucie')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.addInitScript(seeCode, 'AAAABBBBCCCCDDDD')
  await openDesk(page)
  await expect(atNine(page).getByText(/^6 rendez-vous, 0 personne arrivée sur 12$/)).toBeVisible()
  await expectAccessible(page)

  await page.context().setOffline(true)
  await expect(page.getByText('Sans réseau : continuez.')).toBeVisible()
  await atNine(page)
    .getByRole('button', { name: /^Est là/ })
    .first()
    .click()
  await expect(atNine(page).getByText(/1 personne arrivée sur 12$/)).toBeVisible()
  const walkIn = page.getByRole('region', { name: 'Rendez-vous impromptu' })
  await walkIn.getByLabel('Une entreprise').selectOption({ label: 'Belsunce Logiciels' })
  await walkIn.getByLabel('et une autre').selectOption({ label: 'Massalia Réseaux' })
  await walkIn.getByRole('button', { name: 'Proposer' }).click()
  await expect(walkIn.getByText('De 9 h à 9 h 20, Table 7')).toBeVisible()
  await walkIn.getByRole('button', { name: 'Tenir ce rendez-vous' }).click()
  await tellOfNext(page, 'S’est tenu')
  await expect(page.getByText('3 actions attendent le réseau.')).toBeVisible()
  await expect(nextMeeting(page).getByText('Le rendez-vous s’est tenu.')).toBeVisible()
  await expect(atNine(page).getByText(/^7 rendez-vous/)).toBeVisible()
  await expectAccessible(page)

  const colleague = await as('claire')
  await openDesk(colleague)
  const table = atNine(colleague).getByRole('listitem').filter({ hasText: 'Table 1' }).first()
  await table.getByText('Changer', { exact: true }).click()
  await table.getByLabel('Autre lieu libre').selectOption({ label: 'Table 7' })
  await table.getByRole('button', { name: 'Changer de lieu' }).click()
  await expect(atNine(colleague).getByRole('heading', { name: /^Table 7/ })).toBeVisible()
  await tellOfNext(colleague, 'Nous ne sommes pas venus')
  await expect(nextMeeting(colleague).getByText(/n’est pas venu\.$/)).toBeVisible()

  await page.context().setOffline(false)
  await expect(page.getByText(/Rendez-vous impromptu.*ce lieu a été pris entre-temps à cette heure\./)).toBeVisible()
  await expect(page.getByText(/attendent? le réseau/)).toBeHidden()
  await expect(atNine(page).getByText(/^6 rendez-vous, 1 personne arrivée sur 12$/)).toBeVisible()
  await expectAccessible(page)
  await putAway(page, 'Rendez-vous impromptu')
  await page.getByRole('button', { name: 'Lire avec l’appareil photo' }).click()
  const read = page.getByText('Badge lu, AAAABBBBCCCCDDDD : ce code n’est celui d’aucun badge de la mission.')
  await expect(read).toBeVisible()
  await expect(page.getByText('Ce code est déjà lu et compte une fois : présentez le suivant.')).toBeVisible()
  // The page hangs for longer than a code may be out of sight: the badge that stayed is still one reading.
  await page.evaluate(hang, 5000)
  await expectAccessible(page)
  await expect(read).toHaveCount(1)
  await page.getByRole('button', { name: 'Arrêter l’appareil photo' }).click()
  await putAway(page, 'Badge lu')
  await expect(page.getByText(/^Claire .* a dit\s: Nous ne sommes pas venus/)).toBeVisible()
  await expect(page.getByText('Vous avez dit : S’est tenu, Devis.')).toBeVisible()
  const isKept = page.waitForResponse((response) => response.url().endsWith('/envoi') && response.ok())
  await page.getByRole('button', { name: /^Enregistrer ce que j’ai dit/ }).click()
  await isKept
  await expect(page.getByText('Refusé entre-temps')).toBeHidden()
  await colleague.reload()
  await expect(nextMeeting(colleague).getByText('Le rendez-vous s’est tenu.')).toBeVisible()
  await expect(atNine(colleague).getByText(/^6 rendez-vous, 1 personne arrivée sur 12$/)).toBeVisible()
})

async function putAway(page: Page, what: string) {
  await page.getByRole('listitem').filter({ hasText: what }).getByRole('button', { name: 'Compris' }).click()
}

/** A browser that reads codes, before whose camera one stays: a machine that runs tests has neither. */
function seeCode(code: string) {
  const detector = class {
    static getSupportedFormats = () => Promise.resolve(['qr_code'])
    detect = () => Promise.resolve([{ rawValue: code }])
  }
  Object.assign(globalThis, { BarcodeDetector: detector })
  navigator.mediaDevices.getUserMedia = () => {
    const canvas = document.createElement('canvas')
    canvas.getContext('2d')
    return Promise.resolve(canvas.captureStream())
  }
}

/** A device that is busy elsewhere. */
function hang(milliseconds: number) {
  for (const until = performance.now() + milliseconds; performance.now() < until;);
}

/** The first meeting of the slot after the one shown, of which nobody has said anything. */
const nextMeeting = (page: Page) =>
  page
    .getByRole('region', { name: /^Ensuite/ })
    .getByRole('listitem')
    .first()

async function tellOfNext(page: Page, state: string) {
  const side = nextMeeting(page).locator('details', { hasText: 'Ce que dit' }).first()
  await side.getByText(/^Ce que dit/).click()
  await side.getByLabel(state).check()
  await side.getByLabel('La suite').selectOption({ label: 'Devis' })
  await side.getByRole('button', { name: /^Enregistrer pour/ }).click()
}

async function openDesk(page: Page) {
  await page.goto('/missions')
  await page.getByRole('link', { name: /Miami/ }).first().click()
  await page.getByRole('navigation', { name: 'Parties de la mission' }).getByRole('link', { name: 'Rendez-vous', exact: true }).click()
  await page.getByRole('link', { name: 'Rendez-vous d’affaires de Miami' }).click()
  await page.getByRole('navigation', { name: 'Parties de l’événement' }).getByRole('link', { name: 'Sur place' }).click()
  await expect(page.getByRole('heading', { name: 'Sur place', level: 1 })).toBeVisible()
}

test('after a meeting, one side tells in English what came of it, and keeps a note that nobody else reads', async ({ as }) => {
  const page = await as('claire')
  await openDesk(page)
  await page
    .getByRole('link', { name: /^Compte rendu/ })
    .last()
    .click()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByText('Nobody has said yet.')).toBeVisible()
  await expectAccessible(page)

  const side = page.getByRole('region', { name: /^What .* says$/ }).first()
  await side.getByLabel('Was held').check()
  await side.getByLabel('What comes next').selectOption({ label: 'A quote' })
  await side.getByRole('button', { name: /^Save for/ }).click()
  await expect(page.getByText('The meeting was held.', { exact: true })).toBeVisible()
  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('To be followed closely')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await expect(page.getByText(/^Written by/)).toBeVisible()
  await expectAccessible(page)
  const address = page.url()
  // A language is kept with the account, which other journeys share.
  await page.getByRole('button', { name: 'Français' }).click()
  await expect(page.getByText('Le rendez-vous s’est tenu.', { exact: true })).toBeVisible()

  const colleague = await as('lucie')
  await colleague.goto(address)
  await expect(colleague.getByText('Le rendez-vous s’est tenu.', { exact: true })).toBeVisible()
  await expect(colleague.getByText('To be followed closely')).toBeHidden()
})
