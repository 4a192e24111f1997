import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { wholeHouse } from '#tests/support/whole-house.ts'
import { lookTrackerFile } from './look-tracker-file.ts'
import { trackerCsv } from './screens/tracker-file.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
  await story.decide('sofia')
  await story.sent('mateo')
})
afterAll(() => story.close())

const read = (text: string) => parse(text, { bom: true, relax_column_count: true })

describe('The tracker as a file', () => {
  test('says who took it, has a row for each referral, and is written down with each student', async () => {
    const ruth = story.being('ruth')
    const file = await lookTrackerFile.see(ruth, {})
    const [mark = [], note = [], whose = [], head = [], ...rows] = read(trackerCsv(file))
    expect(mark.join()).toContain(`Taken by ${cast.ruth.name}`)
    expect(mark.join()).toContain(file.mark)
    expect(note.join()).toContain('Education records')
    expect(whose).toEqual(['Record of the school district, under FERPA.'])
    expect(head).toContain('Student')
    const name = ({ given, family }: { given: string; family: string }) => `${given} ${family}`
    expect(rows.map(([, student]) => student)).toEqual(
      expect.arrayContaining([name(families.sofia), name(families.mateo)]),
    )
    const [trace] = (await story.trailOf(`kind = 'export' and name = 'referrals/tracker-file'`, [])).slice(-1)
    expect(trace).toMatchObject({ role: 'designated_lead', detail: { mark: file.mark, rows: rows.length } })
  })

  test('holds nothing that a spreadsheet would carry out, and says what is left out of it', async () => {
    const file = await lookTrackerFile.see(story.being('ruth'), {})
    const [row] = file.rows
    if (row === undefined) throw new Error('There is no referral')
    const planted = { ...row, studentName: '=HYPERLINK("https://elsewhere.example")', navigatorName: '＝1' }
    const lines = read(trackerCsv({ ...file, rows: [planted], more: true }))
    expect(lines.flat().filter((cell) => /^\s*[=+\-@＝]/.test(cell))).toEqual([])
    expect(lines.flat().join()).toContain('Only the first 1 are in this file')
  })

  test('is for those who lead, and only just after they proved who they are: no machine takes it', async () => {
    await expect(lookTrackerFile.see(story.being('maya'), {})).rejects.toThrow(new Problem('not_allowed'))
    const unproven = { ...story.being('ruth'), provenLately: false }
    await expect(lookTrackerFile.see(unproven, {})).rejects.toThrow(new Problem('proof_needed'))
    const refusals = await story.trailOf(`kind = 'refusal' and name = 'referrals/tracker-file'`, [])
    expect(refusals.length).toBeGreaterThan(1)
  })

  test('leads who has to prove it to the code first, and is handed out as a file that can do nothing', async () => {
    const house = await wholeHouse()
    try {
      const ruth = await house.front.signedIn('ruth', house.browser())
      const file = await ruth.get('/referrals/file')
      expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
      expect(file.headers['content-disposition']).toBe('attachment; filename="referrals.csv"')
      expect(file.headers['content-security-policy']).toContain('sandbox')
      expect(file.headers['cache-control']).toBe('no-store')
      house.front.after(14)
      await ruth.get('/referrals')
      house.front.after(2)
      const late = await ruth.get('/referrals/file')
      expect([late.statusCode, late.headers.location]).toEqual([303, '/sign-in/again?to=%2Freferrals%2Ffile'])
    } finally {
      await house.close()
    }
  })
})
