import { join } from 'node:path'
import type { Config } from './config.ts'
import { openDiskStore } from './files/disk-store.ts'
import { openS3Store } from './files/s3-store.ts'
import type { FileStore } from './files/store.ts'

export { filesApp } from './files/app.ts'
export { type DeliveredFile, describeDelivery } from './files/delivery.ts'
export { cleanFileName } from './files/file-name.ts'
export {
  type FileProblem,
  type GivenFile,
  type KeptFile,
  forgetFile,
  holdContent,
  keepFile,
  loadFile,
  maxFileBytes,
} from './files/keep-file.ts'
export { type FileId, fileLink } from './files/link.ts'
export { detectMediaType } from './files/media-type.ts'
export { type ContentDigest, type ContentSource, type FileStore, type StoredContent, digestOf } from './files/store.ts'

type StoreSettings = Pick<Config, 'ESCALE_DATA' | 'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'>

/** The object store when one is configured, otherwise the folder `files` of the data folder. */
export function openFileStore(config: StoreSettings): FileStore {
  if (config.S3_ENDPOINT && config.S3_BUCKET && config.S3_ACCESS_KEY_ID && config.S3_SECRET_ACCESS_KEY) {
    return openS3Store({
      endpoint: config.S3_ENDPOINT,
      bucket: config.S3_BUCKET,
      region: config.S3_REGION,
      accessKeyId: config.S3_ACCESS_KEY_ID,
      secretAccessKey: config.S3_SECRET_ACCESS_KEY,
    })
  }
  return openDiskStore(join(config.ESCALE_DATA, 'files'))
}
