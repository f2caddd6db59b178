export { type BackupProblem, backup } from './backup/make-backup.ts'
export { type Manifest, readManifest } from './backup/manifest.ts'
export { type RestoreProblem, restore } from './backup/restore.ts'
