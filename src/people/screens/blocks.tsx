import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  Choices,
  Empty,
  ErrorSummary,
  Field,
  Filter,
  Form,
  kept,
  Page,
  PageHead,
} from '#design/contract.ts'
import { blockKinds } from '../block.ts'
import { blockAccess } from '../block-access.ts'
import { confirmConflict } from '../confirm-block.ts'
import { blockKindWords, blockPageWords } from '../block-words.ts'
import { lookBlocks, mostMeant, type SeenBlocks } from '../look-blocks.ts'
import { studentName } from '../student.ts'
import { Earlier, Family, InForce } from './blocks-standing.tsx'
import { choosable, onlyOne } from './who-to-block.tsx'

const say = blockPageWords()
const kind = blockKindWords()

const placeOf = ({ student }: SeenBlocks) => `/students/${student.id}/blocks`

/** The person is found first, so that the form that follows names exactly one of them. */
const Find = ({ data, view }: { data: SeenBlocks; view: View }) => (
  <Filter to={placeOf(data)} typed={view.shell} button={say('find_button')}>
    <Field
      name="who"
      type="search"
      label={say('find')}
      hint={say('find_hint')}
      value={data.typed}
      maxlength={200}
    />
  </Filter>
)

const Add = ({ data, view }: { data: SeenBlocks; view: View }) => {
  const field = kept(view)
  const { value: person = onlyOne(choosable(data)), ...who } = field('personId')
  const { value: why, ...reason } = field('kind')
  return (
    <Form to={placeOf(data)} shell={view.shell} layout="box read flow" hidden={{ who: data.typed }}>
      <Choices
        {...who}
        legend={say('which')}
        options={choosable(data)}
        {...(person !== undefined && { chosen: person })}
      />
      {data.more && <p>{say('more', { limit: mostMeant })}</p>}
      <Choices
        {...reason}
        legend={say('why')}
        options={blockKinds.map((value) => ({ value, label: kind(value) }))}
        {...(why !== undefined && { chosen: why })}
      />
      <Field
        {...field('documentReference')}
        label={say('document')}
        hint={say('document_hint')}
        maxlength={120}
        optional
      />
      <Button kind="go">{say('save')}</Button>
    </Form>
  )
}

const BlocksPage = (data: SeenBlocks, view: View) => {
  const standing = data.blocks.filter(({ liftedAt }) => liftedAt === null)
  const earlier = data.blocks.filter(({ liftedAt }) => liftedAt !== null)
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('blocks_of', { name: studentName(data.student) })}
        crumb={
          data.mayKeep
            ? { href: `/students/${data.student.id}/readers`, label: say('crumb_details') }
            : { href: `/students/${data.student.id}`, label: <bdi>{studentName(data.student)}</bdi> }
        }
      >
        <p>
          {say('lead')} {say('lead_when')}
        </p>
      </PageHead>
      <div class="flow">
        {standing.length > 0 && <InForce rows={standing} data={data} view={view} />}
        {data.family.length > 0 && <Family rows={data.family} />}
        {standing.length + data.family.length === 0 && <Empty fact={say('none')} />}
        {data.mayKeep && (
          <section class="flow" aria-labelledby="add">
            <h2 id="add">{say('add')}</h2>
            <Find data={data} view={view} />
            {data.typed !== '' && choosable(data).length === 0 && <p>{say('found_none')}</p>}
            {choosable(data).length > 0 && <Add data={data} view={view} />}
          </section>
        )}
        {earlier.length > 0 && <Earlier rows={earlier} data={data} />}
      </div>
    </Page>
  )
}

export const blocksScreen = screen({
  address: '/students/:studentId/blocks',
  title: say('blocks'),
  look: lookBlocks,
  page: BlocksPage,
  typed: ['who'],
})

export const blocksResource = resource({
  address: 'POST /students/:studentId/blocks',
  act: blockAccess,
  stands: blocksScreen,
  at: (params, { who }) => ({ ...params, ...(typeof who === 'string' && { who }) }),
  then: ({ studentId }) => `/students/${studentId}/blocks`,
})

export const confirmationResource = resource({
  address: 'POST /students/:studentId/blocks/:blockId/confirmation',
  act: confirmConflict,
  stands: blocksScreen,
  then: ({ studentId }) => `/students/${studentId}/blocks`,
})
