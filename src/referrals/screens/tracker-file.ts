import type { FastifyPluginAsync } from 'fastify'
import type { Doer } from '#access/doer.ts'
import { whoseInWords } from '#access/whose-record.ts'
import type { Shell } from '#design/contract.ts'
import { csvOf } from '#platform/csv.ts'
import type { House } from '#platform/http/house.ts'
import { asksForProof, type Proving } from '#platform/http/proof.ts'
import { lookTrackerFile, trackerColumns, type TrackerFile } from '../look-tracker-file.ts'
import { stepAt } from '../step-at.ts'
import { stepWords } from '../words.ts'
import { trackerWords } from './tracker-words.ts'

const say = trackerWords()
const sayStep = stepWords()

const instant = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at)

const headings = {
  number: 'file_number',
  student: 'student',
  grade: 'file_grade',
  school: 'school',
  navigator: 'navigator',
  agency: 'partner',
  owed: 'owed',
  due: 'due',
} as const satisfies Record<(typeof trackerColumns)[number], string>

/** The file: whose it is and who took it first, then one row for each referral. */
export function trackerCsv({
  rows,
  more,
  mark,
  takenBy,
  districtName,
  whose,
  timeZone,
  now,
}: TrackerFile): string {
  const at = instant(now, timeZone)
  const lines = rows.map((row) => {
    const cells: Record<(typeof trackerColumns)[number], string> = {
      number: String(row.number),
      student: row.studentName,
      grade: row.grade,
      school: row.schoolName,
      navigator: row.navigatorName,
      agency: row.partnerName ?? say('no_partner'),
      owed: row.nextStep === null ? '' : sayStep(stepAt(row.nextStep, { dueAt: row.nextDueAt, now })),
      due: instant(row.nextDueAt, timeZone),
    }
    return trackerColumns.map((column) => cells[column])
  })
  return csvOf([
    [say('file_mark', { district: districtName, name: takenBy, at, mark })],
    [say('file_note')],
    ...whoseInWords(whose, 'en').map((line) => [line]),
    ...(more ? [[say('file_more', { rows: rows.length })]] : []),
    trackerColumns.map((column) => say(headings[column])),
    ...lines,
  ])
}

type Options = { visit: House<Doer, Shell>['visit']; proving: Proving<Shell> }

/** Hands the tracker out as a file. It stands beside the other addresses because it is no page. */
export const trackerFile =
  ({ visit: visitOf, proving }: Options): FastifyPluginAsync =>
  async (app) => {
    const config = { who: lookTrackerFile.by, behind: lookTrackerFile.name }
    app.get('/referrals/file', { config }, async (request, reply) => {
      const visit = await visitOf(request, undefined)
      try {
        const file = await lookTrackerFile.see(visit.doer, {})
        return await reply
          .headers({
            'content-disposition': 'attachment; filename="referrals.csv"',
            'content-security-policy': "sandbox; default-src 'none'",
            'content-type': 'text/csv; charset=utf-8',
          })
          .send(trackerCsv(file))
      } catch (error) {
        if (!visit.byCookie || !asksForProof(error, request)) throw error
        return reply.redirect(proving.address(request.url), 303)
      }
    })
  }
