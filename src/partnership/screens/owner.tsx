import type { View } from '#access/screen.ts'
import { Button, Field, Form, kept } from '#design/contract.ts'
import type { Profile } from '../look-partner.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

/** Who at the district answers for the partnership, for whoever may name them. */
export const OwnerForm = ({ data: { partner, owners }, view }: { data: Profile; view: View }) =>
  owners.length === 0 ? null : (
    <Form to={`/partners/${partner.id}/owner`} shell={view.shell} layout="row">
      <Field
        {...kept(view)('ownerId')}
        type="select"
        label={say('owner_name')}
        options={[
          { value: '', label: say('owner_choose') },
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button>{say('owner_save')}</Button>
    </Form>
  )
