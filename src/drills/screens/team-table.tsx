import { teamKindWords } from '#crisis/contract.ts'
import { Phone, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { SeenTeam } from '../look-team.ts'
import { teamWords } from '../screen-words.ts'

const say = teamWords()
const kind = teamKindWords()
type School = SeenTeam['schools'][number]
type Member = School['members'][number]

const hours = (quarters: number) => say('hours', { hours: quarters / 4 })

const Reached = ({ row: { phone, email } }: { row: Member }) => {
  if (phone === null && email === null) return <>{say('not_given')}</>
  return (
    <>
      {phone !== null && <Phone number={phone} />}
      {phone !== null && email !== null && <br />}
      {email}
    </>
  )
}

const Education = ({ row, today }: { row: Member; today: string }) =>
  row.quarterHours === 0 ? (
    <>{say('no_hours')}</>
  ) : (
    <>
      {hours(row.quarterHours)}
      {row.credits.map(({ title, quarterHours, earnedOn }) => (
        <>
          <br />
          <small>
            {say('earned', { title, hours: hours(quarterHours), day: dayWords(earnedOn, today) })}
          </small>
        </>
      ))}
    </>
  )

/** The team of a school: how each is reached, and what they learned. */
export const Team = ({ school, data }: { school: School; data: SeenTeam }) => (
  <Table
    caption={<span class="vh">{school.name}</span>}
    rows={school.members}
    columns={[
      {
        head: say('member'),
        cell: ({ name, role }) => (
          <>
            {name}
            <br />
            <small>{role}</small>
          </>
        ),
      },
      { head: say('kind'), cell: (row) => kind(row.kind) },
      { head: say('reached'), cell: (row) => <Reached row={row} /> },
      { head: say('education'), cell: (row) => <Education row={row} today={data.today} /> },
    ]}
  />
)
