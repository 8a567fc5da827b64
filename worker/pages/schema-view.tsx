// One JSON Schema as nested lists. Pure.
import { isJsonObject, type JsonObject } from '../../shared/encoding/json.ts'

interface SchemaViewProps {
  readonly schema: unknown
  readonly openapi: JsonObject
}

/** A property is described down to this depth; deeper ones are named by their type. */
const MAX_DEPTH = 4

export const SchemaView = ({ schema, openapi }: SchemaViewProps) => (
  <Properties schema={schema} openapi={openapi} depth={0} />
)

const Properties = ({ schema, openapi, depth }: SchemaViewProps & { readonly depth: number }) => {
  const resolved = resolve(schema, openapi)
  const choices = choicesOf(resolved)
  if (choices.length > 0) {
    return (
      <>
        {choices.map((choice, index) => (
          <div key={index}>
            <em>{index === 0 ? 'Either' : 'or'}</em>
            <Properties schema={choice} openapi={openapi} depth={depth} />
          </div>
        ))}
      </>
    )
  }
  const properties = isJsonObject(resolved.properties) ? Object.entries(resolved.properties) : []
  if (properties.length === 0 || depth >= MAX_DEPTH) return <p>{describe(resolved)}</p>
  const required = Array.isArray(resolved.required) ? resolved.required : []
  return (
    <ul>
      {properties.map(([name, property]) => {
        const value = resolve(property, openapi)
        return (
          <li key={name}>
            <code>{name}</code> {describe(value)}
            {required.includes(name) && value.default === undefined ? ', required' : ''}
            {isJsonObject(value.properties) ? (
              <Properties schema={value} openapi={openapi} depth={depth + 1} />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

function resolve(schema: unknown, openapi: JsonObject): JsonObject {
  if (!isJsonObject(schema)) return {}
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  if (name === undefined) return schema
  const schemas = isJsonObject(openapi.components) ? openapi.components.schemas : undefined
  const target = isJsonObject(schemas) ? schemas[name] : undefined
  return isJsonObject(target) ? target : {}
}

const choicesOf = (schema: JsonObject): readonly unknown[] => {
  const choices = schema.oneOf ?? schema.anyOf
  return Array.isArray(choices) &&
    choices.some((choice) => isJsonObject(choice) && choice.properties)
    ? choices
    : []
}

function describe(schema: JsonObject): string {
  if (schema.const !== undefined) return `exactly “${String(schema.const)}”`
  if (Array.isArray(schema.enum)) return `one of ${schema.enum.map(String).join(', ')}`
  const items = isJsonObject(schema.items) ? ` of ${describe(schema.items)}` : ''
  const type = Array.isArray(schema.type)
    ? schema.type.join(' or ')
    : String(schema.type ?? 'value')
  const standard =
    schema.default === undefined ? '' : ` (default ${JSON.stringify(schema.default)})`
  return type + items + standard
}
