import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { type ReminderStory, reminderStory, tuesday, wednesday } from '#tests/support/reminder-story.ts'
import { lookToday } from './look-today.ts'

let story: ReminderStory
beforeAll(async () => {
  story = await reminderStory()
})
afterAll(() => story.close())

/** The reminders of one student on somebody's Today, each with the group it stands in. */
const owedTo = async (key: 'maya' | 'jonah', family: FamilyKey) => {
  const { groups } = await lookToday.see(story.being(key), {})
  return Object.entries(groups).flatMap(([group, rows]) =>
    rows.flatMap((row) =>
      row.of === 'thing' && row.kind === 'reminder' && row.studentId === families[family].id
        ? [`${group}: ${row.code}`]
        : [],
    ),
  )
}

describe('A reminder on Today', () => {
  test('is owed by the navigator from the booking on, by its day, until it arrived [R057]', async () => {
    const { reminderId } = await story.booked('sofia')
    expect(await owedTo('maya', 'sofia')).toEqual(['week: remind'])
    expect(await owedTo('jonah', 'sofia')).toEqual([])
    story.clock.set(wednesday)
    story.must(await story.tell(reminderId, 'sofia', { answer: 'not_delivered' }))
    expect(await owedTo('maya', 'sofia')).toEqual(['today: remind'])
    story.must(await story.tell(reminderId, 'sofia'))
    expect(await owedTo('maya', 'sofia')).toEqual([])
  })

  test('is owed no more once the visit has begun', async () => {
    await story.booked('mateo')
    story.clock.set('2026-10-15T23:29:00Z')
    expect(await owedTo('maya', 'mateo')).toEqual(['late: remind'])
    story.clock.set('2026-10-15T23:30:00Z')
    expect(await owedTo('maya', 'mateo')).toEqual([])
  })

  test('says that the family asks for another time only where that is not the next step already', async () => {
    const { referralId, reminderId } = await story.booked('theo')
    story.clock.set(wednesday)
    story.must(await story.tell(reminderId, 'theo', { answer: 'asks_to_reschedule' }))
    expect((await story.rowOf(referralId))['next_step']).toBe('rebook_visit')
    expect(await owedTo('maya', 'theo')).toEqual([])

    story.clock.set(tuesday)
    const unanswered = await story.visitOf((await story.sent('amina')).referralId)
    story.clock.set(wednesday)
    story.must(await story.tell(unanswered.reminderId, 'amina', { answer: 'cannot_come' }))
    expect((await story.rowOf(unanswered.referralId))['next_step']).toBe('confirm_receipt')
    expect(await owedTo('maya', 'amina')).toEqual(['today: move'])
  })
})
