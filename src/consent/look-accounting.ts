import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, getDistrict } from '#district/contract.ts'
import { caregiversToContact, findStudent, type Student, studentName } from '#people/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { crossedOf, listingsOf, openedOf } from './accounting-store.ts'
import { readersFor } from './family-readers.ts'
import { accountingReaders } from './policy.ts'
import { noteTaken, readingsOf } from './readings.ts'

/** Whose paper it is: what a caregiver may read, what the student may, or all that the school keeps. */
export const papers = ['caregiver', 'student', 'file'] as const

/** Languages in which a family reads it. */
export const paperLanguages = ['en', 'es'] as const
type PaperLanguage = (typeof paperLanguages)[number]

/** The language of a paper where none is asked for: that of whom it is for, as far as it is spoken here. */
async function languageFor(tx: Transaction, { id, homeLanguage }: Student, to: (typeof papers)[number]) {
  const known = (tag: string) => paperLanguages.find((each) => each === tag.slice(0, 2).toLowerCase())
  if (to === 'student') return known(homeLanguage) ?? 'en'
  if (to === 'file') return 'en'
  const spoken = (await caregiversToContact(tx, id)).map(({ language }) => known(language))
  const theirs = spoken.find((language): language is PaperLanguage => language !== undefined)
  return theirs ?? known(homeLanguage) ?? 'en'
}

/** Crossings on one page of the screen. */
const perPage = 25

const Asked = z.object({
  studentId: id,
  after: id.optional(),
  /** Everything on one page: for paper. */
  whole: z.literal('yes').optional(),
  /** For whom the paper is. */
  to: choice(papers).default('file'),
  /** In which language, where it is for a family; theirs when left out. */
  lang: choice(paperLanguages).optional().catch(undefined),
})

/**
 * The accounting of disclosures about one student [R135]: each crossing with its items, both sides, the
 * consent it relied on, when and by whom (34 CFR 99.32). On paper it is whole: for the school's own file with
 * each time the records were opened, for a family without what is withheld from whoever gets it.
 */
export const lookAccounting = look({
  name: 'consent/accounting',
  by: accountingReaders,
  given: Asked,
  // What leaves on paper needs a fresh proof that it is still them who asks.
  provenLately: ({ whole }) => whole === 'yes',
  shows: {
    for: 'oversight',
    whole: ['identity', 'disclosures'],
    parts: ['access_record', 'told_without_consent'],
  },
  async see(view, { studentId, after = null, whole, to, lang: asked }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(true)
    const onPaper = whole === 'yes'
    const looked = view.knows('access_record')
    const readers = onPaper && to !== 'file' ? readersFor(to) : null
    const page = onPaper ? { after: null, limit: null, readers } : { after, limit: perPage + 1, readers }
    if (onPaper) noteTaken(view, { kind: 'print', studentId: student.id, paper: 'accounting' })
    const [crossed, opened, listed, read, calendar] = await Promise.all([
      crossedOf(view, student.id, page),
      onPaper && looked && to === 'file' ? openedOf(view, student.id) : undefined,
      onPaper && looked && to === 'file' ? listingsOf(view.tx, student.id) : undefined,
      onPaper && looked ? readingsOf(view.tx, student.id, readers) : undefined,
      calendarOf(view.tx),
    ])
    const onPage = onPaper ? crossed : crossed.slice(0, perPage)
    const shown = onPage.filter(({ basis }) => basis === 'consent' || view.knows('told_without_consent'))
    const kind = onPaper ? 'print' : 'read'
    view.saw(
      { type: 'student', id: student.id, studentId: student.id },
      { kind, detail: { crossings: shown.length, ...(onPaper && { to }) } },
    )
    return {
      student: { id: student.id, name: studentName(student) },
      /** Whose paper this is; undefined on the screen. */
      paper: onPaper ? to : undefined,
      lang: asked ?? (onPaper ? await languageFor(view.tx, student, to) : 'en'),
      districtName: (await getDistrict(view.tx)).name,
      crossed: shown,
      next: crossed.length > onPage.length ? onPage.at(-1)?.id : undefined,
      opened,
      listed,
      read,
      now: view.now,
      timeZone: calendar.timeZone,
    }
  },
})
export type Accounting = Awaited<ReturnType<typeof lookAccounting.see>>
