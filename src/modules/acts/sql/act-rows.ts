import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Act, type ActId, type ActKind, shownState, type Standing, type StoredState } from '../domain/act.ts'
import type { ActHeader } from '../domain/act-header.ts'
import type { ActLanguage } from '../domain/document.ts'
import type { OfficeHolder } from '../domain/facts.ts'
import type { Decision } from '../domain/lifecycle.ts'

export function selectActs(tx: Tx) {
  return tx
    .selectFrom('acts.act as a')
    .leftJoin('acts.snapshot as s', 's.id', 'a.snapshotId')
    .selectAll('a')
    .select((eb) => [
      sql<string | null>`encode(s.digest, 'hex')`.as('digest'),
      jsonArrayFrom(
        eb.selectFrom('acts.actMission as am').whereRef('am.actId', '=', 'a.id').select('am.missionId').orderBy('am.position'),
      ).as('missions'),
    ])
}

type ActRow = Awaited<ReturnType<ReturnType<typeof selectActs>['executeTakeFirstOrThrow']>>

export function toAct(row: ActRow): Act {
  const standing: Standing = {
    state: row.state as StoredState,
    outcome: row.outcome as Standing['outcome'],
    transmittedOn: row.transmittedOn as LocalDate | null,
    publishedOn: row.publishedOn as LocalDate | null,
  }
  return {
    id: row.id as ActId,
    kind: row.kind as ActKind,
    state: standing.state,
    shown: shownState(standing),
    language: row.language as ActLanguage,
    reference: row.reference,
    object: row.object,
    header: row.header as unknown as ActHeader,
    fiscalYear: row.fiscalYear,
    meetingOn: row.meetingOn as LocalDate | null,
    missionIds: row.missions.map(({ missionId }) => missionId),
    agreementId: row.agreementId,
    submittedAt: row.submittedAt as Instant | null,
    digest: row.digest,
    decision: toDecision(row),
    transmission: standing.transmittedOn === null ? null : { on: standing.transmittedOn, receipt: row.receiptReference },
    publication: standing.publishedOn === null ? null : { on: standing.publishedOn, address: row.publicationUrl },
    executoryOn: row.executoryOn as LocalDate | null,
    convenedOn: row.convenedOn as LocalDate | null,
    secretary: row.secretary as unknown as OfficeHolder | null,
    deliberationNumber: row.deliberationNumber,
    subjectCode: row.subjectCode,
    budgetName: row.budgetName,
    prefectureId: row.prefectureId,
    version: row.version,
  }
}

function toDecision(row: ActRow): Decision | null {
  if (row.deferredOn !== null && row.submittedAt !== null) {
    return { outcome: row.state as 'adjourned' | 'withdrawn', on: row.deferredOn as LocalDate, reason: row.deferralReason ?? '' }
  }
  if (row.outcome === null || row.votedOn === null) return null
  return {
    outcome: row.outcome as 'adopted' | 'rejected',
    on: row.votedOn as LocalDate,
    attendance: {
      inOffice: row.voteInOffice ?? 0,
      present: row.votePresent ?? 0,
      represented: row.voteRepresented ?? 0,
      secondCall: row.voteIsSecondCall,
    },
    ballot: {
      for: row.voteFor ?? 0,
      against: row.voteAgainst ?? 0,
      abstained: row.voteAbstained ?? 0,
      notVoting: row.voteNotVoting ?? 0,
      secret: row.voteIsSecret,
    },
  }
}
