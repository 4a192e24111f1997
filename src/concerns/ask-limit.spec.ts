import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { publicActor, systemActor } from '#access/actor.ts'
import { Db } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId, type SchoolKey, schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { askAsCaregiver } from './ask-as-caregiver.ts'
import { askAsStudent } from './ask-as-student.ts'
import { askPage } from './ask-page.ts'
import { forgetAskers } from './forget-askers.ts'
import { jobs } from './jobs.ts'
import { askLimit } from './public-page.ts'

let story: TriageStory
let other: Db
let networks = 0
beforeAll(async () => {
  story = await triageStory()
  other = new Db({ ...story.login('app'), max: 2 })
})
afterAll(async () => {
  await other.close()
  await story.close()
})
/** Each spec begins when the windows of the one before have ended. */
beforeEach(() => {
  story.clock.set(new Date(story.clock.now().getTime() + (askLimit.minutes + 1) * 60_000))
})

const tooMany = new Problem('too_many')
const network = () => `mark ${networks++}`
const from = (mark: string, school: SchoolKey = 'alderCreek') =>
  story.as(publicActor(riversideId, schools[school].id, mark))
const ask = (mark: string, school?: SchoolKey) => askAsStudent.perform(from(mark, school), { name: 'Ruben' })
const times = async (count: number, work: () => Promise<unknown>) => {
  for (let done = 0; done < count; done++) await work()
}

describe('Asking too often on the public page', () => {
  test('one network is told to wait, and everybody else is heard, on this page and on others', async () => {
    const machine = network()
    await times(askLimit.address, async () => story.must(await ask(machine)))
    await expect(ask(machine)).rejects.toEqual(tooMany)
    await expect(ask(machine, 'larkspur')).rejects.toEqual(tooMany)
    story.must(await ask(network()))
    story.must(await ask(network(), 'larkspur'))
    story.clock.set(new Date(story.clock.now().getTime() + askLimit.minutes * 60_000))
    story.must(await ask(machine))
  })

  test('many networks at one school use up the share of that school alone', async () => {
    await times(askLimit.school, async () => story.must(await ask(network())))
    await expect(ask(network())).rejects.toEqual(tooMany)
    story.must(await ask(network(), 'larkspur'))
  })

  test('many networks at many schools use up the share of the district', async () => {
    await story.admin.query(
      `update ask_count set requests = $1, window_ends_at = $2 where kind = 'district'`,
      [askLimit.district, new Date(story.clock.now().getTime() + 60_000)],
    )
    await expect(ask(network(), 'larkspur')).rejects.toEqual(tooMany)
  })

  test('processes count together: sent to two at once, no more are heard', async () => {
    const machine = network()
    const elsewhere = { ...from(machine), db: other }
    const answers = await Promise.allSettled(
      Array.from({ length: askLimit.address * 2 }, (_, sent) =>
        sent % 2 === 0 ? ask(machine) : askAsStudent.perform(elsewhere, { name: 'Ruben' }),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(askLimit.address)
  })

  test('whom it is about makes no difference: a known name uses the same share and gets the same answer', async () => {
    const [one, two] = [network(), network()]
    const worry = { askedBy: 'Carmen', contact: '555-0137', observed: 'She does not sleep', urgency: 'today' }
    const about = (name: string, mark: string) => askAsCaregiver.perform(from(mark), { ...worry, name })
    const known = `${families.sofia.given} ${families.sofia.family}`
    await times(askLimit.address, async () => {
      expect(await about(known, one)).toEqual(await about('Nobody Here', two))
    })
    await expect(about(known, one)).rejects.toEqual(tooMany)
    await expect(about('Nobody Here', two)).rejects.toEqual(tooMany)
  })

  test('whom to call is shown to whoever was told to wait, and the page itself is never counted', async () => {
    const machine = network()
    await times(askLimit.address, () => ask(machine))
    await expect(ask(machine)).rejects.toEqual(tooMany)
    expect(tooMany.toJSON().next).toMatch(/911.*988/)
    await times(askLimit.address * 2, async () => {
      const page = await askPage.see(from(machine), { place: 'alder-creek' })
      expect(page.contacts.map(({ number }) => number)).toContain('988')
    })
  })

  test('a browser reads the numbers on the form it sent, with what it typed, in its language', async () => {
    const pages = await pagesOf(story)
    const send = () => pages.post(null, '/ask/alder-creek/student?lang=es', { name: 'Ruben', language: 'es' })
    for (let sent = 0; sent < askLimit.address; sent++) expect((await send()).status).toBe(303)
    const { status, html } = await send()
    expect(status).toBe(429)
    expect(html).toContain('Espere un cuarto de hora')
    expect(html).toContain('href="tel:988"')
    expect(html).toContain('value="Ruben"')
    expect((await pages.get(null, '/ask/alder-creek')).status).toBe(200)
    expect(pages.broken).toEqual([])
    await pages.close()
  })

  test('what was counted is forgotten within the hour', async () => {
    await ask(network())
    const { rows } = await story.admin.query<{ run_at: Date }>(
      `select run_at from graphile_worker.jobs where task_identifier = 'concerns/forget-askers' order by run_at desc limit 1`,
    )
    const runAt = rows[0]?.run_at as Date
    expect(runAt.getTime() - story.clock.now().getTime()).toBeLessThanOrEqual(3_600_000)
    story.clock.set(runAt)
    await jobs[0]?.run(story.as(systemActor(riversideId)), { district_id: riversideId })
    expect(await story.rows('select * from ask_count')).toEqual([])
  })

  test('a flood leaves one line in the trail for each counter and window, and how many it was', async () => {
    const machine = network()
    const lines = async () => {
      const refused = await story.trailOf(`kind = 'refusal' and detail ->> 'because' like '%too_many%'`, [])
      return refused.length
    }
    const flood = (mark: string) => times(25, () => expect(ask(mark)).rejects.toEqual(tooMany))
    const before = await lines()
    await times(askLimit.address, () => ask(machine))
    await flood(machine)
    expect(await lines()).toBe(before + 1)

    await times(askLimit.school - askLimit.address, () => ask(network()))
    await times(25, () => expect(ask(network())).rejects.toEqual(tooMany))
    await flood(machine)
    expect(await lines(), 'one network, then one school').toBe(before + 2)

    story.clock.set(new Date(story.clock.now().getTime() + askLimit.minutes * 60_000))
    await times(askLimit.address, () => ask(machine))
    await flood(machine)
    expect(await lines(), 'the window after').toBe(before + 3)

    story.clock.set(new Date(story.clock.now().getTime() + askLimit.minutes * 60_000))
    const gone = story.must(await forgetAskers.perform(story.as(systemActor(riversideId)), {}))
    expect(gone.refused, 'by the network 75 times, by the school 50 times').toBe(125)
  })
})
