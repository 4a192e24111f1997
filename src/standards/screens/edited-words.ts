import type { Reason } from '#platform/problem.ts'
import type { Checklist, Path } from '../checklist.ts'
import { type Clock, clocks } from '../clocks.ts'
import type { CrisisResponse, CrisisStandard, RiskLevel } from '../crisis.ts'
import type { DrillLibrary } from '../drills.ts'
import type { EditableKind, Leaf } from '../edited.ts'
import type { HandoffRules } from '../handoff-rules.ts'
import type { HighNeed } from '../high-need.ts'
import type { Limit } from '../limits.ts'
import { limitWords } from '../limit-words.ts'
import { type MustNot, sortRules } from '../must-not.ts'
import { at, partsOf } from '../named-parts.ts'
import type { ListName } from '../reason-lists.ts'
import { rowListsOf } from '../rows.ts'
import { screenWords } from '../screen-words.ts'
import type { TimeStandards } from '../time-standards.ts'
import { standardsWords } from '../words.ts'
import { changeWords } from './change-words.ts'
import { tierLimitFor } from './tier-limits.tsx'

const say = screenWords()
const said = standardsWords()

const labels = {
  title: 'edit_title',
  statement: 'edit_statement',
  question: 'head_question',
  hint: 'edit_hint',
  atLeast: 'edit_at_least',
  caller: 'head_caller',
  callee: 'head_callee',
  tool: 'head_tool',
  limit: 'head_limit',
  within: 'head_within',
  urgent: 'head_urgent',
  highNeed: 'head_high_need',
  name: 'head_criterion',
  description: 'tier_description',
  count: 'edit_count',
  withinDays: 'edit_within_days',
  percent: 'edit_percent',
  afterDays: 'edit_after_days',
  quietFrom: 'edit_quiet_from',
  quietUntil: 'edit_quiet_until',
  digestAt: 'edit_digest_at',
  familyPerWeek: 'edit_family_per_week',
  remindHoursBefore: 'edit_remind_hours_before',
  triesRefused: 'edit_tries_refused',
  tellAfterMinutes: 'edit_tell_after_minutes',
  tryForHours: 'edit_try_for_hours',
  low: 'edit_low',
  moderate: 'edit_moderate',
  high: 'edit_high',
  criteria: 'edit_criteria',
  what: 'edit_what',
  reason: 'edit_reason',
  says: 'edit_policy_says',
  reviewOn: 'edit_review_on',
  caregiverRule: 'edit_caregiver_rule',
  contactsCheckedWithinDays: 'edit_contacts_days',
  checkEveryMinutes: 'edit_check_minutes',
  planAfterAbsentDays: 'edit_plan_after_days',
  reviewedByAnother: 'edit_reviewed_by_another',
  absentDays: 'edit_absent_days',
  absentWithinDays: 'edit_absent_within_days',
  incidents: 'edit_incidents',
  asks: 'edit_scenario_asks',
  incidentsWithinDays: 'edit_incidents_within_days',
} as const

/** Where a row stands in its list, counted from one. */
const numberOf = (body: unknown, list: string, code: string) =>
  partsOf(at(body, list)).findIndex(([name]) => name === code) + 1

/** What a line is, in words. A row of many is called by its number, as the page counts them. */
export function labelOf(body: unknown, path: string): string {
  const [key = '', of = '', list = '', ...above] = path.split('.').toReversed()
  const listed = [...above.toReversed(), list].join('.')
  const number = numberOf(body, listed, of)
  if (of === 'label') {
    const choice = { number: numberOf(body, above[0] ?? '', list), language: say(`edit_in_${key as 'en'}`) }
    return say('edit_choice', choice)
  }
  if (of === 'stabilityDays') return say('edit_stability_days', { number: Number(key) + 1 })
  if (of === 'tree') return say(`level_${key as RiskLevel}`)
  if (key === 'title' && of !== '') return say('edit_policy_title')
  if (key === 'text') return say('edit_rule', { number })
  if (key === 'label') return say('edit_answer', { number })
  if (key === 'points') return say('edit_points', { number })
  return say(labels[key as keyof typeof labels])
}

/** What a limit is as it stands. */
export const limitNow = (body: unknown, path: string): string =>
  say('edit_now', { limit: limitWords(at(body, path) as Limit) })

const ruleAt = (body: HandoffRules, code: string | undefined) => body.rules.find((rule) => rule.code === code)

const tierLimitAt = ({ byTier }: TimeStandards, [first, code]: readonly (string | undefined)[]) =>
  first === 'byTier' ? byTier.find((row) => row.code === code) : undefined

const crisisGroups = {
  tree: say('crisis_tree'),
  actions: say('crisis_actions'),
  exceptions: say('crisis_exceptions'),
  policies: say('crisis_policies'),
  reentry: say('crisis_reentry'),
}

const groups: { readonly [K in EditableKind]: (body: never, path: readonly string[]) => string } = {
  checklist: (body: Checklist, [list, name]) => {
    if (list === 'items') return body.items.find(({ code }) => code === name)?.question ?? ''
    return list === 'thresholds' ? said(`path_${name as Path}`) : said('kind_checklist')
  },
  time_standards: (body: TimeStandards, [clock, code]) => {
    const row = tierLimitAt(body, [clock, code])
    return row === undefined ? said(`clock_${clock as Clock}`) : tierLimitFor(row)
  },
  handoff_rules: (body: HandoffRules, [, code]) => {
    const rule = ruleAt(body, code)
    return rule === undefined ? '' : changeWords(rule)
  },
  must_not: (body: MustNot, [, name]) =>
    say(sortRules(body).kept.some(({ code }) => code === name) ? 'must_not_kept' : 'must_not_refused'),
  reasons: (_body: never, [list]) => say(`list_${list as ListName}`),
  message_rules: () => said('kind_message_rules'),
  early_warning: () => said('kind_early_warning'),
  drills: (body: DrillLibrary, [, name]) => body.scenarios.find(({ code }) => code === name)?.title ?? '',
  crisis: (body: CrisisStandard, [list, name]) => {
    if (list === 'responses') return say(`response_${name as CrisisResponse}`)
    if (list === 'items') return body.items.find(({ code }) => code === name)?.question ?? ''
    return crisisGroups[list as keyof typeof crisisGroups] ?? said('kind_crisis')
  },
  high_need: (body: HighNeed, [, name]) => body.criteria.find(({ code }) => code === name)?.name ?? '',
}

/** Said above a list whose codes the product reads. */
export const closedNote = say('closed_list')

/** What a line belongs to, in words. */
export const groupOf = (kind: EditableKind, body: unknown, path: string): string =>
  groups[kind](body as never, path.split('.'))

/** What of a group stays as it is, and why. */
export function noteOf(kind: EditableKind, body: unknown, path: string): string | undefined {
  const [first, code] = path.split('.')
  if (kind === 'time_standards') {
    const clock = tierLimitAt(body as TimeStandards, [first, code])?.clock ?? (first as Clock)
    return clocks[clock].flat ? say('flat') : undefined
  }
  const within = kind === 'handoff_rules' ? ruleAt(body as HandoffRules, code)?.within : undefined
  return within !== undefined && 'clock' in within
    ? say('time_of_standard', { clock: said(`clock_${within.clock}`) })
    : undefined
}

type Shown = { kind: EditableKind; body: unknown; leaves: readonly Leaf[] }

/** What was wrong, named for its line, so that two lines with the same fault are told apart. */
export function namedFault({ kind, body, leaves }: Shown, { says, field, ...reason }: Reason): Reason {
  const path = field?.replace(/^body\./, '') ?? ''
  const leaf = leaves.find((each) => path === each.path || path.startsWith(`${each.path}.`))
  const list = rowListsOf(kind, body).find(({ adds }) => path.startsWith(`${adds}.`))
  const named = leaf
    ? say('fault_in_line', { group: groupOf(kind, body, path), line: labelOf(body, leaf.path), says })
    : list
      ? say('fault_in_row', { row: say(`add_${list.of}`), says })
      : says
  return { ...reason, says: named, ...(field !== undefined && { field }) }
}
