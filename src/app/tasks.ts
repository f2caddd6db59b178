import { departureTasks } from '#modules/departure/jobs.ts'
import { meetingTasks } from '#modules/meetings/jobs.ts'
import { agreementTasks } from '#modules/agreements/jobs.ts'
import { missionTasks } from '#modules/missions/jobs.ts'
import { pocketTasks } from '#modules/pocket/jobs.ts'
import { visitTasks } from '#modules/visits/jobs.ts'
import { registrationTasks } from '#modules/registration/jobs.ts'
import { type Tasks, platformTasks } from '#platform/worker.ts'

/** Every background task of the product: the platform's, and those of the modules' `jobs.ts`. */
export const tasks: Tasks = {
  ...platformTasks,
  ...agreementTasks,
  ...missionTasks,
  ...meetingTasks,
  ...registrationTasks,
  ...departureTasks,
  ...visitTasks,
  ...pocketTasks,
}
