import type { Transaction } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { Actor } from './actor.ts'
import { append } from './trail-store.ts'

export type TraceKind = 'read' | 'change' | 'refusal' | 'export' | 'print' | 'sign_in'

/**
 * What a trace speaks of. `studentId` where there is exactly one student; `studentIds` for a list that showed
 * several.
 */
export type Subject = {
  type: string
  id: string | null
  studentId?: string | null | undefined
  studentIds?: readonly string[] | undefined
}

/** Ids, codes, counts and instants. A name or a sentence typed by a person has no place in the trail. */
export type Detail = Readonly<
  Record<string, string | number | boolean | null | readonly string[] | undefined>
>

export type Trace = { kind: TraceKind; name: string; subject: Subject; detail?: Detail | undefined }

/**
 * Writes traces in the open transaction: if one cannot be written, the commit fails and nothing of the act
 * remains.
 */
export function writeTraces(tx: Transaction, by: { actor: Actor; at: Date }, traces: readonly Trace[]): void {
  const { actor, at } = by
  const rows = traces.map(({ kind, name, subject, detail }) => ({
    id: newId(at.getTime()),
    at,
    kind,
    name,
    person_id: actor.personId,
    assignment_id: actor.assignmentId,
    role: actor.role,
    partner_id: actor.partnerId,
    subject_type: subject.type,
    subject_id: subject.id,
    student_id: subject.studentId ?? null,
    student_ids: subject.studentIds ?? null,
    detail: detail ?? {},
  }))
  tx.write(append, { district: actor.districtId, rows: JSON.stringify(rows) })
}
