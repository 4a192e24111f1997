import { afterAll, beforeAll, expect, test } from 'vitest'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { addContact } from './add-contact.ts'
import { endContact } from './end-contact.ts'
import { incidentPage } from './incident-page.ts'
import { runRubric } from './run-rubric.ts'
import { startIncident } from './start-incident.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
})
afterAll(() => story.close())

test('each level shows what it says, when, and every number with its hours; a number that is missing is flagged [R096]', async () => {
  const incidentId = await story.began()
  await story.upToTheLevel(incidentId, 'low')
  const level = async () => {
    const { html } = await story.pages.get('daniel', `/crisis/incidents/${incidentId}`)
    const step = html.slice(html.indexOf('The level says'), html.indexOf('Something else was called'))
    return step.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  }
  const run = async (level: string) =>
    story.must(await runRubric.perform(story.being('ines'), { incidentId, answers: story.all(level) }))
  const { lead, numbers } = await story.seen(incidentId)
  expect(await level()).toMatch(/School team Low: the counselor .* Ruth Halvorsen/)
  expect(await level()).toContain(lead?.phone)
  await run('moderate')
  const ofDistrict = numbers.find(({ kind }) => kind === 'mobile_crisis')
  expect(await level()).toContain(`${ofDistrict?.number} ${ofDistrict?.hours ?? 'at any hour'}`)
  const own = { name: 'Van of Alder Creek', number: '555-0196', hours: 'Mo to Fr, 8 to 18' }
  const added = {
    ...own,
    kind: 'mobile_crisis',
    note: 'days',
    noteEs: 'de día',
    schoolId: schools.alderCreek.id,
  }
  story.must(await addContact.perform(story.being('ruth'), added))
  expect(await level()).toMatch(
    new RegExp(`Mobile crisis team .*${own.name} ${own.number} ${own.hours} .*${ofDistrict?.number}`),
  )
  for (const { id, kind } of (await story.seen(incidentId)).numbers)
    if (kind === 'mobile_crisis') story.must(await endContact.perform(story.being('ruth'), { contactId: id }))
  expect(await level()).toContain('No number is on the list; call 911 or 988.')
  await run('high')
  expect(await level()).toMatch(/Emergency services .* 911 at any hour/)
  expect(story.pages.broken).toEqual([])
})

test('the family stands with their language and how they are reached safely, for whoever may know it', async () => {
  const given = { studentId: families.sofia.id }
  const { incidentId } = story.must(await startIncident.perform(story.being('joan'), given))
  const line = async (key: 'daniel' | 'joan') => {
    const { html } = await story.pages.get(key, `/crisis/incidents/${incidentId}`)
    return html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  }
  expect(await line('daniel')).toContain(
    'Carmen Delgado 555-0137 Spanish, with an interpreter. Leave no voicemail. Reach them after 15:00.',
  )
  expect((await incidentPage.see(story.being('joan'), { incidentId })).caregivers).toEqual([])
  expect(await line('joan')).not.toContain('Carmen Delgado')
})
