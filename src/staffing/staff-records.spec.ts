import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { publishRequirement } from '#training/publish-requirement.ts'
import { recordCompletion } from '#training/record-completion.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { lookMember } from './look-member.ts'
import { lookReport } from './look-report.ts'
import { nameSupervisor } from './name-supervisor.ts'
import { recordCredential } from './record-credential.ts'
import { recordSupervision } from './record-supervision.ts'
import { gapsOf } from './rules.ts'

const personId = cast.daniel.id
const credential = {
  kind: 'counseling',
  issuer: 'State Board of School Counselors',
  licenseNumber: 'SC-20417',
  validUntil: '2027-06-30',
}

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

const gapsSeen = async (who: CastKey, of: CastKey) => {
  const { missing, complete } = await lookReport.see(story.being(who), {})
  return [...missing, ...complete].find(({ id }) => id === cast[of].id)?.gaps
}
const supervise = (by: CastKey, change: object = {}) =>
  recordSupervision.perform(story.being(by), {
    personId,
    heldOn: '2026-10-12',
    form: 'individual',
    minutes: 50,
    ...change,
  })
const member = (who: CastKey, of: CastKey = 'daniel') =>
  lookMember.see(story.being(who), { personId: cast[of].id })

describe('A staff record', () => {
  test('begins with everything missing, and the report says so of each within reach [R157]', async () => {
    expect(await gapsSeen('ruth', 'daniel')).toEqual([
      'credential_missing',
      'supervisor_missing',
      'supervision_missing',
    ])
    expect(await gapsSeen('yolanda', 'tomas')).toContain('credential_missing')
    // A head of one school reads its people, and neither those of another nor of an agency.
    expect(await gapsSeen('lucia', 'daniel')).toBeDefined()
    for (const of of ['priya', 'tomas', 'joan'] as const)
      expect(await gapsSeen('lucia', of), of).toBeUndefined()
    const { html } = await pages.get('ruth', '/staff-records')
    expect(html).toContain('No credential, No supervisor, No supervision yet')
    expect(await supervise('ruth')).toEqual({ done: false, because: ['supervisor_missing'] })
  })

  test('shows role, employer, credential, body, license, supervisor, trainings and the last supervision [R157]', async () => {
    const topic = 'rubric'
    const asked = { topic, version: 0, lines: 'How the rubric is run', validMonths: 12, required: 'yes' }
    story.must(
      await publishRequirement.perform(story.being('yolanda'), { ...asked, inForceOn: '2026-10-13' }),
    )
    const trained = { topic, personIds: [personId], trainedOn: '2026-10-12' }
    story.must(await recordCompletion.perform(story.being('ruth'), trained))
    story.must(await recordCredential.perform(story.being('lucia'), { personId, ...credential }))
    story.must(await nameSupervisor.perform(story.being('lucia'), { personId, supervisorId: cast.helen.id }))
    story.must(await supervise('helen'))
    story.must(await supervise('helen', { heldOn: '2026-10-13', form: 'observed', minutes: 30 }))

    const seen = await member('ruth')
    expect(seen.gaps).toEqual([])
    expect(seen.member).toMatchObject({
      role: 'counselor',
      credential,
      supervisorName: cast.helen.name,
      supervisedOn: '2026-10-13',
    })
    expect(seen.trainings).toMatchObject([{ topic, standing: 'holds' }])
    expect(seen.supervisions.map(({ heldOn, form, minutes }) => [heldOn, form, minutes])).toEqual([
      ['2026-10-13', 'observed', 30],
      ['2026-10-12', 'individual', 50],
    ])
    const { html } = await pages.get('ruth', `/staff-records/${personId}`)
    for (const said of [
      'School counselor',
      'School district',
      'Counseling',
      credential.issuer,
      'SC-20417, holds until Wed Jun 30, 2027',
      cast.helen.name,
      'Observed at work',
      'Nothing is missing on this record',
    ])
      expect(html, said).toContain(said)
    expect(await gapsSeen('ruth', 'daniel')).toEqual([])
  })

  test('says who employs somebody as their assignment has it, and keeps no second copy', async () => {
    const employs = (set: string) =>
      story.admin.query(`begin; set local session_replication_role = replica;
        update assignment set ${set} where person_id = '${personId}'; commit`)
    await employs(`employer = 'partner', employed_by = '${partners.cedarStreet.id}'`)
    expect((await pages.get('ruth', `/staff-records/${personId}`)).html).toContain(
      'Partner agency: Cedar Street',
    )
    await employs(`employer = 'contractor', employed_by = null, ends_on = '2027-06-30'`)
    expect((await pages.get('ruth', `/staff-records/${personId}`)).html).toContain('Contractor')
    await employs('employer = null, ends_on = null')
  })

  test('is read by whose it is and by the supervisor, and by nobody beside those who keep it', async () => {
    expect((await member('daniel')).keeps).toBe(false)
    expect((await member('daniel')).supervises).toBe(false)
    expect((await member('helen')).supervises).toBe(true)
    for (const who of ['priya', 'maya', 'joan', 'marcus', 'samuel'] as const)
      await expect(member(who), who).rejects.toEqual(new Problem('not_found'))
    await expect(member('noor')).rejects.toEqual(new Problem('not_allowed'))
    await expect(member('lucia', 'priya')).rejects.toEqual(new Problem('not_found'))
  })

  test('takes a supervision from the supervisor or who keeps the record, never from who was supervised, and each once', async () => {
    await expect(supervise('daniel', { heldOn: '2026-10-11' })).rejects.toEqual(new Problem('not_allowed'))
    await expect(supervise('maya', { heldOn: '2026-10-11' })).rejects.toEqual(new Problem('not_found'))
    expect(await supervise('helen')).toEqual({ done: false, because: ['recorded_already'] })
    expect(await supervise('helen', { heldOn: '2030-01-01' })).toEqual({
      done: false,
      because: ['held_ahead'],
    })
    const own = { personId, supervisorId: personId }
    expect(await nameSupervisor.perform(story.being('ruth'), own)).toEqual({
      done: false,
      because: ['not_able'],
    })
    const [trace] = await story.trailOf(`name = 'supervision.recorded'`, [])
    expect(trace?.detail).toMatchObject({ person: personId, held_on: '2026-10-12', form: 'individual' })
  })

  test('misses a license that has ended and a supervision that is long ago', () => {
    const whole = {
      credential: { ...credential, kind: 'counseling' as const },
      supervisorId: 'one',
      supervisedOn: '2026-10-01',
    }
    expect(gapsOf(whole, '2026-10-13')).toEqual([])
    expect(gapsOf(whole, '2027-07-01')).toEqual(['license_ended', 'supervision_long_ago'])
    expect(gapsOf(whole, '2027-01-01')).toEqual([])
  })
})
