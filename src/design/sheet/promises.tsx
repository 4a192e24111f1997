import { Act } from '../act.tsx'
import { ButtonLink } from '../button.tsx'
import { Events } from '../events.tsx'
import type { MarkState } from '../mark.tsx'
import { Mini } from '../mini.tsx'
import { PromiseRow } from '../promise-row.tsx'
import { Ahead, NowBar, PromiseGroup, Promises } from '../promises.tsx'
import type { Shell } from '../shell.ts'
import { Tag } from '../tag.tsx'
import { steps } from './lines.tsx'
import { Part } from './part.tsx'
import { lineWords as l } from './line-words.ts'
import { sheetWords as t } from './words.ts'

const eight = ['done', 'done', 'done', 'done', 'done', 'done', 'done', 'done'] as const
const missed = ['done', 'done', 'done', 'done', 'done', 'done', 'now late', 'next', 'next'] as const

const at = (states: readonly MarkState[], step: string) => (
  <>
    <Mini steps={steps(states)} />
    <small>{step}</small>
  </>
)

const Eli = () => (
  <PromiseRow
    s="late"
    clock={{ means: l('three_late'), time: l('was_due'), at: '2026-10-07', late: true }}
    who={l('eli')}
    href="#x-late"
    what={l('eli_owed')}
    detail={l('eli_more')}
    at={at([...eight, 'late'], l('one_month'))}
    act={<ButtonLink href="#x-late">{l('ask_northbank')}</ButtonLink>}
  />
)

const due = {
  means: l('half_hour'),
  time: l('due_1400'),
  at: new Date('2026-10-13T21:00:00Z'),
  exact: l('exact_1400'),
}

const Theo = ({ shell }: { shell: Shell }) => (
  <PromiseRow
    s="due"
    clock={due}
    who={l('theo')}
    href="#x-due"
    tags={<Tag kind="high">{t('high_need')}</Tag>}
    what={l('theo_owed')}
    detail={l('theo_more')}
    at={at(missed, l('scheduled'))}
    act={
      <Act id="dana" to="/design" shell={shell}>
        {l('call_dana')}
      </Act>
    }
  />
)

export const PromisePart = ({ shell }: { shell: Shell }) => (
  <Part id="x-promises" name={l('promises')} hint={l('promises_hint')}>
    <Promises>
      <PromiseGroup id="x-late" heading={l('late_one')} wide>
        <Eli />
      </PromiseGroup>
      <NowBar>{l('now_1330')}</NowBar>
      <Ahead>
        <PromiseGroup id="x-due" heading={l('due_today')} wide>
          <Theo shell={shell} />
        </PromiseGroup>
      </Ahead>
    </Promises>
  </Part>
)

export const EventPart = () => (
  <Part id="x-events" name={l('events')}>
    <Events
      events={[
        {
          s: 'now',
          time: l('time_now'),
          at: new Date('2026-10-13T20:30:00Z'),
          what: l('key_now'),
          detail: l('reminder'),
        },
        { s: 'done', time: l('time_accepted'), what: l('accepted'), detail: l('noor') },
        {
          s: 'done late',
          time: l('time_handoff'),
          what: l('handoff_late'),
          detail: (
            <>
              {l('edited')} <a href="#x-events">{l('both_values')}</a>
            </>
          ),
        },
      ]}
    />
  </Part>
)
