import { nothingComesBack } from '../sharing.ts'
import type { Page, Said } from './said.ts'
import { studentWords } from './student-words.ts'

const say = studentWords()

/** How information is shared: what goes to the agency, and what comes back from it. */
export function sharingSaid({ seen: { active }, full, at }: Page): Said {
  const { sharing, agreementEndsOn } = full
  const { sent, mayGo, back } = sharing
  const source = (
    <>
      {sent !== undefined && !mayGo && `${say('stays_there', { day: at.day(sent.at) })} `}
      {mayGo && active?.routeName && `${say('through', { route: active.routeName })} `}
      {agreementEndsOn !== null && `${say('agreement', { day: at.day(agreementEndsOn) })} `}
      <a href="#sees">{say('who_sees')}</a>
    </>
  )
  if (sent === undefined) {
    return mayGo
      ? { answer: say('shares_not_sent'), source }
      : { answer: say('shares_nothing'), s: 'end', source }
  }
  if (!mayGo && nothingComesBack(sharing)) return { answer: say('shares_no_more'), s: 'end', source }
  const answer = [
    ...(mayGo ? [] : [say('sends_no_more')]),
    say(back.status_feedback.told ? 'shares_status' : 'shares_no_status'),
    say(back.safety_signals.told ? 'shares_safety' : 'shares_no_safety'),
    say(back.participation.told ? 'shares_visits' : 'shares_no_visits'),
  ].join(' ')
  return { answer, source }
}
