// `/docs`: the OpenAPI document, readable. Pure.
import { isJsonObject, type JsonObject } from '../../shared/encoding/json.ts'
import { Frame } from './frame.tsx'
import { SchemaView } from './schema-view.tsx'

interface Operation {
  readonly method: string
  readonly path: string
  readonly details: JsonObject
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

const operationsOf = (paths: JsonObject): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const details = isJsonObject(item) ? item[method] : undefined
      return isJsonObject(details) ? [{ method: method.toUpperCase(), path, details }] : []
    }),
  )

const tagOf = ({ details }: Operation): string =>
  Array.isArray(details.tags) ? String(details.tags[0]) : 'Other'

const anchorOf = ({ method, path }: Operation): string =>
  `${method}-${path}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

export const DocsPage = ({ openapi }: { readonly openapi: JsonObject }) => {
  const operations = operationsOf(isJsonObject(openapi.paths) ? openapi.paths : {})
  const byTag = Map.groupBy(operations, tagOf)
  return (
    <Frame title="API" description="Every route, what it takes and what it answers." path="/docs">
      <h1>API</h1>
      <p>
        The same as a machine reads it: <a href="/openapi.json">openapi.json</a>. Errors are{' '}
        <code>application/problem+json</code> (RFC 9457) with a stable <code>code</code>. Send API
        keys as <code>Authorization: Bearer …</code>.
      </p>
      <nav aria-label="Routes" class="contents">
        {[...byTag].map(([tag, group]) => (
          <section key={tag}>
            <strong>{tag}</strong>
            <ul>
              {group.map((operation) => (
                <li key={anchorOf(operation)}>
                  <a href={`#${anchorOf(operation)}`}>
                    <code>
                      {operation.method} {operation.path}
                    </code>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      {[...byTag].map(([tag, group]) => (
        <section key={tag}>
          <h2>{tag}</h2>
          {group.map((operation) => (
            <OperationView key={anchorOf(operation)} operation={operation} openapi={openapi} />
          ))}
        </section>
      ))}
    </Frame>
  )
}

interface OperationProps {
  readonly operation: Operation
  readonly openapi: JsonObject
}

const OperationView = ({ operation, openapi }: OperationProps) => {
  const { details, method, path } = operation
  const body = isJsonObject(details.requestBody) ? details.requestBody : undefined
  const parameters = Array.isArray(details.parameters)
    ? details.parameters.filter(isJsonObject)
    : []
  const responses = isJsonObject(details.responses) ? Object.entries(details.responses) : []
  return (
    <article id={anchorOf(operation)} class="operation">
      <h3>
        <code>
          {method} {path}
        </code>
      </h3>
      <p>
        <strong>{String(details.summary ?? '')}.</strong>{' '}
        <Prose text={String(details.description ?? '')} />
        {details.security ? ' Needs an API key.' : ''}
      </p>
      {parameters.length > 0 ? (
        <>
          <h4>Parameters</h4>
          <ul>
            {parameters.map((parameter) => (
              <li key={String(parameter.name)}>
                <code>{String(parameter.name)}</code> in {String(parameter.in)}
                {parameter.required ? ', required' : ''}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {body ? (
        <>
          <h4>Body</h4>
          <SchemaView schema={schemaOf(body)} openapi={openapi} />
        </>
      ) : null}
      <h4>Answers</h4>
      <ul>
        {responses.map(([status, response]) => (
          <li key={status}>
            <code>{status}</code>{' '}
            <Prose text={isJsonObject(response) ? String(response.description ?? '') : ''} />
          </li>
        ))}
      </ul>
    </article>
  )
}

/** Plain text in which backticks mark code, as OpenAPI descriptions write it. */
const Prose = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split('`')
      .map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))}
  </>
)

function schemaOf(body: JsonObject): unknown {
  const [content] = isJsonObject(body.content) ? Object.values(body.content) : []
  return isJsonObject(content) ? content.schema : undefined
}
