import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Choices, Field, Form, inPart, kept, keptAll, MarkedList, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { SeenFollowUp } from '../follow-up-store.ts'
import type { SeenPlanPage } from '../look-plan.ts'
import { contactOutcomeWords, followedWords, returnWords, standsWords } from '../screen-words.ts'

const say = returnWords()
const stands = standsWords()
const whom = followedWords()
const ended = contactOutcomeWords()
type Props = { data: SeenPlanPage; view: View }

/** The day the student came back. */
export const Back = ({ data, view }: Props) => {
  const part = 'back'
  return (
    <Form
      to={`/returns/${data.plan.incidentId}/return`}
      shell={view.shell}
      hidden={{ part }}
      layout="box read flow"
    >
      <Field
        {...kept(inPart(view, part), { returnedOn: data.plan.returnOn })('returnedOn')}
        type="date"
        width="mid"
        label={say('back_on')}
      />
      <p>
        <Button kind="go">{say('back_save')}</Button>
      </p>
    </Form>
  )
}

const WhyEnds = ({ view }: { view: View }) => {
  const [label, hint] = [say('look_because'), say('look_because_hint')]
  return (
    <Field {...kept(view)('because')} id="look-because" label={label} hint={hint} maxlength={500} optional />
  )
}

const Look = ({ data, view: whole }: Props) => {
  const part = 'look'
  const view = inPart(whole, part)
  const { value, ...field } = kept(view)('outcome')
  const settled = data.windows.at(-1)?.stands === 'no_data' ? 'look_no_data' : undefined
  const hint = data.maySettle ? settled : 'look_not_yet'
  return (
    <Form
      to={`/returns/${data.plan.incidentId}/stability`}
      shell={view.shell}
      hidden={{ part }}
      layout="box read flow"
    >
      <Choices
        {...field}
        legend={say('look')}
        chosen={value ?? ''}
        {...(hint !== undefined && { hint: say(hint) })}
        options={[
          { value: 'goes_on', label: say('look_goes_on') },
          { value: 'stable', label: say('look_stable'), disabled: !data.maySettle },
          ...(data.mayEnd ? [{ value: 'ends', label: say('look_ends') }] : []),
        ]}
      />
      {data.mayEnd && <WhyEnds view={view} />}
      <p>
        <Button>{say('look_save')}</Button>
      </p>
    </Form>
  )
}

/** How the return stands after so many days, from what is on record [R123]. */
export const Stability = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="stability">
    <h2 id="stability">{say('stability')}</h2>
    {data.plan.returnedOn !== null && (
      <p>{say('back_since', { day: dayWords(data.plan.returnedOn, data.today) })}</p>
    )}
    <Table
      caption={say('stability_lead')}
      rows={data.windows}
      columns={[
        {
          head: say('window'),
          cell: ({ days, endsOn }) => say('window_days', { days, day: dayWords(endsOn, data.today) }),
        },
        {
          head: say('missed'),
          cell: ({ missed, missedBefore }) => say('missed_of', { missed, before: missedBefore }),
        },
        { head: say('exclusions'), cell: ({ exclusions }) => String(exclusions) },
        { head: say('urgent'), cell: ({ urgent }) => String(urgent) },
        { head: say('so'), cell: (window) => stands(window.stands) },
      ]}
    />
    {data.plan.state === 'returned' && <Look data={data} view={view} />}
  </section>
)

const contactLine = (each: SeenFollowUp, data: Pick<SeenPlanPage, 'timeZone' | 'now'>): string => {
  const { outcome, endedAt } = each
  const what = whom(each.whom)
  return outcome === null || endedAt === null
    ? say('contact_line', { what, name: each.ownerName, due: momentWords(each.dueAt, data) })
    : say('contact_ended', {
        what,
        name: each.endedByName ?? '',
        at: momentWords(endedAt, data),
        outcome: ended(outcome),
      })
}

type ContactsProps = {
  followUps: readonly SeenFollowUp[]
  around: Pick<SeenPlanPage, 'timeZone' | 'now'>
  named?: boolean
}

/** Whom somebody gets in touch with: what is owed first. */
export const Contacts = ({ followUps, around, named = false }: ContactsProps) => (
  <MarkedList
    items={followUps.map((each) => ({
      s: each.outcome === null ? (each.dueAt < around.now ? 'late' : 'due') : 'done',
      text: (
        <>
          {named && (
            <>
              <bdi>{each.studentName}</bdi>.{' '}
            </>
          )}
          {contactLine(each, around)}{' '}
          {each.outcome === null && <a href={`/follow-ups/${each.id}`}>{say('contact_open')}</a>}
        </>
      ),
    }))}
  />
)

const asOption = ({ id: value, name: label }: { id: string; name: string }) => ({ value, label })

const GiveSheet = ({ data, view: whole }: Props) => {
  const part = 'sheet'
  const view = inPart(whole, part)
  const field = kept(view)
  const { value: _, ...readers } = field('readerIds')
  return (
    <Form
      to={`/returns/${data.plan.incidentId}/sheets`}
      shell={view.shell}
      hidden={{ part }}
      layout="box read flow"
    >
      <Field
        {...field('words')}
        id="sheet-words"
        type="textarea"
        label={say('sheet_words')}
        maxlength={600}
      />
      <Field
        {...field('contactId')}
        type="select"
        label={say('sheet_contact')}
        options={[{ value: '', label: say('choose') }, ...data.contacts.map(asOption)]}
      />
      <Choices
        {...readers}
        many
        legend={say('sheet_readers')}
        chosen={keptAll(view, 'readerIds')}
        options={data.readers.map(asOption)}
      />
      <p>
        <Button>{say('sheet_save')}</Button>
      </p>
    </Form>
  )
}

/** What teachers were told, and the form that tells them. */
export const Sheets = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="sheet">
    <h2 id="sheet">{say('sheet')}</h2>
    <p>{say('sheet_note')}</p>
    {data.sheets.length > 0 && (
      <MarkedList
        items={data.sheets.map(({ readerName: name, words, contactName: contact }) => ({
          s: 'done' as const,
          text: say('sheet_given', { name, words, contact }),
        }))}
      />
    )}
    {data.plan.endedAt === null && data.readers.length > 0 && <GiveSheet data={data} view={view} />}
  </section>
)
