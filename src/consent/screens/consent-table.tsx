import { Mark, Table } from '#design/contract.ts'
