import { Phone, Table } from '#design/contract.ts'
import type { OnRoster } from '../team.ts'
import { rosterWords, teamKindWords } from './roster-words.ts'

const say = rosterWords()
const kind = teamKindWords()

/** Who is on the crisis team of a school, and how each is reached. */
export const Roster = ({ caption, members }: { caption: string; members: readonly OnRoster[] }) =>
  members.length === 0 ? (
    <p>{say('nobody')}</p>
  ) : (
    <Table
      caption={caption}
      rows={members}
      columns={[
        {
          head: say('who'),
          cell: ({ name, role }) => (
            <>
              <bdi>{name}</bdi>, {role}
            </>
          ),
        },
        { head: say('kind'), cell: (row) => kind(row.kind) },
        {
          head: say('number'),
          fit: true,
          cell: ({ phone }) => (phone === null ? say('no_number') : <Phone number={phone} />),
        },
      ]}
    />
  )
