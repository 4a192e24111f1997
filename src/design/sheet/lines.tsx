import { Late } from '../late.tsx'
import { Line, type Step } from '../line.tsx'
import { type MarkState, stateWord } from '../mark.tsx'
import { MarkedList } from '../marked-list.tsx'
import { markStates } from '../mark.tsx'
import { Mini } from '../mini.tsx'
import { Part } from './part.tsx'
import { lineWords as t } from './line-words.ts'

const names = [
  t('concern'),
  t('decision'),
  t('consent'),
  t('handoff'),
  t('received'),
  t('accepted'),
  t('scheduled'),
  t('seen'),
  t('one_month'),
]

/** The nine steps with these states; what is said about some of them by place. */
export const steps = (
  states: readonly MarkState[],
  more: Record<number, Partial<Step>> = {},
): (Step & { name: string })[] =>
  states.map((s, i) => ({ s, name: names[i] ?? '', ...more[i] }) as Step & { name: string })

const done = (count: number): MarkState[] => Array.from({ length: count }, () => 'done')
const rest = (from: number, s: MarkState = 'next'): MarkState[] => Array.from({ length: 9 - from }, () => s)

const forked: Step[] = [
  { s: 'done', name: t('new_consent'), notes: [t('oct_8_cedar')] },
  { s: 'done', name: t('received'), notes: [t('oct_8')] },
  { s: 'now', name: t('accepted'), notes: [t('day_12')] },
  { s: 'next', name: t('scheduled') },
  { s: 'next', name: t('seen') },
  { s: 'next', name: t('one_month') },
]

const minis: MarkState[][] = [
  [...done(3), 'now', ...rest(4)],
  [...done(3), 'done late', ...done(3), 'now', 'next'],
  [...done(6), 'now late', ...rest(7)],
  [...done(4), 'late', ...rest(5)],
  [...done(3), ...rest(3, 'hidden')],
  done(9),
]

const first = {
  0: { notes: [t('oct_1')] },
  1: { notes: [t('oct_1')] },
  2: { notes: [t('oct_2')] },
  3: { notes: [t('oct_2')] },
}

const Moving = () => (
  <>
    <h3>{t('line_on_its_way')}</h3>
    <Line across steps={steps([...done(5), 'now', ...rest(6)], { 5: { notes: [t('by_tomorrow')] } })} />
    <h3>{t('line_late_once')}</h3>
    <Line
      across
      steps={steps([...done(3), 'done late', ...done(2), 'due', ...rest(7)], {
        3: { notes: [<Late>{t('one_day_late')}</Late>] },
        6: { notes: [t('due_thursday')] },
      })}
    />
    <h3>{t('line_missed')}</h3>
    <Line
      across
      steps={steps([...done(7), 'now late', 'next'], { 7: { notes: [<Late>{t('visit_missed')}</Late>] } })}
    />
    <h3>{t('line_hidden')}</h3>
    <Line
      across
      steps={steps([...done(4), ...rest(4, 'hidden')], {
        4: { notes: [t('not_shared')] },
        7: { notes: [t('family_says')] },
      })}
    />
  </>
)

const Ended = () => (
  <>
    <h3>{t('line_stopped')}</h3>
    <Line
      across
      steps={steps([...done(2), 'end'], { 2: { notes: [t('family_choice'), t('support_offered')] } })}
    />
    <h3>{t('line_redirected')}</h3>
    <Line
      across
      steps={steps([...done(5), 'end'], {
        ...first,
        4: { notes: [t('northbank')] },
        5: { name: t('not_accepted'), notes: [t('no_room')] },
      })}
      redirects={[{ note: t('redirected'), steps: forked }]}
    />
    <h3>{t('line_complete')}</h3>
    <Line across steps={steps(done(9), { 8: { notes: [t('loop_closed')] } })} />
  </>
)

export const LinePart = () => (
  <Part id="x-line" name={t('line')} hint={t('line_hint')}>
    <MarkedList
      as="run"
      items={markStates.map((s) => ({ s, text: s === 'end' ? t('key_end') : stateWord(s) }))}
    />
    <Moving />
    <Ended />
    <h3>{t('line_row')}</h3>
    <p class="row">
      {minis.map((states) => (
        <Mini steps={steps(states)} />
      ))}
    </p>
  </Part>
)
