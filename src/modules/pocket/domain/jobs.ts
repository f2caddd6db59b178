import type { MissionId } from '#modules/missions/index.ts'

declare module '#platform/jobs.ts' {
  interface JobPayloads {
    'pocket.queue-invitations': { readonly missionId: MissionId }
  }
}
