import { afterAll, beforeAll, expect, test } from 'vitest'
import { families } from '#tests/riverside/families.ts'
import { type IncidentStory, incidentStory } from '#tests/support/incident-story.ts'
import { fewest } from '#platform/small-counts.ts'
import { closeIncident } from './close-incident.ts'
import { describeIncident } from './describe-incident.ts'
import { lookFigures } from './look-figures.ts'
import { startIncident } from './start-incident.ts'

let story: IncidentStory
beforeAll(async () => {
  story = await incidentStory()
  story.clock.set('2026-10-13T20:30:00Z')
})
afterAll(() => story.close())

const theo = families.theo.id

test('an incident does not close before it says where it was, and how it became known [R107]', async () => {
  const incidentId = await story.began({ studentId: theo })
  await story.upToTheLevel(incidentId, 'low')
  await story.calledAlone(incidentId)
  const close = () => closeIncident.perform(story.being('ruth'), { incidentId })
  expect(await close()).toMatchObject({ because: ['place_blank', 'known_by_blank'] })
  const say = (given: object) => describeIncident.perform(story.being('joan'), { incidentId, ...given })
  await expect(say({ knownBy: 'gossip' })).rejects.toMatchObject({ code: 'not_valid' })
  story.must(await say({ place: 'Bus stop', onPremises: 'no' }))
  expect(await close()).toMatchObject({ because: ['known_by_blank'] })
  story.must(await say({ knownBy: 'peer_said' }))
  story.must(await close())
  const { html } = await story.pages.get('ruth', `/crisis/incidents/${incidentId}`)
  expect(html).toContain('Bus stop, away from school')
  expect(html).toContain('How it became known: Another student said it.')
  expect((await story.seen(incidentId, 'ruth')).incident).toMatchObject({
    place: 'Bus stop',
    onPremises: false,
    knownBy: 'peer_said',
    startedAt: new Date('2026-10-13T20:30:00Z'),
  })
})

test('what a concern led to says already who said it', async () => {
  const concernId = await story.raise('marcusB', {}, 'karen')
  const { incidentId } = await story.run(concernId, 'high', 'priya')
  const [row] = await story.rows<{ known_by: string }>('select known_by from crisis_incident where id = $1', [
    incidentId,
  ])
  expect(row).toEqual({ known_by: 'staff_saw' })
})

test('the filter of governance matches the incidents there are, on school premises and away [R107]', async () => {
  const other = await incidentStory()
  const started = async (given: object, count: number) => {
    for (let at = 0; at < count; at++) other.must(await startIncident.perform(other.being('daniel'), given))
  }
  const [on, off] = [fewest + 3, fewest + 1]
  await started({ onPremises: 'yes', place: 'Gym', knownBy: 'staff_saw' }, on)
  await started({ onPremises: 'no', place: 'Bus stop', knownBy: 'peer_said' }, off)
  const stored = await other.rows<{ count: number }>(
    'select count(*)::int from crisis_incident group by on_premises order by on_premises',
  )
  expect(stored.map(({ count }) => count)).toEqual([off, on])
  const told = (premises: string) => lookFigures.see(other.being('thomas'), { premises })
  expect((await told('on')).all).toMatchObject({ began: on, on, off: 0 })
  expect((await told('on')).known).toMatchObject({ staff_saw: on, peer_said: 0 })
  expect((await told('off')).all).toMatchObject({ began: off, on: 0, off })
  expect((await told('off')).known).toMatchObject({ staff_saw: 0, peer_said: off })
  expect((await told('unknown')).all).toMatchObject({ began: 0 })
  expect((await told('all')).all).toMatchObject({ began: on + off, on, off })
  const { html } = await other.pages.get('thomas', '/crisis/figures?premises=off')
  expect(html).toContain(`0 on school premises, ${off} away from school, 0 not said.`)
  expect(html).toContain(`Another student said it: ${off}`)
  await other.close()
})
