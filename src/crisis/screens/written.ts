import { itemWords, type ToldItem } from '#exceptions/contract.ts'
import type { CrisisResponse, CrisisStandard, RiskLevel } from '#standards/contract.ts'
import type { EndedAs } from '../incident.ts'
import { type Disposition, type Entry, isLateEntered } from '../entry.ts'
import { departureAt, isOverEscalated, responseOf as responseSaid } from '../departures.ts'
import { loweringsOf, reviewOf } from '../levels.ts'
import { clockTime } from './clock-time.ts'
import { endingKindWords, endingPageWords } from './ending-words.ts'
import { liveWords } from './live-words.ts'
import { treeWords } from './paper-words.ts'

const say = liveWords()
const tree = treeWords()
const item = itemWords()
const ending = endingKindWords()
const end = endingPageWords()

/** What an entry is told by: the others, the standard of the incident, and the clock of the district. */
export type Written = {
  readonly entries: readonly Entry[]
  readonly standard: CrisisStandard
  readonly timeZone: string
}

/** How a call departed from the tree, where it did. */
function departing(data: Written, call: Entry): string {
  const how = departureAt(data, call)
  if (how === undefined) return ''
  return isOverEscalated(data, call)
    ? ` (${say(`departs_${how}`)}, ${say('off_standard')})`
    : ` (${say(`departs_${how}`)})`
}

const responseOf = (data: Written, { aboutId }: Entry): string =>
  tree(data.entries.find(({ id }) => id === aboutId)?.what as CrisisResponse)

/** The level a run came to, and that it does not count where it is less than high and nobody agreed. */
const runIn = ({ entries }: Written, run: Entry): string => {
  const level = tree(run.what as RiskLevel)
  const isOpen = loweringsOf(entries).some(({ id }) => id === run.id)
  return isOpen && reviewOf(entries, run)?.what !== 'was_right'
    ? say('lower_now', { level })
    : say('rubric_now', { level })
}

/** Why a call was not what the level says, a step was left out, or a run says less than high. */
function whyIn(data: Written, { aboutId }: Entry): string {
  const of = data.entries.find(({ id }) => id === aboutId)
  if (of === undefined) return say('call_reason')
  if (of.kind === 'rubric_run') return say('lower_of', { level: tree(of.what as RiskLevel) })
  if (of.kind === 'step_skipped') return say('left_why', { step: say(of.what as 'rubric') })
  return `${say('call_reason')} ${tree(responseSaid(of))}`
}

/** What was written down, in one line. */
const headOf: Readonly<Record<Entry['kind'], (data: Written, entry: Entry) => string>> = {
  safety_done: ({ standard }, { what }) => standard.actions.find(({ code }) => code === what)?.what ?? '',
  role_named: (_, { what, personName, words }) =>
    `${say(`role_${what as 'stays'}`)}: ${personName ?? words ?? ''}`,
  rubric_run: runIn,
  response_called: (data, call) =>
    say('call_made', { response: tree(call.what as CrisisResponse) }) + departing(data, call),
  response_result: (data, entry) => `${responseOf(data, entry)}: ${say(`result_${entry.what as 'came'}`)}`,
  departure_explained: whyIn,
  departure_reviewed: (_, { what }) => say(what === 'was_right' ? 'review_right' : 'review_learn'),
  caregiver_told: (_, { what, how }) =>
    [
      say('told'),
      ...(how === null ? [] : [say(`mode_${how as 'phone'}`)]),
      ...(what === null ? [] : [say(`topic_${what as 'safe_now'}`)]),
    ].join('. '),
  caregiver_not_told: ({ standard }, { what }) =>
    `${say('told_not')}: ${standard.exceptions.find(({ code }) => code === what)?.reason ?? ''}`,
  clinician_told: (_, { what }) => say(`basis_${what as 'consent'}`),
  report_checked: () => say('report_save'),
  handed_over: (_, { what }) => say(`place_${what as Disposition}`),
  step_skipped: (_, { what }) => say(what as 'safety'),
  danger_said: () => say('danger_was'),
  trained_asked: () => say('trained_asked'),
  ending_said: (_, { what }) => ending(what as EndedAs),
  ending_confirmed: (_, { what }) => end(what === 'agreed' ? 'agreed' : 'not_agreed'),
  passed_on: () => end('passed_on'),
  came_from: () => end('came_from'),
}

/** What somebody outside the school was told of the student by an entry. */
function toldIn({ items }: Entry): string | null {
  if (items === null) return null
  if (items.length === 0) return say('told_nothing')
  return say('told_items', { items: items.map((code) => itemSaid(code)).join('; ') })
}
const itemSaid = (code: string) => (code === 'urgency' ? say('told_urgency') : item(code as ToldItem))

/** Who wrote something down, what they said, and when they did where that was later. */
export function detailOf(data: Written, entry: Entry): string {
  const said = entry.kind === 'step_skipped' ? say('skipped', { why: entry.words ?? '' }) : entry.words
  const heard = toldIn(entry)
  const late = isLateEntered(entry) ? say('late_entered', { at: clockTime(data, entry.enteredAt) }) : null
  const named = entry.kind === 'role_named' ? [] : [said, entry.personName]
  return [...named, heard, entry.enteredByName, late]
    .filter((part) => part !== null && part !== '')
    .join('. ')
}

export const whatOf = (data: Written, entry: Entry): string => headOf[entry.kind](data, entry)
