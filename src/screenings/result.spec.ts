import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId, schools } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { answerFileOf, type AnswerLine } from '#tests/support/screening-files.ts'
import { screeningIds } from '#tests/support/screening-ids.ts'
import { loadResults } from './load-results.ts'
import { lookRound } from './look-round.ts'
import { openRound } from './open-round.ts'
import { optOut } from './opt-out.ts'

let story: AgencyStory
let [instrumentId, roundId] = ['', '']
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-14T17:00:00Z' })
  ;({ instrumentId, roundId } = await screeningIds(story))
})
afterAll(() => story.close())

const [low, high] = ['never never some_days some_days', 'most_days most_days some_days never']
/** Students whom no story knows: so many of a grade that counts of them point at nobody. */
const crowd = async (grade: string, many: number) => {
  await story.admin.query('begin; set local session_replication_role = replica')
  for (let each = 0; each < many; each++)
    await story.admin.query(
      `insert into student select (jsonb_populate_record(null::student, to_jsonb(s) || $2)).* from student s where s.id = $1`,
      [
        families.hana.id,
        {
          id: newId(),
          local_id: `${grade}-${each}`,
          source_id: `${grade}-${each}`,
          grade,
          district_id: riversideId,
        },
      ],
    )
  await story.admin.query('commit')
}

/** Results of a grade: the first ones over the cut-off. */
const lines = (grade: string, { over, of }: { over: number; of: number }) =>
  Array.from({ length: of }, (_, at): AnswerLine => [`${grade}-${at}`, '2026-10-13', at < over ? high : low])

describe('The result of a round', () => {
  test('is counts by grade for a data review, and where they would point at somebody they are hidden [R006]', async () => {
    const seen = () => lookRound.see(story.being('helen'), { roundId })
    const few = [answerFileOf([[families.kayla.localId, '2026-10-13', high]])]
    story.must(await loadResults.perform(story.being('daniel'), { roundId, file: few }))
    const { tally } = await seen()
    expect(tally.total).toBeNull()
    expect(tally.rows.every(({ counts }) => counts === null)).toBe(true)

    await crowd('9', 60)
    await crowd('10', 40)
    const big = { schoolId: schools.alderCreek.id, instrumentId, grades: ['9', '10'] }
    const days = { opensOn: '2026-10-12', closesOn: '2026-10-16' }
    const opened = await openRound.perform(story.being('daniel'), { ...big, ...days })
    const { roundId: of } = story.must(opened)
    const file = [answerFileOf([...lines('9', { over: 12, of: 40 }), ...lines('10', { over: 10, of: 25 })])]
    story.must(await loadResults.perform(story.being('daniel'), { roundId: of, file }))
    const result = (await lookRound.see(story.being('helen'), { roundId: of })).tally
    expect(result).toEqual({
      rows: [
        { grade: '9', counts: { tookPart: 40, optedOut: 0, open: 20, over: 12 } },
        { grade: '10', counts: { tookPart: 25, optedOut: 0, open: 15, over: 10 } },
      ],
      total: { tookPart: 65, optedOut: 0, open: 35, over: 22 },
    })
    const one = (await story.admin.query<{ id: string }>(`select id from student where local_id = '10-39'`))
      .rows[0]
    story.must(await optOut.perform(story.being('daniel'), { studentId: one?.id, saidOn: '2026-10-13' }))
    const hidden = (await lookRound.see(story.being('helen'), { roundId: of })).tally
    expect(hidden.rows.map(({ counts }) => counts)).toEqual([null, null])
    expect(hidden.total).toBeNull()
  })
})
