// What an operator reads where the API would answer a problem. Pure.
import { Frame } from '../pages/frame.tsx'

interface ProblemPageProps {
  readonly title: string
  readonly detail?: string | undefined
}

export const ProblemPage = ({ title, detail }: ProblemPageProps) => (
  <Frame title={title} description="This page could not be shown." path="/console">
    <h1>{title}</h1>
    {detail === undefined ? null : <p>{detail}</p>}
    <p>
      <a href="/console">Back to the console</a>
    </p>
  </Frame>
)
