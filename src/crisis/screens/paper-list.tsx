import { liveWords } from './live-words.ts'
import { offlineWords } from './offline-words.ts'
import { paperWords } from './paper-words.ts'

const say = paperWords()
const live = liveWords()
const offline = offlineWords()

const papers = ['card', 'script', 'form', 'roster'] as const

type Listed = { followsAll: boolean; keeps: boolean; readsTeam: boolean }

/** What to print before it is needed. */
export const Papers = ({ followsAll, keeps, readsTeam }: Listed) => (
  <section class="screen" aria-labelledby="papers">
    <h2 id="papers">{say('papers')}</h2>
    <ul role="list">
      {papers
        .filter((each) => each !== 'roster' || readsTeam)
        .map((each) => (
          <li>
            <a href={`/crisis/papers/${each}`}>{say(each)}</a>
          </li>
        ))}
      {keeps && (
        <li>
          <a href="/crisis/offline">{offline('link')}</a>
        </li>
      )}
      {followsAll && (
        <>
          <li>
            <a href="/crisis/departures">{live('queue')}</a>
          </li>
          <li>
            <a href="/crisis/figures">{live('figures')}</a>
          </li>
          <li>
            <a href="/crisis/reviews">{live('reviews')}</a>
          </li>
        </>
      )}
    </ul>
  </section>
)
