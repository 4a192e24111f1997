import type { AnswerProps } from '#design/contract.ts'
import type { FullStudent, SeenStudent } from '../look-student.ts'
import type { Instants } from './instants.ts'

/** What an answer is said from. */
export type Page = { seen: SeenStudent; full: FullStudent; at: Instants }
/** An answer, and where and when it comes from. */
export type Said = {
  answer: string
  source: AnswerProps extends infer P ? (P extends { source: infer S } ? S : never) : never
  s?: 'done' | 'end' | 'hidden'
}
