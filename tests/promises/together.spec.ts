import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '#access/act.ts'
import { Problem } from '#platform/problem.ts'
import { house } from '../../src/compose.ts'
import type { CastKey } from '../riverside/cast.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { fieldsOf, filled, idFields, withField } from './own-ids.ts'
import { scenes } from './own-ids-scenes.ts'

let story: OwnIdsStory
beforeAll(async () => {
  story = await ownIdsStory()
})
afterAll(() => story.close())

/** Fields of one form of which the second never lies before the first. */
const pairs = [
  ['startsOn', 'endsOn'],
  ['signedOn', 'endsOn'],
  ['fromOn', 'throughOn'],
  ['fromOn', 'untilOn'],
  ['opensOn', 'closesOn'],
  ['inForceFrom', 'inForceUntil'],
  ['support.startsOn', 'support.reviewOn'],
  ['support.reviewOn', 'support.plannedEndOn'],
] as const
type Pair = (typeof pairs)[number]

/** Acts that take two days of another kind, and what they have to do with each other. */
const apart: Readonly<Record<string, string>> = {
  'standards/publish-signals': 'since when it is in force, and when whoever clears it did',
  'returns/write-plan': 'the meeting may be held after the student is back',
  'escalations/decide-escalation': 'one belongs to one decision and the other to another',
  'directory/describe-partner': 'two numbers to call, and no days',
  'referrals/offer-times': 'times to choose from, in whatever order',
  'navigation/call-outside': 'the day of a visit and that of the next call: each is judged against today',
  'handoffs/log-contact': 'when it was, and when it is tried again: each is judged against today',
  'consent/record-consent': 'until when a yes holds, and the day a student was asked on paper',
}

/** Days around the two that are asked about, where a form takes three. */
const around: Readonly<Record<string, string>> = {
  'support.startsOn': '2027-04-01',
  'support.reviewOn': '2027-05-15',
  'support.plannedEndOn': '2027-07-01',
}

const acts = [...new Map(house.resources.map(({ act }) => [act.name, act as unknown as Act])).values()]
const namesOf = ({ given }: Act) => fieldsOf(given).map(([name]) => name)
const daysOf = (act: Act) =>
  fieldsOf(act.given)
    .filter(([, field]) => field.safeParse('2026-10-20').success && !field.safeParse('Words').success)
    .map(([name]) => name)
const pairsIn = (act: Act): Pair[] =>
  pairs.filter(([first, second]) => [first, second].every((name) => namesOf(act).includes(name)))

const order: CastKey[] = ['yolanda', 'maya', 'daniel', 'marcus', 'leila', 'ruth', 'ben', 'helen', 'grace']

/** What one act answers to a form in which two days stand so: done, or every reason by field. */
async function answerTo(act: Act, [first, second]: Pair, days: [string, string]) {
  const scene = scenes.find((each) => each.act === act.name)
  const key = scene?.by ?? order.find((each) => act.by.includes(story.being(each).actor.role))
  if (key === undefined) throw new Error(`Nobody of the cast may ${act.name}`)
  const ids = Object.fromEntries(
    idFields(act.given).flatMap((name) => (story.own[name] === undefined ? [] : [[name, story.own[name]]])),
  )
  const told = Object.fromEntries(
    Object.entries(scene?.given ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith('=') ? story.own[value.slice(1)] : value,
    ]),
  )
  const all = { ...filled(act.given), ...ids, ...told }
  const base = Object.entries(around)
    .filter(([name]) => namesOf(act).includes(name))
    .reduce<Record<string, unknown>>((given, [name, day]) => withField(given, name, day), all)
  const given = withField(withField(base, first, days[0]), second, days[1])
  try {
    const outcome = await act.perform(story.being(key), given)
    return outcome.done ? ['done'] : outcome.because.map((code) => `${act.fieldOf(code) ?? ''} ${code}`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.because.map(({ field, code }) => `${field ?? ''} ${code}`)
  }
}

describe('Fields of one form that belong together', () => {
  test('are known wherever a form takes two days: as a pair, or for what they have nothing to do with each other', () => {
    const several = acts.filter((act) => daysOf(act).length > 1)
    expect(several.length).toBeGreaterThan(7)
    const undecided = several.filter((act) => pairsIn(act).length === 0 && !(act.name in apart))
    expect(undecided.map((act) => `${act.name}: ${daysOf(act).join(', ')}`)).toEqual([])
  })

  test('are judged together by every act that takes them: the wrong way round is refused, at one of them', async () => {
    const amiss: string[] = []
    let asked = 0
    for (const act of acts)
      for (const pair of pairsIn(act)) {
        const reversed = await answerTo(act, pair, ['2027-06-01', '2027-05-01'])
        const right = await answerTo(act, pair, ['2027-05-01', '2027-06-01'])
        const reasons = reversed.filter((reason) => !right.includes(reason) && reason !== 'done')
        asked += 1
        if (reasons.length === 0) amiss.push(`${act.name} ${pair.join()}: ${reversed.join()}`)
        else if (!reasons.some((reason) => pair.some((name) => name.endsWith(reason.split(' ')[0] || '?'))))
          amiss.push(`${act.name} ${pair.join()}: no field for ${reasons.join()}`)
      }
    expect(amiss).toEqual([])
    expect(asked).toBeGreaterThan(6)
  })
})
