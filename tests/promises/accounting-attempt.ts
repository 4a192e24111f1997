import { parse } from 'csv-parse/sync'
import type { Doer } from '#access/doer.ts'
import { agreeTime } from '#classroom/agree-time.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { lookTrackerFile } from '#referrals/look-tracker-file.ts'
import { trackerCsv } from '#referrals/screens/tracker-file.ts'
import { formTeam } from '#wraparound/form-team.ts'
import { house } from '../../src/compose.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { byPhone } from '../support/referral-story.ts'
import { type CaseReviewStory, caseReviewStory } from '../support/case-review-story.ts'
import { agreeOnEveryItem } from '../support/whole-agreement.ts'
import { allAsked, tries } from './accounting-tries.ts'
import type { HandedOut } from './accounting.ts'

const acts = new Map(house.resources.map(({ act }) => [act.name, act]))
const studentId = families.mateo.id

/** Takes the list of referrals along, and reads off the file what is in it. */
async function takenFrom(story: CaseReviewStory): Promise<HandedOut> {
  const at = story.clock.now()
  const text = trackerCsv(await lookTrackerFile.see(story.being('ruth'), {}))
  const [, , , headings = [], ...lines] = parse(text, { bom: true, relax_column_count: true })
  const lineOf = (cells: string[]) =>
    Object.fromEntries(headings.map((heading, place) => [heading, cells[place] ?? '']))
  return { at, lines: lines.map(lineOf) }
}

/** All along the student is in a crisis, has a team and a teacher, and is on the list of a case review. */
async function around(story: CaseReviewStory) {
  const { referralId } = await story.accepted('mateo', allAsked)
  const lesson = { kind: 'in_class', lesson: 'math', weekday: 1, fromAt: '08:00', untilAt: '08:30' }
  const taught = { studentId, ...lesson, teacherId: cast.joan.id }
  story.must(await agreeTime.perform(story.being('maya'), taught))
  const { incidentId } = story.must(await startIncident.perform(story.being('daniel'), { studentId }))
  const { teamId } = story.must(await formTeam.perform(story.being('grace'), { studentId }))
  return { incidentId, teamId, reviewId: await story.begin(), referralId }
}

const latest = async (story: CaseReviewStory, table: string, referralId: string) =>
  (
    await story.rows(`select id from ${table} where referral_id = $1 order by id desc limit 1`, referralId)
  )[0]?.['id']

/** Riverside where all that lets something cross can be tried, one thing after another. */
export async function accountingStory() {
  const story = await caseReviewStory()
  await agreeOnEveryItem(story)
  const files: HandedOut[] = []
  const { referralId: reviewed, ...known } = await around(story)
  /** Whatever is tried, some of it is refused. An instant later each time, so that an instant is one act. */
  const attempt = async (referralId: string, tried: { do: string; no: string }): Promise<boolean> => {
    story.clock.set(new Date(story.clock.now().getTime() + 1000))
    if (tried.do === 'referrals/tracker-file') return files.push(await takenFrom(story)) > 0
    const { by = 'maya', given: said, of } = tries[tried.do] ?? {}
    const doer: Doer = story.being(by)
    const given: Record<string, unknown> = {
      ...said,
      ...(said === undefined && byPhone('mateo')),
      ...known,
      studentId,
      referralId: of === 'review' ? reviewed : referralId,
      appointmentId: await latest(story, 'appointment', referralId),
      consentId: await latest(story, 'consent', referralId),
      askedBy: 'Elena Rivas',
      channel: 'phone',
      answers: { ...allAsked, [tried.no]: 'no' },
    }
    const act = acts.get(tried.do.split(' ')[0] ?? '')
    const shape = (act?.given as { def?: { shape?: object } } | undefined)?.def?.shape ?? given
    const wanted = Object.fromEntries(Object.entries(given).filter(([name]) => name in shape))
    const outcome = await act?.perform(doer, wanted).catch((error: Error) => error.message)
    return typeof outcome === 'object' && outcome !== null && outcome.done
  }
  return { ...story, files, attempt }
}
export type AccountingStory = Awaited<ReturnType<typeof accountingStory>>
