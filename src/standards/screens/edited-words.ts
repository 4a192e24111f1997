import type { Checklist } from '../checklist.ts'
import type { Clock } from '../clocks.ts'
import { at, type EditableKind } from '../edited.ts'
import type { HandoffRules } from '../handoff-rules.ts'
import type { HighNeed } from '../high-need.ts'
import type { Limit } from '../limits.ts'
import { limitWords } from '../limit-words.ts'
import { type MustNot, sortRules } from '../must-not.ts'
import type { ListName } from '../reason-lists.ts'
import { screenWords } from '../screen-words.ts'
import { standardsWords } from '../words.ts'
import { changeWords } from './change-words.ts'

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
} as const

/** What a line is, in words: the number of a time is named for whom it is for. */
export function labelOf(path: string): string {
  const parts = path.split('.')
  const [key = '', of = ''] = parts.toReversed()
  if (parts[2] === 'label')
    return say('edit_choice', { number: Number(parts[1]) + 1, language: say(`edit_in_${key as 'en'}`) })
  if (key === 'text') return say('edit_rule', { number: Number(of) + 1 })
  if (key === 'label') return say('edit_answer', { number: Number(of) + 1 })
  if (key === 'points') return say('edit_points', { number: Number(of) + 1 })
  return say(labels[(key === 'amount' ? of : key) as keyof typeof labels])
}

/** What the number of a time means as it stands: in which unit it counts. */
export const nowOf = (body: unknown, path: string): string | undefined =>
  path.endsWith('.amount')
    ? say('edit_now', { limit: limitWords(at(body, path.replace(/\.amount$/, '')) as Limit) })
    : undefined

const groups: { readonly [K in EditableKind]: (body: never, path: readonly string[]) => string } = {
  checklist: (body: Checklist, [list, place]) => {
    if (list === 'items') return body.items[Number(place)]?.question ?? ''
    const path = body.thresholds[Number(place)]?.path
    return list === 'thresholds' && path !== undefined ? said(`path_${path}`) : said('kind_checklist')
  },
  time_standards: (_body: never, [clock]) => said(`clock_${clock as Clock}`),
  handoff_rules: (body: HandoffRules, [, place]) => {
    const rule = body.rules[Number(place)]
    return rule === undefined ? '' : changeWords(rule)
  },
  must_not: (body: MustNot, [, place]) =>
    say(
      sortRules(body).kept.includes(body.rules[Number(place)] as never)
        ? 'must_not_kept'
        : 'must_not_refused',
    ),
  reasons: (_body: never, [list]) => say(`list_${list as ListName}`),
  high_need: (body: HighNeed, [, place]) => body.criteria[Number(place)]?.name ?? '',
}

/** Said above a list whose codes the product reads. */
export const closedNote = say('closed_list')

/** What a line belongs to, in words. */
export const groupOf = (kind: EditableKind, body: unknown, path: string): string =>
  groups[kind](body as never, path.split('.'))
