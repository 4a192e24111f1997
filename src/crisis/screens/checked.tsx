import { Late } from '#design/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { paperWords } from './paper-words.ts'

const say = paperWords()

type Row = { number: string | null; checkedOn: string | null; checkedByName: string | null; isOwed: boolean }
type Around = { today: string; withinDays: number }

/** Since when a number is known to be right; and whether that is longer ago than the standard allows. */
export function checkedWords(row: Row, { today, withinDays: days }: Around): string {
  const { number, checkedOn, isOwed } = row
  if (number === null) return say('nothing_to_check')
  if (checkedOn === null) return say('checked_never')
  const day = dayWords(checkedOn, today)
  return isOwed ? say('checked_late', { day, days }) : day
}

/** The same on the page of whoever keeps the list: marked where it is owed, else with who made sure. */
export const Checked = ({ row, data }: { row: Row; data: Around }) =>
  row.isOwed || row.checkedOn === null ? (
    <Late>{checkedWords(row, data)}</Late>
  ) : (
    <>{say('checked_on', { day: dayWords(row.checkedOn, data.today), name: row.checkedByName ?? '' })}</>
  )
