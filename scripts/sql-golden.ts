// Writes what the statements of every module look like to PostgreSQL, or of those named: npm run sql:golden -- missions
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const modules = process.argv.slice(2)
const tests = modules.length === 0 ? ['sql.golden'] : modules.map((module) => `src/modules/${module}/sql.golden`)
const done = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', ...tests], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, UPDATE_GOLDEN: '1' },
})
process.exit(done.status ?? 1)
