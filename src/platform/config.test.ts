import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const linesOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.lines
    throw error
  }
  return []
}

test('nothing needs to be set', () => {
  expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', ESCALE_DATA: '.escale', ESCALE_DEMO: true, TRUST_PROXY: false })
})

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
})

test('every wrong value is named at once', () => {
  const lines = linesOf({ PORT: 'harbour', ESCALE_DEMO: 'yes', ESCALE_SECRET: 'short', SMTP_URL: 'mail.example.org' })

  expect(lines.map((line) => line.split(':')[0])).toEqual(['PORT', 'ESCALE_DEMO', 'ESCALE_SECRET', 'SMTP_URL'])
})

test.each([
  ['S3_ENDPOINT', 'https://s3.example.org', ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']],
  ['OIDC_ISSUER', 'https://idp.example.org', ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
  ['DATABASE_WEB_URL', 'postgres://web@db.example.org/escale', ['DATABASE_URL']],
])('%s asks for its companions by name', (name, value, companions) => {
  expect(linesOf({ [name]: value })).toEqual(companions.map((companion) => `${companion} is needed when ${name} is set`))
})
