import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { lookFitCases } from './look-fit-cases.ts'
import { lookTriageFit } from './look-triage-fit.ts'
import { lineShown } from './triage-fit.ts'

const departing = { overrideReason: 'The family asked', reviewerId: cast.helen.id }

let story: TriageStory
let pages: Awaited<ReturnType<typeof pagesOf>>
/** One decision by the checklist and one against it, on each side. */
beforeAll(async () => {
  story = await triageStory()
  pages = await pagesOf(story)
  const decide = async (family: FamilyKey, set: 'low' | 'moderate', choice: object) =>
    story.must(await story.decide({ ...(await story.ready(family, set)), ...choice }))
  await decide('mateo', 'low', { ...choices.b, ...departing })
  await decide('sofia', 'moderate', choices.b)
  await decide('theo', 'moderate', { ...choices.a, ...departing })
  await decide('ruben', 'low', choices.a)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const report = (who: 'daniel' | 'ruth' | 'priya' | 'thomas' | 'yolanda') =>
  lookTriageFit.see(story.being(who), {})
const students = (list: { cases: readonly { studentId: string }[] } | undefined) =>
  list?.cases.map(({ studentId }) => studentId)

describe('The triage report', () => {
  test('counts who was referred below and who is held above what the checklist indicated, and leads to each [R024]', async () => {
    expect(await report('ruth')).toMatchObject({
      over: { all: 2, count: 1, share: 50 },
      under: { all: 2, count: 1, share: 50 },
    })
    const { html } = await pages.get('ruth', '/triage-report')
    expect(html).toContain('1 of 2 referrals in the last 365 days, 50 %')
    expect(html).toContain('1 of 2 students who have school support now, 50 %')
    expect(html).toContain('href="/triage-report/cases#over"')
    expect(html).toContain('href="/triage-report/cases#under"')

    const { over, under } = await lookFitCases.see(story.being('ruth'), {})
    expect(over?.cases).toMatchObject([{ studentId: families.mateo.id, indicated: 'a' }])
    expect(under?.cases).toMatchObject([{ studentId: families.theo.id, indicated: 'b' }])
    const cases = await pages.get('ruth', '/triage-report/cases')
    expect(cases.html).toContain('Mateo Rivas')
    for (const [address, id] of [
      ['/referrals', over?.cases[0]?.id],
      ['/supports', under?.cases[0]?.id],
    ]) {
      expect(cases.html).toContain(`href="${address}/${id}"`)
      expect((await pages.get('ruth', `${address}/${id}`)).status).toBe(200)
    }
  })

  test('shows no count under ten to whoever reads no record, and none of its cases [R024]', async () => {
    for (const who of ['thomas', 'yolanda'] as const) {
      expect(await report(who)).toMatchObject({ readsCases: false, over: null, under: null })
      const { html } = await pages.get(who, '/triage-report')
      expect(html).toContain('a count under 10 could tell whom it is of')
      expect(html).not.toContain('/triage-report/cases')
      await expect(lookFitCases.see(story.being(who), {})).rejects.toEqual(new Problem('not_allowed'))
    }
    expect(lineShown({ all: 40, count: 12 }, false)).toEqual({ all: 40, count: 12, share: 30 })
    expect(lineShown({ all: 40, count: 0 }, false)).toEqual({ all: 40, count: 0, share: 0 })
    // What is left of the whole says it too.
    expect(lineShown({ all: 40, count: 33 }, false)).toBeNull()
    expect(lineShown({ all: 40, count: 33 }, true)).not.toBeNull()
  })

  test('is of the schools within reach, and every reading names whose cases were shown', async () => {
    expect(await report('priya')).toMatchObject({ over: { all: 0, share: null }, under: { all: 0 } })
    const elsewhere = await lookFitCases.see(story.being('priya'), {})
    expect([students(elsewhere.over), students(elsewhere.under)]).toEqual([[], []])
    await lookFitCases.see(story.being('daniel'), {})
    const [read] = await story.rows<{ student_ids: string[] }>(
      `select student_ids from audit_event where kind = 'read' and name = 'governance/fit-cases' order by at desc, id desc limit 1`,
    )
    expect(read?.student_ids.toSorted()).toEqual([families.mateo.id, families.theo.id].toSorted())
    await expect(lookTriageFit.see(story.being('joan'), {})).rejects.toEqual(new Problem('not_allowed'))
  })

  test('counts a student as held no longer once the support has ended or a later decision went further', async () => {
    const { concernId, screeningId } = await story.ready('theo', 'moderate')
    story.must(await story.decide({ concernId, screeningId, ...choices.b }))
    expect((await report('ruth')).under).toMatchObject({ all: 2, count: 0 })
    await story.admin.query(`begin; set local session_replication_role = replica;
      update brief_support set ended_at = now() where student_id = '${families.ruben.id}'; commit`)
    expect((await report('ruth')).under).toMatchObject({ all: 1, count: 0 })
  })
})
