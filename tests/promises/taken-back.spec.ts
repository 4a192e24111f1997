import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { takeBackAgain } from '#access/seal/taken-back.ts'
import { newId } from '#platform/ids.ts'
import { readTraceWords } from '../../tools/draw/trail.ts'
import { cast } from '../riverside/cast.ts'
import { riversideId } from '../riverside/places.ts'
import { riverside, type World } from '../support/riverside.ts'
import { adminConfig } from '../support/server.ts'
import { at, type Case, cases, child } from './taken-back-cases.ts'

let world: World
let folder: string
let known: Map<string, string | null>
beforeAll(async () => {
  world = await riverside()
  folder = await mkdtemp(join(tmpdir(), 'tl-taken-back-'))
  const { rows } = await world.admin.query<{ name: string; again: string | null }>(
    'select name, again from house.taken_back',
  )
  known = new Map(rows.map(({ name, again }) => [name, again]))
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const takesAway = new RegExp(
  [
    'revoked|[._]ended|withdrawn|suspended|blocked|stopped|removed',
    'changed|closed|updated|renewed|settled|lifted',
  ].join('|'),
)

/**
 * Traces that sound like it and bring nothing back in force where they are lost, and why. A new one that does
 * is registered by a migration with `house.takes_back`, and proven below.
 */
const bringsNothingBack: Readonly<Record<string, string>> = {
  'absence.ended': 'lost, somebody is stood in for a while longer',
  'access.unblocked': 'lost, somebody stays kept away',
  'contact.protected_changed': 'lost, and what is kept stays protected',
  'contact.protection_ended': 'lost, a contact stays protected',
  'appointment.move_asked': 'asked again by the family',
  'asking.forgotten': 'counts of the public page, gone within the hour',
  'caregiver.changed_by_roster': 'comes with the next roster',
  'care_designee.ended': 'lost, somebody who works there is told of a notice once more',
  'class_time.ended': 'lost, a visit in class asks for a reason once more',
  'closure.removed': 'a day without school',
  'concern.closed': 'work that is open again',
  'crisis.closed': 'work that is open again',
  'crisis.ended': 'work that is open again',
  'crisis.response_ended': 'what came of a call, asked again',
  'district.changed': 'its name or time zone',
  'district.keys_turned': 'keys stand in a file: what it opens, it opens',
  'escalation.closed': 'work that is open again',
  'family_link.closed': 'a link, and what it opened, ends by itself within half an hour',
  'guest_link.closed': 'a link, and what it opened, ends by itself',
  'handoff.logistics_settled': 'how somebody gets there',
  'help.ended': 'work that is open again',
  'hold.lifted': 'lost, the hold stays',
  'hours.changed': 'working hours',
  'invitation.renewed': 'no link works after a restore',
  'message.ended': 'judged anew before it goes out',
  'partner.capacity_updated': 'room at an agency',
  'person.changed_by_roster': 'comes with the next roster',
  'reassessment.stopped': 'work that is owed again',
  'records.removed': 'removed again by the list of removals',
  'referral.pause_ended': 'clocks of work, and no way to anything',
  'referral.next_step_settled': 'worked out anew',
  'referral.sharing_stopped': 'follows the end of consent',
  'responsibility.ended': 'who answers for care, asked again at the agency',
  'review.closed': 'work that is open again',
  'outside.ended': 'work that is open again',
  'family_need.ended': 'work that is open again',
  'return_plan.changed': 'the version before, in force again',
  'return_plan.ended': 'work that is open again',
  'school.changed_by_roster': 'comes with the next roster',
  'screening_opt_out.ended': 'lost, the student stays out of screening',
  'session.ended': 'every session ends',
  'sessions.ended': 'every session ends',
  'student.changed_by_roster': 'comes with the next roster',
  'support.ended': 'work that is open again',
  'term.removed': 'days of a term',
}

describe('What takes something back', () => {
  const unsaid = (names: readonly string[]) =>
    names.filter((name) => takesAway.test(name) && !known.has(name) && !(name in bringsNothingBack))

  test('stands on the list, or it is said why a copy brings nothing back without it', () => {
    const names = readTraceWords().map(({ name }) => name)
    expect(unsaid(names)).toEqual([])
    expect(unsaid(['permission.revoked', 'permission.given'])).toEqual(['permission.revoked'])
    expect([...known.keys()].filter((name) => !names.includes(name))).toEqual([])
    expect(Object.keys(bringsNothingBack).filter((name) => known.has(name) || !names.includes(name))).toEqual(
      [],
    )
  })
})

const replica = (text: string) => `begin; set local session_replication_role = replica; ${text}; commit`

/** Proven where whole stories are told, in restored.slow.spec.ts. */
const elsewhere = [
  'consent.revoked',
  'consent.answered',
  'consent.settled',
  'access.blocked',
  'assignment.ended',
  'access_token.revoked',
  'agreement.suspended',
  'hold.placed',
]

describe('A copy that lacks it', () => {
  const left = async ({ left: asked }: Case) => (await world.admin.query<{ n: number }>(asked)).rows[0]?.n

  test.each(Object.entries(cases))('has %s done again', async (name, it) => {
    if (it.arrange !== undefined) await world.admin.query(replica(it.arrange))
    expect(await left(it)).toBe(1)
    const path = join(folder, name)
    const event = {
      districtId: riversideId,
      id: newId(),
      at,
      kind: 'change',
      name,
      personId: cast.leila.id,
      subjectType: 'record',
      subjectId: it.about ?? newId(),
      studentId: child.id,
      detail: it.detail ?? {},
    }
    await writeFile(path, `${JSON.stringify(event)}\n${JSON.stringify(event)}\n`)
    const admin = adminConfig(inject('server'), world.admin.database ?? '')
    expect(await takeBackAgain(admin, path)).toEqual({ done: { [name]: 1 }, toLookAt: {} })
    expect(await left(it)).toBe(0)
    expect(await takeBackAgain(admin, path)).toEqual({ done: {}, toLookAt: {} })
  })

  test('has everything done again that can be', () => {
    const done = [...known].filter(([, again]) => again !== null).map(([name]) => name)
    expect(done.filter((name) => !(name in cases) && !elsewhere.includes(name))).toEqual([])
  })
})
