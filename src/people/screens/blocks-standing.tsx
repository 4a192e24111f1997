import type { View } from '#access/screen.ts'
import { Button, ButtonLink, Form, Table } from '#design/contract.ts'
import { dayOf, dayWords, weekdayCalendar } from '#district/contract.ts'
import { type Block, closesTheFamily } from '../block.ts'
import { blockKindWords, blockPageWords, liftReasonWords } from '../block-words.ts'
import type { FamilyAtWork } from '../family-at-work-store.ts'
import type { SeenBlocks } from '../look-blocks.ts'

const say = blockPageWords()
const kind = blockKindWords()
const lifted = liftReasonWords()

type Days = { timeZone: string; today: string }

const dayAt = (at: Date, { timeZone, today }: Days) => dayWords(dayOf(weekdayCalendar(timeZone), at), today)

/** Since when, and who wrote it down. */
export const since = ({ setAt, setByName }: Block, days: Days) =>
  say('by', { at: dayAt(setAt, days), name: setByName ?? say('throughline') })

const Why = ({ row }: { row: Block }) => (
  <>
    {kind(row.kind)}
    {!closesTheFamily(row.kind) && (
      <>
        <br />
        <small>{say('at_work')}</small>
      </>
    )}
    {row.documentReference !== null && (
      <>
        <br />
        <small>{say('order_at', { document: row.documentReference })}</small>
      </>
    )}
  </>
)

const Since = ({ row, data }: { row: Block; data: SeenBlocks }) => (
  <>
    {since(row, data)}
    {row.awaitsReview && (
      <>
        <br />
        <strong>{say('to_review')}</strong>
      </>
    )}
    {row.confirmedAt !== null && (
      <>
        <br />
        <small>
          {say('confirmed', { at: dayAt(row.confirmedAt, data), name: row.confirmedByName ?? '' })}
        </small>
      </>
    )}
  </>
)

const Lift = ({ row, place, view }: { row: Block; place: string; view: View }) => (
  <div class="row">
    {row.awaitsReview && (
      <Form to={`${place}/${row.id}/confirmation`} shell={view.shell}>
        <Button kind="text">
          {say('confirm')}
          <span class="vh"> {row.personName}</span>
        </Button>
      </Form>
    )}
    <ButtonLink kind="text" href={`${place}/${row.id}/lifting`}>
      {say('lift')}
      <span class="vh"> {row.personName}</span>
    </ButtonLink>
  </div>
)

type Standing = { rows: readonly Block[]; data: SeenBlocks; view: View }

export const InForce = ({ rows, data, view }: Standing) => (
  <Table
    caption={say('in_force')}
    rows={rows}
    columns={[
      { head: say('head_who'), cell: ({ personName }) => <bdi>{personName}</bdi> },
      { head: say('head_why'), cell: (row) => <Why row={row} /> },
      { head: say('head_since'), cell: (row) => <Since row={row} data={data} /> },
      ...(data.mayLift
        ? [
            {
              head: say('head_lift'),
              cell: (row: Block) => (
                <Lift row={row} place={`/students/${data.student.id}/blocks`} view={view} />
              ),
            },
          ]
        : []),
    ]}
  />
)

/** Whoever works here and is family: no block was set, and none is needed. */
export const Family = ({ rows }: { rows: readonly FamilyAtWork[] }) => (
  <>
    <Table
      caption={say('family')}
      rows={rows}
      columns={[
        { head: say('head_who'), cell: ({ personName }) => <bdi>{personName}</bdi> },
        { head: say('head_why'), cell: () => say('at_work') },
        { head: say('head_since'), cell: () => say('family_since') },
      ]}
    />
    <p>
      <small>{say('family_note')}</small>
    </p>
  </>
)

export const Earlier = ({ rows, data }: { rows: readonly Block[]; data: SeenBlocks }) => (
  <Table
    caption={say('earlier')}
    rows={rows}
    columns={[
      { head: say('head_who'), cell: ({ personName }) => <bdi>{personName}</bdi> },
      { head: say('head_why'), cell: (row) => <Why row={row} /> },
      { head: say('head_since'), cell: (row) => since(row, data) },
      {
        head: say('head_lifted'),
        cell: ({ liftedAt, liftedByName, liftedBecause }) =>
          liftedAt !== null &&
          liftedBecause !== null && (
            <>
              {say('by', { at: dayAt(liftedAt, data), name: liftedByName ?? '' })}
              <br />
              <small>{lifted(liftedBecause)}</small>
            </>
          ),
      },
    ]}
  />
)
