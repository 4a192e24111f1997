import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { actorOf, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners, riversideId, schools } from '#tests/riverside/places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { sealPlain } from '#tests/support/keys.ts'
import { lookSearch } from './look-search.ts'
import { referralNumber } from './search-pathway-store.ts'

let world: World
const sent = { id: newId(), number: 1042 }
const elsewhere = { id: newId(), number: 1043 }

/** A referral as other modules would leave it. */
const referral = (row: object) => ({
  district_id: riversideId,
  reason_category: 'worry',
  service_sought: 'assessment',
  modality: 'in_person',
  referred_at: '2026-10-05T18:00:00Z',
  first_referred_at: '2026-10-05T18:00:00Z',
  next_step: 'confirm_receipt',
  next_due_at: '2026-10-14T18:00:00Z',
  next_owner: 'partner',
  high_need: false,
  state_since: '2026-10-06T18:00:00Z',
  version: 1,
  navigator_id: actorOf('maya').personId,
  ...row,
})
const { sofia, eli } = families
const { alderCreek, harlow } = schools
const toCedar = { student_id: sofia.id, partner_id: partners.cedarStreet.id, sent_at: '2026-10-06T18:00:00Z' }
const packet = {
  ...toCedar,
  district_id: riversideId,
  id: newId(),
  referral_id: sent.id,
  consent_id: newId(),
  route_id: newId(),
  sent_by: actorOf('maya').personId,
  content: { identity: { name: 'Sofia Delgado' } },
  content_hash: '\\x00',
}

const named = { district_id: riversideId, referral_id: sent.id }

/** One referral that was sent to Cedar Street with its packet, and one at the high school that was not. */
async function setReferrals() {
  const rows: [table: string, row: object][] = [
    ['referral', referral({ ...sent, ...toCedar, school_id: alderCreek.id, state: 'sent' })],
    ['referral', referral({ ...elsewhere, student_id: eli.id, school_id: harlow.id, state: 'handoff_open' })],
    ['packet', packet],
    ...['sofia', 'delgado'].map((word): [string, object] => ['packet_name', { ...toCedar, ...named, word }]),
  ]
  await world.admin.query('begin; set local session_replication_role = replica')
  for (const [table, row] of rows) {
    const made = `insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`
    await world.admin.query(made, [row])
  }
  await world.admin.query('commit')
  await sealPlain(world.admin)
}

beforeAll(async () => {
  world = await riverside()
  await setReferrals()
})
afterAll(() => world.close())

const search = (key: CastKey, q: string) => lookSearch.see(world.being(key), { q })
const names = async (key: CastKey, q: string) => (await search(key, q)).students.map(({ name }) => name)
const nothing = { asked: true, students: [], referrals: [], partners: [] }
const bySchool = { ...nothing, side: 'school', opens: 'student', breaksGlass: true }
const byAgency = { ...nothing, side: 'partner', opens: 'student', breaksGlass: false }

describe('Searching', () => {
  test('a name is found with accents or without, in any order, from the beginning of any word', async () => {
    for (const typed of ['nunez', 'Núñez', 'die nu', 'NUÑ diego', '  diego   núñez ']) {
      expect(await names('daniel', typed)).toEqual(['Diego Núñez'])
    }
    expect(await names('daniel', 'iego')).toEqual([])
  })

  test('students stand in the order of the word that was found', async () => {
    expect(await names('helen', 'ma')).toEqual([
      'Tariq Mansour',
      'Marcus Bell',
      'María Guadalupe Hernández Villanueva',
      'Owen Marsh',
      'Mateo Rivas',
    ])
  })

  test('a number of the school finds the student, and one letter finds nobody', async () => {
    expect(await names('daniel', families.sofia.localId)).toEqual(['Sofia Delgado'])
    const typing = families.sofia.localId.toLowerCase()
    expect(typing).not.toBe(families.sofia.localId)
    expect(await names('daniel', typing)).toEqual(['Sofia Delgado'])
    expect(await search('daniel', 's')).toMatchObject({ asked: false, students: [] })
  })

  test('a referral is found by its number and by the student, with or without the sign', async () => {
    for (const typed of [
      '1042',
      '#1042',
      'No. 1042',
      'no 1042',
      'Referral 1042',
      'referral no. 1042',
      'sofia del',
    ]) {
      expect((await search('maya', typed)).referrals).toMatchObject([
        { id: sent.id, number: 1042, name: 'Sofia Delgado' },
      ])
    }
    expect(referralNumber('99999999999')).toBeUndefined()
    for (const name of ['Noah 1042', '1042 Elm', 'No.', 'Referral'])
      expect(referralNumber(name)).toBeUndefined()
  })

  test('an agency is found by a word of its name', async () => {
    expect((await search('maya', 'cedar')).partners).toEqual([
      { id: partners.cedarStreet.id, name: 'Cedar Street Family Clinic' },
    ])
  })
})

describe('What a search gives away', () => {
  test('a student of another school is as if there were none: the same answer, field for field [R147]', async () => {
    const another = await search('jonah', 'sofia delgado')
    expect(another).toEqual({ ...bySchool, typed: 'sofia delgado' })
    expect(await search('jonah', 'nobody delgado')).toEqual({ ...bySchool, typed: 'nobody delgado' })
    expect(await search('jonah', '1042')).toEqual({ ...bySchool, typed: '1042' })
    expect(await search('jonah', families.sofia.localId)).toMatchObject(nothing)
    expect((await search('maya', '1043')).referrals).toEqual([])
  })

  test('an agency finds what it was sent and itself, and nobody else’s [R147]', async () => {
    expect(await search('noor', 'delgado')).toMatchObject({
      students: [],
      referrals: [{ id: sent.id, name: 'S. D.' }],
      partners: [],
    })
    for (const typed of ['#1042', 'No. 1042', 'Referral 1042', 'DEL sof', 'Délgado']) {
      expect((await search('noor', typed)).referrals, typed).toHaveLength(1)
    }
    for (const typed of ['delgado maria', 'elgado', '1043']) {
      expect((await search('noor', typed)).referrals, typed).toEqual([])
    }
    expect((await search('noor', 'cedar')).partners).toHaveLength(1)
    expect(await search('noor', 'northbank')).toEqual({ ...byAgency, typed: 'northbank' })
    expect(await search('farah', 'delgado')).toEqual({ ...byAgency, typed: 'delgado' })
    expect(await search('farah', '1042')).toEqual({ ...byAgency, typed: '1042' })
  })

  test('a teacher finds students of the school and learns of no referral [R008]', async () => {
    expect(await search('joan', 'sofia')).toMatchObject({
      students: [{ name: 'Sofia Delgado' }],
      referrals: [],
    })
    expect((await search('joan', '1042')).referrals).toEqual([])
  })

  test('governance and the district head find agencies and no student', async () => {
    for (const key of ['thomas', 'yolanda'] as const) {
      expect(await search(key, 'sofia')).toEqual({ ...bySchool, breaksGlass: false, typed: 'sofia' })
      expect((await search(key, 'cedar')).partners).toHaveLength(1)
    }
  })

  test('the privacy officer finds students, for who opened their records, and no referral', async () => {
    expect(await search('leila', 'sofia')).toMatchObject({
      students: [{ name: 'Sofia Delgado' }],
      referrals: [],
    })
    expect((await search('leila', '1042')).referrals).toEqual([])
  })

  test('the trail keeps whom a search showed, and never the words that were typed', async () => {
    await search('daniel', 'Sofia Delgado')
    const { rows } = await world.admin.query<{ whole: string; student_ids: string[] }>(
      `select student_ids, row_to_json(e)::text as whole from audit_event e where name = 'people/search' order by at desc, id desc limit 1`,
    )
    expect(rows[0]?.student_ids).toEqual([families.sofia.id])
    expect(rows[0]?.whole.toLowerCase()).not.toContain('delgado')
  })
})
