import { withOwner } from '#platform/db.ts'

/** The objects of the demonstration that the matrix knocks at, by the names its expectations use. */
export async function objectsOf(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  return withOwner(databaseUrl, async (owner) => {
    const one = async (query: string): Promise<string> => (await owner.query<{ id: string }>(query)).rows[0]?.id ?? ''
    const department = await one(`select id from directory.organisation where is_workspace and kind = 'department'`)
    const miami = await one(`select id from missions.mission where title ->> 'fr' like '%Miami%'`)
    const person = await one(
      `with known as (select id from directory.person where family_name = 'De la Matrice'), made as (insert into directory.person (organisation_id, given_name, family_name) select '${department}', 'Personne', 'De la Matrice' where not exists (select from known) returning id) select id from known union all select id from made`,
    )
    const agreement = await one(
      `with known as (select id from agreements.agreement where title ->> 'fr' = 'Accord voté de la matrice'), made as (insert into agreements.agreement (organisation_id, type, title, country, voted_on, vote_reference) select '${department}', 'twinning', '{"fr": "Accord voté de la matrice"}', 'IT', '2018-01-01', '18-1' where not exists (select from known) returning id) select id from known union all select id from made`,
    )
    const agreementAction = await one(
      `with known as (select id from agreements.action where agreement_id = '${agreement}'), d as (insert into agreements.domain (agreement_id, organisation_id, title, position) select '${agreement}', '${department}', '{"fr": "Domaine"}', 0 where not exists (select from known) returning id), p as (insert into agreements.pledge (agreement_id, organisation_id, domain_id, title, position) select '${agreement}', '${department}', id, '{"fr": "Engagement"}', 0 from d returning id), made as (insert into agreements.action (agreement_id, organisation_id, pledge_id, title, own_owner) select '${agreement}', '${department}', id, 'Action de la matrice', 'Direction' from p returning id) select id from known union all select id from made`,
    )
    const plan = await one(
      `with known as (select id from strategy.plan where title ->> 'fr' = 'Stratégie tenue par la matrice'), made as (insert into strategy.plan (organisation_id, title, from_year, to_year, destination_limit) select '${department}', '{"fr": "Stratégie tenue par la matrice"}', 2150, 2151, 20 where not exists (select from known) returning id) select id from known union all select id from made`,
    )
    return {
      miami,
      unknown: 'inconnu',
      peopleWord: 'personnes',
      leadSeat: await one(`select id from missions.partner where mission_id = '${miami}' and role = 'lead'`),
      expense: await one(
        `select id from budget.expense where mission_id = '${miami}' and organisation_id = '${department}' and reverses_id is null limit 1`,
      ),
      member: await one(`select id from delegations.member where mission_id = '${miami}' and organisation_id = '${department}' limit 1`),
      card: await one(
        `select o.id from directory.organisation o join missions.partner p on p.organisation_id = o.id where p.mission_id = '${miami}' and not o.is_workspace limit 1`,
      ),
      leg: await one(`select id from missions.leg where mission_id = '${miami}'`),
      item: await one(`select id from programme.item where mission_id = '${miami}' and state = 'tentative' order by starts_at limit 1`),
      plan,
      objective: await one(
        `with known as (select id from strategy.objective where plan_id = '${plan}' and position = 0), made as (insert into strategy.objective (plan_id, organisation_id, position, title) select '${plan}', '${department}', 0, '{"fr": "Objectif de la matrice"}' where not exists (select from known) returning id) select id from known union all select id from made`,
      ),
      agreement,
      agreementAction,
      agreementDomain: await one(`select id from agreements.domain where agreement_id = '${agreement}' order by position limit 1`),
      closedAction: await one(
        `with known as (select id from agreements.action where agreement_id = '${agreement}' and closed_on is not null), made as (insert into agreements.action (agreement_id, organisation_id, pledge_id, title, own_owner, state, evidence, closed_on) select agreement_id, organisation_id, pledge_id, 'Action close de la matrice', 'Direction', 'done', 'Bilan', '2019-01-01' from agreements.action where id = '${agreementAction}' and not exists (select from known) returning id) select id from known union all select id from made`,
      ),
      committeeMeeting: await one(
        `with known as (select id from agreements.committee_meeting where place = 'Réunion de la matrice'), made as (insert into agreements.committee_meeting (agreement_id, organisation_id, held_on, place, attendees) select '${agreement}', '${department}', '2018-05-03', 'Réunion de la matrice', 'Personne de la matrice' where not exists (select from known) returning id) select id from known union all select id from made`,
      ),
      unlinkedAgreement: await one(
        `with known as (select id from agreements.agreement where title ->> 'fr' = 'Accord à relier de la matrice'), made as (insert into agreements.agreement (organisation_id, type, title, country) select '${department}', 'twinning', '{"fr": "Accord à relier de la matrice"}', 'US' where not exists (select from known) returning id) select id from known union all select id from made`,
      ),
      draftedAgreement: await one(
        `with known as (select id from agreements.agreement where title ->> 'fr' = 'Accord à voter de la matrice'), made as (insert into agreements.agreement (organisation_id, type, title, object, country, forecast_cents, forecast_currency) select '${department}', 'twinning', '{"fr": "Accord à voter de la matrice"}', '{"fr": "Coopérer"}', 'IT', 0, 'EUR' where not exists (select from known) returning id), p as (insert into agreements.party (agreement_id, organisation_id, party_id, kind, position) select made.id, '${department}', o.id, o.kind, 0 from made, (select id, kind from directory.organisation where is_workspace order by kind limit 2) o), w as (insert into agreements.wording (agreement_id, organisation_id, language, body) select id, '${department}', 'fr', 'Les parties conviennent.' from made) select id from known union all select id from made`,
      ),
      licence: await one(
        `with known as (select id from agreements.agreement where title ->> 'fr' = 'Licence de la matrice'), made as (insert into agreements.agreement (organisation_id, type, title, country) select '${department}', 'trademark_licence', '{"fr": "Licence de la matrice"}', 'CN' where not exists (select from known) returning id) select id from known union all select id from made`,
      ),
      ratification: await one(`select id from acts.act where reference = '122.55'`),
      department,
      meetings: await one(`select id from meetings.event where mission_id = '${miami}' order by created_at limit 1`),
      meeting: await one(`select m.id from meetings.meeting m where m.mission_id = '${miami}' order by m.starts_at, m.id limit 1`),
      meetingOne: await one(
        `select m.one_id as id from meetings.meeting m where m.mission_id = '${miami}' order by m.starts_at, m.id limit 1`,
      ),
      meetingOther: await one(
        `select m.other_id as id from meetings.meeting m where m.mission_id = '${miami}' order by m.starts_at, m.id limit 1`,
      ),
      representative: await one(`select r.id from meetings.representative r where r.mission_id = '${miami}' order by r.id limit 1`),
      untoldMeeting: await one(
        `select m.id from meetings.meeting m where m.mission_id = '${miami}' and not exists (select from meetings.outcome o where o.meeting_id = m.id) order by m.starts_at desc, m.id limit 1`,
      ),
      untoldOne: await one(
        `select m.one_id as id from meetings.meeting m where m.mission_id = '${miami}' and not exists (select from meetings.outcome o where o.meeting_id = m.id) order by m.starts_at desc, m.id limit 1`,
      ),
      survey: await one(`select s.id from meetings.survey s where s.mission_id = '${miami}' order by s.id limit 1`),
      meetingSpot: await one(
        `select s.id from meetings.spot s join meetings.event e on e.id = s.event_id where e.mission_id = '${miami}' order by e.created_at, s.position limit 1`,
      ),
      circle: await one(
        `select c.id from meetings.circle c join meetings.event e on e.id = c.event_id where e.mission_id = '${miami}' order by e.created_at, c.position limit 1`,
      ),
      participant: await one(
        `select p.id from meetings.participant p join meetings.event e on e.id = p.event_id where e.mission_id = '${miami}' order by e.created_at, p.name limit 1`,
      ),
      segment: await one(`select id from departure.segment where mode = 'flight' order by departs_at limit 1`),
      order: await one(`select id from departure.travel_order where organisation_id = '${department}' and number = 1`),
      application: await one(
        `select id from registration.application where mission_id = '${miami}' and state = 'received' order by id limit 1`,
      ),
      task: await one(
        `with known as (select id from missions.task where title = 'Tâche partagée de la matrice'), made as (insert into missions.task (mission_id, organisation_id, is_shared, title, owner_organisation_id) select '${miami}', '${department}', true, 'Tâche partagée de la matrice', '${department}' where not exists (select from known) returning id) select id from known union all select id from made`,
      ),
      person,
      affiliation: await one(
        `with known as (select id from directory.affiliation where person_id = '${person}'), made as (insert into directory.affiliation (person_id, affiliated_to_id, capacity) select '${person}', '${department}', '{"fr": "Agent"}' where not exists (select from known) returning id) select id from known union all select id from made`,
      ),
      programme: await one(`select slug as id from programme.publication where mission_id = '${miami}'`),
      desk: await one(`select slug as id from visits.desk where organisation_id = '${department}'`),
      deskKey: '01900000-0000-4000-8000-0000000000aa',
      visitRequest: await one(
        `select id from visits.request where organisation_id = '${department}' and state = 'received' order by number limit 1`,
      ),
      answeredRequest: await one(`select request_id as id from visits.letter where organisation_id = '${department}' order by id limit 1`),
      acceptedRequest: await one(
        `select id from visits.request where organisation_id = '${department}' and state = 'accepted' order by number limit 1`,
      ),
      reception: await one(`select mission_id as id from visits.visit where organisation_id = '${department}' order by id limit 1`),
      seating: await one(`select id from visits.seating where organisation_id = '${department}' order by id limit 1`),
      proposedTitle: await one(`select id from visits.proposed_title where country = 'JP' order by title limit 1`),
      visitLetter: await one(`select id from visits.letter where organisation_id = '${department}' order by id limit 1`),
      city: await one(`select id from directory.city where name = 'Miami'`),
    }
  })
}
