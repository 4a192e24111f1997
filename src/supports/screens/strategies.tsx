import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Choices, Events, Field, Form, kept, MarkedList } from '#design/contract.ts'
import { strategyReaders } from '../strategy-store.ts'
import type { SupportData } from '../support-page.ts'
import { readerWords } from '../words.ts'
import { say } from './screen-words.ts'

const reader = readerWords()
const atOf = ({ timeZone, at }: SupportData) => ({ timeZone, now: at })

/** Where care outside stands while support at school goes on, or after it ended [R170]. */
export const Outside = ({ data }: { data: SupportData }) =>
  data.outside.length === 0 ? null : (
    <section class="flow" aria-labelledby="outside">
      <h2 id="outside">{say('outside')}</h2>
      <MarkedList
        items={data.outside.map(({ referralId, agency, acceptedAt, firstSeenAt }) => ({
          s: 'now' as const,
          text: (
            <a href={`/referrals/${referralId}`}>
              {firstSeenAt === null
                ? say('outside_accepted', { agency, day: momentWords(acceptedAt, atOf(data)) })
                : say('outside_care', { agency, day: momentWords(firstSeenAt, atOf(data)) })}
            </a>
          ),
        }))}
      />
    </section>
  )

/** What was given to whoever is with the student every day. */
export const Strategies = ({ data }: { data: SupportData }) => (
  <section class="flow" aria-labelledby="strategies">
    <h2 id="strategies">{say('strategies')}</h2>
    {data.strategies.length === 0 ? (
      <p>{say('strategies_none')}</p>
    ) : (
      <Events
        events={data.strategies.map(({ givenTo, words, givenAt, givenByName: name }) => ({
          s: 'done',
          at: givenAt,
          time: momentWords(givenAt, atOf(data)),
          what: words,
          detail: say('strategy_to', { whom: reader(givenTo), name }),
        }))}
      />
    )}
  </section>
)

/** A strategy is written down as given. */
export const GiveStrategy = ({ data, view }: { data: SupportData; view: View }) => {
  const mine = view.typed['_form'] === 'strategy' ? view : { typed: {}, problem: undefined }
  const field = kept(mine)
  const { value, ...givenTo } = field('givenTo')
  return (
    <section class="flow" aria-labelledby="give">
      <h2 id="give">{say('strategy_give')}</h2>
      <Form
        to={`/supports/${data.support.id}/strategies`}
        shell={view.shell}
        layout="flow read"
        hidden={{ _form: 'strategy' }}
      >
        <Choices
          {...givenTo}
          legend={say('strategy_whom')}
          inline
          chosen={value ?? ''}
          options={strategyReaders.map((each) => ({ value: each, label: reader(each) }))}
        />
        <Field
          {...field('words')}
          type="textarea"
          label={say('strategy_words')}
          hint={say('strategy_hint')}
          maxlength={300}
        />
        <p>
          <Button>{say('strategy_save')}</Button>
        </p>
      </Form>
    </section>
  )
}
