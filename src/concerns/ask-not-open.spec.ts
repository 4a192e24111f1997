import { afterAll, beforeAll, expect, test } from 'vitest'
import { schoolStaff, triageStaff } from '#access/roles.ts'
import { mayRead, readersFrom } from './policy.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'

let story: TriageStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await triageStory()
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const read = async (path: string) => (await pages.get(null, `/ask/${path}`)).html

test('a school being set up promises nobody who reads: crisis help first, and nothing is asked', async () => {
  const { code, name } = schools.juniper
  for (const path of ['', '/student', '/caregiver']) {
    const page = await read(`${code}${path}`)
    expect(page).toContain(`${name} does not take requests here yet.`)
    expect(page.indexOf('tel:988')).toBeLessThan(page.indexOf('does not take requests'))
    expect(page).not.toMatch(/reads? what you write|read it|<textarea|I am a student/)
  }
  expect(await read(`${code}?lang=es`)).toContain(`${name} todavía no recibe solicitudes aquí.`)
})

const said = (name: string, on: string) => `Someone at ${name} reads what is sent now by ${on} at the latest.`

test('what is received says by which day it is read, as the clock of the queue runs [R007]', async () => {
  const { code, name } = schools.alderCreek
  story.clock.set('2026-11-25T04:15:00Z')
  const late = await story.raise('ada', { urgency: 'this_week' })
  const [concern] = await story.rows<{ due_at: Date }>('select due_at from concern where id = $1', [late])
  expect(concern?.due_at.toISOString().slice(0, 10)).toBe('2026-12-01')
  const page = await read(`${code}/received`)
  expect(page).toContain(said(name, 'Monday, November 30, 2026'))
  expect(page).toContain('is read by Wednesday, November 25, 2026')
  expect(await read(`${code}/received?lang=es`)).toContain('lunes, 30 de noviembre de 2026')
})

test('everybody who may read it is named, as the district has it, and nobody else', () => {
  const beside = ['navigator', 'designated_lead'] as const
  for (const source of ['student', 'caregiver'] as const) {
    for (const deciders of [triageStaff, [...triageStaff, ...beside]]) {
      const named = readersFrom(source, deciders)
      const may = schoolStaff.filter((role) => {
        const actor = { ...story.being('daniel').actor, role, schoolIds: null }
        return mayRead({ actor, deciders }, { studentId: null, schoolId: schools.alderCreek.id, source })
      })
      expect(named).toEqual(may)
      expect(named.length).toBeGreaterThanOrEqual(deciders.length)
    }
  }
})

test('a school that is open says who reads what is asked, and takes it', async () => {
  const { code, name } = schools.alderCreek
  const four = 'counselors, psychologists, social workers, '
  expect(await read(code)).toContain(`at ${name} reads it: ${four}nurses, and the head of student support`)
  expect(await read(`${code}/student`)).toContain(
    `Only these people of your school read it: ${four}and nurses.`,
  )
  expect(await read(`${code}/student?lang=es`)).toContain(
    'consejería, psicología, trabajo social y enfermería',
  )
  expect(await read(`${code}/student`)).toContain('<textarea')
})
