import { type Column, State, Table, type MarkState } from '#design/contract.ts'
import type { Scope } from '../consent.ts'
import { calendarDayWords, dayOfMoment, type Reading } from '../moment.ts'
import type { Standing } from '../rules.ts'
import { screenWords } from '../screen-words.ts'
import { consentWords } from '../words.ts'

const say = screenWords()
const said = consentWords()

/** Where one question stands, as a row. */
export type ShelfRow = {
  readonly scope: Scope
  readonly is: Standing['is']
  readonly since: Date | null
  readonly endsOn: string | null
  readonly endsSoon: boolean
  readonly consentId: string | null
}

const marks: Record<Standing['is'], MarkState> = {
  in_force: 'done',
  declined: 'end',
  withdrawn: 'end',
  ended: 'end',
  incomplete: 'due',
  conflicting: 'due',
  not_asked: 'next',
}

const until = (row: ShelfRow, reading: Reading): string => {
  if (row.is === 'in_force') {
    const day = row.endsOn === null ? '' : calendarDayWords(row.endsOn, reading)
    return row.endsSoon ? say('ends_soon', { day }) : day
  }
  return row.since === null ? '' : say('asked_on', { at: dayOfMoment(row.since, reading) })
}

type ConsentTableProps = {
  rows: readonly ShelfRow[]
  /** The agency's name in a sentence. */
  partner: string
  reading: Reading
  /** Whether the reader may end a consent. */
  mayEnd: boolean
}

/** What a family allowed one agency: question, answer, until when [R146]. */
export function ConsentTable({ rows, partner, reading, mayEnd }: ConsentTableProps) {
  const columns: Column<ShelfRow>[] = [
    { head: say('head_may'), cell: ({ scope }) => said(`scope.${scope}`, { partner }) },
    {
      head: say('head_answer'),
      fit: true,
      cell: ({ is }) => <State s={marks[is]}>{said(`standing.${is}`)}</State>,
    },
    { head: say('head_until'), fit: true, cell: (row) => until(row, reading) },
  ]
  const change: Column<ShelfRow> = {
    head: say('head_change'),
    fit: true,
    cell: ({ is, consentId }) =>
      is === 'in_force' &&
      consentId !== null && (
        <a href={`/consents/${consentId}/revocation`}>
          {say('end_it')} <span class="vh">{say('end_it_what')}</span>
        </a>
      ),
  }
  return <Table caption={say('caption')} columns={mayEnd ? [...columns, change] : columns} rows={rows} />
}
