// Passkeys: the one thing on our pages that a browser does only for a script. It asks the device, puts the
// answer into the form of the page and sends it, and touches nothing else. Without it the page says what to
// do instead.

const part = document.querySelector<HTMLElement>('[data-passkey]')

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

const textOf = (bytes: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '')

const described = (id: string) => ({ type: 'public-key' as const, id: bytesOf(id) })

type Answer = Record<string, ArrayBuffer>

/** A new passkey that asks for a finger, a face or a PIN, and can sign in without an address being typed. */
async function make({ challenge = '', site = '', user = '', name = '', has = '' }: DOMStringMap) {
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: bytesOf(challenge),
      rp: { id: site, name: 'Throughline' },
      user: { id: bytesOf(user), name, displayName: name },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: has.split(' ').filter(Boolean).map(described),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    },
  })) as PublicKeyCredential
  const response = made.response as AuthenticatorAttestationResponse
  const key = response.getPublicKey()
  if (key === null) throw new Error('The kind of key is unknown')
  return {
    credential: made.rawId,
    client_data: response.clientDataJSON,
    authenticator_data: response.getAuthenticatorData(),
    public_key: key,
  } satisfies Answer
}

async function use({ challenge = '', site = '' }: DOMStringMap) {
  const used = (await navigator.credentials.get({
    publicKey: { challenge: bytesOf(challenge), rpId: site, userVerification: 'required' },
  })) as PublicKeyCredential
  const response = used.response as AuthenticatorAssertionResponse
  return {
    credential: used.rawId,
    client_data: response.clientDataJSON,
    authenticator_data: response.authenticatorData,
    signature: response.signature,
  } satisfies Answer
}

function begin(place: HTMLElement, form: HTMLFormElement) {
  const show = (which: string, shown: boolean) => {
    for (const each of place.querySelectorAll<HTMLElement>(`[${which}]`)) each.hidden = !shown
  }
  const fill = (answer: Answer) => {
    for (const [name, value] of Object.entries(answer)) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = textOf(value)
    }
  }
  const send = async () => {
    fill(await (place.dataset['passkey'] === 'make' ? make(place.dataset) : use(place.dataset)))
    form.submit()
  }
  show('data-with', true)
  show('data-without', false)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show('data-failed', false)
    send().catch(() => show('data-failed', true))
  })
}

const form = part?.querySelector('form')
if (part && form && 'PublicKeyCredential' in window) begin(part, form)
