import { type Role, roleWords } from '#access/roles.ts'
import { Table } from '#design/contract.ts'
import { recordsOf } from '#people/contract.ts'
import type { Opened } from '../accounting-store.ts'
import { accountingWords } from '../accounting-words.ts'
import { momentWords, type Reading } from '../moment.ts'
import type { Read } from '../readings.ts'
import { item, wordOr } from './item-words.ts'

const say = accountingWords()
const sayRole = roleWords()

const records = ({ kind, name, brokeGlass }: Opened) =>
  say(brokeGlass ? 'records_glass' : 'records_line', {
    kind: say(`kind.${kind}`),
    records: recordsOf(name),
  })

const paper = (code: string) => wordOr(`paper.${code}`, item(code))

/** Each time what crossed was read at an agency, printed or exported, and on which consent it had crossed. */
export const Readings = ({ read, reading }: { read: readonly Read[]; reading: Reading }) => (
  <section class="after flow" aria-labelledby="readings">
    <h2 id="readings">{say('readings')}</h2>
    {read.length === 0 ? (
      <p>{say('readings_none')}</p>
    ) : (
      <Table
        caption={<span class="vh">{say('readings')}</span>}
        rows={read}
        columns={[
          { head: say('when'), cell: ({ at }) => momentWords(at, reading) },
          {
            head: say('who'),
            cell: ({ byName, byRole, partnerName }) =>
              [byName ?? sayRole(byRole as Role), partnerName].filter(Boolean).join(', '),
          },
          { head: say('how'), cell: ({ kind }) => say(`reading.${kind}`) },
          { head: say('what'), cell: ({ items }) => items.map(paper).join('; ') },
          { head: say('basis'), cell: (one) => <OnWhich read={one} reading={reading} /> },
        ]}
      />
    )}
  </section>
)

const OnWhich = ({
  read: { givenAt, wordingVersion, partTwo },
  reading,
}: {
  read: Read
  reading: Reading
}) =>
  givenAt === null ? (
    <>{say('asked_for')}</>
  ) : (
    <>
      {say('on_consent', { at: momentWords(givenAt, reading), version: wordingVersion ?? '' })}
      {partTwo && (
        <>
          <br />
          <small>{say('redisclosure')}</small>
        </>
      )}
    </>
  )

/** Each time the records were opened: on paper alone, for on the screen it has a page of its own. */
export const Openings = ({ opened, reading }: { opened: readonly Opened[]; reading: Reading }) => (
  <section class="after flow" aria-labelledby="openings">
    <h2 id="openings">{say('openings')}</h2>
    {opened.length === 0 ? (
      <p>{say('openings_none')}</p>
    ) : (
      <Table
        caption={<span class="vh">{say('openings')}</span>}
        rows={opened}
        columns={[
          { head: say('when'), cell: ({ at }) => momentWords(at, reading) },
          { head: say('who'), cell: ({ personName }) => personName ?? say('system') },
          {
            head: say('acting'),
            cell: ({ role, partnerName }) => [sayRole(role as Role), partnerName].filter(Boolean).join(', '),
          },
          { head: say('records'), cell: records },
        ]}
      />
    )}
  </section>
)
