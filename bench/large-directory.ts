import type pg from 'pg'
import { fillHouse, organisationOf } from './large-house.ts'

export const directorySize = { people: 100_000, organisations: 20_000 } as const
/** Who keeps it, among a few other organisations that work in the instance. */
export const keeper = 3

const first = `array['bel','cha','du','é','fon','gau','hé','jac','lam','mar','na','or','pel','qué','ro','sau','tou','val','wa','zi']`
const second = `array['ba','ché','de','fi','gnon','li','mè','nar','pou','ri','sa','tel','vi','ze','lo','gan','ber','cou','dan','no']`
const third = `array['ain','bert','card','dier','eau','froy','gues','land','lin','mont','nel','ot','pin','quet','roux','sac','tier','val','vert','zet']`
const given = `array['Aïcha','Bruno','Chloé','Denis','Élodie','François','Gaëlle','Hugo','Inès','Jérôme','Khadija','Léa','Maël','Noémie','Océane','Paul','Quentin','Raphaël','Sofía','Théo']`

/** One of 8,000 names, drawn by a counter: the same at each run, some with accents. */
const nameSql = (n: string) => `initcap((${first})[1 + ${n} % 20] || (${second})[1 + ${n} / 20 % 20] || (${third})[1 + ${n} / 400 % 20])`

/**
 * One directory as an authority would have it after decades, by plain SQL of the owner: triggers, hence the journal, are left out, because what is
 * measured afterwards is reading. Each family name is borne by some twelve people, who are told apart by their given names.
 */
export async function fillDirectory(owner: pg.Client): Promise<void> {
  await fillHouse(owner, { organisations: 10, missions: 100 })
  const id = organisationOf(keeper)
  await owner.query('set session_replication_role = replica')
  await owner.query(
    `insert into directory.person (organisation_id, given_name, family_name)
      select $1, (${given})[1 + n / 8000 % 20], ${nameSql('n')} from generate_series(1, ${directorySize.people}) n`,
    [id],
  )
  await owner.query(
    `insert into directory.organisation (kept_by, name, kind, country)
      select $1, (array['Société','Chambre de commerce de','Université de','Port de','Ville de','Agence de'])[1 + n % 6] || ' ' || ${nameSql('(n * 7)')}
        || ' ' || ${nameSql('(n * 13)')}, 'company', (array['FR','IT','US','CN','CA'])[1 + n % 5] from generate_series(1, ${directorySize.organisations}) n`,
    [id],
  )
  await owner.query('set session_replication_role = origin')
  await owner.query('vacuum analyze')
}
