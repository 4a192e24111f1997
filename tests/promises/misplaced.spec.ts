import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '#access/outcome.ts'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { decideTriage } from '#concerns/decide-triage.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { decideEscalation } from '#escalations/decide-escalation.ts'
import { Problem } from '#platform/problem.ts'
import { type Named, readLifecycles } from '../../tools/draw/lifecycles.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { riversideId } from '../riverside/places.ts'
import { type AgencyStory, agencyStory } from '../support/agency-story.ts'
import { afterIds } from '../support/after-ids.ts'
import { escalationIds } from '../support/escalation-ids.ts'
import { answers, choices } from '../support/triage-story.ts'
import {
  type Asked,
  type Asking,
  concernAsked,
  handoffAsked,
  incidentAsked,
  referralAsked,
  supportAsked,
} from './misplaced.ts'
import { escalationAsked } from './misplaced-escalation.ts'
import { returnAsked } from './misplaced-return.ts'
import { houseActor, rosterAsked } from './misplaced-roster.ts'

let story: AgencyStory
let asked: Record<string, Asked>
let named: Named[]

const screened = async (family: FamilyKey, set: keyof typeof answers) => {
  const { must } = story
  const said = { studentId: families[family].id, observed: 'Quiet for two weeks', urgency: 'this_week' }
  const { concernId } = must(await raiseConcern.perform(story.being('joan'), said))
  const run = { concernId, version: 1, answers: answers[set] }
  const { screeningId } = must(await screenConcern.perform(story.being('daniel'), run))
  return { concernId, screeningId }
}

const opened = async () => {
  const ready = await screened('ada', 'low')
  return story.must(await decideTriage.perform(story.being('daniel'), { ...ready, ...choices.a })).openedId
}

const incident = async () => {
  const { incidentId } = story.must(await startIncident.perform(story.being('joan'), {}))
  story.must(await acknowledgeAlert.perform(story.being('ruth'), { incidentId }))
  return incidentId
}

/** A stalled loop of which all three things are written down: what is left follows from its state. */
const escalation = async () => {
  const { escalationId } = await escalationIds(story)
  const given = { escalationId, decision: 'continue', againOn: '2026-10-19' }
  story.must(await decideEscalation.perform(story.being('ruth'), given))
  return escalationId as string
}

/** Arranges what no act can: the triggers of the database would rightly have none of it. */
async function arrange(text: string, values: unknown[] = []) {
  await story.admin.query('begin')
  await story.admin.query('set local session_replication_role = replica')
  await story.admin.query(text, values)
  await story.admin.query('commit')
}

const roster = async () => {
  const id = randomUUID()
  await arrange(
    `insert into roster_import (district_id, id, file_name, file_hash, format, state, summary, made_at)
     values ($1, $2, 'roster.zip', '\\x00', '', 'reading', '{}', now())`,
    [riversideId, id],
  )
  return id
}

/** A state alone, without the dates that come with it. */
const freeOfChecks = `do $$ declare c record; begin
  for c in select conrelid::regclass as relation, conname from pg_constraint
    where contype = 'c' and conrelid = any (array['referral', 'handoff', 'concern', 'crisis_incident', 'brief_support',
      'roster_import', 'escalation', 'return_plan']::regclass[])
  loop execute format('alter table %s drop constraint %I', c.relation, c.conname); end loop; end $$`

beforeAll(async () => {
  story = await agencyStory()
  named = await readLifecycles()
  const { referralId } = await story.sent('mateo')
  const { concernId, screeningId } = await screened('lena', 'moderate')
  asked = {
    referral: referralAsked(referralId),
    handoff: handoffAsked((await story.sent('hana')).referralId),
    concern: concernAsked(concernId, screeningId),
    incident: incidentAsked(await incident()),
    support: supportAsked(await opened()),
    roster: rosterAsked(await roster()),
    escalation: escalationAsked(await escalation()),
    return: returnAsked((await afterIds(story))['closedId'] as string),
  }
  await story.admin.query(freeOfChecks)
})
afterAll(() => story.close())

const rowOf = async ({ relation, key, id }: Asked) =>
  (await story.admin.query(`select to_jsonb(r) as row from ${relation} r where ${key} = $1`, [id])).rows

const put = (of: Asked, state: string) =>
  arrange(`update ${of.relation} set state = $1 where ${of.key} = $2`, [state, of.id])

const ask = ({ act, who, given }: Asking): Promise<Outcome<unknown, string>> =>
  act.perform(who === 'house' ? story.as(houseActor) : story.being(who), given)

/** Why an act was not done because of the state alone. */
const refusedFor = async (asking: Asking): Promise<readonly string[]> => {
  const outcome = await ask(asking)
  return outcome.done ? [] : outcome.because.filter((code) => asking.because.includes(code))
}

const names = [
  'referral',
  'handoff',
  'concern',
  'incident',
  'support',
  'roster',
  'escalation',
  'return',
] as const

describe('Every act of a lifecycle', () => {
  test('is asked for below, or is named as one that nobody asks for', () => {
    expect(named.map(({ table }) => table).sort()).toEqual([...names].sort())
    for (const { table, lifecycle } of named) {
      const { acts = {}, unasked = [] } = asked[table] ?? {}
      expect([...Object.keys(acts), ...unasked].sort(), table).toEqual([...lifecycle.acts].sort())
    }
  })

  test.each(names)(
    'is refused in every state where it has no place, and changes nothing: %s',
    async (name) => {
      const of = asked[name] as Asked
      const { lifecycle } = named.find(({ table }) => table === name) as Named
      let refusals = 0
      for (const [move, asking] of Object.entries(of.acts)) {
        const misplaced = lifecycle.states.filter((state) => lifecycle.table[state]?.[move] === undefined)
        for (const state of misplaced.filter((one) => !asking.wider?.includes(one))) {
          await put(of, state)
          const before = await rowOf(of)
          expect(await refusedFor(asking), `${move} while ${state}`).not.toEqual([])
          expect(await rowOf(of), `${move} while ${state}`).toEqual(before)
          refusals++
        }
      }
      expect(refusals).toBeGreaterThan(0)
    },
  )

  test.each(names)('is not refused for its state where it has its place: %s', async (name) => {
    const of = asked[name] as Asked
    const { lifecycle } = named.find(({ table }) => table === name) as Named
    if (name === 'incident') await arrange('update crisis_alert set acknowledged_at = null')
    for (const [move, asking] of Object.entries(of.acts)) {
      const state = lifecycle.states.findLast((one) => lifecycle.table[one]?.[move] !== undefined)
      await put(of, state as string)
      const because = await refusedFor(asking).catch((error: Error) => {
        if (error instanceof Problem) throw error
        // What else the rows lack is no refusal.
        return []
      })
      expect(because, `${move} while ${state}`).toEqual([])
    }
  })
})
