import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.journey.ts',
  globalSetup: './tests/browser/global-setup.ts',
  outputDir: '.escale/reports/browser',
  reporter: [['list'], ['json', { outputFile: '.escale/reports/browser.json' }]],
  fullyParallel: false,
  workers: 2,
  // A journey that fails is walked once more from its beginning; one that then passes is reported as unsteady by name.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // A trace of every test costs a third of their time: to look into a failure, run its file with --trace on.
  use: { locale: 'fr-FR', timezoneId: 'Europe/Paris', trace: 'off' },
})
