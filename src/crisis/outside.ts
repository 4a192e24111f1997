import { z } from 'zod'
import { type Office, toldItems, type ToldItem } from '#exceptions/contract.ts'
import { choices, ticked } from '#platform/given.ts'
import type { Entry } from './entry.ts'

/** Which office outside the school hears of a student by an entry without consent, by its code. */
const offices: Partial<Record<Entry['kind'], Readonly<Record<string, Office>>>> = {
  response_called: {
    crisis_line: 'crisis_team',
    mobile_crisis: 'crisis_team',
    stabilization: 'crisis_team',
    emergency_services: 'emergency_services',
  },
  clinician_told: { emergency: 'agency' },
  handed_over: {
    with_mobile_crisis: 'crisis_team',
    stabilization: 'hospital',
    emergency_department: 'hospital',
    law_enforcement: 'police',
  },
}

/** The office an entry says was told without consent; undefined where it tells nobody outside. */
export const officeTold = ({ kind, what }: Pick<Entry, 'kind' | 'what'>): Office | undefined =>
  offices[kind]?.[what ?? '']

/** Whether something that says who it is about was told by an entry without consent. */
export const isToldOutside = (entry: Pick<Entry, 'kind' | 'what' | 'items'>): boolean =>
  officeTold(entry) !== undefined && (entry.items?.length ?? 0) > 0

const toComeAndHelp = ['identity', 'whereabouts', 'what_was_observed', 'school_contact'] as const
const toTalk = ['what_was_observed', 'school_contact'] as const
const toTakeOver = ['identity', 'what_was_observed', 'caregiver_contact', 'school_contact'] as const
const toTreat = ['identity', 'what_was_observed', 'school_contact'] as const

/**
 * What an office is told where nobody says otherwise: the least it needs to do what it is called for. A page
 * shows it as ticked; a device without a network, and a machine that names no items, mean it.
 */
export function usuallyTold({ kind, what }: Pick<Entry, 'kind' | 'what'>): readonly ToldItem[] {
  if (kind === 'handed_over') return toTakeOver
  if (kind === 'clinician_told') return toTreat
  return what === 'crisis_line' ? toTalk : toComeAndHelp
}

/** What was told, as forms and machines say it. */
export const told = {
  items: choices(z.enum(toldItems)),
  /** Whether the form asked what was told: then nothing ticked is nothing told. */
  itemsAsked: ticked,
}
type Told = { items: readonly ToldItem[]; itemsAsked: boolean }

/** The items of an entry; null where it tells nobody outside the school. */
export function itemsOf(
  entry: Pick<Entry, 'kind' | 'what'>,
  { items, itemsAsked }: Told,
): readonly ToldItem[] | null {
  if (officeTold(entry) === undefined) return null
  return items.length > 0 || itemsAsked ? items : usuallyTold(entry)
}
