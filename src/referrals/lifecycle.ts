import { type ActOf, lifecycle, type StateOf } from '#platform/lifecycle.ts'

/**
 * Path (b), requirements section 2.3. Read each line as: while <state>, someone may <act>, and it becomes
 * <state>. What is exchanged with a partner is the closed status list, not these states.
 */
export const referralLifecycle = lifecycle({
  handoff_open: { send: 'sent', withdraw: 'withdrawn', close: 'closed' },
  sent: {
    receive: 'received',
    accept: 'accepted',
    decline: 'not_accepted',
    redirect: 'redirected',
    withdraw: 'withdrawn',
    close: 'closed',
  },
  received: {
    accept: 'accepted',
    decline: 'not_accepted',
    redirect: 'redirected',
    withdraw: 'withdrawn',
    close: 'closed',
  },
  accepted: {
    schedule: 'scheduled',
    begin: 'in_service',
    disengage: 'disengaged',
    return: 'not_accepted',
    redirect: 'redirected',
    withdraw: 'withdrawn',
    close: 'closed',
  },
  not_accepted: { redirect: 'redirected', withdraw: 'withdrawn', close: 'closed' },
  scheduled: {
    schedule: 'scheduled',
    begin: 'in_service',
    disengage: 'disengaged',
    return: 'not_accepted',
    redirect: 'redirected',
    withdraw: 'withdrawn',
    close: 'closed',
  },
  in_service: {
    schedule: 'in_service',
    disengage: 'disengaged',
    return: 'not_accepted',
    redirect: 'redirected',
    withdraw: 'withdrawn',
    close: 'closed',
  },
  disengaged: {
    schedule: 'scheduled',
    begin: 'in_service',
    return: 'not_accepted',
    redirect: 'redirected',
    withdraw: 'withdrawn',
    close: 'closed',
  },
  redirected: {},
  withdrawn: {},
  closed: {},
})

export type ReferralState = StateOf<typeof referralLifecycle>
export type ReferralAct = ActOf<typeof referralLifecycle>
