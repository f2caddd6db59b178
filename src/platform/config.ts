import { z } from 'zod'
import { sealingKeysPattern } from './sealing.ts'

/**
 * The one place where the environment is read, once, at start. Every variable has a default that suits
 * `npm start` on one machine; a wrong value stops the start with a sentence that names the variable.
 */
const port = z.coerce.number().int().min(0).max(65535)
const url = z.url()
const flag = z.enum(['0', '1']).transform((value) => value === '1')

const shape = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  ESCALE_URL: url.optional(),
  ESCALE_DATA: z.string().min(1).default('.escale'),
  ESCALE_DEMO: flag.default(true),
  ESCALE_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  ESCALE_SEALING_KEYS: z
    .string()
    .trim()
    .regex(sealingKeysPattern, 'must be name:64 hexadecimal digits, the key that seals first')
    .optional(),
  ESCALE_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  DATABASE_URL: url.optional(),
  DATABASE_WEB_URL: url.optional(),
  DATABASE_AUTH_URL: url.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('Escale <escale@localhost>'),
  S3_ENDPOINT: url.optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPES: z.string().default('openid given_name usual_name email uid siret'),
  OIDC_LABEL: z.string().default('ProConnect'),
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  TRUST_PROXY: flag.default(false),
})

export type Config = z.output<typeof shape>

/** Variables that only make sense together: the first asks for the others. */
const companions: ReadonlyArray<readonly [keyof Config, ReadonlyArray<keyof Config>]> = [
  ['S3_ENDPOINT', ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']],
  ['OIDC_ISSUER', ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
  ['DATABASE_WEB_URL', ['DATABASE_URL']],
]

export class ConfigError extends Error {
  readonly lines: readonly string[]
  constructor(lines: readonly string[]) {
    super(`The configuration cannot be used:\n${lines.map((line) => `  - ${line}`).join('\n')}`)
    this.lines = lines
  }
}

/** Reads and validates the environment. @throws ConfigError with one sentence per wrong variable. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = shape.safeParse(given)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  const config = parsed.data
  const lines = companions.flatMap(([asker, needed]) =>
    config[asker] === undefined
      ? []
      : needed.filter((name) => config[name] === undefined).map((name) => `${name} is needed when ${asker} is set`),
  )
  if (lines.length > 0) throw new ConfigError(lines)
  return config
}
