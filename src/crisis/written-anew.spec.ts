import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAccounting } from '#consent/look-accounting.ts'
import { keyIdOf, sealedBytes } from '#platform/vault/envelope.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { callResponse } from './call-response.ts'
import { confirmEnding } from './confirm-ending.ts'
import { lookFigures } from './look-figures.ts'
import { nameAnotherStudent } from './name-another-student.ts'
import { nameRole } from './name-role.ts'
import { tellCaregiver } from './tell-caregiver.ts'
import { tickSafety } from './tick-safety.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

const [wrong, right] = [families.theo, families.zoe]
const names = { wrong: 'Theo Brandt', right: 'Zoé Laurent' }
type Row = Record<string, unknown>
const crossed = async (studentId: string) =>
  (await lookAccounting.see(story.being('leila'), { studentId })).crossed
const statusOf = async (by: CastKey, id: string) =>
  (await story.pages.get(by, `/crisis/incidents/${id}`)).status

/** Ruth says that it is about the other student, and Helen agrees. @returns where it goes on */
async function putRight(incidentId: string): Promise<string> {
  const said = { incidentId, studentId: right.id, mixUp: 'similar_name', reviewerId: cast.helen.id }
  story.must(await nameAnotherStudent.perform(story.being('ruth', 1), said))
  const found = { incidentId, finding: 'agreed', words: 'I was there' }
  story.must(await confirmEnding.perform(story.being('helen'), found))
  const next = 'select id from crisis_incident where rights_incident_id = $1'
  return (await story.rows<{ id: string }>(next, [incidentId]))[0]?.id as string
}

describe('What was written down for the wrong student', () => {
  let [incidentId, next] = ['', '']
  beforeAll(async () => {
    incidentId = await story.began()
    await story.upToTheLevel(incidentId, 'moderate')
    const called = { incidentId, response: 'mobile_crisis', reached: 'Jo Tanner' }
    story.must(await callResponse.perform(story.being('daniel'), called))
    const told = { told: 'yes', who: 'Renee Brandt', mode: 'phone', topic: 'safe_now' }
    story.must(await tellCaregiver.perform(story.being('daniel'), { incidentId, ...told }))
    story.must(await nameRole.perform(story.being('ruth', 1), { incidentId, role: 'stays', name: 'An aide' }))
    story.minutesOn(5)
    next = await putRight(incidentId)
  })

  test('stands in the record of the right one with its times and people; their own people are told anew', async () => {
    const { entries, blanks, level, incident } = await story.seen(next)
    const kinds = entries.map(({ kind }) => kind)
    expect(kinds).toContain('rubric_run')
    expect(kinds).not.toContain('caregiver_told')
    expect(blanks).toEqual(expect.arrayContaining(['caregiver_blank', 'clinician_blank', 'report_blank']))
    expect(blanks).not.toEqual(expect.arrayContaining(['stays_blank']))
    expect([level, incident.place]).toEqual(['moderate', 'Room 9'])
    const safety = entries.find(({ kind }) => kind === 'safety_done')
    expect(safety).toMatchObject({ enteredByName: cast.joan.name })
    const [before] = await story.rows<Row>(
      `select happened_at, entered_at from crisis_entry where incident_id = $1 and kind = 'safety_done'`,
      [incidentId],
    )
    expect([safety?.happenedAt, safety?.enteredAt]).toEqual([before?.['happened_at'], before?.['entered_at']])
    expect(entries.find(({ words }) => words === 'Jo Tanner')).toMatchObject({ kind: 'response_called' })
  })

  test('is written anew under the key of the right one, and stays under its own in the record of the wrong one', async () => {
    const keys = await story.rows<{ id: string; owner: string }>('select id, owner_id as owner from data_key')
    const ownerOf = new Map(keys.map(({ id, owner }) => [id, owner]))
    const owners = async (id: string) => {
      const words = `select words as sealed from crisis_entry where incident_id = $1 and words is not null
        union all select place from crisis_incident where id = $1 and place is not null`
      const rows = await story.rows<{ sealed: string }>(words, [id])
      return new Set(rows.map(({ sealed }) => ownerOf.get(keyIdOf(sealedBytes(sealed)))))
    }
    expect([...(await owners(next))]).toEqual([right.id])
    expect([...(await owners(incidentId))]).toEqual([wrong.id])
  })

  test('is told of nobody who need not know: its people and whoever answers for privacy read that it was an error', async () => {
    for (const by of ['joan', 'ruth', 'helen', 'leila'] as const) {
      const { html, status } = await story.pages.get(by, `/crisis/incidents/${incidentId}`)
      expect([by, status]).toEqual([by, 200])
      expect(html).toContain('Entered for the wrong student')
      for (const word of [names.wrong, names.right, 'Room 9', 'Jo Tanner', 'An adult stays'])
        expect(html, by).not.toContain(word)
    }
    for (const by of ['ines', 'marcus', 'karen'] as const)
      expect([by, await statusOf(by, incidentId)]).toEqual([by, 404])
    expect(await statusOf('marcus', next)).toBe(200)
  })

  test('goes on with what a device had kept without a network; a press on the page of the wrong one is refused', async () => {
    const ticks = (given: object) =>
      tickSafety.perform(story.being('joan'), { incidentId, action: 'others_away', ...given })
    expect(await ticks({})).toEqual({ done: false, because: ['closed'] })
    const happenedAt = story.clock.now().toISOString()
    story.must(await ticks({ happenedAt }))
    expect((await story.seen(next)).entries.map(({ what }) => what)).toContain('others_away')
    const told = { told: 'yes', who: 'R. B.', mode: 'phone', topic: 'safe_now', happenedAt }
    expect(await tellCaregiver.perform(story.being('joan'), { incidentId, ...told })).toMatchObject({
      because: ['closed'],
    })
  })

  test('stays in the accounting of the wrong one, and of the right one says what was seen and no name', async () => {
    const items = ['identity', 'whereabouts', 'what_was_observed', 'school_contact']
    expect((await crossed(wrong.id))[0]).toMatchObject({ items, recipientName: 'Jo Tanner' })
    const { items: seen } = (await crossed(right.id))[0] as { items: string[] }
    expect(seen).toEqual(['whereabouts', 'what_was_observed', 'school_contact'])
  })

  test('counts once, for the right one, and is no earlier crisis of the wrong one', async () => {
    const { all, apart, list } = await lookFigures.see(story.being('ruth', 1), {})
    const real = await story.rows(`select from crisis_incident where ended_as is null`)
    expect(all?.began).toBe(real.length)
    expect(apart).toEqual([])
    expect(list.map(({ id }) => id)).not.toContain(incidentId)
    const again = await story.began()
    expect((await story.seen(again)).repeatsOn).toBeNull()
    const owed =
      'select from return_plan where incident_id = $1 union all select from incident_review where incident_id = $1'
    expect(await story.rows(owed, [incidentId])).toEqual([])
  })
})
