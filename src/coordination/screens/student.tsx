import type { View } from '#access/screen.ts'
import { Page, SixAnswers, Tabs } from '#design/contract.ts'
import type { FullStudent, SeenStudent } from '../look-student.ts'
import { sixOf } from './six.tsx'
import { StudentHead } from './student-head.tsx'
import { StudentLine } from './student-line.tsx'
import { Consents, WhoSees } from './student-sharing.tsx'
import { Timeline } from './student-timeline.tsx'
import { studentWords } from './student-words.ts'

const say = studentWords()

const partsOf = ({ timeline, knowsConsent }: FullStudent) => [
  ...(timeline === undefined ? [] : [{ href: '#timeline', label: say('timeline') }]),
  ...(knowsConsent
    ? [
        { href: '#consents', label: say('consents') },
        { href: '#sees', label: say('who_sees') },
      ]
    : []),
]

/** One student: who and what is next, six answers, the line, and below it everything they rest on. */
export const StudentPage = (seen: SeenStudent, { shell }: View) => (
  <Page shell={shell}>
    <StudentHead seen={seen} />
    {seen.full !== undefined && (seen.active !== undefined || seen.care !== undefined) && (
      <SixAnswers id="six" heading={say('six')} answers={sixOf(seen, seen.full)} />
    )}
    <StudentLine seen={seen} />
    {seen.full === undefined ? (
      <p class="quiet after">{say('status_only')}</p>
    ) : (
      <>
        <div class="after">
          <Tabs label={say('title')} tabs={partsOf(seen.full)} />
        </div>
        <div class="split">
          {seen.full.timeline !== undefined && <Timeline seen={seen} timeline={seen.full.timeline} />}
          {seen.full.knowsConsent && (
            <div>
              <Consents seen={seen} full={seen.full} />
              <WhoSees seen={seen} full={seen.full} />
            </div>
          )}
        </div>
      </>
    )}
  </Page>
)
