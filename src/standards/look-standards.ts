import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { partnerStaff, schoolStaff, sideOf } from '#access/roles.ts'
import { calendarOf, dayOf, type SchoolCalendar } from '#district/contract.ts'
import { choice } from '#platform/given.ts'
import { editableKinds } from './edited.ts'
import { type Kind, kinds } from './kinds.ts'
import { mayPublish } from './policy.ts'
import { overduePolicies } from './crisis.ts'
import { latestProposal, proposalIdOf, signaturesOf } from './proposal-store.ts'
import { modelInForce, type Published } from './store.ts'
import { versionsOf } from './versions-store.ts'

/** Parts a district writes anew on a page of its own. */
const editable: readonly Kind[] = ['tiers', 'signals', 'triage_staff', 'minimum_necessary', ...editableKinds]

/** A version as a page tells it: what it says, and since when by the district's calendar. */
const told = <S extends Published>(standard: S, calendar: SchoolCalendar) => ({
  ...standard,
  inForceOn: dayOf(calendar, standard.inForceFrom),
  approvedOn: standard.approval === undefined ? null : dayOf(calendar, standard.approval.approvedAt),
})

/** The model in force, kind by kind, for everybody who works by it. */
export const lookStandards = look({
  name: 'standards/standards',
  by: [...schoolStaff, ...partnerStaff],
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const calendar = await calendarOf(view.tx)
    const model = await modelInForce(view.tx, view.now)
    return { today: dayOf(calendar, view.now), standards: kinds.map((kind) => told(model[kind], calendar)) }
  },
})

/** Who signed the crisis standard in force, and the version that waits for signatures. */
async function signingOf(view: Viewing, standardId: string) {
  const { tx, actor } = view
  const calendar = await calendarOf(tx)
  const inForceId = await proposalIdOf(tx, standardId)
  const latest = await latestProposal(tx)
  const waiting = latest === undefined || latest.isPublished ? undefined : latest
  const count = waiting === undefined ? [] : await signaturesOf(view, waiting.id)
  return {
    signatures: (inForceId === undefined ? [] : await signaturesOf(view, inForceId)).map(
      ({ signedAt, ...rest }) => ({ ...rest, signedOn: signedAt && dayOf(calendar, signedAt) }),
    ),
    inForceId: inForceId ?? null,
    isOwn: sideOf(actor.role) === 'partner',
    waiting: waiting && {
      id: waiting.id,
      version: waiting.version,
      all: count.length,
      signed: count.filter(({ signedAt }) => signedAt !== null).length,
    },
  }
}

/** One part of the model: what it says now, and every version it had. */
export const lookStandard = look({
  name: 'standards/standard',
  by: [...schoolStaff, ...partnerStaff],
  given: z.object({ kind: choice(kinds as [Kind, ...Kind[]]) }),
  shows: 'no student',
  async see(view, { kind }) {
    view.permit(true)
    view.sawNoStudent()
    const calendar = await calendarOf(view.tx)
    const model = await modelInForce(view.tx, view.now)
    const versions = await versionsOf(view.tx, kind)
    return {
      today: dayOf(calendar, view.now),
      standard: told(model[kind], calendar),
      clocks: model.time_standards.body,
      /** Whose own part of it comes first. */
      reader: view.actor.role,
      overdue: kind === 'crisis' ? overduePolicies(model.crisis.body, dayOf(calendar, view.now)) : [],
      signing: kind === 'crisis' ? await signingOf(view, model.crisis.id) : undefined,
      mayApprove:
        model[kind].sample &&
        model[kind].approval === undefined &&
        view.actor.role === 'district_head' &&
        mayPublish(view.actor),
      mayEdit: editable.includes(kind) && view.actor.role === 'district_head' && mayPublish(view.actor),
      versions: versions.map((version) => ({ ...version, inForceOn: dayOf(calendar, version.inForceFrom) })),
    }
  },
})
