import { asLocalDate } from '#platform/pure/local-date.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import { emptyProgramme, freeze } from './domain/content.ts'
import type { ItemDraft, ItemId } from './domain/item.ts'
import { anItem, at } from './domain/item.fixture.ts'
import type { ReleaseId } from './domain/release.ts'
import * as sql from './sql.ts'
import * as availability from './sql/availability.ts'
import * as papers from './sql/papers.ts'
import * as publication from './sql/publication.ts'
import * as vehicles from './sql/vehicles.ts'

const show = statementsOf(import.meta.dirname)
const nothing = '01900000-0000-7000-8000-000000000003'
const other = '01900000-0000-7000-8000-000000000004'
const title = { fr: 'Essai' }
const { id: _id, organiserName: _name, version: _version, ...example } = anItem({})
const draftOf = (organiserId: ItemDraft['organiserId']): ItemDraft => ({ ...example, organiserId, legId: nothing })
const venue = { legId: nothing, name: title, addressLocal: '', addressLatin: '', latitude: null, longitude: null, capacity: null }

show('sql.ts', sql, {
  lockProgramme: {
    'to write the draft': ({ tx, miami }) => [tx, miami, 'writing'],
    'to release it': ({ tx, miami }) => [tx, miami, 'releasing'],
  },
  listItems: ({ tx, miami }) => [tx, miami],
  loadItem: ({ tx, miami }) => [tx, miami, nothing],
  lockItem: ({ tx, miami }) => [tx, miami, nothing],
  insertItem: refusedBy('a_leg_with_programme_stays', ({ tx, hamburg, department }) => [tx, hamburg, other as ItemId, draftOf(department)]),
  updateItem: ({ tx, miami, department }) => [tx, miami, nothing as ItemId, draftOf(department)],
  deleteItem: ({ tx }) => [tx, nothing as ItemId],
  wasReleased: ({ tx }) => [tx, nothing],
  listVenues: ({ tx, miami }) => [tx, miami],
  lockVenue: ({ tx, miami }) => [tx, miami, nothing],
  insertVenue: refusedBy('a_leg_with_programme_stays', ({ tx, hamburg }) => [tx, hamburg, other, venue]),
  updateVenue: ({ tx }) => [tx, nothing, venue],
  deleteVenue: ({ tx }) => [tx, nothing],
  listTravelTimes: ({ tx, miami }) => [tx, miami],
  saveTravelTime: refusedBy('a_journey_leaves_from_a_venue', ({ tx, hamburg }) => [
    tx,
    hamburg,
    { oneVenueId: nothing, otherVenueId: other, minutes: 10, mode: 'walk' },
  ]),
  listTracks: ({ tx, miami }) => [tx, miami],
  insertTrack: ({ tx, miami }) => [tx, miami, title],
  deleteTrack: ({ tx, miami }) => [tx, miami, nothing],
  readSectors: ({ tx, miami }) => [tx, miami],
  saveFollowers: ({ tx, miami, department }) => [tx, miami, department, nothing, []],
  listHolidays: ({ tx }) => [tx, ['US'], asLocalDate('2017-11-04'), asLocalDate('2017-11-10')],
  listReleases: ({ tx, miami }) => [tx, miami],
  loadRelease: {
    'the latest': ({ tx, miami }) => [tx, miami],
    'of a number': ({ tx, miami }) => [tx, miami, 1],
  },
  insertRelease: ({ tx, hamburg, now }) => [
    tx,
    hamburg,
    { id: other as ReleaseId, number: 1, name: {}, note: {}, ...freeze(emptyProgramme), itemCount: 0, concernedCount: 0 },
    now,
  ],
  tellMembers: refusedBy('only_who_releases_tells', ({ tx }) => [tx, nothing as ReleaseId, []]),
})

show('sql/papers.ts', papers, {
  listDocuments: {
    'of an item': ({ tx }) => [tx, { itemId: nothing }],
    'of a mission': ({ tx, miami }) => [tx, { missionId: miami }],
  },
  listDocumentsAbout: ({ tx, member }) => [tx, { memberIds: [member], names: ['Ana Béal'] }],
  listProgrammesOf: ({ tx, member }) => [tx, [member]],
  insertDocument: refusedBy('a_document_of_an_item', ({ tx, hamburg }) => [
    tx,
    hamburg,
    { itemId: nothing, fileId: other, name: 'essai.pdf', isShared: false, forMembers: false },
  ]),
  listNotes: {
    'of a mission': ({ tx, miami }) => [tx, miami],
    'of an item': ({ tx, miami }) => [tx, miami, nothing],
  },
  insertNote: refusedBy('a_note_on_an_item', ({ tx, hamburg }) => [tx, hamburg, nothing, 'Essai']),
  updateNote: ({ tx }) => [tx, nothing, 1, 'Essai'],
  deleteNote: ({ tx }) => [tx, nothing, 1],
})

show('sql/availability.ts', availability, {
  listUnavailable: ({ tx, miami }) => [tx, miami],
  insertUnavailable: refusedBy('a_closed_venue_of_the_mission', ({ tx, hamburg, now }) => [
    tx,
    hamburg,
    { memberId: null, venueId: nothing, startsAt: at('2017-11-06', '09:00'), endsAt: now, timeZone: asTimeZone('America/New_York') },
  ]),
  deleteUnavailable: ({ tx }) => [tx, nothing],
  listAboard: ({ tx, miami }) => [tx, miami],
  listMeeting: ({ tx, miami }) => [tx, miami],
})

show('sql/publication.ts', publication, {
  loadPublication: ({ tx, miami }) => [tx, miami],
  savePublication: ({ tx, miami }) => [tx, miami, { slug: 'essai', isOpen: false }],
  savePublicItems: ({ tx, hamburg }) => [tx, hamburg, [], 1],
  readPublished: ({ databases }) => [databases, 'essai'],
})

show('sql/vehicles.ts', vehicles, {
  listVehicles: ({ tx, miami }) => [tx, miami],
  saveVehicle: ({ tx, miami }) => [tx, miami, { name: 'Autocar', seats: 50 }],
  deleteVehicle: ({ tx, miami }) => [tx, miami, nothing],
})
