import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startIncident } from '#crisis/start-incident.ts'
import { families } from '#tests/riverside/families.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { lookLog } from './look-log.ts'
import { sendAgain } from './send-again.ts'

let story: TriageStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await triageStory()
  pages = await pagesOf(story)
}, 60_000)
afterAll(async () => {
  await pages.close()
  await story.close()
})

describe('Whoever answers for some schools', () => {
  const told = async (by: 'joan' | 'karen', studentId?: string) => {
    const { incidentId } = story.must(await startIncident.perform(story.being(by), { studentId }))
    const apart = `update message set tries = 3, ending = 'set_apart', ended_at = made_at, next_at = null, sent_at = null
      where subject_id = $1 returning id`
    await story.admin.query(`begin; set local session_replication_role = replica`)
    const { rows } = await story.admin.query<{ id: string }>(apart, [incidentId])
    await story.admin.query('commit')
    return rows.map(({ id }) => id)
  }
  const found = async (by: 'lucia' | 'leila', ids: readonly string[]) => {
    const { html } = await pages.get(by, '/messages/log?state=troubled', 'application/json')
    return ids.filter((id) => html.includes(id)).length
  }
  const again = async (by: 'lucia' | 'leila', [id]: readonly string[]) =>
    (await pages.post(by, `/messages/log/${id}/again`, {})).status

  test('finds in the log what is about those schools, and has nothing else tried again', async () => {
    const [here, elsewhere] = [await told('joan'), await told('karen')]
    expect(Math.min(here.length, elsewhere.length)).toBeGreaterThan(0)
    expect(await found('leila', [...here, ...elsewhere])).toBe(here.length + elsewhere.length)
    expect([await found('lucia', here), await found('lucia', elsewhere)]).toEqual([here.length, 0])
    expect(await again('lucia', elsewhere)).toBe(404)
    expect(await again('leila', elsewhere)).toBe(303)
    expect(await again('lucia', here)).toBe(303)
  })

  test('finds nothing that is about a student they are kept from', async () => {
    const about = await told('joan', families.theo.id)
    const lucia = story.being('lucia')
    const kept = { ...lucia, actor: { ...lucia.actor, blockedIds: [families.theo.id] } }
    const seen = async (doer: typeof lucia) =>
      (await lookLog.see(doer, { state: 'troubled', from: 0 })).shown.filter(({ id }) => about.includes(id))
    expect([(await seen(lucia)).length, (await seen(kept)).length]).toEqual([about.length, 0])
    const messageId = about[0]
    await expect(sendAgain.perform(kept, { messageId })).rejects.toThrow('not_found')
    expect(await sendAgain.perform(lucia, { messageId })).toMatchObject({ done: true })
  })
})
