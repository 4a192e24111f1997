import type { SeenStudent } from '../look-student.ts'
import { studentWords } from './student-words.ts'

const say = studentWords()

/** A page behind the one of the student: where below it, what it is called, and who is led there. */
type Way = {
  to: string
  word:
    | 'look_again'
    | 'details'
    | 'team'
    | 'family'
    | 'alerts'
    | 'class_times'
    | 'school_days'
    | 'school_visits'
    | 'tiers'
    | 'screening'
    | 'exceptions'
    | 'protected_contacts'
    | 'blocks'
    | 'conflict'
  leads: (seen: SeenStudent) => boolean
}

const readsAll = ({ full }: SeenStudent) => full !== undefined

/** What is needed in the middle of the work. */
const near: readonly Way[] = [
  { to: 'triage', word: 'look_again', leads: ({ full }) => full?.mayLookAgain === true },
  { to: 'details', word: 'details', leads: ({ full }) => full?.mayKeepDetails === true },
  { to: 'team', word: 'team', leads: readsAll },
  { to: 'family', word: 'family', leads: readsAll },
]

/** What is looked up now and then. */
const further: readonly Way[] = [
  { to: 'alerts', word: 'alerts', leads: readsAll },
  { to: 'class-times', word: 'class_times', leads: readsAll },
  { to: 'school-days', word: 'school_days', leads: readsAll },
  { to: 'school-visits', word: 'school_visits', leads: readsAll },
  { to: 'tiers', word: 'tiers', leads: readsAll },
  { to: 'screening', word: 'screening', leads: readsAll },
  { to: 'exceptions', word: 'exceptions', leads: ({ mayTell }) => mayTell },
  { to: 'protected-contacts', word: 'protected_contacts', leads: readsAll },
  { to: 'blocks', word: 'blocks', leads: ({ readsKeptAway }) => readsKeptAway },
  { to: 'conflict', word: 'conflict', leads: ({ here }) => here },
]

const Links = ({ seen, ways }: { seen: SeenStudent; ways: readonly Way[] }) =>
  ways
    .filter(({ leads }) => leads(seen))
    .map(({ to, word }) => <a href={`/students/${seen.student.id}/${to}`}>{say(word)}</a>)

/** What somebody can do for the student from here, and the pages that stand behind this one. */
export const Ways = ({ seen }: { seen: SeenStudent }) => (
  <>
    <p class="row">
      {seen.here && (
        <a class="btn danger" href={`/crisis?student=${seen.student.id}`}>
          {say('risk_risen')}
        </a>
      )}
      <Links seen={seen} ways={near} />
    </p>
    {further.some(({ leads }) => leads(seen)) && (
      <details class="more">
        <summary>{say('more_about')}</summary>
        <p class="row">
          <Links seen={seen} ways={further} />
        </p>
      </details>
    )}
  </>
)
