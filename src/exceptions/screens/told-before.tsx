import { momentWords } from '#consent/contract.ts'
import { Table } from '#design/contract.ts'
import type { SeenTelling } from '../look-exceptions.ts'
import { basisWords, exceptionWords, officeWords } from '../screen-words.ts'
import { ReviewLine } from './exceptions.tsx'

const say = exceptionWords()
const ground = basisWords()
const office = officeWords()

/** What was told of the student before. */
export const Before = ({ data }: { data: SeenTelling }) => (
  <section class="after flow" aria-labelledby="before">
    <h2 id="before">{say('before')}</h2>
    <Table
      caption={<span class="vh">{say('before')}</span>}
      rows={data.told}
      columns={[
        {
          head: say('when'),
          cell: ({ id, disclosedAt }) => <a href={`/exceptions/${id}`}>{momentWords(disclosedAt, data)}</a>,
        },
        { head: say('ground'), cell: ({ basis }) => ground(basis) },
        { head: say('told_to'), cell: ({ recipientKind }) => office(recipientKind) },
        { head: say('review'), cell: (row) => <ReviewLine row={row} reading={data} /> },
      ]}
    />
  </section>
)
