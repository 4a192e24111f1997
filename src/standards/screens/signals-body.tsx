import { Banner } from '#design/contract.ts'
import { screenWords } from '../screen-words.ts'
import { type Signal, type Signals } from '../signals.ts'

const say = screenWords()

const List = ({ id, title, all }: { id: string; title: string; all: readonly Signal[] }) => (
  <section class="flow" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <ul>
      {all.map(({ text, inUse }) => (
        <li>{inUse ? text : say('retired', { label: text })}</li>
      ))}
    </ul>
  </section>
)

/** The two closed lists, and who cleared them: nothing else can be sent beside status [R084]. */
export const SignalsBody = ({ body: { safety, participation, clearance } }: { body: Signals }) => (
  <>
    <Banner>
      {clearance === undefined
        ? say('not_cleared')
        : say('cleared', {
            name: clearance.clearedBy,
            day: clearance.clearedOn,
            reference: clearance.reference,
          })}
    </Banner>
    <List id="safety" title={say('signals_safety')} all={safety} />
    <List id="participation" title={say('signals_participation')} all={participation} />
  </>
)
