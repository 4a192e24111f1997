import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Events,
  Field,
  Form,
  kept,
  PageHead,
  PartnerPage,
} from '#design/contract.ts'
import { lookNotes, type SeenNotes } from '../look-notes.ts'
import { noteLawWords, noteWords } from '../screen-words.ts'
import { writeNote } from '../write-note.ts'

const say = noteWords()
const sayLaw = noteLawWords()

const Written = ({ notes, timeZone, now }: SeenNotes) => (
  <section class="after flow" aria-labelledby="written">
    <h2 id="written">{say('written')}</h2>
    {notes.length === 0 ? (
      <Empty fact={say('none')} note={say('none_note')} />
    ) : (
      <Events
        events={notes.map(({ words, governedBy, writtenAt, writtenByName: name }) => ({
          s: 'done',
          at: writtenAt,
          time: momentWords(writtenAt, { timeZone, now }),
          what: words,
          detail: say('by', { name, law: sayLaw(governedBy) }),
        }))}
      />
    )}
  </section>
)

const Write = ({ data, view }: { data: SeenNotes; view: View }) => (
  <section class="flow" aria-labelledby="write">
    <h2 id="write">{say('write')}</h2>
    <Form to={`/notes/${data.referral.id}`} shell={view.shell} layout="flow read">
      <Field
        {...kept(view)('words')}
        label={say('words')}
        hint={say('words_hint')}
        type="textarea"
        rows={6}
        maxlength={4000}
      />
      <Button kind="go">{say('keep')}</Button>
    </Form>
  </section>
)

/** What an agency keeps for itself on one referral, on a page of its own: nothing of the packet is on it. */
const NotesPage = (data: SeenNotes, view: View) => (
  <PartnerPage shell={view.shell}>
    <ErrorSummary errors={view.problem?.because ?? []} />
    <PageHead
      crumb={{ href: `/inbox/${data.referral.id}`, label: say('number', { number: data.referral.number }) }}
      title={say('title')}
    >
      <p>
        {say('lead', { owner: data.record.owner })} {say(`law_${data.record.law}`)}
      </p>
    </PageHead>
    <div class="flow">
      <Write data={data} view={view} />
      <Written {...data} />
    </div>
  </PartnerPage>
)

export const notesScreen = screen({
  address: '/notes/:referralId',
  title: say('title'),
  look: lookNotes,
  page: NotesPage,
})

export const noteResource = resource({
  address: 'POST /notes/:referralId',
  act: writeNote,
  stands: notesScreen,
  at: ({ referralId = '' }) => ({ referralId }),
  then: (_result, { referralId }) => `/notes/${referralId}`,
})
