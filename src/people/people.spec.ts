import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, scopeOf } from '#access/actor.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf, cast, type CastKey } from '#tests/riverside/cast.ts'
import { families, type SeededFamily } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { lookDetails } from './look-details.ts'
import { caregiversOf, findStudent, guardianOf, personNames, visibleStudents } from './store.ts'
import { updateStudent } from './update-student.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const { sofia, eli, ruben } = families
const carmen = sofia.caregivers[0] as SeededFamily['caregivers'][number]
const as = (key: CastKey) => actorOf(key)
const reading = <T>(actor: Actor, work: Parameters<typeof world.db.transaction<T>>[1]) =>
  world.db.transaction(scopeOf(actor), work)
const find = (actor: Actor, id: string) => reading(actor, (tx) => findStudent(tx, actor, id))
const notFound = new Problem('not_found')

describe('Who sees a student', () => {
  test('staff of the school find the student, with what is unknown said to be unknown', async () => {
    expect(await find(as('daniel'), sofia.id)).toMatchObject({
      givenName: 'Sofia',
      schoolName: 'Alder Creek Middle School',
      homeLanguage: 'es',
      version: 1,
    })
    expect(await find(as('jonah'), eli.id)).toMatchObject({ disability: 'unknown' })
  })

  test('another school, an agency and a stranger get the same answer as for nobody [R147]', async () => {
    const answers = [
      await find(as('jonah'), sofia.id),
      await find(as('noor'), sofia.id),
      await find(as('daniel'), newId()),
    ]
    expect(answers).toEqual([undefined, undefined, undefined])
  })

  test('looking a stranger’s student up is refused, and the attempt is on record [R147]', async () => {
    await expect(lookDetails.see(world.being('jonah'), { studentId: sofia.id })).rejects.toThrow(notFound)
    const [attempt] = await world.trailOf(`kind = 'refusal' and name = 'people/details'`, [])
    expect(attempt).toMatchObject({
      role: 'navigator',
      detail: { because: ['not_found'], studentId: sofia.id },
    })
  })

  test('a family sees its own child and no other', async () => {
    const mother: Actor = { ...as('maya'), role: 'caregiver', schoolIds: [], studentId: sofia.id }
    expect(await find(mother, sofia.id)).toMatchObject({ id: sofia.id })
    expect(await find(mother, families.mateo.id)).toBeUndefined()
  })

  test('a list begins within the same reach', async () => {
    const count = (actor: Actor) =>
      reading(actor, (tx) => tx.all(visibleStudents(actor).select('student.id')))
    const atHarlow = Object.values(families).filter(({ school }) => school === 'harlow').length
    expect(await count(as('jonah'))).toHaveLength(atHarlow)
    expect(await count(as('helen'))).toHaveLength(Object.keys(families).length)
    expect(await count(as('noor'))).toHaveLength(0)
  })
})

describe('Who cares for a student', () => {
  test('caregivers come with what they are to this student and how to reach them safely', async () => {
    const [first] = await reading(as('maya'), (tx) => caregiversOf(tx, sofia.id))
    expect(first).toMatchObject({
      name: 'Carmen Delgado',
      relationship: 'mother',
      authority: 'may_consent',
      interpreter: true,
      contactRule: 'no_voicemail',
      contactHours: 'after 15:00',
    })
    expect(await reading(as('maya'), (tx) => guardianOf(tx, sofia.id, carmen.id))).toMatchObject({
      id: carmen.id,
    })
    expect(await reading(as('maya'), (tx) => guardianOf(tx, eli.id, carmen.id))).toBeUndefined()
  })

  test('names of staff come by id, and an id nobody has is left out', async () => {
    const names = await reading(as('maya'), (tx) =>
      personNames(tx, [cast.maya.id, cast.noor.id, null, newId()]),
    )
    expect([...names.values()].sort()).toEqual(['Maya Okafor', 'Noor Aziz'])
  })
})

const pairsOf = async (studentId: string) => {
  const { rows } = await world.admin.query<{ pair: string }>(
    `select word || ' ' || later_word as pair from student_name_pair where student_id = $1 order by 1`,
    [studentId],
  )
  return rows.map(({ pair }) => pair)
}

describe('Keeping a student’s details', () => {
  const given = {
    studentId: ruben.id,
    version: 1,
    preferredName: 'Ben',
    homeLanguage: 'es',
    disability: 'no',
    accommodation: 'Step-free entrance',
  }

  test('a counselor of the school writes them, and the trail names the fields and not what they hold', async () => {
    const outcome = await updateStudent.perform(world.being('daniel'), given)
    expect(outcome).toEqual({ done: true, result: { studentId: ruben.id, version: 2 } })
    expect(await find(as('daniel'), ruben.id)).toMatchObject({
      preferredName: 'Ben',
      disability: 'no',
      neighborhood: 'unknown',
      version: 2,
    })
    const [event] = await world.trailOf(`name = 'student.updated'`, [])
    expect(event?.detail).toEqual({
      fields: ['preferredName', 'disability', 'neighborhood', 'accommodation'],
    })
  })

  test('search learns the name the student goes by, and keeps the others', async () => {
    const { rows } = await world.admin.query(
      'select word, school_id from student_name where student_id = $1 order by word',
      [ruben.id],
    )
    expect(rows.map(({ word }) => word)).toEqual(['ben', 'castillo', 'ruben'])
    expect(new Set(rows.map(({ school_id }) => school_id))).toEqual(new Set([schools.alderCreek.id]))
    expect(await pairsOf(ruben.id)).toEqual(['ben castillo', 'ben ruben', 'castillo ruben'])
  })

  test('an edit of an older reading is refused and changes nothing', async () => {
    await expect(
      updateStudent.perform(world.being('maya'), { ...given, preferredName: 'Rubi' }),
    ).rejects.toThrow(new Problem('changed_meanwhile'))
    expect(await find(as('daniel'), ruben.id)).toMatchObject({ preferredName: 'Ben' })
  })

  test('a stranger’s student is not found, and a teacher may not', async () => {
    await expect(updateStudent.perform(world.being('jonah'), { ...given, version: 2 })).rejects.toThrow(
      notFound,
    )
    await expect(updateStudent.perform(world.being('joan'), { ...given, version: 2 })).rejects.toThrow(
      new Problem('not_allowed'),
    )
  })

  test('a language is a language tag, or plainly unknown', async () => {
    await expect(
      updateStudent.perform(world.being('daniel'), { ...given, version: 2, homeLanguage: 'Spanish!' }),
    ).rejects.toMatchObject({ code: 'not_valid', because: [{ field: 'homeLanguage' }] })
  })
})
