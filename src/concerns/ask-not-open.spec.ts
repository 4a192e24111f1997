import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('a school that is open says who reads what is asked, and takes it', async () => {
  const { code, name } = schools.alderCreek
  expect(await read(code)).toContain(`A counselor, psychologist, social worker or nurse at ${name} reads it.`)
  expect(await read(`${code}/student`)).toContain('<textarea')
})
