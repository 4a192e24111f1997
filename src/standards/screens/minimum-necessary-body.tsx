import { dataClassPurposes, dataClassWords } from '#access/data-class-words.ts'
import type { Cell } from '#access/minimum-necessary.ts'
import { mostKnown } from '#access/minimum-necessary-version.ts'
import { assignableRoles, type Role, roleWords } from '#access/roles.ts'
import { whoseInWords } from '#access/whose-record.ts'
import { type DataClass, dataClasses, recordTags } from '#database/classes.ts'
import { Table } from '#design/contract.ts'
import type { Bodies } from '../kinds.ts'
import { knowingWords, purposeWords } from '../knowing-words.ts'

const say = knowingWords()
const sayRole = roleWords()
const sayClass = dataClassWords()
const sayHeld = dataClassPurposes()
const sayPurpose = purposeWords()

type Row = { role: Role; dataClass: DataClass; cell: Cell }

/** What they may know, and what a district took from them: that is said too. */
const rowsOf = (role: Role, cells: Bodies['minimum_necessary']['cells']): Row[] =>
  dataClasses.flatMap((dataClass) => {
    const cell = cells[role]?.[dataClass]
    return cell === undefined || mostKnown(role, dataClass).length === 0 ? [] : [{ role, dataClass, cell }]
  })

const WhatFor = ({ role, cell: { for: known, because } }: Row) => (
  <>
    {known.length === 0
      ? say('nothing_more', { role: sayRole(role) })
      : known.map((purpose) => `${sayPurpose(purpose)}. `)}
    {because !== undefined && <small>{say('because', { because })}</small>}
  </>
)

type Known = { role: Role; rows: readonly Row[] }

/** Roles that may know exactly the same, in short: the one who reads it stands in the first. */
const alike = (known: readonly Known[]): Known[][] => [
  ...Map.groupBy(known, ({ rows }) =>
    rows.map(({ dataClass, cell }) => `${dataClass} ${cell.for.length > 0}`).join(),
  ).values(),
]

/** The classes by name, and how many a district took away. */
const InShort = (roles: readonly Known[]) => {
  const rows = roles[0]?.rows ?? []
  const known = rows.filter(({ cell }) => cell.for.length > 0)
  const taken = rows.length - known.length
  return (
    <>
      {known.length === 0 ? say('nothing') : known.map(({ dataClass }) => sayClass(dataClass)).join(', ')}
      {taken > 0 && (
        <>
          <br />
          <small>{say('taken', { count: taken })}</small>
        </>
      )}
    </>
  )
}

/** Every role once: the answer at a glance, with where it is said class by class. */
const Summary = ({ known, reader }: { known: readonly Known[]; reader: Role }) => (
  <Table
    caption={say('summary')}
    narrow="pairs"
    rows={alike(known)}
    columns={[
      {
        head: say('role'),
        cell: (roles) => (
          <ul role="list" class="flow">
            {roles.map(({ role }) => (
              <li>
                <a href={`#role-${role}`}>{sayRole(role)}</a>
                {role === reader && <small> ({say('yours')})</small>}
              </li>
            ))}
          </ul>
        ),
      },
      { head: say('may_know'), cell: InShort },
    ]}
  />
)

/** Roles that may know exactly the same, for the same: each class is then said once for all of them. */
const identical = (known: readonly Known[]): [Known, ...Known[]][] =>
  [
    ...Map.groupBy(known, ({ rows }) =>
      JSON.stringify(
        rows.map(({ role, dataClass, cell }) => [dataClass, cell, cell.for.length === 0 && role]),
      ),
    ).values(),
  ] as [Known, ...Known[]][]

/** Class by class, folded until somebody asks; on paper everything stands. */
const InFull = ({ same, open }: { same: readonly [Known, ...Known[]]; open: boolean }) => {
  const [{ rows }] = same
  const names = same.map(({ role }) => sayRole(role)).join(', ')
  return (
    <details class="more" open={open}>
      <summary>{say('in_full', { role: names, count: rows.length })}</summary>
      <div class="flow">
        {same.map(({ role }) => (
          <span id={`role-${role}`} />
        ))}
        <Table
          caption={<span class="vh">{names}</span>}
          narrow="pairs"
          rows={rows}
          columns={[
            {
              head: say('may_know'),
              cell: ({ dataClass }) => sayClass(dataClass),
            },
            { head: say('purpose'), cell: WhatFor },
          ]}
        />
      </div>
    </details>
  )
}

/** What each class is, once for all roles. */
const Classes = () => (
  <details class="more">
    <summary>{say('classes')}</summary>
    <Table
      caption={<span class="vh">{say('classes')}</span>}
      narrow="pairs"
      rows={dataClasses}
      columns={[
        { head: say('data_class'), cell: (dataClass) => sayClass(dataClass) },
        { head: say('kept_for'), cell: (dataClass) => sayHeld(dataClass) },
        { head: say('whose'), cell: (dataClass) => whoseInWords([recordTags[dataClass]], 'en').join(' ') },
      ]}
    />
  </details>
)

/** Who may know what, in plain words: whoever reads it comes first [R132]. */
export const MinimumNecessaryBody = ({
  body,
  reader,
}: {
  body: Bodies['minimum_necessary']
  reader: Role
}) => {
  const roles = [reader, ...assignableRoles.filter((role) => role !== reader)]
  const known = roles.map((role) => ({ role, rows: rowsOf(role, body.cells) }))
  return (
    <>
      <p>
        {say('lead')} {say('lead_rest')} {say('lead_who')}
      </p>
      <Summary known={known} reader={reader} />
      <section class="flow" aria-labelledby="in-full">
        <h2 id="in-full">{say('one_by_one')}</h2>
        <Classes />
        {identical(known.filter(({ rows }) => rows.length > 0)).map((same) => (
          <InFull same={same} open={same.some(({ role }) => role === reader)} />
        ))}
      </section>
    </>
  )
}
