import { inflateRawSync } from 'node:zlib'
import { withOwner } from '#platform/db.ts'
import { type SealingKeys, seal } from '#platform/sealing.ts'

/** A number that stands nowhere else: whoever receives it, received a passport. */
export const plantedNumber = '19PLANTED999'

/**
 * Every applicant of the demonstration has told this passport, and so has one member of the Département in that mission, of which Claire is a named
 * reader. Answers the application of that member.
 */
export async function plantPassports(databaseUrl: string, keys: SealingKeys, missionId: string, memberId: string): Promise<string> {
  return withOwner(databaseUrl, async (owner) => {
    await owner.query(
      `with link as (insert into registration.link (mission_id, organisation_id, kind, represents, language, places, token_digest, created_at, expires_at)
         select mission_id, organisation_id, 'focal_point', 'Relais', 'fr', 5, sha256('planted'), now(), now() + interval '1 day' from delegations.member where id = $1 returning id)
       , application as (insert into registration.application (mission_id, organisation_id, link_id, link_kind, state, language, given_name, family_name, category, represents,
           secret_digest, request_digest, created_at, changed_at, verified_at, endorsed_at, member_id)
         select m.mission_id, m.organisation_id, link.id, 'focal_point', 'approved', 'fr', m.given_name, m.family_name, m.category, m.represents, sha256('planted'), sha256('planted'),
           now(), now(), now(), now(), m.id from delegations.member m, link where m.id = $1 returning id, mission_id, organisation_id)
       insert into registration.application_contact (application_id, mission_id, organisation_id) select id, mission_id, organisation_id from application`,
      [memberId],
    )
    const { rows } = await owner.query<{ id: string; missionId: string; organisationId: string; memberId: string | null }>(
      `select id, mission_id as "missionId", organisation_id as "organisationId", member_id as "memberId" from registration.application order by id`,
    )
    for (const { id, missionId: of, organisationId } of rows) {
      const { keyId, sealed } = seal(keys, `registration.passport ${id}`, JSON.stringify({ number: plantedNumber, country: 'FR' }))
      await owner.query(
        `insert into registration.passport (application_id, mission_id, organisation_id, key_id, sealed, expires_on, written_at) values ($1, $2, $3, $4, $5, '2030-01-01', now())
         on conflict (application_id) do update set key_id = excluded.key_id, sealed = excluded.sealed`,
        [id, of, organisationId, keyId, sealed],
      )
    }
    await owner.query(
      `insert into registration.passport_ask (mission_id, country) select distinct mission_id, country from missions.leg on conflict do nothing`,
    )
    await owner.query(
      `insert into registration.passport_reader (mission_id, rank, account_id, organisation_id, name)
        select $1, 1, u.id, b.organisation_id, u.name from auth."user" u join identity.membership b on b.account_id = u.id
          join delegations.member m on m.organisation_id = b.organisation_id where m.id = $2 and u.email like '%claire%'`,
      [missionId, memberId],
    )
    return rows.find((row) => row.memberId === memberId)?.id ?? ''
  })
}

/** Everything an answer says, the insides of a workbook or of a document included. */
export async function everythingSaid(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.clone().arrayBuffer())
  return [bytes.toString('utf8'), ...filesInside(bytes)].join('\n')
}

function filesInside(bytes: Buffer): string[] {
  const files: string[] = []
  for (let at = bytes.indexOf('PK\u0003\u0004'); at !== -1; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    if (bytes.readUInt16LE(at + 8) === 8) files.push(inflateRawSync(bytes.subarray(start)).toString('utf8'))
  }
  return files
}
