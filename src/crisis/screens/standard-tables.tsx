import { Phone, Table } from '#design/contract.ts'
import {
  type CrisisResponse,
  crisisResponses,
  type CrisisStandard,
  isExternal,
  riskLevels,
} from '#standards/contract.ts'
import { type Contact, contactsFor } from '../contact.ts'
import { paperWords, treeWords } from './paper-words.ts'

const say = paperWords()
const tree = treeWords()

/** The rubric in force: each question with what is answered at each level. */
export const Questions = ({ body: { items }, empty }: { body: CrisisStandard; empty: boolean }) => (
  <Table
    caption={say('step_rubric')}
    rows={items}
    columns={[
      { head: say('box_what'), cell: ({ question }) => question },
      ...riskLevels.map((level) => ({
        head: tree(level),
        cell: (item: (typeof items)[number]) => (empty ? `☐ ${item[level]}` : item[level]),
      })),
    ]}
  />
)

/** The levels at which a response is what the tree says, the lowest first. */
const levelsOf = ({ tree: of }: CrisisStandard, response: CrisisResponse) =>
  riskLevels
    .filter((level) => of[level] === response)
    .map((level) => tree(level))
    .join(', ')

/** The escalation tree in force: which response at which level, when it is for, and the numbers. */
export const Tree = ({ body, contacts }: { body: CrisisStandard; contacts: readonly Contact[] }) => (
  <Table
    caption={say('step_response')}
    rows={crisisResponses}
    columns={[
      { head: say('box_what'), cell: (response) => tree(response) },
      { head: say('tree_level'), cell: (response) => levelsOf(body, response) || say('tree_no_level') },
      {
        head: say('tree_when'),
        cell: (response) => body.responses.find(({ code }) => code === response)?.criteria ?? '',
      },
      {
        head: say('number'),
        fit: true,
        cell: (response) => (
          <>
            {contactsFor(contacts, response).map(({ number }) => (
              <>
                <Phone number={number} />{' '}
              </>
            ))}
            {isExternal(response) && contactsFor(contacts, response).length === 0 && say('tree_no_number')}
            {!isExternal(response) && say('tree_lead')}
          </>
        ),
      },
    ]}
  />
)
