import { sweepContents } from '../files/sweep.ts'
import { sendMail } from '../mail/send.ts'
import type { Tasks } from '../worker.ts'
import { forgetOldImports, forgetOldMail, forgetOldRequests } from './forgetting.ts'
import { freeJobsOfTheDead } from './liveness.ts'

type PlatformTasks = { readonly [Name in keyof Tasks as Name extends `platform.${string}` ? Name : never]: Tasks[Name] }

/** The tasks of the platform itself, to be joined by those of the modules. */
export const platformTasks: PlatformTasks = {
  'platform.send-mail': (services, { mailId }, job) => job.asOwner((owner) => sendMail(services, owner, mailId, job)),
  'platform.forget-old-requests': (_, __, job) => job.asOwner(forgetOldRequests),
  'platform.forget-old-mail': (_, __, job) => job.asOwner(forgetOldMail),
  'platform.forget-old-imports': (_, __, job) => job.asOwner(forgetOldImports),
  'platform.sweep-files': async (services, _, job) => {
    const removed = await job.asOwner((owner) => sweepContents(owner, services.files))
    services.log.info({ removed }, 'contents that no file names any more were removed')
  },
  'platform.recover-jobs': async (services, _, job) => {
    const dead = await job.asOwner((owner) => freeJobsOfTheDead(owner))
    if (dead.length > 0) services.log.warn({ dead }, 'jobs of workers that were killed are given to others')
  },
}
