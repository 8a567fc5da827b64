// What can be proposed, and under which kind it is shown. Types and one table. Pure.
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import type { ChangePolicy } from '../../shared/wire/proposals.ts'
import type { IssueDocument } from '../../shared/wire/vc-api.ts'
import type { CancelOrder } from '../issuing/cancel-status-change.ts'
import type { StatusOrder } from '../issuing/change-status.ts'
import type { RemarkOrders } from '../issuing/remark.ts'
import type { ProposalKind } from '../storage/proposals.ts'
import type { UpdateStatusOrder } from '../vc-api/update-status.ts'
import type { Kept } from './kept-records.ts'

/** What the direct path would have been handed. */
export interface Orders {
  readonly issue: IssueCredential
  readonly vc_api_issue: IssueDocument
  readonly status: StatusOrder
  readonly status_cancellation: CancelOrder
  readonly vc_api_status: UpdateStatusOrder
  readonly succession: RemarkOrders['succession']
  readonly taint: RemarkOrders['taint']
  readonly kept_status: Kept<StatusOrder>
  readonly kept_status_cancellation: Kept<CancelOrder>
  readonly policy: ChangePolicy
}

export type OrderKind = keyof Orders
export type ProposedOrder = {
  [K in OrderKind]: { readonly kind: K; readonly order: Orders[K] }
}[OrderKind]

export const SHOWN_AS = {
  issue: 'issue',
  vc_api_issue: 'issue',
  status: 'status',
  status_cancellation: 'status',
  vc_api_status: 'status',
  succession: 'issue',
  taint: 'issue',
  kept_status: 'status',
  kept_status_cancellation: 'status',
  policy: 'policy',
} as const satisfies Record<OrderKind, ProposalKind>
