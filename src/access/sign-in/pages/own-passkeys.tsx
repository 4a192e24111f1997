import { Button, Form, Table } from '#design/contract.ts'
import type { View } from '../page.ts'
import { passkeyWords } from '../passkey-words.ts'
import type { ListedPasskey } from '../passkeys.ts'
import { Moment } from './moment.tsx'

type OwnPasskeysProps = { view: View; passkeys: readonly ListedPasskey[]; timeZone: string }

function Listed({ view, passkeys, timeZone }: OwnPasskeysProps) {
  const say = passkeyWords(view.language)
  const moment = (at: Date) => <Moment at={at} view={view} timeZone={timeZone} />
  const name = ({ label, backedUp }: ListedPasskey) => (
    <>
      <bdi>{label}</bdi>
      {backedUp && (
        <>
          <br />
          <small>{say('synced')}</small>
        </>
      )}
    </>
  )
  const used = ({ usedAt }: ListedPasskey) => (usedAt === null ? say('never') : moment(usedAt))
  const remove = ({ id, label }: ListedPasskey) => (
    <Button name="passkey" value={id}>
      {say('remove')}
      <span class="vh"> {label}</span>
    </Button>
  )
  const columns = [
    { head: say('name'), cell: name },
    { head: say('added'), cell: ({ addedAt }: ListedPasskey) => moment(addedAt) },
    { head: say('used'), cell: used },
    { head: '', fit: true, cell: remove },
  ]
  return <Table caption={<span class="vh">{say('caption')}</span>} rows={passkeys} columns={columns} />
}

/** The passkeys of a person, with a way to remove each and to add another. */
export function OwnPasskeys(props: OwnPasskeysProps) {
  const { view, passkeys } = props
  const say = passkeyWords(view.language)
  return (
    <section class="flow" aria-labelledby="passkeys-head">
      <h2 id="passkeys-head">{say('passkeys')}</h2>
      <p>
        {say('what')} {say('counts')}
      </p>
      {passkeys.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <Form to="/account/passkeys/removal" shell={view.shell}>
          <Listed {...props} />
        </Form>
      )}
      <p>
        <a href="/account/passkeys">{say('add')}</a>
      </p>
    </section>
  )
}
