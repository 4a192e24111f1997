import { type Role, roleWords } from '#access/roles.ts'
import { Table } from '#design/contract.ts'
import { recordsOf } from '#people/contract.ts'
import { purposeWords } from '#standards/contract.ts'
import type { Listed, Opened } from '../accounting-store.ts'
import { accountingWords } from '../accounting-words.ts'
import { momentWords, type Reading } from '../moment.ts'
import type { Read } from '../readings-store.ts'
import { item, wordOr } from './item-words.ts'

const say = accountingWords()
const sayRole = roleWords()
const sayPurpose = purposeWords()

const records = ({ kind, name, brokeGlass }: Opened) =>
  say(brokeGlass ? 'records_glass' : 'records_line', {
    kind: say(`kind.${kind}`),
    records: recordsOf(name),
  })

const actingAs = ({ role, partnerName }: Pick<Opened, 'role' | 'partnerName'>) =>
  [sayRole(role as Role), partnerName].filter(Boolean).join(', ')

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
  read: { kind, givenAt, wordingVersion, partTwo, purpose, referralNumber },
  reading,
}: {
  read: Read
  reading: Reading
}) =>
  givenAt === null ? (
    <>
      {kind === 'export' && purpose !== null && referralNumber !== null
        ? say('taken_for', { purpose: sayPurpose(purpose), number: referralNumber })
        : say('asked_for')}
    </>
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
            cell: actingAs,
          },
          { head: say('records'), cell: records },
        ]}
      />
    )}
  </section>
)

/** Who met the student as one of several, list by list. */
export const Listings = ({ listed, reading }: { listed: readonly Listed[]; reading: Reading }) => (
  <section class="after flow" aria-labelledby="lists">
    <h2 id="lists">{say('lists')}</h2>
    <p>{say(listed.length === 0 ? 'lists_none' : 'lists_note')}</p>
    {listed.length > 0 && (
      <Table
        caption={<span class="vh">{say('lists')}</span>}
        rows={listed}
        columns={[
          { head: say('who'), cell: ({ personName }) => personName ?? say('system') },
          { head: say('acting'), cell: actingAs },
          { head: say('list'), cell: ({ name }) => recordsOf(name) },
          { head: say('times'), cell: ({ times }) => times, num: true },
          { head: say('last'), cell: ({ lastAt }) => momentWords(lastAt, reading) },
        ]}
      />
    )}
  </section>
)
