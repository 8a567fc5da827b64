// The question how a credential reaches its holder, in the forms of one credential and of tables. Pure.
import { Field } from './field.tsx'
import { CLAIM } from './issue-order.ts'

export const HandoverField = ({ chosen }: { readonly chosen: string | undefined }) => (
  <Field
    name="handover"
    label="How it reaches its holder"
    help="By a claim link its holder fetches copies into a wallet, each bound to a key of their own: SD-JWT VC or VC-JWT only."
  >
    {(attributes) => (
      <select {...attributes}>
        <option value="now">Signed now, for you to hand over</option>
        <option value={CLAIM} selected={chosen === CLAIM}>
          By a claim link
        </option>
      </select>
    )}
  </Field>
)
