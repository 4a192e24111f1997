import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { answerFileOf, sampleInstrument } from '#tests/support/screening-files.ts'
import { screeningIds } from '#tests/support/screening-ids.ts'
import { readInstrumentFile } from './files.ts'
import { importInstrument } from './import-instrument.ts'
import { loadResults } from './load-results.ts'
import { lookInstruments } from './look-instruments.ts'
import { lookRound } from './look-round.ts'
import { openRound } from './open-round.ts'
import { setCutOff } from './set-cut-off.ts'

let story: AgencyStory
let [instrumentId, roundId] = ['', '']
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-14T17:00:00Z' })
  ;({ instrumentId, roundId } = await screeningIds(story))
})
afterAll(() => story.close())

const round = {
  schoolId: schools.alderCreek.id,
  grades: ['7'],
  opensOn: '2026-10-12',
  closesOn: '2026-10-16',
}
const open = (id: string) => openRound.perform(story.being('daniel'), { ...round, instrumentId: id })
const demo = (is: boolean) =>
  story.admin.query(
    `begin; set local session_replication_role = replica; update district set demo = ${is}; commit`,
  )

describe('An instrument', () => {
  test('is brought by who keeps the standards, once, and read only where it can be scored [R006]', async () => {
    const count = async () => (await story.admin.query('select from screening_instrument')).rowCount
    const file = [sampleInstrument()]
    const yolanda = story.being('yolanda')
    expect(await importInstrument.perform(yolanda, { file })).toMatchObject({ because: ['known_already'] })
    const daniels = importInstrument.perform(story.being('daniel'), { file })
    await expect(daniels).rejects.toThrow(new Problem('not_allowed'))
    const before = await count()
    const broken = readInstrumentFile(new TextEncoder().encode('{"resourceType":"Questionnaire"'))
    await expect(importInstrument.perform(yolanda, { file: [broken] })).rejects.toMatchObject({
      code: 'not_valid',
      because: [{ says: expect.stringMatching(/no JSON file/) }],
    })
    expect(await count()).toBe(before)
    const { rows } = await story.admin.query<{ items: unknown }>('select items from screening_instrument')
    expect(JSON.stringify(rows)).not.toMatch(/not approved for use/)
  })

  test('that is a sample is closed to a school that is live, and none is used without a cut-off', async () => {
    await demo(false)
    expect(await open(instrumentId)).toMatchObject({ because: ['sample_at_live_school'] })
    const file = [sampleInstrument({ version: '2', experimental: false })]
    const yolanda = story.being('yolanda')
    const { instrumentId: approved } = story.must(await importInstrument.perform(yolanda, { file }))
    expect(await open(approved)).toMatchObject({ because: ['no_cut_off'] })
    const cut = { instrumentId: approved, decision: 'Board of October' }
    const tooHigh = await setCutOff.perform(yolanda, { ...cut, points: '9' })
    expect(tooHigh).toMatchObject({ because: ['points_too_many'] })
    story.must(await setCutOff.perform(yolanda, { ...cut, points: '8' }))
    story.must(await open(approved))
    await demo(true)
  })

  test('keeps every version of its cut-off; a round is measured by the one it was opened with [R006]', async () => {
    const next = { instrumentId, points: '3', decision: 'Meeting of October' }
    story.must(await setCutOff.perform(story.being('yolanda'), next))
    const { instruments } = await lookInstruments.see(story.being('helen'), {})
    const cutOffs = instruments.find(({ id }) => id === instrumentId)?.cutOffs
    expect(cutOffs?.map(({ number, points }) => [number, points])).toEqual([
      [2, 3],
      [1, 5],
    ])
    const four = 'some_days some_days some_days some_days'
    const file = [answerFileOf([[families.hana.localId, '2026-10-13', four]])]
    const loaded = story.must(await loadResults.perform(story.being('daniel'), { roundId, file }))
    expect(loaded).toMatchObject({ added: 1, raised: 0 })
    const seen = await lookRound.see(story.being('daniel'), { roundId })
    expect(seen.round).toMatchObject({ cutOffNumber: 1, cutOffPoints: 5 })
  })
})
