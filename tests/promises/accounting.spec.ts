import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Doer } from '#access/doer.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { lookAccounting } from '#consent/look-accounting.ts'
import { lookTrackerFile } from '#referrals/look-tracker-file.ts'
import { trackerCsv } from '#referrals/screens/tracker-file.ts'
import { house } from '../../src/compose.ts'
import { families } from '../riverside/families.ts'
import { type AgencyStory, agencyStory, everything } from '../support/agency-story.ts'
import { byPhone } from '../support/referral-story.ts'
import { step, tries, visit } from './accounting-tries.ts'
import { amissIn, filesAmissIn, type HandedOut } from './accounting.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

/** Files of referrals that somebody took along. */
const files: HandedOut[] = []
const amissNow = async () => [...(await amissIn(story.admin)), ...(await filesAmissIn(story.admin, files))]
const count = async (from: string) =>
  (await story.admin.query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]?.n ?? 0

const acts = new Map(house.resources.map(({ act }) => [act.name, act]))
/** Takes the list of referrals along, and reads off the file what is in it. */
async function takeFile() {
  const at = story.clock.now()
  const text = trackerCsv(await lookTrackerFile.see(story.being('ruth'), {}))
  const [, , , headings = [], ...lines] = parse(text, { bom: true, relax_column_count: true })
  const lineOf = (cells: string[]) =>
    Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? '']))
  files.push({ at, lines: lines.map(lineOf) })
  return true
}

/** What would be amiss if somebody had done this to the ledger, or to what left. */
const planted = async (text: string) => {
  await story.admin.query('begin; set local session_replication_role = replica')
  await story.admin.query(text)
  const found = await amissNow()
  await story.admin.query('rollback')
  return [...new Set(found.map((said) => said.split(':')[0]))]
}

const latest = async (table: string, referralId: string) =>
  (
    await story.rows(`select id from ${table} where referral_id = $1 order by id desc limit 1`, referralId)
  )[0]?.['id']

/** The student is in a crisis all along. */
let incidentId: string
const inCrisis = async () => {
  const begun = await startIncident.perform(story.being('daniel'), { studentId: families.mateo.id })
  incidentId = story.must(begun).incidentId
}

/** Whatever is tried, some of it is refused. An instant later each time, so that an instant is one act. */
async function attempt(referralId: string, tried: { do: string; no: string }) {
  story.clock.set(new Date(story.clock.now().getTime() + 1000))
  if (tried.do === 'referrals/tracker-file') return takeFile()
  const known = tries[tried.do]
  const doer: Doer = story.being(known?.by ?? 'maya')
  const given = {
    ...known?.given,
    ...(known === undefined && byPhone('mateo')),
    referralId,
    incidentId,
    appointmentId: await latest('appointment', referralId),
    consentId: await latest('consent', referralId),
    askedBy: 'Elena Rivas',
    channel: 'phone',
    answers: { ...everything, [tried.no]: 'no' },
  }
  const act = acts.get(tried.do.split(' ')[0] ?? '')
  const shape = (act?.given as { def?: { shape?: object } } | undefined)?.def?.shape
  const wanted =
    shape === undefined ? given : Object.fromEntries(Object.entries(given).filter(([name]) => name in shape))
  const outcome = await act?.perform(doer, wanted).catch((error: Error) => error.message)
  return typeof outcome === 'object' && outcome !== null && outcome.done
}

describe('The accounting of disclosures', () => {
  test('equals the sum of what left, whatever is tried and in whatever order [R135]', {
    timeout: 120_000,
  }, async () => {
    const done = new Map<string, number>()
    await inCrisis()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 14, maxLength: 22 }), async (steps) => {
        const referralId = await story.decide('mateo')
        await story.choose(referralId)
        await story.answer(referralId, 'mateo', everything)
        const way = [
          { do: 'referrals/send-referral', no: '' },
          { do: 'referrals/accept-referral', no: '' },
        ]
        for (const tried of [...way, ...steps])
          if (await attempt(referralId, tried)) done.set(tried.do, (done.get(tried.do) ?? 0) + 1)
        expect(await amissNow()).toEqual([])
      }),
      { numRuns: 14, seed: 20261013 },
    )
    expect(await count('disclosure')).toBeGreaterThan(60)
    expect([...done.keys()].length).toBeGreaterThan(11)
    const inAnEmergency = 'crisis/tell-clinician in an emergency'
    expect([...done.keys()]).toEqual(expect.arrayContaining(['crisis/tell-clinician', inAnEmergency]))
    expect(files.flatMap(({ lines }) => lines).length).toBeGreaterThan(10)
    expect(await count('disclosure where made_by is null')).toBe(0)
  })

  test('would show a crossing that is not in it, one that never was, and one with more than left', async () => {
    expect(await planted(`delete from disclosure where direction = 'to_school'`)).toEqual([
      'not in the ledger',
    ])
    expect(await planted(`delete from disclosure where direction = 'to_other'`)).toEqual([
      'not in the ledger',
    ])
    expect(await planted(`delete from crisis_entry where kind = 'clinician_told'`)).toContain('never left')
    expect(await planted('delete from packet')).toContain('never left')
    expect(await planted('delete from safety_signal')).toEqual(['never left', 'more than left'])
    expect(
      await planted(
        `update disclosure set items = items || 'coverage2'::text where direction = 'to_partner'`,
      ),
    ).toEqual(['more than left'])
    // Everything a question would let cross, where one act told less.
    expect(
      await planted(
        `update disclosure set items = '{status,appointment}' where direction = 'to_school' and 'status' = any(items)`,
      ),
    ).toEqual(['more than left'])
    expect(
      await planted(
        `insert into disclosure select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).* from disclosure d`,
      ),
    ).toEqual(['twice'])
  })

  test('would show a student of a file that is not in it, a field, and a line that never left', async () => {
    expect(await planted(`delete from disclosure_reading where kind = 'export'`)).toEqual([
      'not in the ledger',
    ])
    expect(
      await planted(
        `update disclosure_reading set items = items || 'birth_date'::text where kind = 'export'`,
      ),
    ).toEqual(['not in the ledger', 'never left'])
    expect(
      await planted(
        `insert into disclosure_reading select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).*
         from disclosure_reading r where kind = 'export'`,
      ),
    ).toEqual(['twice'])
  })

  test('has no visit that a school books after the family took its yes back: it is refused [R129]', async () => {
    const { referralId, consentIds } = await story.sent('sofia')
    const given = { referralId, ...visit, on: '2026-10-16', at: '16:30', flexible: [] }
    for (const consentId of consentIds)
      await revokeConsent.perform(story.being('maya'), { consentId, askedBy: 'Carmen', channel: 'phone' })
    const booked = await bookAppointment.perform(story.being('maya'), given)
    expect(booked).toEqual({ done: false, because: ['not_shared'] })
    story.clock.set(new Date(story.clock.now().getTime() + 1000))
    await story.answer(referralId, 'sofia', everything)
    expect(await bookAppointment.perform(story.being('maya'), given)).toMatchObject({ done: true })
    expect(await amissNow()).toEqual([])
  })

  test('reads the same on the pages and on paper, to those who may', async () => {
    const { id: studentId } = families.mateo
    const leila = story.being('leila')
    const paper = await lookAccounting.see(leila, { studentId, whole: 'yes' })
    const onPages: string[] = []
    let after: string | undefined
    do {
      const page = await lookAccounting.see(leila, { studentId, ...(after !== undefined && { after }) })
      expect(page.crossed.length).toBeLessThanOrEqual(25)
      onPages.push(...page.crossed.map(({ id }) => id))
      after = page.next
    } while (after !== undefined)
    expect(onPages).toEqual(paper.crossed.map(({ id }) => id))
    expect(onPages.length).toBe(await count(`disclosure where student_id = '${studentId}'`))
    expect(
      paper.crossed.every((one) => one.byName !== null && (one.basis !== 'consent' || one.givenAt <= one.at)),
    ).toBe(true)
    expect((await lookAccounting.see(leila, { studentId, whole: 'yes' })).opened?.length).toBeGreaterThan(1)
    await expect(lookAccounting.see(story.being('joan'), { studentId })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await expect(lookAccounting.see(story.noor(), { studentId })).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })
})
