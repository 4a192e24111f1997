import { cast } from '../riverside/cast.ts'

/** Acts around a contact that is protected. */
export const protectionScenes = [
  {
    act: 'people/protect-contact',
    by: 'leila',
    given: { reason: 'protective_order', endsOn: '2027-06-30', readers: [cast.leila.id] },
  },
  { act: 'people/change-protected', by: 'leila', given: { version: '1' } },
  { act: 'people/end-protection', by: 'leila', given: { because: 'order_ended' } },
] as const
