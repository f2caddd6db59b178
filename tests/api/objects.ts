import { createHash } from 'node:crypto'
import { withOwner } from '#platform/db.ts'
import { objectsOf } from '#tests/permissions/objects.ts'

/** Ids, and the versions that were read, by the names that examples of calls use. */
export type Objects = Readonly<Record<string, string | number>>

/** The objects of the page matrix, and what the operations of the API need besides. */
export async function apiObjects(databaseUrl: string): Promise<Objects> {
  const shared = await objectsOf(databaseUrl)
  return withOwner(databaseUrl, async (owner) => {
    const one = async (query: string): Promise<string | number> => {
      const { rows } = await owner.query<{ id: string | number }>(query)
      if (!rows[0]) throw new Error(`nothing answers: ${query}`)
      return rows[0].id
    }
    const versionOf = (table: string, id: string | undefined) => one(`select version as id from ${table} where id = '${id}'`)
    const twinPerson = await one(
      `with known as (select id from directory.person where family_name = 'Matrice-Jumelle'), made as (insert into directory.person (organisation_id, given_name, family_name) select organisation_id, 'Personne', 'Matrice-Jumelle' from directory.person where id = '${shared.person}' and not exists (select from known) returning id) select id from known union all select id from made`,
    )
    const twinCard = await one(
      `with known as (select id from directory.organisation where name = 'Fiche jumelle de la matrice'), made as (insert into directory.organisation (kept_by, name, kind, country) select kept_by, 'Fiche jumelle de la matrice', kind, country from directory.organisation where id = '${shared.card}' and not exists (select from known) returning id) select id from known union all select id from made`,
    )
    // Two people of whom one was made; the one that went left nothing behind it but its card.
    const merge = await one(
      `with known as (select id from directory.merge where gone_name = 'Fusionnée de la Matrice'), kept as (insert into directory.person (organisation_id, given_name, family_name) select organisation_id, 'Gardée', 'De la Matrice-Fusion' from directory.person where id = '${shared.person}' and not exists (select from known) returning *), made as (insert into directory.merge (organisation_id, kind, kept_id, gone_id, gone_name, kept_version, kept_before, gone_before, moved, merged_at) select k.organisation_id, 'person', k.id, g.id, 'Fusionnée de la Matrice', k.version, jsonb_build_object('card', to_jsonb(k), 'affiliations', '[]'::jsonb, 'identifiers', '[]'::jsonb), jsonb_build_object('card', to_jsonb(k) || jsonb_build_object('id', g.id, 'given_name', 'Fusionnée'), 'affiliations', '[]'::jsonb, 'identifiers', '[]'::jsonb), '{}', now() from kept k, (select gen_random_uuid() as id) g returning id) select id from known union all select id from made`,
    )
    return {
      ...shared,
      merge,
      twinPerson,
      twinPersonVersion: await versionOf('directory.person', String(twinPerson)),
      twinCard,
      twinCardVersion: await versionOf('directory.organisation', String(twinCard)),
      department: await one(`select id from directory.organisation where is_workspace and kind = 'department'`),
      marseille: await one(`select id from directory.organisation where is_workspace and name like '%Marseille%'`),
      genoa: await one(`select id from directory.organisation where is_workspace and country = 'IT'`),
      hamburg: await one(`select id from missions.mission where title ->> 'fr' like '%Hambourg%'`),
      cardSeat: await one(
        `select id from missions.partner where mission_id = '${shared.miami}' and organisation_id = '${shared.card}' and left_at is null`,
      ),
      genoaMission: await one(`select id from missions.mission where title ->> 'fr' like '%Gênes%'`),
      milan: await one(`select id from missions.mission where title ->> 'fr' like '%Milan%'`),
      act: await one(`select id from acts.act where reference = '122.55'`),
      closedActionVersion: await versionOf('agreements.action', shared.closedAction),
      agreementActionVersion: await versionOf('agreements.action', shared.agreementAction),
      actVersion: await one(`select version as id from acts.act where reference = '122.55'`),
      // Of a part that nobody has rewritten.
      ownTextDigest: createHash('sha256').update('null').digest('hex'),
      miamiVersion: await versionOf('missions.mission', shared.miami),
      cardVersion: await versionOf('directory.organisation', shared.card),
      personVersion: await versionOf('directory.person', shared.person),
      memberVersion: await versionOf('delegations.member', shared.member),
      narrativeVersion: await one(
        `select n.version as id from missions.narrative n join directory.organisation o on o.id = n.organisation_id
           where n.mission_id = '${shared.miami}' and o.kind = 'department'`,
      ),
    }
  })
}

/** The value of an example in which `$name` stands for an object. */
export function named(value: unknown, objects: Objects): unknown {
  if (typeof value === 'string' && value.startsWith('$')) {
    const object = objects[value.slice(1)]
    if (object === undefined) throw new Error(`no object is called ${value}`)
    return object
  }
  if (Array.isArray(value)) return value.map((item) => named(item, objects))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, named(member, objects)]))
}
