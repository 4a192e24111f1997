import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endAbsence } from '#district/end-absence.ts'
import { lookAbsences } from '#district/look-absences.ts'
import { nameBackup } from '#district/name-backup.ts'
import { setAbsence } from '#district/set-absence.ts'
import { Problem } from '#platform/problem.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { cast } from '#tests/riverside/cast.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { lookToday } from './look-today.ts'

let story: StalledStory
let referralId = ''
beforeAll(async () => {
  story = await stalledStory()
  referralId = await story.decide('mateo')
})
afterAll(() => story.close())

const inDays = (days: number) =>
  new Date(story.clock.now().getTime() + days * story.day).toISOString().slice(0, 10)
const away = (who: CastKey, backup: CastKey, { by = who, from = 0, through = 4 } = {}) =>
  setAbsence.perform(story.being(by), {
    personId: cast[who].id,
    backupId: cast[backup].id,
    fromOn: inDays(from),
    throughOn: inDays(through),
  })
const absenceOf = async (who: CastKey) =>
  (await lookAbsences.see(story.being(who), {})).absences.find(({ personId }) => personId === cast[who].id)
const back = async (who: CastKey) => {
  const absence = await absenceOf(who)
  if (absence !== undefined) story.must(await endAbsence.perform(story.being(who), { absenceId: absence.id }))
}
const promisedTo = async (who: CastKey) => {
  const seen = await lookToday.see(story.being(who), {})
  return Object.values(seen.groups).flatMap((group) => group.map(({ id }) => id))
}

describe('Somebody who is away', () => {
  test('has their work shown to whoever stands in, from the first day to the last', async () => {
    expect(await promisedTo('grace')).not.toContain(referralId)
    story.must(await away('maya', 'grace', { through: 1 }))
    expect(await promisedTo('grace')).toContain(referralId)
    expect((await lookToday.see(story.being('grace'), {})).standsIn).toEqual([
      { id: cast.maya.id, name: cast.maya.name },
    ])
    // It stays with its owner too, who may look in.
    expect(await promisedTo('maya')).toContain(referralId)
    story.pass(2 * story.day)
    expect(await promisedTo('grace')).not.toContain(referralId)
    story.pass(-2 * story.day)
    await back('maya')
    expect(await promisedTo('grace')).not.toContain(referralId)
  })

  test('whose backup is away as well is stood in for by the next, and nobody goes round in a circle', async () => {
    story.must(await away('maya', 'grace'))
    story.must(await away('grace', 'helen'))
    story.must(await away('helen', 'grace'))
    expect(await promisedTo('helen')).toContain(referralId)
    await back('helen')
    await back('grace')
    expect(await promisedTo('helen')).not.toContain(referralId)
    await back('maya')
  })

  test('gets no work of another school shown by standing in', async () => {
    story.must(await away('maya', 'daniel'))
    const larkspur = await story.decide('nadia')
    const { rows } = await story.admin.query(
      'select school_id from referral where id = any($1) order by id',
      [[referralId, larkspur]],
    )
    expect(new Set(rows.map(({ school_id }) => school_id)).size).toBe(2)
    expect(await promisedTo('daniel')).toContain(referralId)
    expect(await promisedTo('daniel')).not.toContain(larkspur)
    await back('maya')
  })

  test('is told of a stalled loop after everybody who is there [R089]', async () => {
    story.must(await away('ruth', 'yolanda', { by: 'yolanda' }))
    const { escalationId } = await story.stalled('theo')
    // The absence ended with its last day: the lead is first again.
    expect(await story.toldOf(escalationId)).toEqual([cast.ruth.id])
    story.must(await away('ruth', 'yolanda', { by: 'yolanda', through: 12 }))
    const second = await story.stalled('ruben')
    expect((await story.toldOf(second.escalationId))[0]).not.toBe(cast.ruth.id)
  })
})

describe('Days away', () => {
  test('have an end, do not overlap, and somebody of the same schools who can own what is owed', async () => {
    const refused = async (...given: Parameters<typeof away>) =>
      expect(await away(...given)).toMatchObject({ done: false })
    await refused('maya', 'grace', { from: 3, through: 2 })
    await refused('maya', 'grace', { from: -5, through: -2 })
    await refused('maya', 'priya')
    await refused('maya', 'joan')
    story.must(await away('maya', 'grace'))
    expect(await away('maya', 'helen', { from: 2, through: 8 })).toMatchObject({ because: ['away_already'] })
    await back('maya')
  })

  test('are written down by each for themselves, and by a lead for anybody of their schools', async () => {
    await expect(away('maya', 'grace', { by: 'daniel' })).rejects.toThrow(new Problem('not_found'))
    story.must(await away('maya', 'grace', { by: 'lucia' }))
    await back('maya')
    await expect(away('jonah', 'grace', { by: 'lucia' })).rejects.toThrow(new Problem('not_found'))
  })

  test('begin with a backup who was named before', async () => {
    const given = { personId: cast.maya.id, backupId: cast.helen.id }
    expect((await lookAbsences.see(story.being('maya'), {})).backup).toBeUndefined()
    story.must(await nameBackup.perform(story.being('maya'), given))
    expect((await lookAbsences.see(story.being('maya'), {})).backup?.name).toBe(cast.helen.name)
    expect(await nameBackup.perform(story.being('maya'), given)).toMatchObject({ because: ['named_already'] })
    const stranger = { ...given, backupId: cast.joan.id }
    expect(await nameBackup.perform(story.being('maya'), stranger)).toMatchObject({ because: ['not_able'] })
  })
})
