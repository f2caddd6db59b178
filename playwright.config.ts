import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.journey.ts',
  globalSetup: './tests/browser/global-setup.ts',
  outputDir: '.escale/reports/browser',
  reporter: [['list'], ['json', { outputFile: '.escale/reports/browser.json' }]],
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { locale: 'fr-FR', timezoneId: 'Europe/Paris', trace: 'retain-on-failure' },
})
