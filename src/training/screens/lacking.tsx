import { Phone } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { Lacking } from '../asking.ts'
import { sayings } from '../screen-words.ts'
import { trainingWords } from '../words.ts'

const say = sayings()
const training = trainingWords()

/** People to ask, each with the number to call where there is one. */
export const Askable = ({ people }: { people: Lacking['ask'] }) =>
  people.length === 0 ? (
    <>{say('ask_nobody')}</>
  ) : (
    <>
      {people.map(({ name, phone }, at) => (
        <>
          {at > 0 && ', '}
          <bdi>{name}</bdi>
          {phone !== null && (
            <>
              {' '}
              <Phone number={phone} />
            </>
          )}
        </>
      ))}
    </>
  )

/** Why something stays closed to somebody: which training, how it stands, and whom to ask. */
export const LackingNote = ({ lacking: { topic, until, today, ask } }: { lacking: Lacking }) => (
  <p>
    <b>
      {until === null
        ? say('lacks_never', { training: training(topic) })
        : say('lacks_lapsed', { training: training(topic), day: dayWords(until, today) })}
    </b>{' '}
    {say('own_ask')}: <Askable people={ask} />
  </p>
)
