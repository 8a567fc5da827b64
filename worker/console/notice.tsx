// What was done, or why it was not: read out by those who do not see the page. Pure.

interface NoticeProps {
  /** Nothing is shown where there is nothing to say. */
  readonly children: string | undefined
}

export const Told = ({ children }: NoticeProps) =>
  children === undefined ? null : (
    <p role="status" class="notice">
      {children}
    </p>
  )

export const Refusal = ({ children }: NoticeProps) =>
  children === undefined ? null : (
    <p role="alert" class="advice">
      {children}
    </p>
  )
