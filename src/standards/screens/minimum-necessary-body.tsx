import { dataClassPurposes, dataClassWords } from '#access/data-class-words.ts'
import type { Cell } from '#access/minimum-necessary.ts'
import { mostKnown } from '#access/minimum-necessary-version.ts'
import { assignableRoles, type Role, roleWords } from '#access/roles.ts'
import { type DataClass, dataClasses } from '#database/classes.ts'
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

/** Who may know what, role by role and in plain words [R132]. */
export const MinimumNecessaryBody = ({ body }: { body: Bodies['minimum_necessary'] }) => (
  <>
    <p>
      {say('lead')} {say('lead_rest')} {say('lead_who')}
    </p>
    {assignableRoles.map((role) => (
      <section class="flow" aria-labelledby={`role-${role}`}>
        <h2 id={`role-${role}`}>{sayRole(role)}</h2>
        <Table
          caption={<span class="vh">{sayRole(role)}</span>}
          narrow="pairs"
          rows={rowsOf(role, body.cells)}
          columns={[
            {
              head: say('may_know'),
              cell: ({ dataClass }) => (
                <>
                  {sayClass(dataClass)}
                  <br />
                  <small>{sayHeld(dataClass)}</small>
                </>
              ),
            },
            { head: say('purpose'), cell: WhatFor },
          ]}
        />
      </section>
    ))}
  </>
)
