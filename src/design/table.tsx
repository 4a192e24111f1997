import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

export type Column<Row> = {
  head: string
  cell: (row: Row) => ComponentChildren
  /** Numbers line up at the end. */
  num?: boolean
  /** Short words that stay on one line, and leave the rest of the width to the other columns. */
  fit?: boolean
  /** What stands before the value where rows become lists; the head when left out. */
  short?: string
  /** The address that sorts by this column, the other way round when it already does. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined }
}

type TableProps<Row> = {
  /** What the rows are, and in which order. */
  caption: ComponentChildren
  /** The first column names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /**
   * On a phone each row becomes a labelled list; `pairs` puts two values side by side; `scroll` stays a
   * table.
   */
  narrow?: 'list' | 'pairs' | 'scroll'
  /** Names the region that scrolls. Needed for `scroll`. */
  id?: string
}

const shape = ({ num, fit }: { num?: boolean | undefined; fit?: boolean | undefined }) => {
  const names = classNames(num && 'num', fit && 'fit')
  return names === undefined ? {} : { class: names }
}

const Head = <Row,>({ column: { head, num, fit, sort } }: { column: Column<Row> }) => (
  <th scope="col" {...shape({ num, fit })} {...(sort?.now && { 'aria-sort': sort.now })}>
    {sort ? <a href={sort.href}>{head}</a> : head}
  </th>
)

const Body = <Row,>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) => (
  <tr>
    {columns.map(({ head, short = head, num, fit, cell }, i) =>
      i === 0 ? (
        <th scope="row">{cell(row)}</th>
      ) : (
        <td data-k={short} {...shape({ num, fit })}>
          {cell(row)}
        </td>
      ),
    )}
  </tr>
)

const classes = { list: 'stack', pairs: 'stack pairwise', scroll: undefined }

/** Rows and columns, sorted by links. Wider than its place, it scrolls by itself or turns into lists. */
export function Table<Row>({ caption, columns, rows, narrow = 'list', id }: TableProps<Row>) {
  const table = (
    <table class={classes[narrow]}>
      <caption {...(id !== undefined && { id })}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Body columns={columns} row={row} />
        ))}
      </tbody>
    </table>
  )
  if (narrow !== 'scroll') return table
  return (
    <div class="scroll" role="region" aria-labelledby={id} tabindex={0}>
      {table}
    </div>
  )
}
