import { stepNames } from '#debriefs/contract.ts'
import { Table } from '#design/contract.ts'
import { type Audited, shareOf } from '../audit.ts'
import { sampleWords } from '../screen-words.ts'

const say = sampleWords()
const name = stepNames()

/** How often each step was followed: a share and its counts, or that they are hidden. */
export const Audit = ({ audit }: { audit: readonly Audited[] }) => (
  <>
    <Table
      caption={<span class="vh">{say('audit')}</span>}
      rows={audit}
      columns={[
        { head: say('step'), cell: ({ step }) => name(step) },
        {
          head: say('share'),
          num: true,
          cell: ({ of }) => (of === null ? say('hidden') : say('percent', { share: shareOf(of) })),
        },
        { head: say('not_followed'), num: true, cell: ({ of }) => of?.not_followed ?? '' },
        { head: say('not_documented'), num: true, cell: ({ of }) => of?.not_documented ?? '' },
      ]}
    />
    {audit.some(({ of }) => of === null) && <p class="quiet">{say('hidden_why')}</p>}
  </>
)
