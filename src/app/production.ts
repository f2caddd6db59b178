// Imported before anything else.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// React chooses its build by this variable when it is first loaded.
process.env.NODE_ENV ??= 'production'

// Compiled code kept between starts, in the place `scripts/bootstrap.mjs` names too: without it a command takes twice as long to begin.
// Where the folder cannot be written nothing is kept, and nothing else changes.
enableCompileCache(process.env.NODE_COMPILE_CACHE ?? join(import.meta.dirname, '../../node_modules/.cache/escale-compiled'))
