import { afterAll, beforeAll, expect, test } from 'vitest'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { entry, running } from '#tests/support/incident-facts.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { acknowledgeAlert } from './acknowledge-alert.ts'
import { closeIncident } from './close-incident.ts'
import { incidentPage } from './incident-page.ts'
import { blanksOf } from './rules.ts'
import { startIncident } from './start-incident.ts'
import { tellClinician } from './tell-clinician.ts'

let story: AgencyStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await agencyStory()
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

test('that nobody is known leaves the step open while the record names somebody, until they were told', () => {
  const nobody = entry({ kind: 'clinician_told', what: 'none_known' })
  const told = entry({ kind: 'clinician_told', what: 'emergency' })
  const open = (entries: Parameters<typeof running>[0], isTreated: boolean) =>
    blanksOf({ ...running(entries), isTreated }).filter((blank) => blank.startsWith('clinician'))
  expect(open([nobody], false)).toEqual([])
  expect(open([], true)).toEqual(['clinician_blank'])
  expect(open([nobody], true)).toEqual(['clinician_on_record'])
  expect(open([nobody, told], true)).toEqual([])
})

test('who treats the student is read from the record; it is never offered that nobody is known beside them', async () => {
  const studentId = families.mateo.id
  const before = story.must(await startIncident.perform(story.being('daniel'), { studentId })).incidentId
  const page = async (incidentId: string) =>
    (await pages.get('daniel', `/crisis/incidents/${incidentId}`)).html
  expect(await page(before)).toContain('value="none_known"')
  const says = { incidentId: before, basis: 'none_known' }
  story.must(await tellClinician.perform(story.being('daniel'), says))
  await story.accepted('mateo')
  const html = await page(before)
  expect(html).toContain('Who answers for treatment: Tomas Lindqvist')
  expect(html).not.toContain('value="none_known"')
  expect(html).toContain('The record says who treats the student. Were they told?')
  expect((await incidentPage.see(story.being('daniel'), { incidentId: before })).blanks).toContain(
    'clinician_on_record',
  )
  story.must(await acknowledgeAlert.perform(story.being('ruth', 1), { incidentId: before }))
  expect(await closeIncident.perform(story.being('ruth', 1), { incidentId: before })).toMatchObject({
    because: expect.arrayContaining(['clinician_on_record']),
  })
  story.must(await tellClinician.perform(story.being('daniel'), { ...says, basis: 'emergency' }))
  expect((await incidentPage.see(story.being('daniel'), { incidentId: before })).blanks).not.toContain(
    'clinician_on_record',
  )
})

test('whoever may not know who treats a student is not told that somebody does', async () => {
  const studentId = families.mateo.id
  const { incidentId } = story.must(await startIncident.perform(story.being('joan'), { studentId }))
  story.must(await tellClinician.perform(story.being('joan'), { incidentId, basis: 'none_known' }))
  const seen = await incidentPage.see(story.being('joan'), { incidentId })
  expect(seen.treating).toBeUndefined()
  expect(seen.blanks).not.toContain('clinician_on_record')
})
